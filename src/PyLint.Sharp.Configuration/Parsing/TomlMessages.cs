namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>Words for tokens.</summary>
internal static class TomlMessages
{
    private const int LongestQuote = 40;

    /// <summary>What stands here, and what could.</summary>
    public static string Unexpected(Token found, string text, IReadOnlyList<int> expected, bool isLineStart)
    {
        List<string> words = isLineStart ? ["a key", "a `[header]`"]
            : expected.Contains(Toml.SCALAR) ? ["a value"]
            : [.. expected.Order().Select(NameOf).Distinct()];
        var list = words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
        return $"expected {list}, but found {Describe(found, text)}";
    }

    /// <summary>What stands where a list could end or go on.</summary>
    public static string UnexpectedInList(Token found, string text, int end, int last)
    {
        var item = end == Toml.RIGHT_BRACKET ? "a value" : "a key";
        var next = last is Toml.COMMA or Toml.LEFT_BRACKET or Toml.LEFT_BRACE ? item : NameOf(Toml.COMMA);
        return $"expected {next} or {NameOf(end)}, but found {Describe(found, text)}";
    }

    /// <summary>The words of the text, in back-ticks and not too many.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        text.Length <= LongestQuote ? $"`{text}`" : $"`{text[..LongestQuote]}…`";

    private static string Describe(Token found, string text) => found.Type switch
    {
        Toml.NEWLINE => "the end of the line",
        TomlBase.Eof => "the end of the file",
        _ => Quote(text.AsSpan(found.Span.Start, found.Span.Length)),
    };

    private static string NameOf(int type) => type switch
    {
        TomlBase.Eof or Toml.NEWLINE => "the end of the line",
        Toml.BARE or Toml.STRING => "a key",
        Toml.DOT => "`.`",
        Toml.EQUAL => "`=`",
        Toml.COMMA => "`,`",
        Toml.LEFT_BRACKET => "`[`",
        Toml.RIGHT_BRACKET => "`]`",
        Toml.LEFT_BRACKETS => "`[[`",
        Toml.RIGHT_BRACKETS => "`]]`",
        Toml.LEFT_BRACE => "`{`",
        _ => "`}`",
    };
}
