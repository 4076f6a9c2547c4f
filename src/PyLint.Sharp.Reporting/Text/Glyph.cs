namespace PyLint.Sharp.Reporting.Text;

/// <summary>One code point as it is drawn.</summary>
/// <param name="Start">Its UTF-16 offset in the text that it comes from.</param>
/// <param name="Length">Its number of UTF-16 code units there.</param>
/// <param name="Text">What is drawn; never a control or invisible character.</param>
/// <param name="Width">How many cells that takes.</param>
/// <param name="IsPicture">True when the code point itself must not be written.</param>
internal readonly record struct Glyph(int Start, int Length, string Text, int Width, bool IsPicture);
