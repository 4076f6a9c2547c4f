using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// Where the characters of the checked text stand in the file. A run is text that the file writes as it is, or a single escape; a
/// place between two runs belongs to the later one when something starts there, and to the earlier one when something ends there.
/// </summary>
internal sealed class PositionRuns
{
    private readonly List<Run> runs = [];

    /// <summary>Adds what follows in the checked text.</summary>
    public void Add(int textStart, int textLength, int fileStart, int fileLength)
    {
        if (runs.Count > 0 && textLength == fileLength && runs[^1] is var last && last.TextLength == last.FileLength
            && last.TextStart + last.TextLength == textStart && last.FileStart + last.FileLength == fileStart)
        {
            runs[^1] = last with { TextLength = last.TextLength + textLength, FileLength = last.FileLength + fileLength };
        }
        else
        {
            runs.Add(new Run(textStart, textLength, fileStart, fileLength));
        }
    }

    /// <summary>The span in the file.</summary>
    public TextSpan InFile(TextSpan span)
    {
        var start = RunAt(span.Start).PlaceOf(span.Start);
        return new TextSpan(start, span.IsEmpty ? start : Math.Max(start, RunAt(span.End - 1).PlaceOf(span.End)));
    }

    private Run RunAt(int offset)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].TextStart <= offset ? (middle, high) : (low, middle - 1);
        }

        return runs.Count == 0 ? default : runs[low];
    }

    private readonly record struct Run(int TextStart, int TextLength, int FileStart, int FileLength)
    {
        public int PlaceOf(int offset) =>
            offset - TextStart >= TextLength ? FileStart + FileLength
            : TextLength == FileLength ? FileStart + (offset - TextStart)
            : FileStart;
    }
}
