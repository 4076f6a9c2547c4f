namespace PyLint.Sharp.Cli.Files;

/// <summary>What a list of paths stands for.</summary>
/// <param name="Files">The files in the order of their shown paths, each once.</param>
/// <param name="Errors">What could not be found or entered; one line each.</param>
/// <param name="Notes">What was left out and is worth a word; one line each.</param>
internal sealed record DiscoveredFiles(IReadOnlyList<SourceFile> Files, IReadOnlyList<string> Errors, IReadOnlyList<string> Notes);
