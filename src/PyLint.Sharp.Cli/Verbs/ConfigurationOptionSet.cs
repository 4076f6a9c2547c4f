using System.Collections.Immutable;
using System.CommandLine;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>The options that say what configuration holds, and those that beat it.</summary>
internal sealed class ConfigurationOptionSet
{
    private readonly ValueOption config = Values.Option(ValueKind.File, "--config");
    private readonly Option<bool> isolated = new("--isolated");
    private readonly ValueOption profile = Values.Option(ValueKind.Of(SettingTable.Profile), "--profile");
    private readonly ValueOption target = Values.Option(ValueKind.Of(SettingTable.TargetVersion), "--target-version");
    private readonly ValueOption select = Values.Option(ValueKind.Selectors, "--select");
    private readonly ValueOption extendSelect = Values.Option(ValueKind.Selectors, "--extend-select");
    private readonly ValueOption ignore = Values.Option(ValueKind.Selectors, "--ignore");
    private readonly Option<bool> preview = new("--preview");
    private readonly Option<bool> noPreview = new("--no-preview");
    private readonly ValueOption perFileIgnores = Values.Option(ValueKind.RulesOfFiles, "--per-file-ignores");
    private readonly ValueOption severity = Values.Option(ValueKind.RuleLevel, "--severity");
    private readonly ValueOption failLevel = Values.Option(ValueKind.Of(SettingTable.FailLevel), "--fail-level");

    private readonly ValueOption exclude = Values.Option(ValueKind.File, "--exclude");
    private readonly ValueOption extendExclude = Values.Option(ValueKind.File, "--extend-exclude");
    private readonly ValueOption include = Values.Option(ValueKind.File, "--include");
    private readonly ValueOption extension = Values.Option("--extension");
    private readonly Option<bool> forceExclude = new("--force-exclude");
    private readonly Option<bool> noForceExclude = new("--no-force-exclude");
    private readonly Option<bool> followSymlinks = new("--follow-symlinks");
    private readonly Option<bool> noFollowSymlinks = new("--no-follow-symlinks");
    private readonly ValueOption maxFileSize = Values.Option("--max-file-size");
    private readonly ValueOption timeoutPerFile = Values.Option("--timeout-per-file");
    private readonly ValueOption fixable = Values.Option(ValueKind.Selectors, "--fixable");
    private readonly ValueOption unfixable = Values.Option(ValueKind.Selectors, "--unfixable");
    private readonly Option<bool> respectGitignore = new("--respect-gitignore");
    private readonly Option<bool> noRespectGitignore = new("--no-respect-gitignore");

    public IReadOnlyList<Option> Options =>
    [
        config, isolated, profile, target, select, extendSelect, ignore, preview, noPreview, perFileIgnores, severity, failLevel,
        exclude, extendExclude, include, extension, respectGitignore, noRespectGitignore, forceExclude, noForceExclude, followSymlinks, noFollowSymlinks,
        maxFileSize, timeoutPerFile, fixable, unfixable,
    ];

    /// <exception cref="UsageException">A value means nothing.</exception>
    public ConfigurationRequest Read(ParseResult parsed, Host host)
    {
        var (files, overrides) = Split(parsed.GetValue(config) ?? [], host);
        return new ConfigurationRequest
        {
            CurrentDirectory = host.CurrentDirectory,
            ToolVersion = VersionVerb.Number,
            ConfigFile = files.LastOrDefault() ?? Environment(host, "PYLINT_SHARP_CONFIG"),
            Overrides = overrides,
            IsIsolated = parsed.GetValue(isolated),
            UserFile = UserFile(host),
            Options = Layer(parsed, host),
        };
    }

