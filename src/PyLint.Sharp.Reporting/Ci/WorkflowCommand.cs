using System.Globalization;
using System.Text;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// Lines of output that GitHub's runner takes for orders, <c>::error file=a.py,line=1::text</c>. Whatever stands in a property or in the
/// text can end neither, and no control character reaches the log.
/// </summary>
internal static class WorkflowCommand
{
    /// <summary>Begins an order in the runner's older notation, wherever in a line it stands.</summary>
    public const string OldPrefix = "##[";

    /// <summary>An annotation of a place. A span over several lines has no columns: the runner would apply them to one line.</summary>
    public static string Annotation(string kind, string title, string path, LinePosition start, LinePosition end, string text)
    {
        var place = start.Line == end.Line
            ? string.Create(CultureInfo.InvariantCulture, $"line={start.Line},endLine={end.Line},col={start.Column},endColumn={end.Column}")
            : string.Create(CultureInfo.InvariantCulture, $"line={start.Line},endLine={end.Line}");
        return $"::{kind} title={Property(title)},file={Property(path)},{place}::{Data(text)}";
    }

    /// <summary>An annotation of the run as a whole.</summary>
    public static string Notice(string title, string text) => $"::notice title={Property(title)}::{Data(text)}";

    private static string Data(string text) => Escape(text, "%");

    private static string Property(string text) => Escape(text, "%:,");

    private static string Escape(string text, string marks)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var line in text.EnumerateLines())
        {
            foreach (var character in TerminalText.Sanitize(line.ToString()))
            {
                _ = marks.Contains(character, StringComparison.Ordinal)
                    ? escaped.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}")
                    : escaped.Append(character);
            }

            escaped.Append("%0A");
        }

        return escaped.ToString(0, Math.Max(0, escaped.Length - "%0A".Length));
    }
}
