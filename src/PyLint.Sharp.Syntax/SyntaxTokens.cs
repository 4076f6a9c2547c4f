using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax;

/// <summary>The tokens of a text, for whoever compares texts; the tree does not keep them.</summary>
public static class SyntaxTokens
{
    /// <summary>The spans of the tokens in source order, without comments and without layout, which has no text of its own.</summary>
    public static ImmutableArray<TextSpan> SpansOf(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new TokenBuffer();
        new Tokenizer(tokens, new NameTable()).Run(text.Content, new SyntaxErrorList(text));
        var spans = ImmutableArray.CreateBuilder<TextSpan>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            // Line ends and indentation are layout, and so is whatever is empty.
            if (text.Slice(new TextSpan(tokens[i].Start, tokens[i].End)).IndexOfAnyExcept(" \t\f\r\n") >= 0)
            {
                spans.Add(new TextSpan(tokens[i].Start, tokens[i].End));
            }
        }

        return spans.DrainToImmutable();
    }
}
