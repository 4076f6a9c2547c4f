using System.Collections.Immutable;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>A value and who set it.</summary>
public sealed record SettingValue(object Value, Origin Origin);

/// <summary>What one source says, or several on top of each other. Immutable.</summary>
public sealed record SettingsLayer
{
    /// <summary>Says nothing.</summary>
    public static SettingsLayer Empty { get; } = new();

    /// <summary>The settings that have a value.</summary>
    public ImmutableDictionary<Setting, SettingValue> Values { get; init; } =
        ImmutableDictionary.Create<Setting, SettingValue>(ReferenceEqualityComparer.Instance);

    /// <summary>The options of rules that have a value.</summary>
    public ImmutableDictionary<RuleOption, SettingValue> Options { get; init; } = ImmutableDictionary<RuleOption, SettingValue>.Empty;

    /// <summary>The layer with one more value.</summary>
    public SettingsLayer With<T>(Setting<T> setting, T value, Origin origin)
        where T : notnull => this with { Values = Values.SetItem(setting, new SettingValue(value, origin)) };

    /// <summary>This layer on top of a lower one. The origin of lists that add up is that of the upper layer.</summary>
    public SettingsLayer Over(SettingsLayer lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        var values = lower.Values.ToBuilder();
        foreach (var (setting, value) in Values)
        {
            values[setting] = lower.Values.TryGetValue(setting, out var known)
                ? value with { Value = setting.Merge(known.Value, value.Value) }
                : value;
        }

        return new SettingsLayer { Values = values.ToImmutable(), Options = lower.Options.SetItems(Options) };
    }
}
