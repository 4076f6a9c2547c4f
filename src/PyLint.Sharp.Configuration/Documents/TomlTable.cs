using System.Diagnostics.CodeAnalysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Documents;

/// <summary>One part of a key, quotes and escapes resolved.</summary>
/// <param name="Text">The name.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct TomlKey(string Text, TextSpan Span);

/// <summary>A key of a table and its value.</summary>
/// <param name="Key">The last part of the key: where the value was first mentioned.</param>
/// <param name="Value">The value.</param>
public readonly record struct TomlEntry(TomlKey Key, TomlValue Value);

/// <summary>A table: of the whole file, under a header, in braces, or made by a dotted key. Keys are in the order of the file.</summary>
public sealed record TomlTable : TomlValue
{
    private readonly List<TomlEntry> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    internal TomlTable(TextSpan span)
        : base(span)
    {
    }

    /// <inheritdoc/>
    public override string KindName => "a table";

    /// <summary>The keys with their values.</summary>
    public IReadOnlyList<TomlEntry> Entries => entries;

    /// <summary>Looks a key up; letter case counts.</summary>
    public bool TryGet(string key, [MaybeNullWhen(false)] out TomlValue value)
    {
        value = places.TryGetValue(key, out var place) ? entries[place].Value : null;
        return value is not null;
    }

    internal void Add(TomlKey key, TomlValue value)
    {
        places.Add(key.Text, entries.Count);
        entries.Add(new TomlEntry(key, value));
    }
}
