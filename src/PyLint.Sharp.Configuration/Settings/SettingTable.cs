using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>
/// All keys of the configuration. The reader of files, the verb <c>config</c> and the JSON Schema are made of this table, so a key that is
/// added here exists everywhere. What users set about single rules (<c>rules.CODE.…</c>) the rules themselves declare.
/// </summary>
public static class SettingTable
{
    /// <summary>The oldest Python whose syntax can be asked for.</summary>
    public static readonly PythonVersion OldestTarget = new(3, 8);

    /// <summary>The newest Python whose syntax can be asked for.</summary>
    public static readonly PythonVersion NewestTarget = new(3, 15);

    /// <summary>The rule that <c>lint.require-suppression-reason</c> turns on.</summary>
    internal const string ReasonRule = "suppression-without-reason";

    private static readonly TextType<string> Rule = new("a rule", ReadSelector, static text => text);
    private static readonly TextType<PathPattern> Pattern = new("a pattern", ReadPattern, static pattern => pattern.Text);
    private static readonly TextType<PathPattern> NegatablePattern = new("a pattern", ReadNegatablePattern, static pattern => pattern.Text);
    private static readonly ChoiceType<Severity> Level = Choice(("error", Severity.Error), ("warning", Severity.Warning), ("info", Severity.Info));

    /// <summary><c>profile</c></summary>
    public static Setting<Profile> Profile { get; } = new(
        "profile",
        Choice(("candidate", Analysis.Selection.Profile.Candidate), ("reviewer", Analysis.Selection.Profile.Reviewer), ("teacher", Analysis.Selection.Profile.Teacher), ("all", Analysis.Selection.Profile.All)),
        "Which rules run where `lint.select` does not say: those that are on by default (candidate), without mere matters of idiom "
            + "(reviewer), with all of foundations and submission hygiene (teacher), or all rules that are not in preview.")
    { Default = Analysis.Selection.Profile.Candidate };

    /// <summary><c>target-version</c></summary>
    public static Setting<PythonVersion> TargetVersion { get; } = new(
        "target-version",
        new ChoiceType<PythonVersion>([.. Targets()]),
        "The oldest Python that must understand the code: newer syntax is an error. Where it is missing, the lower bound of "
            + "`project.requires-python` in the pyproject.toml of the same folder counts, and without one any syntax is fine.");

    /// <summary><c>required-version</c></summary>
    public static Setting<VersionRequirement> RequiredVersion { get; } = new(
        "required-version",
        new TextType<VersionRequirement>("a requirement such as \">=1.2,<2\"", ReadRequirement, static requirement => requirement.Text),
        "Which versions of PyLint.Sharp may check these files; another one refuses to.");

    /// <summary><c>extend</c></summary>
    public static Setting<string> Extend { get; } = new(
        "extend",
        new TextType<string>("the path of a TOML file", ReadExtended, static path => path),
        "The configuration file to start from; what stands here wins. Lists whose name starts with `extend-`, `lint.ignore`, and the "
            + "entries of tables add up.");

    /// <summary><c>exclude</c></summary>
    public static Setting<ImmutableArray<PathPattern>> Exclude { get; } = new(
        "exclude",
        Patterns(addsUp: false),
        "Files and folders that are left out when folders are searched. A file that the command line names is checked all the same.")
    {
        Default =
        [
            .. DefaultPatterns(
                ".git", ".hg", ".svn", ".bzr", ".venv", "venv", ".env", "env", "__pycache__", ".tox", ".nox", ".eggs", ".mypy_cache", ".ruff_cache",
                ".pylint-sharp-cache", ".pytest_cache", ".pytype", ".direnv", ".ipynb_checkpoints", "node_modules", "site-packages", "__pypackages__", "build",
                "dist", "_build", "buck-out"),
        ],
    };

    /// <summary><c>extend-exclude</c></summary>
    public static Setting<ImmutableArray<PathPattern>> ExtendExclude { get; } = new(
        "extend-exclude",
        Patterns(addsUp: true),
        "Files and folders that are left out beside those of `exclude`.")
    { Default = [] };

    /// <summary><c>include</c></summary>
    public static Setting<ImmutableArray<PathPattern>> Include { get; } = new(
        "include",
        Patterns(addsUp: false),
        "Which files are checked when folders are searched.")
    { Default = [.. DefaultPatterns("*.py", "*.pyi", "*.pyw", "*.ipynb")] };

    /// <summary><c>respect-gitignore</c></summary>
    public static Setting<bool> RespectGitignore { get; } = new(
        "respect-gitignore",
        new FlagType(),
        "Whether files that git ignores are left out when folders are searched.")
    { Default = true };

    /// <summary><c>extensions</c></summary>
    public static Setting<ImmutableArray<string>> Extensions { get; } = new(
        "extensions",
        new ListType<string>("a list of extensions", new TextType<string>("an extension", ReadExtension, static extension => extension), AddsUp: false),
        "Files that end so are Python files too, as `[\".cgi\"]`, beside those of `include`.")
    { Default = [] };

