using System.Diagnostics;

namespace PyLint.Sharp.Cli.Output;

/// <summary>
/// One line on a terminal that tells how far a long run is. It must be hidden before anything else is written: results may go to the
/// same terminal.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="total">How many files there are.</param>
/// <param name="delay">How long a run takes before it is worth a line.</param>
internal sealed class ProgressLine(TextWriter terminal, int total, TimeSpan delay)
{
    private const string Erase = "\r\e[K";

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private bool isShown;

    /// <summary>The line of a run, or null where nobody would see it or wants to.</summary>
    public static ProgressLine? For(Host host, int total, bool isWanted) =>
        isWanted && host.IsErrorTerminal && string.IsNullOrEmpty(host.Environment("CI")) ? new ProgressLine(host.Error, total, host.ProgressDelay) : null;

    public void Show(int done)
    {
        if (watch.Elapsed >= delay)
        {
            terminal.Write($"{Erase}checked {done} of {total} files");
            isShown = true;
        }
    }

    public void Hide()
    {
        if (isShown)
        {
            terminal.Write(Erase);
            isShown = false;
        }
    }
}
