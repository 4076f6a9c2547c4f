using System.Text;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The dotted name that an expression reaches through imports.</summary>
internal static class QualifiedNames
{
    /// <summary>No module nests deeper; without a limit, asking for every part of one endless chain would take quadratic time.</summary>
    private const int LongestChain = 32;

    public static string? Of(BoundNames names, Expr expression)
    {
        var root = expression;
        for (var length = 0; length < LongestChain && root is Attribute attribute; length++)
        {
            root = attribute.Value;
        }

        if (root is not Name name || names.SymbolOf(name) is not { } symbol || ImportTarget(symbol) is not { } target)
        {
            return null;
        }

        return root == expression ? target : Append(target, expression);
    }

    /// <summary>
    /// What a variable stands for that only imports bind, and all to the same thing. A <c>del</c> doesn't count: the read after it
    /// finds nothing rather than something else.
    /// </summary>
    public static string? ImportTarget(Symbol symbol)
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

    private static string Append(string target, Expr expression)
    {
        var parts = new List<string>();
        for (var part = expression; part is Attribute attribute; part = attribute.Value)
        {
            parts.Add(attribute.Attr.Text);
        }

        var builder = new StringBuilder(target);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            builder.Append('.').Append(parts[i]);
        }

        return builder.ToString();
    }
}
