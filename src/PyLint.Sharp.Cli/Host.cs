using System.Runtime.InteropServices;
using System.Text;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli;

/// <summary>Everything of the outside world that the program touches beside files; tests put something else in its place.</summary>
internal sealed class Host : IDisposable
{
    private readonly List<IDisposable> owned = [];
    private readonly CancellationTokenSource interruption = new();

    /// <summary>Results, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Hints, warnings, errors and logs.</summary>
    public required TextWriter Error { get; init; }

    public required Stream Input { get; init; }

    public required string CurrentDirectory { get; init; }

    public required Func<string, string?> Environment { get; init; }

    /// <summary>The rules that exist; asked only by what needs them, because finding them takes time.</summary>
    public required Func<RuleCatalog> Catalog { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>How long a run takes before it tells how far it is.</summary>
    public TimeSpan ProgressDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The cells of a row of the terminal; null when there is none.</summary>
    public Func<int?> TerminalWidth { get; init; } = () => null;

    /// <summary>Waits for a key; null where there is no keyboard.</summary>
    public Func<char>? ReadKey { get; init; }

    /// <summary>Cancelled by Ctrl-C and by the request to terminate.</summary>
    public CancellationToken Interrupted => interruption.Token;

    /// <summary>The exit code of an interrupted run.</summary>
    public int InterruptedCode { get; private set; } = ExitCodes.Interrupted;

    public static Host OfThisProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        WindowsTerminal.Prepare(isTerminal);
        var host = new Host
        {
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), Utf8, 1024) { AutoFlush = true, NewLine = "\n" },
            Input = Console.OpenStandardInput(),
            CurrentDirectory = Directory.GetCurrentDirectory(),
            Environment = System.Environment.GetEnvironmentVariable,
            Catalog = () => BuiltInRules.Catalog,
            IsOutputTerminal = isTerminal,
            IsErrorTerminal = !Console.IsErrorRedirected,
            ReadKey = Console.IsInputRedirected ? null : () => Console.ReadKey(intercept: true).KeyChar,
            TerminalWidth = () => isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : null,
        };
        host.Listen(PosixSignal.SIGINT, ExitCodes.Interrupted);
        host.Listen(PosixSignal.SIGTERM, ExitCodes.Terminated);
        return host;
    }

    /// <summary>UTF-8 without a byte order mark, whatever the machine's own encoding is.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false);

    /// <summary>Asks everything that runs to end.</summary>
    public void Interrupt(int exitCode)
    {
        InterruptedCode = exitCode;
        interruption.Cancel();
    }

    /// <summary>
    /// Says one line on standard error. It may quote file names and arguments, so it passes the sanitizer. Where nobody can be told,
    /// the run goes on: the exit code still tells.
    /// </summary>
    public void Say(string kind, string message)
    {
        try
        {
            Error.WriteLine($"pylint-sharp: {kind}: {TerminalText.Sanitize(message)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Closed by whoever started the program, or on a full disk.
        }
    }

    /// <summary>Says one line about what went wrong.</summary>
    public void SayError(string message) => Say("error", message);

    public void Dispose()
    {
        foreach (var item in owned)
        {
            item.Dispose();
        }

        interruption.Dispose();
    }

    private void Listen(PosixSignal signal, int exitCode) => owned.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // The second signal is not waited for: whoever sends it has waited long enough.
        context.Cancel = !interruption.IsCancellationRequested;
        Interrupt(exitCode);
    }));
}
