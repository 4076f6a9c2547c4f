namespace PyLint.Sharp.Reporting.Text;

/// <summary>One line of a diff.</summary>
/// <param name="Number">Its number in the text that it belongs to.</param>
/// <param name="Sign"><c>-</c> for the old text, <c>+</c> for the new.</param>
/// <param name="Text">The line without its break.</param>
internal sealed record DiffLine(int Number, char Sign, string Text);