    /// <summary><c>force-exclude</c></summary>
    public static Setting<bool> ForceExclude { get; } = new(
        "force-exclude",
        new FlagType(),
        "Whether named files too are left out where a search would not find them. The configuration of the current folder decides.")
    { Default = false };

    /// <summary><c>follow-symlinks</c></summary>
    public static Setting<bool> FollowSymlinks { get; } = new(
        "follow-symlinks",
        new FlagType(),
        "Whether a search enters linked folders, each once. The configuration of the current folder decides.")
    { Default = false };

    /// <summary><c>max-file-size</c></summary>
    public static Setting<int> MaxFileSize { get; } = new(
        "max-file-size",
        new SizeType(),
        "Longer files are not read, and a finding says so: nobody writes that much by hand.")
    { Default = 10 << 20 };

    /// <summary><c>timeout-per-file</c></summary>
    public static Setting<TimeSpan> TimeoutPerFile { get; } = new(
        "timeout-per-file",
        new SecondsType(),
        "After so many seconds a file is given up, and a finding says so. Without it there is no limit.");

    /// <summary><c>fail-level</c></summary>
    public static Setting<FailLevel> FailLevel { get; } = new(
        "fail-level",
        Choice(("error", Settings.FailLevel.Error), ("warning", Settings.FailLevel.Warning), ("info", Settings.FailLevel.Info), ("never", Settings.FailLevel.Never)),
        "From which severity on a finding makes the run end with exit code 1.")
    { Default = Settings.FailLevel.Warning };

    /// <summary><c>output-format</c></summary>
    public static Setting<string> OutputFormat { get; } = new(
        "output-format",
        Choice([.. new[]
        {
            "full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle",
        }.Select(static word => (word, word))]),
        "How findings are written, unless the command line says. The configuration of the current folder decides.")
    { Default = "full" };

    /// <summary><c>explain-level</c></summary>
    public static Setting<string> ExplainLevel { get; } = new(
        "explain-level",
        Choice([.. new[] { "short", "none", "full" }.Select(static word => (word, word))]),
        "How much each finding explains in text for people: why it matters and what an interviewer asks (short), only what to do (none), or "
            + "each rule's whole page, once (full). The configuration of the current folder decides.")
    { Default = "short" };

    /// <summary><c>max-diagnostics</c></summary>
    public static Setting<int> MaxDiagnostics { get; } = new(
        "max-diagnostics",
        new CountType(),
        "After how many findings text for people only counts the rest; without it after 100 in a terminal, and never elsewhere. The "
            + "configuration of the current folder decides.");

    /// <summary><c>sarif-max-results</c></summary>
    public static Setting<int> SarifMaxResults { get; } = new(
        "sarif-max-results",
        new CountType(),
        "How many results, the most important ones, SARIF has at most; GitHub shows 5000. The configuration of the current folder decides.")
    { Default = CountType.NoLimit };

    /// <summary><c>lint.select</c></summary>
    public static Setting<ImmutableArray<string>> Select { get; } = new(
        "lint.select",
        Rules(addsUp: false),
        "The rules that run, in the place of the profile's: codes, prefixes of codes such as `PLS2`, names, codes of other linters, or "
            + "`ALL`. Of several selectors the most specific one decides about a rule; among equals `lint.ignore` wins.");

    /// <summary><c>lint.extend-select</c></summary>
    public static Setting<ImmutableArray<string>> ExtendSelect { get; } = new(
        "lint.extend-select",
        Rules(addsUp: true),
        "Rules that run beside those of `lint.select` or the profile.")
    { Default = [] };

    /// <summary><c>lint.ignore</c></summary>
    public static Setting<ImmutableArray<string>> Ignore { get; } = new("lint.ignore", Rules(addsUp: true), "Rules that do not run.") { Default = [] };

    /// <summary><c>lint.preview</c></summary>
    public static Setting<bool> Preview { get; } = new(
        "lint.preview",
        new FlagType(),
        "Whether rules in preview may run: those that codes, prefixes, names or aliases select. A profile and `ALL` never turn them on.")
    { Default = false };

    /// <summary><c>lint.per-file-ignores</c></summary>
    public static Setting<ImmutableArray<KeyValuePair<PathPattern, ImmutableArray<string>>>> PerFileIgnores { get; } = new(
        "lint.per-file-ignores",
        new MapType<PathPattern, ImmutableArray<string>>("a table of patterns with lists of rules", NegatablePattern, Rules(addsUp: false)),
        "For patterns of files the rules that do not run on them, however they were selected. A pattern with `!` in front means all "
            + "other files.")
    { Default = [] };

