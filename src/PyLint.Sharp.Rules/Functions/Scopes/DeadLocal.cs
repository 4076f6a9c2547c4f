using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Scopes;

/// <summary>A local variable that a function assigns and nothing ever reads.</summary>
internal static class DeadLocal
{
    /// <summary>The first assignment; null when something reads the variable or may, or when anything but plain assignments bind it. What a generator is sent must go somewhere.</summary>
    public static NameBinding? Of(Symbol symbol, SemanticModel model)
    {
        if (!symbol.References.IsEmpty || symbol.Bindings is not [var first, ..] || symbol.Name.StartsWith('_'))
        {
            return null;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind != BindingKind.Assignment || binding.Value is null or Yield || binding.Scope != symbol.Scope || TargetOf(binding) is not { } target
                || model.IsEverRead(target) != Answer.No)
            {
                return null;
            }
        }

        return first;
    }

    private static Name? TargetOf(in NameBinding binding)
    {
        foreach (var target in (binding.Node as Assign)?.Targets ?? [])
        {
            if (target is Name name && name.Span == binding.Span)
            {
                return name;
            }
        }

        return null;
    }
}
