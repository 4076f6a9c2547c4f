using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>A place as the reader of a notebook counts it.</summary>
/// <param name="Cell">The cell, counted from 1 among all cells of the notebook.</param>
/// <param name="Position">Line and column in the cell.</param>
/// <param name="Start">Offset of the cell in the text that is checked, in UTF-16 code units.</param>
public readonly record struct CellPosition(int Cell, LinePosition Position, int Start)
{
    /// <summary>The place as <c>cell 3:2:5</c>.</summary>
    public override string ToString() => $"cell {Cell}:{Position}";
}
