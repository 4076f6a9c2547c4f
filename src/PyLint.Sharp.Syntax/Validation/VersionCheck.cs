using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>Reports syntax that a target version does not have yet ("New in version" of the Language Reference and What's New).</summary>
internal sealed class VersionCheck(PythonVersion target, SourceText source, SyntaxErrorList errors)
{
    public void Run(ImmutableArray<Node> nodes)
    {
        foreach (var node in nodes)
        {
            VisitStatement(node);
            VisitExpression(node);
        }
    }

    private void VisitStatement(Node node)
    {
        switch (node)
        {
            case FunctionDefinition function:
                CheckDecorators(function.DecoratorList);
                CheckGeneric(function.TypeParams);
                break;
            case ClassDef type:
                CheckDecorators(type.DecoratorList);
                CheckGeneric(type.TypeParams);
                break;
            case WithStatement with when HasParenthesizedItems(with):
                Need(9, with.Items[0].Span, "parentheses around the items of a `with` need");
                break;
            case ForStatement { Iter: Nodes.Tuple items } when HasStar(items) && !SourceShapes.IsParenthesized(source, items):
                Need(9, items.Span, "starred expressions after `in` without parentheses need");
                break;
            case Match:
                Need(10, Keyword(node, "match"), "`match` statements need");
                break;
            case TryStar { Handlers: [var first, ..] }:
                Need(11, Keyword(first, "except"), "`except*` needs");
                break;
            case TypeAlias:
                Need(12, Keyword(node, "type"), "`type` statements need");
                break;
            case ExceptHandler { Type: Nodes.Tuple types } when !SourceShapes.IsParenthesized(source, types):
                Need(14, types.Span, "several exception types without parentheses need");
                break;
        }
    }

    private void VisitExpression(Node node)
    {
        switch (node)
        {
            case NamedExpr { Parent: Set or Subscript } named when !IsBehindParenthesis(named):
                Need(10, named.Span, "`:=` without parentheses in a set or an index needs");
                break;
            case Subscript { Slice: Nodes.Tuple index } when HasStar(index) && !SourceShapes.IsParenthesized(source, index):
                Need(11, index.Span, "a starred expression in an index needs");
                break;
            case Arg { Annotation: Starred annotation }:
                Need(11, annotation.Span, "a starred annotation needs");
                break;
            case TypeVar { DefaultValue: not null } or TypeVarTuple { DefaultValue: not null } or ParamSpec { DefaultValue: not null }:
                Need(13, node.Span, "a default of a type parameter needs");
                break;
            case JoinedStr { Parent: not FormattedValue and not Interpolation } text when target < new PythonVersion(3, 12):
                CheckFields(text);
                break;
            case JoinedStr { Parent: FormattedValue { FormatSpec: var specification } } text when specification != text && target < new PythonVersion(3, 12):
                CheckFields(text);
                break;
            case TemplateStr:
                Need(14, node.Span, "template strings need");
                break;
            case Starred { Parent: ListComp or SetComp or GeneratorExp }:
                Need(15, node.Span, "unpacking in a comprehension needs");
                break;
        }
    }

    private void Need(int minor, TextSpan span, string subject)
    {
        var version = new PythonVersion(3, minor);
        if (target < version)
        {
            errors.Add(span, $"{subject} Python {version}; the target is {target}");
        }
    }

    private void CheckGeneric(ImmutableArray<TypeParam> parameters)
    {
        if (!parameters.IsEmpty)
        {
            Need(12, parameters[0].Span, "type parameters in brackets need");
        }
    }

    private void CheckDecorators(ImmutableArray<Expr> decorators)
    {
        foreach (var decorator in decorators)
        {
            if (!IsDottedName(decorator is Call call ? call.Func : decorator) || IsBehindParenthesis(decorator))
            {
                Need(9, decorator.Span, "a decorator that is no dotted name or call of one needs");
            }
        }
    }

    private static bool IsDottedName(Expr node)
    {
        while (node is Nodes.Attribute attribute)
        {
            node = attribute.Value;
        }

        return node is Name;
    }

    /// <summary>Without `as` the parentheses would be those of a tuple, which every version reads.</summary>
    private bool HasParenthesizedItems(WithStatement node)
    {
        var hasTarget = false;
        foreach (var item in node.Items)
        {
            hasTarget |= item.OptionalVars != null;
        }

        if (!hasTarget)
        {
            return false;
        }

        var at = node.Items[^1].Span.End;
        while (at < source.Length && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        return at < source.Length && source[at] is ')' or ',' or '#';
    }

    private bool IsBehindParenthesis(Expr node)
    {
        var at = node.Span.Start - 1;
        while (at > 0 && char.IsWhiteSpace(source[at]))
        {
            at--;
        }

        return at >= 0 && source[at] == '(';
    }

    private static bool HasStar(Nodes.Tuple node)
    {
        foreach (var element in node.Elts)
        {
            if (element is Starred)
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan Keyword(Node node, string keyword) => new(node.Span.Start, node.Span.Start + keyword.Length);

    /// <summary>Before PEP 701 a field could hold neither the quotes around it nor a backslash, a comment or, between single quotes, a line end.</summary>
    private void CheckFields(JoinedStr node)
    {
        var at = node.Span.Start;
        var quotes = "";
        foreach (var part in node.Values)
        {
            if (part is FormattedValue field)
            {
                quotes = QuotesAt(at, field.Span.Start, quotes);
                CheckField(field, quotes);
                at = field.Span.End;
            }
        }
    }

    /// <summary>The quotes of the string that is open at an offset, found from a place between or inside the strings before it.</summary>
    private string QuotesAt(int at, int end, string open)
    {
        while (at < end)
        {
            if (open.Length > 0 && source[at] == '\\')
            {
                at += 2;
            }
            else if (open.Length > 0 && IsAt(at, open))
            {
                (at, open) = (at + open.Length, "");
            }
            else if (open.Length == 0 && source[at] is '"' or '\'')
            {
                open = new string(source[at], IsAt(at, new string(source[at], 3)) ? 3 : 1);
                at += open.Length;
            }
            else
            {
                at++;
            }
        }

        return open;
    }

    private bool IsAt(int at, string text) => source.Slice(new TextSpan(at, Math.Min(source.Length, at + text.Length))).SequenceEqual(text);

    private void CheckField(FormattedValue field, string quotes)
    {
        var text = source.Slice(field.Span);
        var expression = source.Slice(field.FormatSpec is { } specification ? field.Span with { End = specification.Span.Start } : field.Span);
        var what = quotes.Length > 0 && text.Contains(quotes, StringComparison.Ordinal) ? "the quotes of an f-string inside its fields need"
            : expression.Contains('\\') ? "a backslash in a field of an f-string needs"
            : expression.Contains('#') ? "a comment in a field of an f-string needs"
            : quotes.Length == 1 && text.IndexOfAny('\n', '\r') >= 0 ? "a field over several lines in a single-quoted f-string needs"
            : null;
        if (what != null)
        {
            Need(12, field.Span, what);
        }
    }
}
