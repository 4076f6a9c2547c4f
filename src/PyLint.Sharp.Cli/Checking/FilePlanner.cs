using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Finds for each file its settings. Files with the same settings share an analyzer.</summary>
internal sealed class FilePlanner(ConfigurationResolver resolver, RuleCatalog catalog, string currentDirectory, AnalyzerOptions options)
{
    /// <summary>What is told of findings changes none.</summary>
    private static readonly ImmutableArray<Setting> AboutFindings =
        SettingTable.All.RemoveRange([SettingTable.OutputFormat, SettingTable.ExplainLevel, SettingTable.MaxDiagnostics, SettingTable.SarifMaxResults]);

    /// <summary>What is known takes no time, so a limit of time tells nothing about it.</summary>
    private static readonly ImmutableArray<Setting> DecidingFindings = AboutFindings.Remove(SettingTable.TimeoutPerFile);

    private readonly Dictionary<(EffectiveSettings Settings, string Ignored), (Analyzer Analyzer, FileRepair? Repair, IReadOnlySet<string> Codes, ResultCache? Cache)> analyzers = [];
    private readonly Dictionary<EffectiveSettings, Shared> shared = [];
    private readonly SortedSet<string> problems = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RuleDescriptor> rules = new(StringComparer.Ordinal);

    /// <summary>Makes what fixes files; null where nothing is to be fixed.</summary>
    public required Func<Analyzer, ParseOptions, EffectiveSettings, FileRepair>? RepairOf { get; init; }

    /// <summary>Opens what is known about files that are checked with these settings; null where nothing is to be known.</summary>
    public Func<string, ResultCache>? CacheOf { get; init; }

    /// <summary>All rules that run on any of the planned files, in the order of their codes; where there is no file, those of the current folder.</summary>
    public IReadOnlyCollection<RuleDescriptor> Rules => rules.Values;

    /// <summary>What is wrong with the selectors for the planned files, each once.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>The settings of the planned files as one text: what differs here can differ in its findings.</summary>
    public string SettingsText { get; private set; } = "";

    /// <summary>How the files are to be checked, without those whose configuration has an error.</summary>
    public List<FilePlan> Plan(IEnumerable<SourceFile> files)
    {
        var plans = new List<FilePlan>();
        foreach (var file in files)
        {
            var path = file.FullPath ?? Path.GetFullPath(file.ShownPath, currentDirectory);
            if (resolver.For(Path.GetDirectoryName(path) ?? path) is { } settings)
            {
                plans.Add(Plan(file, path, settings));
            }
        }

        if (plans.Count == 0 && resolver.For(currentDirectory) is { } here)
        {
            // Who compares two runs must see that a rule is on though there was nothing to check.
            foreach (var rule in here.Select(catalog).Rules)
            {
                rules.TryAdd(rule.Descriptor.Code, rule.Descriptor);
            }
        }

        return plans;
    }

    private FilePlan Plan(SourceFile file, string path, EffectiveSettings settings)
    {
        if (!shared.TryGetValue(settings, out var common))
        {
            var selection = settings.Select(catalog);
            problems.UnionWith(selection.Errors.Select(error => error.Message));
            shared[settings] = common = new Shared(selection.Rules, settings.Options(catalog), new ParseOptions { TargetVersion = settings.Target });
            SettingsText += TextOf(settings, common, AboutFindings);
        }

        var ignored = settings.IgnoredFor(path, catalog);
        var key = (settings, string.Join(',', ignored));
        if (!analyzers.TryGetValue(key, out var known))
        {
            var left = common.Rules.Where(rule => !ignored.Contains(rule.Descriptor.Code)).ToList();
            left.ForEach(rule => rules.TryAdd(rule.Descriptor.Code, rule.Descriptor));
            var analyzer = new Analyzer(left, options with { Rules = common.Options });
            var codes = left.Select(rule => rule.Descriptor.Code).ToHashSet(StringComparer.Ordinal);
            var cache = CacheOf?.Invoke($"{TextOf(settings, common, DecidingFindings)}{common.Parsing.TargetVersion}\n{key.Item2}");
            analyzers[key] = known = (analyzer, RepairOf?.Invoke(analyzer, common.Parsing, settings), codes, cache);
        }

        return new FilePlan(file, known.Analyzer, common.Parsing, settings.Get(SettingTable.FailLevel), known.Repair)
        {
            Codes = known.Codes,
            Cache = known.Cache,
            MostBytes = settings.Get(SettingTable.MaxFileSize),
            TimePerFile = settings.IsSet(SettingTable.TimeoutPerFile) ? settings.Get(SettingTable.TimeoutPerFile) : null,
        };
    }

    private static string TextOf(EffectiveSettings settings, Shared common, IEnumerable<Setting> all)
    {
        var text = new StringBuilder();
        foreach (var setting in all)
        {
            text.Append(setting.Key).Append('=').AppendLine(settings.Describe(setting).Text);
        }

        foreach (var rule in common.Rules.Select(rule => rule.Descriptor))
        {
            text.AppendLine(rule.Code);
            foreach (var option in rule.Options)
            {
                text.Append(option.Name).Append('=').AppendLine(settings.Describe(rule, option).Text);
            }
        }

        return text.ToString();
    }

    private sealed record Shared(ImmutableArray<Rule> Rules, RuleSettings Options, ParseOptions Parsing);
}
