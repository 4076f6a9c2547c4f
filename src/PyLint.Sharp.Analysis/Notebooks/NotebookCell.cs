using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>A cell with Python in it.</summary>
/// <param name="Number">Its place among all cells, counted from 1.</param>
/// <param name="Span">Its lines in <see cref="Notebook.Text"/>, without the line break that follows.</param>
/// <param name="BodyStart">Where its code begins there: behind the line of a magic for the whole cell.</param>
internal sealed record NotebookCell(int Number, TextSpan Span, int BodyStart)
{
    /// <summary>The value of <c>source</c> in the file.</summary>
    public required TextSpan Source { get; init; }

    /// <summary>True where that is a list, usually with a string for each line.</summary>
    public required bool IsList { get; init; }

    /// <summary>The strings of it, without their quotes: in the file, and how far their text reaches in <see cref="Notebook.Text"/>.</summary>
    public required ImmutableArray<(TextSpan InFile, int TextEnd)> Strings { get; init; }
}
