using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Output;

/// <summary>A setting as it is shown.</summary>
/// <param name="Setting">What it is.</param>
/// <param name="Value">Its value as TOML; null where it has none.</param>
/// <param name="Origin">Who says so.</param>
internal sealed record ShownSetting(Setting Setting, string? Value, Origin Origin)
{
    public string Key => Setting.Key;

    /// <summary>All settings, those of rules last.</summary>
    public static List<ShownSetting> All(EffectiveSettings settings, RuleCatalog catalog)
    {
        var all = new List<ShownSetting>();
        foreach (var setting in SettingTable.All)
        {
            var (value, origin) = settings.Describe(setting);
            all.Add(new ShownSetting(setting, value, origin));
        }

        foreach (var rule in catalog.Descriptors)
        {
            foreach (var option in rule.Options)
            {
                var (value, origin) = settings.Describe(rule, option);
                all.Add(new ShownSetting(RuleOptionSetting.Of(rule, option), value, origin));
            }
        }

        return all;
    }
}
