using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// Writes the <c>source</c> of an edited cell. What is left of the old text is copied as it stands in the file, with its escapes and
/// with what separates its strings; in a list each new line becomes a string of its own.
/// </summary>
internal sealed class CellWriter
{
    private readonly Notebook notebook;
    private readonly NotebookCell cell;
    private readonly StringBuilder output = new();
    private bool isBehindString;

    private CellWriter(Notebook notebook, NotebookCell cell) => (this.notebook, this.cell) = (notebook, cell);

    /// <summary>Replaces all between the first quote of the source and the last.</summary>
    public static TextEdit Write(Notebook notebook, NotebookCell cell, ImmutableArray<Piece> pieces)
    {
        var writer = new CellWriter(notebook, cell);
        foreach (var piece in pieces)
        {
            if (piece.IsNew)
            {
                writer.AddLines(piece.NewText);
            }
            else
            {
                writer.Copy(new TextSpan(piece.Origin, piece.Origin + piece.Length));
            }
        }

        var span = new TextSpan(cell.Strings[0].InFile.Start, cell.Strings[^1].InFile.End);
        return Trimmed(notebook.File, new TextEdit(span, writer.output.ToString()));
    }

    private void Copy(TextSpan span)
    {
        Separate();
        output.Append(notebook.File.Slice(notebook.InFile(span)));
        foreach (var (_, end) in cell.Strings)
        {
            isBehindString |= cell.IsList && end == span.End;
        }
    }

    private void AddLines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var found = text.IndexOf('\n', start);
            var end = found < 0 ? text.Length : found + 1;
            Separate();
            JsonEscapes.Append(output, text.AsSpan(start, end - start));
            isBehindString = cell.IsList && found >= 0;
            start = end;
        }
    }

    /// <summary>Ends a string of the list and begins another, as the file does elsewhere.</summary>
    private void Separate()
    {
        if (isBehindString)
        {
            output.Append(Separator());
        }

        isBehindString = false;
    }

    private string Separator()
    {
        if (cell.Strings.Length > 1)
        {
            return notebook.File.ToString(new TextSpan(cell.Strings[0].InFile.End, cell.Strings[1].InFile.Start));
        }

        var lead = notebook.File.ToString(new TextSpan(cell.Source.Start + 1, cell.Strings[0].InFile.Start - 1));
        return $"\",{(lead.Length == 0 ? " " : lead)}\"";
    }

    /// <summary>The same edit without what it leaves as it is, cut between characters.</summary>
    private static TextEdit Trimmed(SourceText file, TextEdit edit)
    {
        var old = file.Slice(edit.Span);
        var text = edit.NewText.AsSpan();
        var start = old.CommonPrefixLength(text);
        start -= start > 0 && char.IsHighSurrogate(old[start - 1]) ? 1 : 0;
        var end = 0;
        while (end < Math.Min(old.Length, text.Length) - start && old[^(end + 1)] == text[^(end + 1)])
        {
            end++;
        }

        end -= end > 0 && char.IsLowSurrogate(old[^end]) ? 1 : 0;
        return new TextEdit(new TextSpan(edit.Span.Start + start, edit.Span.End - end), edit.NewText[start..^end]);
    }
}
