using System.Text.Json.Nodes;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>One key of the configuration; <see cref="SettingTable"/> has them all.</summary>
/// <param name="Key">The whole key, such as <c>lint.select</c>.</param>
/// <param name="Documentation">What it does, in whole sentences.</param>
public abstract record Setting(string Key, string Documentation)
{
    /// <summary>What its value is: <c>a list of rules</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The default as TOML; null where there is none.</summary>
    public abstract string? DefaultText { get; }

    /// <summary>Its JSON Schema, with documentation and default.</summary>
    public abstract JsonObject Schema();

    /// <summary>A value of the setting as TOML.</summary>
    public abstract string Show(object value);

    internal abstract object? Read(TomlKey key, TomlValue value, ReadContext context);

    internal abstract object Merge(object lower, object higher);
}

/// <summary>A key whose value has a type.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Type">The kind of its value.</param>
/// <param name="Documentation">What it does, in whole sentences.</param>
public sealed record Setting<T>(string Key, SettingType<T> Type, string Documentation) : Setting(Key, Documentation)
{
    private readonly bool hasDefault;

    /// <summary>The value where nobody sets one; the default of the type where the setting has none.</summary>
    public T Default
    {
        get;
        init
        {
            field = value;
            hasDefault = true;
        }
    } = default!;

    /// <inheritdoc/>
    public override string TypeName => Type.Name;

    /// <inheritdoc/>
    public override string? DefaultText => hasDefault ? Type.Show(Default) : null;

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = Type.Schema();
        schema["description"] = Documentation;
        return schema;
    }

    /// <inheritdoc/>
    public override string Show(object value) => Type.Show((T)value);

    internal override object? Read(TomlKey key, TomlValue value, ReadContext context) =>
        Type.TryRead(key, value, context, out var result) ? result : null;

    internal override object Merge(object lower, object higher) => Type.Merge((T)lower, (T)higher)!;
}
