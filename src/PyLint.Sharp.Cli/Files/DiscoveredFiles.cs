namespace PyLint.Sharp.Cli.Files;

/// <summary>What a list of paths stands for.</summary>
/// <param name="Files">The files in the order of their shown paths, each once.</param>
/// <param name="Errors">What could not be found or entered; one line each.</param>
/// <param name="Warnings">What is wrong with ignore files; one line each.</param>
/// <param name="Notes">What was left out and is worth a word; one line each.</param>
internal sealed record DiscoveredFiles(
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Notes)
{
    /// <summary>The full paths of links to folders that were entered: what lies behind them lies elsewhere.</summary>
    public IReadOnlyList<string> EnteredLinks { get; init; } = [];

    /// <summary>Says what was noticed on the way, but for the errors.</summary>
    public void SayNotices(Host host)
    {
        foreach (var warning in Warnings)
        {
            host.Say("warning", warning);
        }

        foreach (var note in Notes)
        {
            host.Say("note", note);
        }
    }
}
