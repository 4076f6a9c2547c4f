using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>A stretch of an edited text: taken from the original, or new.</summary>
/// <param name="Origin">Where in the original it begins; negative for new text.</param>
/// <param name="NewText">What was put there; empty for a stretch of the original.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
internal readonly record struct Piece(int Origin, string NewText, int Length)
{
    public bool IsNew => Origin < 0;

    public static Piece Of(string newText) => new(-1, newText, newText.Length);

    public Piece Part(int start, int end) => IsNew ? Of(NewText[start..end]) : new Piece(Origin + start, "", end - start);
}

/// <summary>A text after edits, as pieces: it still knows which of its characters are the original ones. Immutable.</summary>
internal sealed class PieceTable
{
    private readonly ImmutableArray<Piece> pieces;

    private PieceTable(ImmutableArray<Piece> pieces) => this.pieces = pieces;

    /// <summary>A text without edits.</summary>
    public static PieceTable Of(int length) => new([new Piece(0, "", length)]);

    /// <summary>The text after further edits, which are in its own offsets, in source order and without overlap.</summary>
    public PieceTable With(IReadOnlyList<TextEdit> edits)
    {
        var changed = ImmutableArray.CreateBuilder<Piece>();
        var at = 0;
        foreach (var edit in edits)
        {
            AddPart(changed, at, edit.Span.Start);
            if (edit.NewText.Length > 0)
            {
                changed.Add(Piece.Of(edit.NewText));
            }

            at = edit.Span.End;
        }

        AddPart(changed, at, int.MaxValue);
        return new PieceTable(changed.ToImmutable());
    }

    /// <summary>The pieces of a span of the text.</summary>
    public ImmutableArray<Piece> Part(TextSpan span)
    {
        var part = ImmutableArray.CreateBuilder<Piece>();
        AddPart(part, span.Start, span.End);
        return part.ToImmutable();
    }

    /// <summary>Where a character of the original now is. It must still be there.</summary>
    public int PlaceOf(int origin)
    {
        var start = 0;
        foreach (var piece in pieces)
        {
            if (!piece.IsNew && piece.Origin <= origin && origin < piece.Origin + piece.Length)
            {
                return start + origin - piece.Origin;
            }

            start += piece.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(origin), origin, "this character was replaced");
    }

    private void AddPart(ImmutableArray<Piece>.Builder output, int from, int to)
    {
        var start = 0;
        foreach (var piece in pieces)
        {
            var (first, last) = (Math.Max(from - start, 0), Math.Min((long)to - start, piece.Length));
            if (first < last)
            {
                output.Add(piece.Part(first, (int)last));
            }

            start += piece.Length;
        }
    }
}
