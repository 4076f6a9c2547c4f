using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The dotted name that an expression reaches through imports.</summary>
internal static class QualifiedNames
{
    /// <summary>No module nests deeper; without a limit, asking for every part of one endless chain would take quadratic time.</summary>
    private const int LongestChain = 32;

    public static ImportedName? Of(BoundNames names, Expr expression)
    {
        var root = expression;
        for (var length = 0; length < LongestChain && root is Attribute attribute; length++)
        {
            root = attribute.Value;
        }

        return root is Name name && names.ImportedAt(name.Index) is { } symbol && ImportTarget(symbol) is { } target ? Follow(target, expression) : null;
    }

    /// <summary>
    /// What a variable stands for that only imports bind, and all to the same thing. A <c>del</c> doesn't count: the read after it
    /// finds nothing rather than something else.
    /// </summary>
    public static ImportedName? ImportTarget(Symbol symbol)
    {
        if (!symbol.KnowsImported)
        {
            symbol.KnowsImported = true;
            symbol.Imported = FindTarget(symbol) is { } target ? new ImportedName(target) : null;
        }

        return symbol.Imported;
    }

    private static ImportedName Follow(ImportedName target, Expr expression) =>
        expression is Attribute attribute ? Follow(target, attribute.Value).Part(attribute.Attr.Text) : target;

    private static string? FindTarget(Symbol symbol)
    {
        string? target = null;
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind == BindingKind.Delete)
            {
                continue;
            }

            if (TargetOf(binding) is not { } found || (target != null && target != found))
            {
                return null;
            }

            target = found;
        }

        return target;
    }

    private static string? TargetOf(in NameBinding binding)
    {
        if (binding.Node is not Alias alias)
        {
            return null;
        }

        if (alias.Parent is ImportFrom import)
        {
            var prefix = new string('.', import.Level) + import.Module?.Text;
            return prefix.EndsWith('.') ? prefix + alias.Name.Text : $"{prefix}.{alias.Name.Text}";
        }

        var dot = alias.Name.Text.IndexOf('.', StringComparison.Ordinal);
        return alias.AsName is null && dot >= 0 ? alias.Name.Text[..dot] : alias.Name.Text;
    }
}
