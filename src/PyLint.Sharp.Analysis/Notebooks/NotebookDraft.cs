using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// A notebook while it is fixed: knows where its cells are after some fixes, and which further ones it can take. The line breaks between
/// cells, and lines with a magic, are never edited, so they tell where everything else is. Immutable.
/// </summary>
public sealed class NotebookDraft
{
    private readonly Notebook notebook;
    private readonly PieceTable pieces;

    /// <summary>The cells as they are now.</summary>
    private readonly ImmutableArray<(TextSpan Span, int BodyStart, bool HasStrings)> cells;

    /// <summary>The magics, and each with the lines that it stands on, break included.</summary>
    private readonly ImmutableArray<(TextSpan Span, TextSpan Lines)> magics;

    /// <summary>A notebook without any fix.</summary>
    public NotebookDraft(Notebook notebook)
        : this(notebook ?? throw new ArgumentNullException(nameof(notebook)), PieceTable.Of(notebook.Text.Length))
    {
    }

    private NotebookDraft(Notebook notebook, PieceTable pieces)
    {
        (this.notebook, this.pieces) = (notebook, pieces);
        cells = CellsNow();
        magics = MagicsNow();
    }

    /// <summary>
    /// What an analyzer says about the text as it is now, without what it says about the placeholders of magics, without fixes that
    /// would cross the border of a cell or touch a magic, and with each place inside of one cell.
    /// </summary>
    public AnalysisResult Confine(AnalysisResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result with { Diagnostics = Confine(result.Diagnostics), Suppressed = Confine(result.Suppressed) };
    }

    /// <summary>The draft after fixes that <see cref="Confine(AnalysisResult)"/> let pass; none meets another.</summary>
    public NotebookDraft After(ImmutableArray<Fix> fixes)
    {
        var edits = new List<TextEdit>();
        foreach (var fix in fixes)
        {
            edits.AddRange(fix.Edits);
        }

        edits.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return new NotebookDraft(notebook, pieces.With(edits));
    }

    /// <summary>The whole file with the fixes; outside of changed source lines not a byte differs from the old file. Null where it cannot be encoded.</summary>
    public byte[]? ToBytes()
    {
        var content = new StringBuilder(notebook.File.Length);
        var at = 0;
        foreach (var edit in EditsOfFile())
        {
            content.Append(notebook.File.Slice(new TextSpan(at, edit.Span.Start))).Append(edit.NewText);
            at = edit.Span.End;
        }

        content.Append(notebook.File.Slice(new TextSpan(at, notebook.File.Length)));
        return notebook.File.WithContent(content.ToString()).Encode();
    }

    /// <summary>What the fixes change in the file: an edit for each changed cell.</summary>
    internal ImmutableArray<TextEdit> EditsOfFile()
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var i = 0; i < cells.Length; i++)
        {
            var now = pieces.Part(cells[i].Span);
            var cell = notebook.Cells[i];
            var isSame = now.IsEmpty ? cell.Span.IsEmpty : now.Length == 1 && now[0].Origin == cell.Span.Start && now[0].Length == cell.Span.Length;
            if (!isSame)
            {
                edits.Add(CellWriter.Write(notebook, cell, now));
            }
        }

        return edits.ToImmutable();
    }

    private ImmutableArray<(TextSpan, int, bool)> CellsNow()
    {
        var now = ImmutableArray.CreateBuilder<(TextSpan, int, bool)>(notebook.Cells.Length);
        var start = 0;
        foreach (var cell in notebook.Cells)
        {
            var end = pieces.PlaceOf(cell.Span.End);
            var body = cell.BodyStart == cell.Span.Start ? start : pieces.PlaceOf(cell.BodyStart - 1) + 1;
            now.Add((new TextSpan(start, end), body, !cell.Strings.IsEmpty));
            start = end + 1;
        }

        return now.MoveToImmutable();
    }

    private ImmutableArray<(TextSpan, TextSpan)> MagicsNow()
    {
        var now = ImmutableArray.CreateBuilder<(TextSpan, TextSpan)>(notebook.Magics.Length);
        var text = notebook.Text;
        foreach (var magic in notebook.Magics)
        {
            var line = text.LineOf(magic.Span.Start);
            var lines = new TextSpan(pieces.PlaceOf(text.LineStart(line)), pieces.PlaceOf(text.LineStart(line + 1) - 1) + 1);
            var start = lines.Start + magic.Span.Start - text.LineStart(line);
            now.Add((new TextSpan(start, start + magic.Span.Length), lines));
        }

        return now.MoveToImmutable();
    }

    private ImmutableArray<Diagnostic> Confine(ImmutableArray<Diagnostic> findings)
    {
        var confined = ImmutableArray.CreateBuilder<Diagnostic>(findings.Length);
        foreach (var finding in findings)
        {
            if (finding.Descriptor.Area == SkillArea.Engine || !IsAboutMagic(finding.Span))
            {
                confined.Add(Confine(finding));
            }
        }

        return confined.ToImmutable().Sort(DiagnosticOrder.Instance);
    }

    private Diagnostic Confine(Diagnostic finding)
    {
        var labels = finding.Labels.ToBuilder();
        for (var i = 0; i < labels.Count; i++)
        {
            labels[i] = labels[i] with { Span = InOneCell(labels[i].Span) };
        }

        return finding with
        {
            Span = InOneCell(finding.Span),
            Labels = labels.ToImmutable(),
            Fix = finding.Fix is { } fix && Allows(fix) ? fix : null,
        };
    }

    private bool IsAboutMagic(TextSpan span)
    {
        foreach (var magic in magics)
        {
            if (magic.Span.Contains(span))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan InOneCell(TextSpan span)
    {
        if (cells.IsEmpty)
        {
            return span;
        }

        var end = cells[CellAt(span.Start)].Span.End;
        var start = Math.Min(span.Start, end);
        return new TextSpan(start, Math.Clamp(span.End, start, end));
    }

    private bool Allows(Fix fix)
    {
        foreach (var edit in fix.Edits)
        {
            if (!Allows(edit))
            {
                return false;
            }
        }

        return true;
    }

    private bool Allows(TextEdit edit)
    {
        var cell = cells.IsEmpty ? default : cells[CellAt(edit.Span.Start)];
        if (!cell.HasStrings || edit.Span.Start < cell.BodyStart || edit.Span.End > cell.Span.End)
        {
            return false;
        }

        foreach (var (_, lines) in magics)
        {
            var isBeside = edit.Span.End <= lines.Start || edit.Span.Start >= lines.End;
            if (!isBeside || (edit.Span.IsEmpty && edit.Span.Start == lines.Start && !edit.NewText.EndsWith('\n')))
            {
                return false;
            }
        }

        return true;
    }

    private int CellAt(int offset)
    {
        var (low, high) = (0, cells.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = cells[middle].Span.Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
