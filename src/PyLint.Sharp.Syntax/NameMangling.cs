namespace PyLint.Sharp.Syntax;

/// <summary>Private names: <c>__x</c> inside <c>class C</c> means <c>_C__x</c> (Language Reference §6.2.1, "Private name mangling").</summary>
public static class NameMangling
{
    /// <summary>What a name means inside a class; outside classes <paramref name="className"/> is null and the name is itself.</summary>
    public static string Mangle(string name, string? className)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (className is null || !IsPrivate(name))
        {
            return name;
        }

        var stripped = className.AsSpan().TrimStart('_');
        return stripped.IsEmpty ? name : $"_{stripped}{name}";
    }

    /// <summary>True for a name that a class changes: two underscores before it and fewer behind it.</summary>
    public static bool IsPrivate(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("__", StringComparison.Ordinal)
            && !name.EndsWith("__", StringComparison.Ordinal)
            && !name.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>True for <c>__init__</c> and its like, which Python itself gives a meaning (Language Reference §2.3.2, "Reserved classes of identifiers").</summary>
    public static bool IsSpecial(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
    }
}
