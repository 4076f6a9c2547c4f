using System.Collections.Immutable;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>Puts keys into tables, and refuses what is defined twice.</summary>
internal sealed class TomlTables
{
    /// <summary>How a table came to be; one that is not listed stands in braces, and nobody may add to it.</summary>
    private enum Origin
    {
        /// <summary>On the way to the table of a header: it may still get a header of its own.</summary>
        OnTheWay,

        /// <summary>A header names it.</summary>
        Header,

        /// <summary>A dotted key made it: other dotted keys may add to it, a header may not name it.</summary>
        DottedKey,
    }

    private readonly Dictionary<TomlTable, Origin> origins = new(ReferenceEqualityComparer.Instance);

    /// <summary>The arrays of <c>[[headers]]</c>, which grow: those in brackets don't.</summary>
    private readonly Dictionary<TomlArray, List<TomlValue>> growing = new(ReferenceEqualityComparer.Instance);
    private TomlTable current;

    public TomlTables()
    {
        current = Root;
        origins.Add(Root, Origin.Header);
    }

    public TomlTable Root { get; } = new(default);

    /// <summary><c>[key]</c></summary>
    public void OpenTable(ImmutableArray<TomlKey> key, TextSpan header)
    {
        var parent = Parent(key);
        var last = key[^1];
        if (!parent.TryGet(last.Text, out var known))
        {
            current = AddTable(parent, last, header, Origin.Header);
        }
        else if (known is TomlTable table && origins.TryGetValue(table, out var origin) && origin == Origin.OnTheWay)
        {
            origins[table] = Origin.Header;
            current = table;
        }
        else
        {
            throw Twice(last);
        }
    }

    /// <summary><c>[[key]]</c></summary>
    public void OpenElement(ImmutableArray<TomlKey> key, TextSpan header)
    {
        var parent = Parent(key);
        var last = key[^1];
        var element = new TomlTable(header);
        if (!parent.TryGet(last.Text, out var known))
        {
            var items = new List<TomlValue> { element };
            var array = new TomlArray(header, items);
            parent.Add(last, array);
            growing.Add(array, items);
        }
        else if (known is TomlArray array && growing.TryGetValue(array, out var items))
        {
            items.Add(element);
        }
        else
        {
            throw Twice(last);
        }

        origins.Add(element, Origin.Header);
        current = element;
    }

    /// <summary><c>key = value</c> under the last header.</summary>
    public void Define(ImmutableArray<TomlKey> key, TomlValue value) => Define(current, key, value);

    /// <summary><c>key = value</c> in a table.</summary>
    public void Define(TomlTable table, ImmutableArray<TomlKey> key, TomlValue value)
    {
        foreach (var part in key.AsSpan()[..^1])
        {
            table = DottedTable(table, part);
        }

        var last = key[^1];
        if (table.TryGet(last.Text, out _))
        {
            throw Twice(last);
        }

        table.Add(last, value);
    }

    private TomlTable DottedTable(TomlTable table, TomlKey part)
    {
        if (!table.TryGet(part.Text, out var known))
        {
            return AddTable(table, part, part.Span, Origin.DottedKey);
        }

        var isOpen = known is TomlTable found && origins.TryGetValue(found, out var origin) && origin == Origin.DottedKey;
        return isOpen ? (TomlTable)known : throw Twice(part);
    }

    /// <summary>The table that holds the last part of a header's key.</summary>
    private TomlTable Parent(ImmutableArray<TomlKey> key)
    {
        var table = Root;
        foreach (var part in key.AsSpan()[..^1])
        {
            table = !table.TryGet(part.Text, out var known) ? AddTable(table, part, part.Span, Origin.OnTheWay)
                : known is TomlTable inner && origins.ContainsKey(inner) ? inner
                : known is TomlArray array && growing.TryGetValue(array, out var items) ? (TomlTable)items[^1]
                : throw new TomlException(part.Span, $"{TomlMessages.Quote(part.Text)} is {known.KindName} already, to which nothing can be added");
        }

        return table;
    }

    private TomlTable AddTable(TomlTable parent, TomlKey key, TextSpan span, Origin origin)
    {
        var table = new TomlTable(span);
        origins.Add(table, origin);
        parent.Add(key, table);
        return table;
    }

    private static TomlException Twice(TomlKey key) => new(key.Span, $"{TomlMessages.Quote(key.Text)} is defined a second time");
}
