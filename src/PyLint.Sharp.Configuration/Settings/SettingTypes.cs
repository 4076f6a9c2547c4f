using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary><c>true</c> or <c>false</c></summary>
public sealed record FlagType() : SettingType<bool>("true or false")
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out bool result)
    {
        result = value is TomlBoolean { Value: true };
        return value is TomlBoolean || Refuse(key, value, context);
    }

    /// <inheritdoc/>
    public override string Show(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}

/// <summary>A whole number from 0 on.</summary>
public sealed record NumberType() : SettingType<long>("a whole number from 0 on")
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out long result)
    {
        ArgumentNullException.ThrowIfNull(context);
        result = value is TomlInteger integer ? integer.Value : 0;
        if (result < 0)
        {
            context.Report(key.Span, $"`{key.Text}` must be {Name}");
            return false;
        }

        return value is TomlInteger || Refuse(key, value, context);
    }

    /// <inheritdoc/>
    public override string Show(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = 0 };
}

/// <summary>A string with some meaning.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Parse">Finds its meaning, or what is wrong with it, in one line; the folder is where relative paths start.</param>
/// <param name="ToText">The string again.</param>
public sealed record TextType<T>(string Name, TextType<T>.Parser Parse, Func<T, string> ToText) : SettingType<T>(Name)
{
    /// <summary>Null for a string that means something, else what is wrong.</summary>
    public delegate string? Parser(string text, ReadContext context, out T result);

    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out T result)
    {
        ArgumentNullException.ThrowIfNull(context);
        result = default!;
        if (value is not TomlString text)
        {
            return Refuse(key, value, context);
        }

        if (Parse(text.Value, context, out result) is not { } problem)
        {
            return true;
        }

        context.Report(value.Span, problem);
        return false;
    }

    /// <inheritdoc/>
    public override string Show(T value) => Quote(ToText(value));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };
}

/// <summary>One of a few words.</summary>
/// <param name="Words">The words and what they stand for.</param>
public sealed record ChoiceType<T>(ImmutableArray<KeyValuePair<string, T>> Words) : SettingType<T>(NameOf(Words))
    where T : notnull
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out T result)
    {
        ArgumentNullException.ThrowIfNull(context);
        result = default!;
        if (value is not TomlString text)
        {
            return Refuse(key, value, context);
        }

        foreach (var (word, meaning) in Words)
        {
            if (word == text.Value)
            {
                result = meaning;
                return true;
            }
        }

        var suggestion = DidYouMean.Closest(text.Value, Words.Select(word => word.Key)) is { } close ? $"; did you mean `{close}`?" : "";
        context.Report(key.Span, $"`{key.Text}` must be {Name}, not `{text.Value}`{suggestion}");
        return false;
    }

    /// <inheritdoc/>
    public override string Show(T value) => Quote(Words.First(word => word.Value.Equals(value)).Key);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word.Key))]) };

    /// <summary>Without queries, which would be compiled anew for each T while the command starts.</summary>
    private static string NameOf(ImmutableArray<KeyValuePair<string, T>> words)
    {
        var name = "";
        for (var i = 0; i < words.Length; i++)
        {
            name += (i == 0 ? "`" : i == words.Length - 1 ? " or `" : ", `") + words[i].Key + "`";
        }

        return name;
    }
}

/// <summary>A list of values of one kind.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Item">The kind.</param>
/// <param name="AddsUp">True when a file adds to the list of the one that it extends.</param>
public sealed record ListType<T>(string Name, SettingType<T> Item, bool AddsUp) : SettingType<ImmutableArray<T>>(Name)
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out ImmutableArray<T> result)
    {
        result = [];
        if (value is not TomlArray array)
        {
            return Refuse(key, value, context);
        }

        var isRight = true;
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in array.Items)
        {
            // What is wrong with an item stands there, not at the key.
            isRight &= Item.TryRead(key with { Span = entry.Span }, entry, context, out var item);
            items.Add(item);
        }

        result = items.ToImmutable();
        return isRight;
    }

    /// <inheritdoc/>
    public override string Show(ImmutableArray<T> value) => TomlText.List(value.Select(Item.Show));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = Item.Schema() };

    /// <inheritdoc/>
    public override ImmutableArray<T> Merge(ImmutableArray<T> lower, ImmutableArray<T> higher) => AddsUp ? lower.AddRange(higher) : higher;
}

/// <summary>A table whose keys are the user's.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Key">The kind of its keys.</param>
/// <param name="Value">The kind of its values.</param>
public sealed record MapType<TKey, TValue>(string Name, TextType<TKey> Key, SettingType<TValue> Value)
    : SettingType<ImmutableArray<KeyValuePair<TKey, TValue>>>(Name)
    where TKey : notnull
{
    /// <inheritdoc/>
    public override bool TryRead(TomlKey key, TomlValue value, ReadContext context, out ImmutableArray<KeyValuePair<TKey, TValue>> result)
    {
        result = [];
        if (value is not TomlTable table)
        {
            return Refuse(key, value, context);
        }

        var isRight = true;
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<TKey, TValue>>();
        foreach (var entry in table.Entries)
        {
            var isKey = Key.TryRead(entry.Key, new TomlString(entry.Key.Span, entry.Key.Text), context, out var name);
            isRight &= Value.TryRead(entry.Key, entry.Value, context, out var content) && isKey;
            entries.Add(KeyValuePair.Create(name, content));
        }

        result = entries.ToImmutable();
        return isRight;
    }

    /// <inheritdoc/>
    public override string Show(ImmutableArray<KeyValuePair<TKey, TValue>> value) =>
        TomlText.Table(value.Select(entry => KeyValuePair.Create(Key.ToText(entry.Key), Value.Show(entry.Value))));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = Value.Schema() };

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<TKey, TValue>> Merge(
        ImmutableArray<KeyValuePair<TKey, TValue>> lower,
        ImmutableArray<KeyValuePair<TKey, TValue>> higher) =>
        [.. lower.Where(entry => !higher.Any(other => other.Key.Equals(entry.Key))), .. higher];
}
