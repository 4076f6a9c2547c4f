using PyLint.Sharp.Semantics.Binding;

namespace PyLint.Sharp.Rules.Functions.Scopes;

/// <summary>What a name of a scope would mean if the scope didn't bind it.</summary>
internal static class OuterVariable
{
    /// <summary>The variable of the nearest function around, or of the module; null when none has the name. Classes are passed over.</summary>
    public static Symbol? Of(Symbol local)
    {
        for (var scope = local.Scope.Parent; scope != null; scope = scope.Parent)
        {
            if (scope.Kind != ScopeKind.Class && scope.OwnSymbol(local.Name) is { } outer)
            {
                return outer;
            }
        }

        return null;
    }

    /// <summary>True for a variable that only assignments, loops and their like bind: no function, class or import.</summary>
    public static bool IsPlain(Symbol symbol) =>
        !(symbol.Has(BindingKind.Function) || symbol.Has(BindingKind.Class) || symbol.Has(BindingKind.Import) || symbol.Has(BindingKind.ImportFrom));
}
