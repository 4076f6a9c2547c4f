using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Diffs;

/// <summary>
/// What the fixes would change, and nothing else. Each file's lines have the bytes of its own encoding, so that <c>git apply</c> finds
/// them; only for a terminal they are made harmless.
/// </summary>
public sealed class DiffReporter(Stream output, TextOptions? terminal) : IReporter
{
    private readonly TerminalWriter? writer = terminal is null ? null : new TerminalWriter(new StreamWriter(output, leaveOpen: true) { NewLine = "\n" }, terminal.HasColor);

    /// <summary>
    /// Where a build server reads along that obeys what a line says, and nothing keeps it from doing so: is told of each file whose patch is
    /// left out because it would be obeyed. Null where nobody does.
    /// </summary>
    public Action<string>? LeaveOut { get; init; }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        if (file.Before is not { } before)
        {
            return;
        }

        // The names are the system's, the lines the file's.
        var encoding = System.Text.Encoding.UTF8;
        var mark = before.Encoding.HasByteOrderMark && writer is null ? "\uFEFF" : "";
        var lines = UnifiedDiff.Lines(file.Path, mark + before.Content, mark + file.Text.Content);
        if (LeaveOut is not null && lines.Any(TerminalText.HasOrder))
        {
            LeaveOut(file.Path);
            return;
        }

        foreach (var line in lines)
        {
            if (writer is null)
            {
                encoding = line[0] == '@' ? file.Text.Encoding.Codec : encoding;
                output.Write(encoding.GetBytes(line));
            }
            else
            {
                writer.WriteLine(line.TrimEnd('\r', '\n'), StyleOf(line));
            }
        }

        writer?.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary) => output.Flush();

    private static Style StyleOf(string line) => line[0] switch
    {
        '+' => Style.Added,
        '-' => Style.Removed,
        _ => Style.Plain,
    };
}
