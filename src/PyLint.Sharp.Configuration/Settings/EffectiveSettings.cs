using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>What holds for a file: what files say, under what the command line says. Immutable.</summary>
/// <param name="file">What the nearest file says, with all that it extends.</param>
/// <param name="commandLine">What the command line says; it beats every file.</param>
public sealed class EffectiveSettings(SettingsLayer file, SettingsLayer commandLine)
{
    private readonly SettingsLayer merged = Checked(commandLine).Over(Checked(file));

    /// <summary>Everything as it is where nobody says anything.</summary>
    public static EffectiveSettings Default { get; } = new(SettingsLayer.Empty, SettingsLayer.Empty);

    /// <summary>The value of a setting, or its default.</summary>
    public T Get<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return merged.Values.TryGetValue(setting, out var value) ? (T)value.Value : setting.Default;
    }

    /// <summary>True when somebody sets it.</summary>
    public bool IsSet(Setting setting) => merged.Values.ContainsKey(setting);

    /// <summary>The value as TOML, null where there is none, and who says so.</summary>
    public (string? Text, Origin Origin) Describe(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return merged.Values.TryGetValue(setting, out var value)
            ? (setting.Show(value.Value), value.Origin)
            : (setting.DefaultText, setting == SettingTable.Select ? new Origin("profile", ProfileName, null) : Origin.Default);
    }

    /// <summary>The value of a rule's option as TOML, and who says so.</summary>
    public (string? Text, Origin Origin) Describe(RuleDescriptor rule, RuleOption option)
    {
        var setting = RuleOptionSetting.Of(rule, option);
        return merged.Options.TryGetValue(option, out var value) ? (setting.Show(value.Value), value.Origin) : (setting.DefaultText, Origin.Default);
    }

    /// <summary>The Python that must understand the files; null for any.</summary>
    public PythonVersion? Target => IsSet(SettingTable.TargetVersion) ? Get(SettingTable.TargetVersion) : null;

    /// <summary>True for a file or folder that a search leaves out.</summary>
    public bool Excludes(string fullPath) =>
        Get(SettingTable.Exclude).Any(pattern => pattern.Matches(fullPath)) || Get(SettingTable.ExtendExclude).Any(pattern => pattern.Matches(fullPath));

    /// <summary>True for a file that a search takes, unless it is excluded.</summary>
    public bool Includes(string fullPath) =>
        Get(SettingTable.Extensions).Contains(Path.GetExtension(fullPath)) || Get(SettingTable.Include).Any(pattern => pattern.Matches(fullPath));

    /// <summary>
    /// The rules that run, whatever the file. Of the selectors in files only those can be wrong here that mean rules in preview; then the
    /// message names the place.
    /// </summary>
    public RuleSelection Select(RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var asksForReasons = Get(SettingTable.RequireSuppressionReason) && !catalog.Find(SettingTable.ReasonRule).IsEmpty;
        var implied = new SelectionLayer { ExtendSelect = asksForReasons ? [SettingTable.ReasonRule] : [] };
        var selection = RuleSelection.Resolve(catalog, Get(SettingTable.Profile), Get(SettingTable.Preview), implied, LayerOf(file), LayerOf(commandLine));
        return selection with { Errors = [.. selection.Errors.Select(Located)] };
    }

    /// <summary>The codes of rules that do not run on a file.</summary>
    public ImmutableSortedSet<string> IgnoredFor(string fullPath, RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var ignored = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (pattern, selectors) in Get(SettingTable.PerFileIgnores))
        {
            if (pattern.Matches(fullPath))
            {
                var parsed = selectors.Select(RuleSelector.Of).ToList();
                ignored.UnionWith(catalog.Descriptors.Where(rule => parsed.Exists(selector => selector.Matches(rule))).Select(rule => rule.Code));
            }
        }

        return ignored.ToImmutable();
    }

    /// <summary>True for a rule whose fixes may be applied: of the selectors that speak of it the most specific one decides, among equals that of <c>lint.unfixable</c>.</summary>
    public bool IsFixable(RuleDescriptor rule)
    {
        var without = Weight(rule, Get(SettingTable.Unfixable));
        return IsSet(SettingTable.Fixable) ? Weight(rule, Get(SettingTable.Fixable)) > without : without < 0;
    }

    /// <summary>What changes about the rules.</summary>
    public RuleSettings Options(RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var severities = ImmutableDictionary.CreateBuilder<string, Severity>();
        var safeties = ImmutableDictionary.CreateBuilder<string, FixSafety>();
        foreach (var rule in catalog.Descriptors)
        {
            if (Best(rule, Get(SettingTable.Severities)) is { } severity)
            {
                severities.Add(rule.Code, severity);
            }

            if (SafetyOf(rule) is { } safety)
            {
                safeties.Add(rule.Code, safety);
            }
        }

        return new RuleSettings
        {
            Values = merged.Options.ToImmutableDictionary(option => option.Key, option => option.Value.Value),
            Severities = severities.ToImmutable(),
            FixSafeties = safeties.ToImmutable(),
        };
    }

    private string ProfileName => SettingTable.Profile.Type.Show(Get(SettingTable.Profile)).Trim('"');

    private SelectorError Located(SelectorError error)
    {
        foreach (var setting in new[] { SettingTable.Select, SettingTable.ExtendSelect })
        {
            if (!ValueIn(commandLine, setting).Contains(error.Selector) && ValueIn(file, setting).Contains(error.Selector))
            {
                return error with { Message = $"{file.Values[setting].Origin}: {error.Message}" };
            }
        }

        return error;
    }

    private static SettingsLayer Checked(SettingsLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer;
    }

    private static SelectionLayer LayerOf(SettingsLayer layer) => new()
    {
        Select = layer.Values.TryGetValue(SettingTable.Select, out var select) ? (ImmutableArray<string>)select.Value : null,
        ExtendSelect = ValueIn(layer, SettingTable.ExtendSelect),
        Ignore = ValueIn(layer, SettingTable.Ignore),
    };

    private static ImmutableArray<string> ValueIn(SettingsLayer layer, Setting<ImmutableArray<string>> setting) =>
        layer.Values.TryGetValue(setting, out var value) ? (ImmutableArray<string>)value.Value : [];

    /// <summary>What the most specific selector of a rule says, of equals the last; null when none speaks of it.</summary>
    private static Severity? Best(RuleDescriptor rule, ImmutableArray<KeyValuePair<string, Severity>> levels)
    {
        Severity? best = null;
        var weight = -1;
        foreach (var (word, level) in levels)
        {
            var selector = RuleSelector.Of(word);
            if (selector.Matches(rule) && selector.Specificity >= weight)
            {
                (best, weight) = (level, selector.Specificity);
            }
        }

        return best;
    }

    private FixSafety? SafetyOf(RuleDescriptor rule)
    {
        var isSafe = Weight(rule, Get(SettingTable.ExtendSafeFixes));
        var isUnsafe = Weight(rule, Get(SettingTable.ExtendUnsafeFixes));
        return Math.Max(isSafe, isUnsafe) < 0 ? null : isSafe > isUnsafe ? FixSafety.Safe : FixSafety.Unsafe;
    }

    private static int Weight(RuleDescriptor rule, ImmutableArray<string> words) => words.IsEmpty ? -1
        : words.Select(RuleSelector.Of).Where(selector => selector.Matches(rule)).Select(selector => selector.Specificity).DefaultIfEmpty(-1).Max();
}
