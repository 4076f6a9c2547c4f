using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>The lines of one file as they are drawn; each is laid out once, however many findings it has.</summary>
internal sealed class SourceLines(FileReport file)
{
    private readonly Dictionary<int, SourceLine> lines = [];

    public SourceText Text => file.Text;

    /// <summary>The number that people know a line by: in a notebook that in its cell.</summary>
    public int NumberOf(int line) => line - LinesAround(line).First + 1;

    /// <summary>A place for people.</summary>
    public string PlaceOf(int offset) => file.PlaceOf(offset);

    /// <summary>The name of the cell that a line is in; null where the file is no notebook.</summary>
    public string? CellOf(int line) => file.Notebook?.PositionOf(Text.LineStart(line)) is { } place ? $"cell {place.Cell}" : null;

    /// <summary>The first and the last of the lines that a line may be shown with.</summary>
    public (int First, int Last) LinesAround(int line) => file.Notebook?.LinesAround(line) ?? (1, Text.LineCount);

    public SourceLine this[int line]
    {
        get
        {
            if (!lines.TryGetValue(line, out var found))
            {
                found = new SourceLine(file.Notebook?.Shown ?? file.Text, line);
                lines.Add(line, found);
            }

            return found;
        }
    }
}
