using System.CommandLine;
using System.Globalization;
using PyLint.Sharp.Cli.Verbs;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Output;

/// <summary>The options that say how text for people looks.</summary>
internal sealed class TextOptionSet
{
    private const int DefaultWidth = 80;

    private readonly ValueOption color = Values.Option(ValueKind.Choice("auto", "always", "never"), "--color");
    private readonly ValueOption width = Values.Option("--width");

    public IReadOnlyList<Option> Options => [color, width];

    /// <exception cref="UsageException">A value means nothing.</exception>
    public TextOptions Read(ParseResult parsed, Host host, bool isForFile = false) => new()
    {
        HasColor = parsed.Choice(color) switch
        {
            "always" => true,
            "never" => false,
            _ => !isForFile && ColorDecision.Decide(host.Environment, host.IsOutputTerminal),
        },
        Width = parsed.Count(width) ?? WidthOf(host, host.IsOutputTerminal && !isForFile),
    };

    private static int WidthOf(Host host, bool isTerminal)
    {
        var columns = host.Environment("COLUMNS");
        var isStated = int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > 0;
        return isStated ? stated : (isTerminal ? host.TerminalWidth() : null) ?? DefaultWidth;
    }
}
