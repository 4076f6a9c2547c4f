namespace PyLint.Sharp.Reporting.Text;

/// <summary>A piece of text as it is drawn: a run of characters that need no care, or one code point.</summary>
/// <param name="text">What is drawn; never a control or invisible character.</param>
/// <param name="length">How many UTF-16 code units it stands for.</param>
/// <param name="width">How many cells it takes.</param>
/// <param name="isPicture">True when the code point itself must not be written.</param>
internal readonly ref struct Piece(ReadOnlySpan<char> text, int length, int width, bool isPicture)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public int Length { get; } = length;

    public int Width { get; } = width;

    public bool IsPicture { get; } = isPicture;
}
