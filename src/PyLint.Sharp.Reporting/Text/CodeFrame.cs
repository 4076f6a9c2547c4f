using System.Globalization;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>Draws the source around a finding, with the finding's places underlined.</summary>
internal sealed class CodeFrame
{
    private readonly SourceLines source;
    private readonly List<Mark> marks;
    private readonly Style primaryStyle;
    private readonly IReadOnlyList<int> lines;
    private readonly MarginBars bars;
    private readonly int room;

    public CodeFrame(SourceLines source, Diagnostic diagnostic, Style primaryStyle, int terminalWidth)
    {
        this.source = source;
        this.primaryStyle = primaryStyle;
        marks = MarksOf(source, diagnostic);
        lines = FrameLines.Choose(source, marks);
        bars = new MarginBars(source, marks, StyleOf);
        GutterWidth = lines.Max(source.NumberOf).ToString(CultureInfo.InvariantCulture).Length;
        room = Math.Max(20, terminalWidth - GutterWidth - " | ".Length - bars.Width);
    }

    /// <summary>The digits of the largest line number.</summary>
    public int GutterWidth { get; }

    public void WriteTo(TerminalWriter output)
    {
        WriteRow(output, "", new CellRow());
        var previous = lines[0];
        foreach (var line in lines)
        {
            if (line > previous + 1 || source.CellOf(line) != source.CellOf(previous))
            {
                WriteGap(output, line - 1, source.CellOf(line) == source.CellOf(previous) ? "" : $" {source.CellOf(line)}");
            }

            WriteLine(output, line);
            previous = line;
        }

        WriteRow(output, "", new CellRow());
    }

    private static List<Mark> MarksOf(SourceLines source, Diagnostic diagnostic)
    {
        // A label on the finding's own place is what stands beside its underline.
        var own = diagnostic.Labels.FirstOrDefault(label => label.Span == diagnostic.Span);
        var marks = new List<Mark> { new(source.Text, diagnostic.Span, own?.Text ?? "", true) };
        foreach (var label in diagnostic.Labels)
        {
            if (label != own)
            {
                marks.Add(new Mark(source.Text, label.Span, label.Text, false));
            }
        }

        return marks;
    }

    private void WriteLine(TerminalWriter output, int line)
    {
        var view = LineView.Of(source[line], FocusOn(line), room);
        WriteSource(output, line, view);
        var underlines = UnderlinesOf(line, view);
        if (underlines.Count > 0)
        {
            foreach (var row in LabelRows.Build(underlines, () => NewRowUnder(line)))
            {
                WriteRow(output, "", row);
            }
        }

        foreach (var row in bars.RowsUnder(line, view))
        {
            WriteRow(output, "", row);
        }
    }

    private void WriteSource(TerminalWriter output, int line, LineView view)
    {
        var margin = new CellRow();
        bars.DrawBeside(margin, line);
        var hasText = view.Row.Width > 0;
        if (hasText)
        {
            margin.Fill(margin.Width, bars.Width, ' ', Style.Plain);
        }

        WriteGutter(output, source.NumberOf(line).ToString(CultureInfo.InvariantCulture), hasText || margin.Width > 0);
        margin.WriteTo(output);
        view.Row.WriteTo(output);
        output.EndLine();
    }

    /// <summary>The cells of a line that must be seen: those of its primary mark, else of all marks that start or end there.</summary>
    private (int Start, int End) FocusOn(int line)
    {
        var onLine = marks.FindAll(mark => mark.StartLine == line || mark.EndLine == line);
        if (onLine.Exists(mark => mark.IsPrimary))
        {
            onLine.RemoveAll(mark => !mark.IsPrimary);
        }

        if (onLine.Count == 0)
        {
            return (0, 0);
        }

        var drawn = source[line];
        return (onLine.Min(mark => StartOn(mark, line, drawn)), onLine.Max(mark => EndOn(mark, line, drawn)));
    }

    private static int StartOn(Mark mark, int line, SourceLine drawn) =>
        drawn.ColumnOf(mark.StartLine == line ? mark.Span.Start : mark.Span.End - 1);

    private static int EndOn(Mark mark, int line, SourceLine drawn) =>
        Math.Max(drawn.ColumnOf(mark.EndLine == line ? mark.Span.End : mark.Span.Start), StartOn(mark, line, drawn) + 1);

    private List<Underline> UnderlinesOf(int line, LineView view)
    {
        var found = new List<Underline>();
        foreach (var mark in marks)
        {
            if (!mark.IsMultiLine && mark.StartLine == line)
            {
                var start = bars.Width + view.ColumnOf(mark.Span.Start);
                var end = Math.Max(start + 1, bars.Width + view.ColumnOf(mark.Span.End));
                found.Add(new Underline(start, end, mark.Sign, mark.Label, StyleOf(mark)));
            }
        }

        return found;
    }

    private CellRow NewRowUnder(int line)
    {
        var row = new CellRow();
        bars.DrawUnder(row, line, []);
        return row;
    }

    /// <summary>Says that lines are left out; where the frame goes on in another cell, in which.</summary>
    private void WriteGap(TerminalWriter output, int lastHiddenLine, string cell)
    {
        var row = new CellRow();
        row.Put(0, $"…{cell}", Style.Frame);
        var margin = new CellRow();
        bars.DrawUnder(margin, lastHiddenLine, []);
        if (margin.Width > 0)
        {
            row.Fill(1, GutterWidth + 3, ' ', Style.Plain);
        }

        row.WriteTo(output);
        margin.WriteTo(output);
        output.EndLine();
    }

    private void WriteRow(TerminalWriter output, string number, CellRow row)
    {
        WriteGutter(output, number, row.Width > 0);
        row.WriteTo(output);
        output.EndLine();
    }

    private void WriteGutter(TerminalWriter output, string number, bool hasMore)
    {
        output.Write(number.PadLeft(GutterWidth) + " |", Style.Frame);
        if (hasMore)
        {
            output.Write(" ");
        }
    }

    private Style StyleOf(Mark mark) => mark.IsPrimary ? primaryStyle : Style.Secondary;
}