    /// <summary>What looks like <c>KEY=VALUE</c> is no file, unless there is one.</summary>
    private static (List<string> Files, List<string> Overrides) Split(IReadOnlyList<string> words, Host host)
    {
        var (files, overrides) = (new List<string>(), new List<string>());
        foreach (var word in words)
        {
            var isOverride = word.Contains('=', StringComparison.Ordinal) && !File.Exists(Path.Combine(host.CurrentDirectory, word));
            (isOverride ? overrides : files).Add(word);
        }

        return (files, overrides);
    }

    private static string? UserFile(Host host)
    {
        var folder = Environment(host, "XDG_CONFIG_HOME")
            ?? (OperatingSystem.IsWindows() ? Environment(host, "APPDATA") : Environment(host, "HOME") is { } home ? Path.Combine(home, ".config") : null);
        return folder is null ? null : Path.Combine(Path.GetFullPath(folder, host.CurrentDirectory), "pylint-sharp", "pylint-sharp.toml");
    }

    private static string? Environment(Host host, string name) => host.Environment(name) is { Length: > 0 } value ? value : null;

    private SettingsLayer Layer(ParseResult parsed, Host host)
    {
        var layer = SettingsLayer.Empty;
        layer = parsed.OverChoice(layer, profile, SettingTable.Profile);
        layer = parsed.OverChoice(layer, target, SettingTable.TargetVersion);
        layer = parsed.OverChoice(layer, failLevel, SettingTable.FailLevel);
        parsed.RequireRule(select);
        layer = WithSelectors(layer, parsed, select, SettingTable.Select);
        layer = WithSelectors(layer, parsed, extendSelect, SettingTable.ExtendSelect);
        layer = WithSelectors(layer, parsed, ignore, SettingTable.Ignore);
        layer = WithPatterns(layer, parsed, host, exclude, SettingTable.Exclude);
        layer = WithPatterns(layer, parsed, host, extendExclude, SettingTable.ExtendExclude);
        layer = WithPatterns(layer, parsed, host, include, SettingTable.Include);
        layer = WithSelectors(layer, parsed, fixable, SettingTable.Fixable, host);
        layer = WithSelectors(layer, parsed, unfixable, SettingTable.Unfixable, host);
        layer = WithSwitch(layer, parsed, preview, noPreview, SettingTable.Preview);
        layer = WithSwitch(layer, parsed, respectGitignore, noRespectGitignore, SettingTable.RespectGitignore);
        layer = WithSwitch(layer, parsed, forceExclude, noForceExclude, SettingTable.ForceExclude);
        layer = WithSwitch(layer, parsed, followSymlinks, noFollowSymlinks, SettingTable.FollowSymlinks);
        layer = WithLimits(layer, parsed);
        if (parsed.List(extension) is { } extensions)
        {
            layer = layer.With(SettingTable.Extensions, [.. extensions.Select(ExtensionOf)], Origin.CommandLine(extension.Name));
        }

        if (parsed.GetValue(perFileIgnores) is { Length: > 0 } ignores)
        {
            layer = layer.With(SettingTable.PerFileIgnores, [.. ignores.Select(word => PerFileIgnore(word, host))], Origin.CommandLine(perFileIgnores.Name));
        }

        return parsed.GetValue(severity) is { Length: > 0 } severities
            ? layer.With(SettingTable.Severities, [.. severities.SelectMany(Words).Select(word => SeverityOf(word, host))], Origin.CommandLine(severity.Name))
            : layer;
    }

    /// <param name="layer">What is known so far.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="option">What selects.</param>
    /// <param name="setting">What it sets.</param>
    /// <param name="host">Knows the rules that exist, where nothing asks later whether the words mean any.</param>
    private static SettingsLayer WithSelectors(
        SettingsLayer layer, ParseResult parsed, Option<string[]> option, Setting<ImmutableArray<string>> setting, Host? host = null) =>
        parsed.GetValue(option) is { } given && given.SelectMany(Words).ToImmutableArray() is { IsEmpty: false } words
            ? layer.With(setting, host is null ? words : [.. words.Select(word => Selector(word, host))], Origin.CommandLine(option.Name))
            : layer;

