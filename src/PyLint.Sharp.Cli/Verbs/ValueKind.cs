using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>What can stand in a place of the command line. Completions offer it; where it is one of a few words, nothing else is accepted.</summary>
internal sealed class ValueKind
{
    private ValueKind()
    {
    }

    /// <summary>What nobody can foresee.</summary>
    public static ValueKind Any { get; } = new();

    public static ValueKind File { get; } = new() { Paths = PathKind.Files };

    public static ValueKind Folder { get; } = new() { Paths = PathKind.Folders };

    /// <summary>A rule by code or name.</summary>
    public static ValueKind Rule { get; } = new() { Offered = Rules };

    /// <summary>Rules with commas between, by code, prefix of codes or name, or all of them.</summary>
    public static ValueKind Selectors { get; } = new()
    {
        IsList = true,
        Offered = static catalog => ["ALL", .. Selectable([.. catalog.Descriptors.Select(static rule => rule.Code[..^2]).Distinct(), .. Rules(catalog)], catalog)],
    };

    /// <summary><c>RULE=LEVEL</c></summary>
    public static ValueKind RuleLevel { get; } = new()
    {
        Offered = static catalog => [.. Selectable(Rules(catalog), catalog).Select(static rule => $"{rule}=")],
        Separator = '=',
        Behind = Choice("error", "warning", "info"),
    };

    /// <summary><c>PATTERN:RULES</c></summary>
    public static ValueKind RulesOfFiles { get; } = new() { Paths = PathKind.Files, Separator = ':', Behind = Selectors };

    /// <summary><c>FORMAT</c> or <c>FORMAT:FILE</c></summary>
    public static ValueKind Report { get; } = new() { Words = ReporterFactory.Formats, Separator = ':', Behind = File };

    /// <summary>A key of the configuration, or with <c>--files</c> a path.</summary>
    public static ValueKind KeyOrPath { get; } = new()
    {
        Offered = static catalog => [.. ShownSetting.All(EffectiveSettings.Default, catalog).Select(static setting => setting.Key)],
        Paths = PathKind.Files,
    };

    /// <summary>A number, or the word for no limit.</summary>
    public static ValueKind CountOrNone { get; } = Choice("none");

    /// <summary>The few words that can stand here; null where there are others.</summary>
    public IReadOnlyList<string>? Words { get; private init; }

    public PathKind Paths { get; private init; }

    /// <summary>True where several stand with commas between.</summary>
    public bool IsList { get; private init; }

    /// <summary>What ends the first part; null where there is one part only.</summary>
    public char? Separator { get; private init; }

    /// <summary>The part behind <see cref="Separator"/>.</summary>
    public ValueKind? Behind { get; private init; }

    private Func<RuleCatalog, IReadOnlyList<string>>? Offered { get; init; }

    /// <summary>One of a few words, of which the first one is the default.</summary>
    public static ValueKind Choice(params IReadOnlyList<string> words) => new() { Words = words };

    /// <summary>One of the words that a setting takes.</summary>
    public static ValueKind Of<T>(Setting<T> setting)
        where T : notnull => Choice([.. ((ChoiceType<T>)setting.Type).Words.Select(static word => word.Key)]);

    /// <summary>The words to offer.</summary>
    public IReadOnlyList<string> WordsFor(RuleCatalog catalog) => Words ?? Offered?.Invoke(catalog) ?? [];

    /// <summary>Without what the engine always says.</summary>
    private static IEnumerable<string> Selectable(IReadOnlyList<string> words, RuleCatalog catalog) => words.Where(word => RuleSelector.ProblemOf(word, catalog) is null);

    private static IReadOnlyList<string> Rules(RuleCatalog catalog) => [.. catalog.Descriptors.Select(static rule => rule.Code), .. catalog.Descriptors.Select(static rule => rule.Name)];
}
