using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Names that surely have a value where they are read: the graph says so, or they are built-in or defined by the module.</summary>
internal static class BoundNameProof
{
    public static bool IsBound(SemanticModel model, Name name)
    {
        if (model.SymbolOf(name) is not { } symbol)
        {
            return model.IsBuiltin(name);
        }

        return symbol.Scope.Kind == ScopeKind.TypeParameters
            || model.BoundAt(name) is Bound.Always or Bound.Unreachable
            || (symbol.Scope.Kind == ScopeKind.Module && model.ScopeOf(name) != symbol.Scope && HasDefinition(model, symbol));
    }

    /// <summary>A function runs when the module around it has its functions, classes and imports, which stand at its outer level.</summary>
    private static bool HasDefinition(SemanticModel model, Symbol symbol)
    {
        if (symbol.Has(BindingKind.Delete) || symbol.Has(BindingKind.ExceptHandler))
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            var statement = binding.Node is Alias alias ? alias.Parent! : binding.Node;
            if (binding.Kind is BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom
                && statement.Parent == model.Tree.Root)
            {
                return true;
            }
        }

        return false;
    }
}
