namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>
/// One token of look-ahead. Tokens are scanned only when the parser gets there, so of an error in a token and one in the order of tokens the
/// earlier is told.
/// </summary>
internal sealed class TokenBuffer(TomlScanner scanner)
{
    public Token Current { get; private set; } = scanner.Next();

    /// <summary>Where the last token ends that was taken.</summary>
    public int LastEnd { get; private set; }

    public string Text => scanner.Text;

    public void Consume()
    {
        LastEnd = Current.Span.End;
        Current = scanner.Next();
    }
}
