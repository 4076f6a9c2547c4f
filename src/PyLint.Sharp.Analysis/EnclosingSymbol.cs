using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// Names the function or class around a place, as a reader sees it: a default value or the name of a function stands inside of it,
/// although Python evaluates the one and binds the other outside.
/// </summary>
internal static class EnclosingSymbol
{
    /// <summary>For example <c>Account.withdraw</c> or <c>retry.&lt;locals&gt;.wrapper</c>; null at module level.</summary>
    public static string? QualnameAt(SemanticModel model, TextSpan span)
    {
        Scope? innermost = null;
        foreach (var scope in model.Scopes)
        {
            if (scope.Kind is ScopeKind.Function or ScopeKind.Class && IsInside(scope.Node, span))
            {
                innermost = scope;
            }
        }

        return innermost?.Qualname;
    }

    /// <summary>Decorators belong to the span of what they decorate, but a reader sees them before it.</summary>
    private static bool IsInside(Node node, TextSpan span) => node.Span.Contains(span) && node switch
    {
        FunctionDefinition function => span.Start >= function.HeaderStart,
        ClassDef type => span.Start >= type.HeaderStart,
        _ => false,
    };
}
