namespace PyLint.Sharp.Reporting.Text;

/// <summary>A mark under one line, in cells.</summary>
/// <param name="Start">The first cell.</param>
/// <param name="End">The cell behind the last one; there is always at least one cell.</param>
/// <param name="Sign">What it is drawn with.</param>
/// <param name="Label">What stands beside it; may be empty.</param>
/// <param name="Style">How both look.</param>
internal sealed record Underline(int Start, int End, char Sign, string Label, Style Style)
{
    /// <summary>The cell behind the label when it stands beside the mark.</summary>
    public int LabelEnd => End + 1 + TerminalText.WidthOf(Label);
}
