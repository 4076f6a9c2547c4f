using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests;

/// <summary>Whoever reads a file stops soon after being told to, and can read the next one.</summary>
public class CancellationTests
{
    private static readonly SourceText Text = SourceText.From(string.Concat(Enumerable.Repeat("x = (1\n", 1000)));

    [Test]
    public void Parsing_ends()
    {
        var before = SyntaxTree.Parse(Text);
        FluentActions.Invoking(() => SyntaxTree.Parse(Text, ParseOptions.Default, new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
        SyntaxTree.Parse(Text).Errors.Should().Equal(before.Errors);
    }

    [Test]
    public void Taking_tokens_ends()
    {
        var tokens = new TokenBuffer();
        new Tokenizer(tokens, new NameTable()).Run(string.Concat(Enumerable.Repeat("x\n", 2000)), new SyntaxErrorList(Text));
        tokens.Rewind(new CancellationToken(canceled: true));
        FluentActions.Invoking(() => TakeAll(tokens)).Should().Throw<OperationCanceledException>();
        tokens.Rewind();
        TakeAll(tokens).Should().Be(4000);
    }

    private static int TakeAll(TokenBuffer tokens)
    {
        var count = 0;
        while (tokens.Index + 1 < tokens.Count)
        {
            tokens.Consume();
            count++;
        }

        return count;
    }
}
