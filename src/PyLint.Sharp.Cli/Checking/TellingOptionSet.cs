using System.CommandLine;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>The options about what is told on the way.</summary>
internal sealed class TellingOptionSet
{
    private readonly Option<bool> timing = new("--timing");
    private readonly Option<bool> noProgress = new("--no-progress");

    public IReadOnlyList<Option> Options => [timing, noProgress];

    public TellingSettings Read(ParseResult parsed) => new()
    {
        ShowsProgress = !parsed.GetValue(noProgress),
        ShowsTiming = parsed.GetValue(timing),
    };
}
