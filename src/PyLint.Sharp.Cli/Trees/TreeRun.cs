using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>One run of <c>ast</c> or <c>symbols</c>: a line for each file, in the order of the paths.</summary>
/// <param name="content">What is written of each.</param>
/// <param name="paths">Files, folders, and <c>-</c>.</param>
/// <param name="configuration">What decides about files and the version of Python.</param>
/// <param name="host">The outside world.</param>
internal sealed class TreeRun(TreeContent content, IReadOnlyList<string> paths, ConfigurationRequest configuration, Host host)
{
    private readonly List<string> errors = [];
    private readonly ConfigurationResolver resolver = new(ConfigurationSource.Open, host.Catalog(), configuration);

    /// <summary>The file for the lines, as the user wrote it; null for standard output.</summary>
    public required string? OutputPath { get; init; }

    /// <summary>How many files at a time.</summary>
    public required int Threads { get; init; }

    public int Run()
    {
        var files = FindFiles();
        using var output = OutputPath is { } path ? OutputTarget.File(Path.GetFullPath(path, host.CurrentDirectory), path) : OutputTarget.Standard(host);
        var exitCode = Write([.. files.Select(PlanOf).OfType<TreePlan>()], output);
        output.Complete();
        errors.AddRange(resolver.Errors.Select(error => error.ToString()));
        errors.ForEach(host.SayError);
        if (files.Count == 0 && errors.Count == 0)
        {
            host.Say("warning", $"no Python files in {string.Join(", ", paths.Select(path => $"`{path}`"))}");
        }

        return errors.Count > 0 && exitCode <= ExitCodes.Findings ? ExitCodes.Trouble : exitCode;
    }

    private List<SourceFile> FindFiles()
    {
        var choice = FileChoice.For(folder => resolver.For(folder) ?? EffectiveSettings.Default, host.CurrentDirectory);
        var discovered = new FileDiscovery(choice, host.CurrentDirectory, host.Environment).Find([.. paths.Where(path => path != "-")], []);
        errors.AddRange(discovered.Errors);
        discovered.SayNotices(host);
        return paths.Contains("-") ? [.. discovered.Files, new SourceFile(null, "<stdin>")] : [.. discovered.Files];
    }

    /// <summary>Null where the configuration has an error: then it isn't known how the file is to be read.</summary>
    private TreePlan? PlanOf(SourceFile file)
    {
        var folder = file.FullPath is { } path ? Path.GetDirectoryName(path)! : host.CurrentDirectory;
        return resolver.For(folder) is { } settings ? new TreePlan(file, settings.Target, settings.Get(SettingTable.MaxFileSize)) : null;
    }

    private int Write(List<TreePlan> files, OutputTarget output)
    {
        var (written, exitCode) = (0, ExitCodes.Clean);
        var lines = new TreeLines(new InputReader(host.Input), content);
        foreach (var line in new OrderedWork<TreePlan, TreeLine>(files, lines.Of, host.Interrupted).Run(Threads))
        {
            output.Stream.Write(line.Json.Span);
            exitCode = Math.Max(exitCode, line.ExitCode);
            written++;
        }

        return written < files.Count ? host.InterruptedCode : exitCode;
    }
}
