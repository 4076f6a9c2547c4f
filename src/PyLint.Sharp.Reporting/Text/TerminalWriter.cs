namespace PyLint.Sharp.Reporting.Text;

/// <summary>
/// The only way to a terminal: everything that is written passes <see cref="TerminalText"/>, and the only control characters that
/// come out are line feeds and this class's own colours.
/// </summary>
internal sealed class TerminalWriter(TextWriter output, bool hasColor)
{
    public void Write(ReadOnlySpan<char> text, Style style = Style.Plain)
    {
        var isStyled = hasColor && style != Style.Plain && text.Length > 0;
        if (isStyled)
        {
            output.Write(CodeOf(style));
        }

        for (var start = 0; start < text.Length;)
        {
            var piece = TerminalText.PieceAt(text, start);
            output.Write(piece.Text);
            start += piece.Length;
        }

        if (isStyled)
        {
            output.Write("\e[0m");
        }
    }

    public void EndLine() => output.Write('\n');

    public void WriteLine(ReadOnlySpan<char> text, Style style = Style.Plain)
    {
        Write(text, style);
        EndLine();
    }

    public void Flush() => output.Flush();

    // Only the sixteen colours that a user's theme defines: everything else is unreadable for somebody.
    private static string CodeOf(Style style) => style switch
    {
        Style.Error => "\e[1;91m",
        Style.Warning => "\e[1;33m",
        Style.Info => "\e[1;94m",
        Style.Fault => "\e[1;35m",
        Style.Frame => "\e[94m",
        Style.Secondary => "\e[36m",
        Style.Removed => "\e[31m",
        Style.Added => "\e[32m",
        _ => "\e[1m",
    };
}
