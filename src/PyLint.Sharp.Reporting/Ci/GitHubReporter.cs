using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// Annotations for GitHub. A step may set ten of each kind, so the first ten errors, warnings and notices are shown, and one more notice
/// tells how many there are beyond.
/// </summary>
public sealed class GitHubReporter : IReporter
{
    private const string Tool = "pylint-sharp";

    /// <summary>What the runner takes from one step; it drops the rest without a word.</summary>
    private const int MostOfAKind = 10;

    private static readonly string[] Kinds = ["error", "warning", "notice"];

    private readonly TextWriter output;
    private readonly RepositoryPaths paths;
    private readonly List<string>[] commands = [[], [], []];
    private readonly int[] counts = new int[Kinds.Length];

    /// <summary>Creates a reporter that writes to <paramref name="output"/>.</summary>
    public GitHubReporter(TextWriter output, RepositoryPaths paths)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(paths);
        (this.output, this.paths) = (output, paths);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        foreach (var diagnostic in file.Diagnostics)
        {
            var kind = KindOf(diagnostic);
            counts[kind]++;
            if (commands[kind].Count < MostOfAKind)
            {
                commands[kind].Add(CommandOf(file, diagnostic, Kinds[kind]));
            }
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var isFull = counts.Any(count => count > MostOfAKind);
        if (isFull || summary.NotShown > 0)
        {
            // The line about the rest is a notice itself.
            commands[^1] = [.. commands[^1].Take(MostOfAKind - 1)];
            var left = counts.Sum() - commands.Sum(list => list.Count) + summary.NotShown;
            var reason = isFull ? "GitHub takes ten annotations of a kind from one step." : "--max-diagnostics none shows all.";
            commands[^1].Add(WorkflowCommand.Notice(Tool, $"{Words.Count(left, "more finding")} not shown here: {reason}"));
        }

        foreach (var command in commands.SelectMany(list => list))
        {
            output.Write(command);
            output.Write('\n');
        }

        output.Flush();
    }

    private string CommandOf(FileReport file, Diagnostic diagnostic, string kind)
    {
        var (start, end) = (file.Text.PositionOf(diagnostic.Span.Start), file.Text.PositionOf(diagnostic.Span.End));
        var text = string.IsNullOrWhiteSpace(diagnostic.Help) ? diagnostic.Message : $"{diagnostic.Message}\n  help: {diagnostic.Help}";
        return WorkflowCommand.Annotation(kind, $"{Tool} ({diagnostic.Descriptor.Code})", paths.Of(file.Path), start, end, text);
    }

    private static int KindOf(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        _ when diagnostic.IsFault() => 0,
        Severity.Error => 0,
        Severity.Warning => 1,
        _ => 2,
    };
}
