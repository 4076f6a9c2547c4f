using System.CommandLine;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>What the program can do. Only the verb that runs is ever built: setting up options takes time at every start.</summary>
internal abstract class Verb
{
    private Command? command;

    public static IReadOnlyList<string> Names { get; } = ["check", "ast", "symbols", "explain", "rules", "init", "config", "baseline", "completions", "version", "help"];

    /// <summary>The text of <c>--help</c>.</summary>
    public abstract string Help { get; }

    /// <summary>The text of <c>-h</c>: no longer than a screen.</summary>
    public virtual string ShortHelp => Help;

    /// <summary>What its arguments are, one after the other; the last kind goes for all that follow. Empty where it takes none.</summary>
    public virtual IReadOnlyList<ValueKind> ArgumentKinds => [];

    public Option<bool> HelpOption { get; } = new("--help");

    public Option<bool> ShortHelpOption { get; } = new("-h");

    public Command Command => command ??= Build();

    protected abstract IReadOnlyList<Option> Options { get; }

    protected virtual Argument? Argument => null;

    public static Verb? Find(string name) => name switch
    {
        "check" => new CheckVerb(),
        "ast" => new AstVerb(),
        "symbols" => new SymbolsVerb(),
        "explain" => new ExplainVerb(),
        "rules" => new RulesVerb(),
        "completions" => new CompletionsVerb(),
        "init" => new InitVerb(),
        "baseline" => new BaselineVerb(),
        "config" => new ConfigVerb(),
        "version" => new VersionVerb(),
        _ => null,
    };

    public abstract int Run(ParseResult parsed, Host host);

    private Command Build()
    {
        var built = new Command("pylint-sharp");
        built.Options.Add(HelpOption);
        built.Options.Add(ShortHelpOption);
        foreach (var option in Options)
        {
            built.Options.Add(option);
        }

        if (Argument is { } argument)
        {
            built.Arguments.Add(argument);
        }

        built.TreatUnmatchedTokensAsErrors = false;
        return built;
    }
}
