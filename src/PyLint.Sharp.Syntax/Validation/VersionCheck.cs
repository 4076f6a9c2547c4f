using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>Reports syntax that a target version does not have yet ("New in version" of the Language Reference and What's New).</summary>
internal sealed class VersionCheck(PythonVersion target, SourceText source, TokenBuffer tokens, SyntaxErrorList errors)
{
    public void Run(SyntaxTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            VisitStatement(node);
            VisitExpression(node);
            VisitComprehension(node);
        }

        if (target < new PythonVersion(3, 12))
        {
            new FieldVersionCheck(tokens, tree.Comments, source, (span, subject) => Need(12, span, subject)).Run();
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
            case AugAssign { Value: Nodes.Tuple items } when HasStar(items) && !SourceShapes.IsParenthesized(source, items):
                Need(9, items.Span, "starred expressions in an augmented assignment without parentheses need");
                break;
            case Match:
                Need(10, Keyword(node, "match"), "`match` statements need");
                break;
            case TryStar { Handlers: [var first, ..] }:
                Need(11, Keyword(first, "except"), "`except*` needs");
                break;
            case Import { IsLazy: true } or ImportFrom { IsLazy: true }:
                Need(15, Keyword(node, "lazy"), "lazy imports need");
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
            case NamedExpr { Parent: Set or SetComp } named when !IsBehindParenthesis(named):
                Need(9, named.Span, "`:=` without parentheses in a set needs");
                break;
            case NamedExpr named when IsInIndex(named) && !IsBehindParenthesis(named):
                Need(10, named.Span, "`:=` without parentheses in an index needs");
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
            case Lambda or ListComp or SetComp or DictComp or GeneratorExp when target == new PythonVersion(3, 12) && AnnotationScopes.IsDirectlyInOneOfAClass((Expr)node):
                Need(13, node.Span, "a lambda or comprehension in a type scope in a class body needs");
                break;
            case TemplateStr:
                Need(14, node.Span, "template strings need");
                break;
        }
    }

    private void VisitComprehension(Node node)
    {
        switch (node)
        {
            case Starred { Parent: ListComp or SetComp or GeneratorExp } or DictComp { Value: null }:
                Need(15, node.Span, "unpacking in a comprehension needs");
                break;
            case Comprehension { IsAsync: true } when target < new PythonVersion(3, 11) && IsInOrdinaryComprehension(node):
                Need(11, Keyword(node, "async"), "an asynchronous comprehension inside an ordinary one needs");
                break;
            case Await when target < new PythonVersion(3, 11) && IsInOrdinaryComprehension(node):
                Need(11, Keyword(node, "await"), "an asynchronous comprehension inside an ordinary one needs");
                break;
        }
    }

    /// <summary>True for what makes a comprehension asynchronous, when the comprehension around that one is not.</summary>
    private static bool IsInOrdinaryComprehension(Node node) =>
        ComprehensionAround(node) is { } inner and not GeneratorExp && ComprehensionAround(inner) is { } outer && !WaitsItself(outer);

    /// <summary>The comprehension whose scope a node is in.</summary>
    private static Expr? ComprehensionAround(Node node)
    {
        for (var (inner, outer) = (node, node.Parent); outer is Expr or Comprehension or Nodes.Keyword or Arguments; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case Lambda { Body: var body } when body == inner:
                    return null;
                case Comprehension generator when generator.Iter == inner && RegionWalker.GeneratorsOf(generator.Parent!)[0] == generator:
                    // The first iterable belongs to the scope around.
                    (inner, outer) = (outer, outer.Parent!);
                    break;
                case ListComp or SetComp or DictComp or GeneratorExp:
                    return (Expr)outer;
            }
        }

        return null;
    }

    private static bool WaitsItself(Expr comprehension)
    {
        foreach (var node in comprehension.Tree.Subtree(comprehension))
        {
            if (node is Await or Comprehension { IsAsync: true } && ComprehensionAround(node) == comprehension)
            {
                return true;
            }
        }

        return false;
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
            if (!IsDottedName(decorator is Call call ? call.Func : decorator) || source[decorator.Span.Start] == '(' || IsBehindParenthesis(decorator))
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
        var first = tokens.IndexAt(node.Span.Start);
        return first > 0 && tokens[first - 1].Type == PythonParser.LEFT_PARENTHESIS;
    }

    private bool IsInIndex(NamedExpr node) =>
        node.Parent is Subscript || (node.Parent is Nodes.Tuple { Parent: Subscript subscript } tuple && subscript.Slice == tuple && !SourceShapes.IsParenthesized(source, tuple));

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
}