    private static SettingsLayer WithSwitch(SettingsLayer layer, ParseResult parsed, Option<bool> on, Option<bool> off, Setting<bool> setting) =>
        parsed.Switch(on, off) is { } isOn ? layer.With(setting, isOn, Origin.CommandLine((isOn ? on : off).Name)) : layer;

    private SettingsLayer WithLimits(SettingsLayer layer, ParseResult parsed)
    {
        if (parsed.Last(maxFileSize) is { } size)
        {
            layer = SizeType.TryParse(size, out var bytes)
                ? layer.With(SettingTable.MaxFileSize, bytes, Origin.CommandLine(maxFileSize.Name))
                : throw new UsageException($"`{maxFileSize.Name}` takes a size below 2 GiB, like 500k or 10M, not `{size}`");
        }

        if (parsed.Last(timeoutPerFile) is { } seconds)
        {
            layer = SecondsType.TryParse(seconds, out var time)
                ? layer.With(SettingTable.TimeoutPerFile, time, Origin.CommandLine(timeoutPerFile.Name))
                : throw new UsageException($"`{timeoutPerFile.Name}` takes seconds, like 10 or 0.5, not `{seconds}`");
        }

        return layer;
    }

    private static string ExtensionOf(string word)
    {
        var (name, language) = word.Split(':', 2) is [var before, var behind] ? (before, behind) : (word, "python");
        return language == "python"
            ? $".{name.TrimStart('.')}"
            : throw new UsageException($"`--extension` takes an extension, or `{name}:python`, not `{word}`");
    }

    private static SettingsLayer WithPatterns(SettingsLayer layer, ParseResult parsed, Host host, Option<string[]> option, Setting<ImmutableArray<PathPattern>> setting) =>
        parsed.List(option) is { } patterns
            ? layer.With(setting, [.. patterns.Select(pattern => PatternOf(pattern, host))], Origin.CommandLine(option.Name))
            : layer;

    private static PathPattern PatternOf(string text, Host host) =>
        PathPattern.Parse(text, host.CurrentDirectory, out var problem) ?? throw new UsageException($"`{text}` is no pattern: {problem}");

    /// <summary><c>PATTERN:RULES</c>; the last colon counts, because a path may have one.</summary>
    private KeyValuePair<PathPattern, ImmutableArray<string>> PerFileIgnore(string text, Host host)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            throw new UsageException($"`{perFileIgnores.Name}` takes PATTERN:RULES, not `{text}`");
        }

        var pattern = PathPattern.ParseNegatable(text[..colon], host.CurrentDirectory, out var problem);
        return pattern is null
            ? throw new UsageException($"`{text[..colon]}` is no pattern: {problem}")
            : KeyValuePair.Create(pattern, Words(text[(colon + 1)..]).Select(word => Selector(word, host)).ToImmutableArray());
    }

    /// <summary><c>RULE=LEVEL</c></summary>
    private KeyValuePair<string, Severity> SeverityOf(string text, Host host) => text.Split('=', StringSplitOptions.TrimEntries) switch
    {
        [var rule, "error"] => KeyValuePair.Create(Selector(rule, host), Severity.Error),
        [var rule, "warning"] => KeyValuePair.Create(Selector(rule, host), Severity.Warning),
        [var rule, "info"] => KeyValuePair.Create(Selector(rule, host), Severity.Info),
        [_, var level] => throw new UsageException($"`{severity.Name}` takes error, warning or info, not `{level}`{Suggestion.Among(level, ["error", "warning", "info"])}"),
        _ => throw new UsageException($"`{severity.Name}` takes RULE=LEVEL with error, warning or info, not `{text}`"),
    };

    private static string Selector(string word, Host host) =>
        RuleSelector.ProblemOf(word, host.Catalog()) is { } problem ? throw new UsageException(problem) : word;

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