    /// <summary><c>lint.severity</c></summary>
    public static Setting<ImmutableArray<KeyValuePair<string, Severity>>> Severities { get; } = new(
        "lint.severity",
        new MapType<string, Severity>("a table of rules with severities", Rule, Level),
        "The severity of all findings of a rule. Of several selectors the most specific one decides.")
    { Default = [] };

    /// <summary><c>lint.extend-safe-fixes</c></summary>
    public static Setting<ImmutableArray<string>> ExtendSafeFixes { get; } = new(
        "lint.extend-safe-fixes",
        Rules(addsUp: true),
        "Rules whose unsafe fixes count as safe here.")
    { Default = [] };

    /// <summary><c>lint.extend-unsafe-fixes</c></summary>
    public static Setting<ImmutableArray<string>> ExtendUnsafeFixes { get; } = new(
        "lint.extend-unsafe-fixes",
        Rules(addsUp: true),
        "Rules whose safe fixes count as unsafe here; it wins over `lint.extend-safe-fixes` where both are as specific.")
    { Default = [] };

    /// <summary><c>lint.fixable</c></summary>
    public static Setting<ImmutableArray<string>> Fixable { get; } = new(
        "lint.fixable",
        Rules(addsUp: false),
        "The rules whose fixes are applied, where fixes are; without it those of all rules.");

    /// <summary><c>lint.unfixable</c></summary>
    public static Setting<ImmutableArray<string>> Unfixable { get; } = new("lint.unfixable", Rules(addsUp: false), "Rules whose fixes are only shown.") { Default = [] };

    /// <summary><c>lint.require-suppression-reason</c></summary>
    public static Setting<bool> RequireSuppressionReason { get; } = new(
        "lint.require-suppression-reason",
        new FlagType(),
        "Whether a comment that silences a finding must say why: turns `suppression-without-reason` on.")
    { Default = false };

    /// <summary>All keys, in the order in which people read them.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        Profile, TargetVersion, RequiredVersion, Extend, Include, Exclude, ExtendExclude, Extensions, RespectGitignore, ForceExclude, FollowSymlinks,
        MaxFileSize, TimeoutPerFile, FailLevel, OutputFormat, ExplainLevel, MaxDiagnostics, SarifMaxResults,
        Select, ExtendSelect, Ignore, Preview, PerFileIgnores, Severities, Fixable, Unfixable, ExtendSafeFixes, ExtendUnsafeFixes, RequireSuppressionReason,
    ];

    private static ChoiceType<T> Choice<T>(params (string Word, T Value)[] words)
        where T : notnull => new([.. Array.ConvertAll(words, static word => KeyValuePair.Create(word.Word, word.Value))]);

    private static ListType<string> Rules(bool addsUp) => new("a list of rules", Rule, addsUp);

    private static ListType<PathPattern> Patterns(bool addsUp) => new("a list of patterns", Pattern, addsUp);

    private static IEnumerable<PathPattern> DefaultPatterns(params string[] texts) => texts.Select(static text => PathPattern.Parse(text, "/", out _)!);

    private static IEnumerable<KeyValuePair<string, PythonVersion>> Targets()
    {
        for (var minor = OldestTarget.Minor; minor <= NewestTarget.Minor; minor++)
        {
            yield return KeyValuePair.Create(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"py3{minor}"), new PythonVersion(3, minor));
        }
    }

    private static string? ReadSelector(string text, ReadContext context, out string selector)
    {
        selector = text;
        return RuleSelector.ProblemOf(text, context.Catalog);
    }

    private static string? ReadPattern(string text, ReadContext context, out PathPattern pattern)
    {
        pattern = PathPattern.Parse(text, context.Folder, out var problem)!;
        return problem is null ? null : $"`{text}` is no pattern: {problem}";
    }

    private static string? ReadExtension(string text, ReadContext context, out string extension)
    {
        extension = $".{text.TrimStart('.')}";
        return text.Trim('.').Length > 0 && text.IndexOfAny(['/', '*', ':']) < 0 ? null : $"`{text}` is no extension; write it as in `.cgi`";
    }

    private static string? ReadNegatablePattern(string text, ReadContext context, out PathPattern pattern)
    {
        pattern = PathPattern.ParseNegatable(text, context.Folder, out var problem)!;
        return problem is null ? null : $"`{text}` is no pattern: {problem}";
    }

    private static string? ReadRequirement(string text, ReadContext context, out VersionRequirement requirement)
    {
        requirement = VersionRequirement.Parse(text)!;
        return requirement is null ? $"`{text}` is no requirement of versions; write it as in `>=1.2,<2`" : null;
    }

    /// <summary>Nothing but TOML is ever opened: no configuration can make us show what stands in other files.</summary>
    private static string? ReadExtended(string text, ReadContext context, out string path)
    {
        path = text;
        return text.EndsWith(".toml", StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal) ? null : $"`{text}` is no TOML file; its name must end in `.toml`";
    }
}
