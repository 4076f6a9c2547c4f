using System.Text.Json.Nodes;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>A kind of value: how it is read, shown, merged and described.</summary>
/// <param name="Name">What the value is, for readers: <c>a list of rules</c>.</param>
public abstract record SettingType<T>(string Name)
{
    /// <summary>Reads a value. What is wrong with it is reported: at the key, or inside of a list or table where it stands.</summary>
    /// <returns>False when something was reported.</returns>
    public abstract bool TryRead(TomlKey key, TomlValue value, ReadContext context, out T result);

    /// <summary>The value as TOML.</summary>
    public abstract string Show(T value);

    /// <summary>The JSON Schema of the value.</summary>
    public abstract JsonObject Schema();

    /// <summary>The value where both a file and one that extends it say something.</summary>
    public virtual T Merge(T lower, T higher) => higher;

    /// <summary>Reports that a value is of another kind.</summary>
    protected bool Refuse(TomlKey key, TomlValue value, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(value);
        context.Report(key.Span, $"`{key.Text}` must be {Name}, not {value.KindName}");
        return false;
    }

    /// <summary>Text as TOML writes it.</summary>
    protected static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TomlText.Quote(text);
    }
}
