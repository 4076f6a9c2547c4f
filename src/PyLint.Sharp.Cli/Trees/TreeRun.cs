using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Output;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>One run of <c>ast</c> or <c>symbols</c>: a line for each file, in the order of the paths.</summary>
/// <param name="content">What is written of each.</param>
/// <param name="paths">Files, folders, and <c>-</c>.</param>
/// <param name="outputPath">The file for the lines; null for standard output.</param>
/// <param name="threads">How many files at a time.</param>
/// <param name="host">The outside world.</param>
internal sealed class TreeRun(TreeContent content, IReadOnlyList<string> paths, string? outputPath, int threads, Host host)
{
    private readonly List<string> errors = [];

    public int Run()
    {
        var files = FindFiles();
        using var output = outputPath is { } path ? OutputTarget.File(path) : OutputTarget.Standard(host);
        var exitCode = Write(files, output);
        output.Complete();
        errors.ForEach(host.SayError);
        if (files.Count == 0 && errors.Count == 0)
        {
            host.Say("warning", $"no Python files in {string.Join(", ", paths.Select(path => $"`{path}`"))}");
        }

        return errors.Count > 0 && exitCode <= ExitCodes.Findings ? ExitCodes.Trouble : exitCode;
    }

    private List<SourceFile> FindFiles()
    {
        var discovered = new FileDiscovery(FileChoice.Default, host.CurrentDirectory, host.Environment).Find([.. paths.Where(path => path != "-")], []);
        errors.AddRange(discovered.Errors);
        discovered.SayNotices(host);
        return paths.Contains("-") ? [.. discovered.Files, new SourceFile(null, "<stdin>")] : [.. discovered.Files];
    }

    private int Write(List<SourceFile> files, OutputTarget output)
    {
        var (written, exitCode) = (0, ExitCodes.Clean);
        var lines = new TreeLines(new InputReader(host.Input), content);
        foreach (var line in new OrderedWork<SourceFile, TreeLine>(files, lines.Of, host.Interrupted).Run(threads))
        {
            output.Stream.Write(line.Json.Span);
            exitCode = Math.Max(exitCode, line.ExitCode);
            written++;
        }

        return written < files.Count ? host.InterruptedCode : exitCode;
    }
}
