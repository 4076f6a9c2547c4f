namespace PyLint.Sharp.Cli.Trees;

/// <summary>What is printed for one file.</summary>
/// <param name="Json">UTF-8, with the line's end.</param>
/// <param name="ExitCode">What the program's exit code is at least.</param>
internal sealed record TreeLine(ReadOnlyMemory<byte> Json, int ExitCode);
