using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Makes <c>None</c> the default, and the object at the start of each call.</summary>
internal static class NoneFix
{
    /// <summary>The edits; null where the object can't be made inside, or no guard fits in.</summary>
    public static TextEdit[]? EditsFor(FunctionDefinition function, Arg parameter, Expr value, RuleContext context)
    {
        var text = context.Text;
        if (FirstStatement(function) is not { } first || !MeansTheSameInside(value, first, context) || parameter.Annotation is Constant
            || text.LineOf(value.Span.Start) != text.LineOf(value.Span.End))
        {
            return null;
        }

        var line = text.LineStart(text.LineOf(first.Span.Start));
        var indent = text.Slice(new TextSpan(line, first.Span.Start));
        if (!indent.Trim(" \t").IsEmpty || indent.IsEmpty)
        {
            return null;
        }

        var (name, end) = (parameter.Name.Text, ImportInsertion.LineBreak(text));
        var guard = $"{indent}if {name} is None:{end}{indent}    {name} = {context.TextOf(value)}{end}";
        var assign = new TextEdit(value.Span, "None");
        var insert = new TextEdit(new TextSpan(line, line), guard);
        return parameter.Annotation is { } annotation && !context.TextOf(annotation).Contains("None", StringComparison.Ordinal)
            && !context.TextOf(annotation).Contains("Optional", StringComparison.Ordinal)
            ? [new TextEdit(new TextSpan(annotation.Span.End, annotation.Span.End), " | None"), assign, insert]
            : [assign, insert];
    }

    /// <summary>The first statement behind the docstring.</summary>
    private static Stmt? FirstStatement(FunctionDefinition function) => function.Body switch
    {
        [ExprStmt { Value: Constant { Value: string } }, var second, ..] => second,
        [ExprStmt { Value: Constant { Value: string } }] => null,
        [var first, ..] => first,
        _ => null,
    };

    private static bool MeansTheSameInside(Expr value, Stmt inside, RuleContext context)
    {
        var scope = context.Model.ScopeOf(inside);
        foreach (var node in context.Tree.Subtree(value))
        {
            if (node is NamedExpr or Await or Yield or YieldFrom || (node is Name name && scope.Lookup(name.Id) != context.Model.SymbolOf(name)))
            {
                return false;
            }
        }

        return true;
    }
}
