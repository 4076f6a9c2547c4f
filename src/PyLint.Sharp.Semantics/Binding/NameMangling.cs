namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Private names: <c>__x</c> inside <c>class C</c> means <c>_C__x</c> (Python reference, 6.2.1 "Private name mangling").</summary>
internal static class NameMangling
{
    public static string Mangle(string name, string? className)
    {
        if (className is null || !IsPrivate(name))
        {
            return name;
        }

        var stripped = className.AsSpan().TrimStart('_');
        return stripped.IsEmpty ? name : $"_{stripped}{name}";
    }

    public static bool IsPrivate(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        && !name.EndsWith("__", StringComparison.Ordinal)
        && !name.Contains('.', StringComparison.Ordinal);
}
