using System.Collections.Immutable;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Lets the options that rules declare be read, shown and described as all other settings are.</summary>
public static class RuleOptionSetting
{
    private static readonly ListType<string> Words = new(
        "a list of strings",
        new TextType<string>("a string", TakeAll, static text => text),
        AddsUp: false);

    /// <summary>The setting <c>rules.CODE.option</c>.</summary>
    public static Setting Of(RuleDescriptor rule, RuleOption option)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(option);
        var key = $"rules.{rule.Code}.{option.Name}";
        return option switch
        {
            RuleOption<ImmutableArray<string>> words => new Setting<ImmutableArray<string>>(key, Words, option.Documentation) { Default = words.Default },
            RuleOption<bool> flag => new Setting<bool>(key, new FlagType(), option.Documentation) { Default = flag.Default },
            RuleOption<long> number => new Setting<long>(key, new NumberType(), option.Documentation) { Default = number.Default },
            _ => throw new ArgumentException($"{key} has a type that cannot be read", nameof(option)),
        };
    }

    private static string? TakeAll(string text, ReadContext context, out string result)
    {
        result = text;
        return null;
    }
}
