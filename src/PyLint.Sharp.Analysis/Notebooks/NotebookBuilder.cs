using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>Puts the Python of a notebook together, cell by cell.</summary>
internal sealed class NotebookBuilder(SourceText file, Utf8Offsets offsets)
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder shown = new();
    private readonly StringBuilder cellText = new();
    private readonly List<(int Text, int File, int Length)> units = [];

    public PositionRuns Runs { get; } = new();

    public ImmutableArray<NotebookCell>.Builder Cells { get; } = ImmutableArray.CreateBuilder<NotebookCell>();

    public ImmutableArray<Magic>.Builder Magics { get; } = ImmutableArray.CreateBuilder<Magic>();

    /// <summary>The cells so far, each with a line break behind it.</summary>
    public string Text => text.ToString();

    /// <summary>The same with the magics as they are written.</summary>
    public string Shown => shown.ToString();

    /// <summary>Adds a cell with code, unless a magic hands it to something else than Python.</summary>
    public void Add(int number, ScannedCell cell)
    {
        var start = text.Length;
        cellText.Clear();
        units.Clear();
        var source = InFile(cell.Source);
        var strings = ImmutableArray.CreateBuilder<(TextSpan, int)>(cell.Strings.Count);
        foreach (var bytes in cell.Strings)
        {
            var place = InFile(bytes);
            Decode(place);
            strings.Add((place, start + cellText.Length));
        }

        var content = Whole(cellText.ToString());
        var magics = MagicLines.Of(content);
        if (magics.HidesCell)
        {
            return;
        }

        text.Append(content).Append('\n');
        shown.Append(content).Append('\n');
        foreach (var (span, code) in magics.Found)
        {
            text.Remove(start + span.Start, span.Length).Insert(start + span.Start, code);
            Magics.Add(new Magic(new TextSpan(start + span.Start, start + span.End), code));
        }

        AddRuns(start, strings.Count > 0 ? InFile(cell.Strings[0]).Start : source.Start);
        Cells.Add(new NotebookCell(number, new TextSpan(start, start + content.Length), start + magics.BodyStart)
        {
            Source = source,
            IsList = cell.IsList,
            Strings = strings.MoveToImmutable(),
        });
    }

    private void Decode(TextSpan place)
    {
        var at = place.Start;
        foreach (var (value, length) in new JsonUnits(file.Slice(place)))
        {
            units.Add((cellText.Length, at, length));
            cellText.Append(value);
            at += length;
        }
    }

    /// <summary>No text holds half a character, though escapes can write one: it becomes U+FFFD, as it would in bytes.</summary>
    private static string Whole(string content)
    {
        if (!content.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return content;
        }

        var whole = content.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(whole[i]))
            {
                whole[i] = '\uFFFD';
            }
        }

        return new string(whole);
    }

    private void AddRuns(int start, int first)
    {
        Runs.Add(start, 0, first, 0);
        foreach (var (at, place, length) in units)
        {
            Runs.Add(start + at, 1, place, length);
        }
    }

    private TextSpan InFile(TextSpan bytes)
    {
        var start = offsets.UnitsBefore(bytes.Start);
        return new TextSpan(start, offsets.UnitsBefore(bytes.End));
    }
}
