using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// Something that users may set about one rule, under <c>[rules.CODE]</c> of their configuration. A rule keeps its options in static
/// fields, lists them in <see cref="RuleDescriptor.Options"/>, and asks <see cref="RuleContext.Option{T}"/> for their values.
/// </summary>
public abstract class RuleOption
{
    private protected RuleOption(string name, string documentation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(documentation);
        Name = name;
        Documentation = documentation;
    }

    /// <summary>The key, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>What it does; one sentence, with a full stop.</summary>
    public string Documentation { get; }

    /// <summary>The value where nobody sets one: an <see cref="ImmutableArray{T}"/> of strings, a <see cref="bool"/> or a <see cref="long"/>.</summary>
    public abstract object DefaultValue { get; }

    /// <summary>An option that is a list of words.</summary>
    public static RuleOption<ImmutableArray<string>> Words(string name, string documentation, params string[] defaultValue) =>
        new(name, documentation, [.. defaultValue]);

    /// <summary>An option that is on or off.</summary>
    public static RuleOption<bool> Flag(string name, string documentation, bool defaultValue) => new(name, documentation, defaultValue);

    /// <summary>An option that is a whole number from 0 on.</summary>
    public static RuleOption<long> Number(string name, string documentation, long defaultValue) => new(name, documentation, defaultValue);
}

/// <summary>An option whose value has a type; made by the methods of <see cref="RuleOption"/>.</summary>
public sealed class RuleOption<T> : RuleOption
    where T : notnull
{
    internal RuleOption(string name, string documentation, T defaultValue)
        : base(name, documentation) => Default = defaultValue;

    /// <summary>The value where nobody sets one.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override object DefaultValue => Default;
}
