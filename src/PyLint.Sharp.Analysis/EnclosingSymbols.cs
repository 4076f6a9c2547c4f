using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// Names the function or class around a place, as a reader sees it: a default value or the name of a function stands inside of it,
/// although Python evaluates the one and binds the other outside.
/// </summary>
internal sealed class EnclosingSymbols
{
    private readonly List<int> starts = [];
    private readonly List<Scope> scopes = [];

    public EnclosingSymbols(SemanticModel model)
    {
        foreach (var scope in model.Scopes)
        {
            if (scope.Kind is ScopeKind.Function or ScopeKind.Class && HeaderOf(scope.Node) is { } start)
            {
                var place = ~starts.BinarySearch(start);
                starts.Insert(place, start);
                scopes.Insert(place, scope);
            }
        }
    }

    /// <summary>For example <c>Account.withdraw</c> or <c>retry.&lt;locals&gt;.wrapper</c>; null at module level.</summary>
    public string? QualnameAt(TextSpan span)
    {
        var found = starts.BinarySearch(span.Start);
        var last = found >= 0 ? found : ~found - 1;
        var scope = last < 0 ? null : scopes[last];
        while (scope != null && !(HeaderOf(scope.Node) <= span.Start && span.End <= scope.Node.Span.End))
        {
            scope = scope.Parent;
        }

        return scope?.Qualname;
    }

    /// <summary>Decorators belong to the span of what they decorate, but a reader sees them before it.</summary>
    private static int? HeaderOf(Node node) => node switch
    {
        FunctionDefinition function => function.HeaderStart,
        ClassDef type => type.HeaderStart,
        _ => null,
    };
}
