using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// A Jupyter notebook as Python: the code cells one below the other, with a line break behind each, and what only IPython understands
/// replaced by code of the same length. Knows for each place of that text the cell and the place in the file. Immutable.
/// </summary>
public sealed class Notebook
{
    private readonly PositionRuns runs;

    private Notebook(SourceText file, NotebookBuilder builder)
    {
        File = file;
        Text = SourceText.From(builder.Text, file.Path);
        Shown = SourceText.From(builder.Shown, file.Path);
        Cells = builder.Cells.ToImmutable();
        Magics = builder.Magics.ToImmutable();
        runs = builder.Runs;
    }

    /// <summary>The Python of the notebook.</summary>
    public SourceText Text { get; }

    /// <summary>The cells as they are written, with the same offsets: what to show of <see cref="Text"/>.</summary>
    public SourceText Shown { get; }

    /// <summary>The file: JSON.</summary>
    public SourceText File { get; }

    /// <summary>The cells whose code is in <see cref="Text"/>.</summary>
    internal ImmutableArray<NotebookCell> Cells { get; }

    /// <summary>What in <see cref="Text"/> stands for something else.</summary>
    internal ImmutableArray<Magic> Magics { get; }

    /// <summary>True for the path of a notebook: one that ends in <c>.ipynb</c>.</summary>
    public static bool IsNotebook(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a file of nbformat 4. Never throws, whatever the bytes are.</summary>
    public static NotebookReading Read(byte[] bytes, string path)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var file = SourceText.Decode(bytes, path);
        if (!file.EncodingErrors.IsEmpty)
        {
            return new NotebookReading(file, null, NotebookProblems.Undecodable(file.EncodingErrors[0]));
        }

        var json = bytes.AsMemory(file.Encoding.HasByteOrderMark ? Encoding.UTF8.Preamble.Length : 0);
        var offsets = new Utf8Offsets(json);
        try
        {
            var scan = new NotebookScan(json.Span);
            scan.Read();
            return scan is { Format: { } format and not 4 }
                ? Failed(NotebookProblems.OtherFormat(Span(scan.FormatPlace), format))
                : new NotebookReading(file, Build(file, scan, offsets), null);
        }
        catch (JsonException exception)
        {
            return Malformed(OffsetOf(exception, json.Span), "this is not JSON");
        }
        catch (NotebookException exception)
        {
            return Malformed(exception.Offset, exception.Message);
        }

        NotebookReading Failed(Diagnostic problem) => new(file, null, problem);
        NotebookReading Malformed(int offset, string problem) => Failed(NotebookProblems.Malformed(file, offsets.UnitsBefore(offset), problem));
        TextSpan Span(TextSpan bytes) => new(offsets.UnitsBefore(bytes.Start), offsets.UnitsBefore(bytes.End));
    }

    /// <summary>The place in the file of a span of <see cref="Text"/>.</summary>
    public TextSpan InFile(TextSpan span) => runs.InFile(span);

    /// <summary>A finding in <see cref="Text"/> as one in <see cref="File"/>, its fix included.</summary>
    public Diagnostic InFile(Diagnostic finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var labels = finding.Labels.ToBuilder();
        for (var i = 0; i < labels.Count; i++)
        {
            labels[i] = labels[i] with { Span = InFile(labels[i].Span) };
        }

        return finding with
        {
            Span = InFile(finding.Span),
            Labels = labels.ToImmutable(),
            Resolution = finding.Resolution?.Moved(InFile),
            Fix = finding.Fix is { } fix ? fix with { Edits = new NotebookDraft(this).After([fix]).EditsOfFile() } : null,
            SuppressLine = finding.SuppressLine is { } line ? File.LineOf(InFile(new TextSpan(Text.LineStart(line), Text.LineStart(line))).Start) : null,
        };
    }

    /// <summary>The place of an offset of <see cref="Text"/> in its cell; null where no cell has Python.</summary>
    public CellPosition? PositionOf(int offset)
    {
        if (CellAt(offset) is not { } cell)
        {
            return null;
        }

        var (line, column) = Text.PositionOf(Math.Min(offset, cell.Span.End));
        return new CellPosition(cell.Number, new LinePosition(line - Text.LineOf(cell.Span.Start) + 1, column), cell.Span.Start);
    }

    /// <summary>The lines of <see cref="Text"/>, counted from 1, of the cell that a line belongs to; all lines where no cell has Python.</summary>
    public (int First, int Last) LinesAround(int line) =>
        CellAt(Text.LineStart(line)) is { } cell ? (Text.LineOf(cell.Span.Start), Text.LineOf(cell.Span.End)) : (1, Text.LineCount);

    private NotebookCell? CellAt(int offset)
    {
        var (low, high) = (0, Cells.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Cells[middle].Span.Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return Cells.IsEmpty ? null : Cells[low];
    }

    private static Notebook Build(SourceText file, NotebookScan scan, Utf8Offsets offsets)
    {
        if (scan.Cells is not { } cells || scan.Format is null)
        {
            throw new NotebookException($"a notebook has `{(scan.Format is null ? "nbformat" : "cells")}`, and this has not", 0);
        }

        var builder = new NotebookBuilder(file, offsets);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].IsCode && IsPython(cells[i].Language ?? scan.LanguageInfo ?? scan.KernelLanguage))
            {
                builder.Add(i + 1, cells[i]);
            }
        }

        return new Notebook(file, builder);
    }

    /// <summary>Where nothing names a language it is Python, as it was in the first notebooks.</summary>
    private static bool IsPython(string? language) =>
        language is null || language.StartsWith("python", StringComparison.OrdinalIgnoreCase) || language.Equals("ipython", StringComparison.OrdinalIgnoreCase);

    private static int OffsetOf(JsonException exception, ReadOnlySpan<byte> json)
    {
        var start = 0;
        for (var line = 0L; line < exception.LineNumber && json[start..].IndexOf((byte)'\n') is >= 0 and var length; line++)
        {
            start += length + 1;
        }

        return start + (int)(exception.BytePositionInLine ?? 0);
    }
}
