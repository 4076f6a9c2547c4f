using System.Text;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Fuzzing;

/// <summary>Damages real programs, and makes text that never was one.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Fragments =
    [
        "(", ")", "[", "]", "{", "}", "f'{", "f'''", "'''", "\"", "'", "\\", "\\\n", "\n", "\r", "\r\n", "\f", "\t", "  ", ":", ";", ",", "=", ":=", "!", "!r",
        "match x:", "case", "type X =", "lazy import", "else:", "elif", "except", "finally:", "lambda", "async", "await", "yield", "*", "**", "not", "in", "is",
        "->", "@", "0x", "0_", "1e", "1_", "b'", "rb'", "t'{", "\\N{", "\\x", "\0", "\u00A0", "\uFEFF", "\uD800", "🐍", "ﬁ", "#", "...", ".", "def f(", "class", "with (",
    ];

    public string Mutate(string source)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            source = MutateOnce(source);
        }

        return source;
    }

    public byte[] RandomBytes()
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return random.Next(3) == 0 ? [.. Encoding.ASCII.GetBytes("# coding: " + Cookie() + "\n"), .. bytes] : bytes;
    }

    public string RandomText()
    {
        var text = new StringBuilder();
        for (var count = random.Next(60); count > 0; count--)
        {
            text.Append(random.Next(3) == 0 ? ((char)random.Next(0x10000)).ToString() : Fragment());
        }

        return text.ToString();
    }

    private string MutateOnce(string source)
    {
        var tokens = TokensOf(source);
        var (one, two) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
        return random.Next(6) switch
        {
            0 => source.Remove(one.Start, one.Length),
            1 => source.Insert(one.Start, source.Substring(one.Start, one.Length)),
            2 => Swap(source, one, two),
            3 => source[..one.Start],
            4 => source.Insert(random.Next(source.Length + 1), Fragment()),
            _ => source[..one.Start] + Fragment() + source[one.End..],
        };
    }

    private static string Swap(string source, TextSpan one, TextSpan two)
    {
        var (first, second) = one.Start <= two.Start ? (one, two) : (two, one);
        return first.End > second.Start
            ? source
            : source[..first.Start] + source[second.Start..second.End] + source[first.End..second.Start] + source[first.Start..first.End] + source[second.End..];
    }

    private static List<TextSpan> TokensOf(string source)
    {
        var tokens = new TokenBuffer();
        var text = SourceText.From(source);
        new Tokenizer(tokens, new NameTable()).Run(source, new SyntaxErrorList(text));
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Span)];
    }

    private string Fragment() => Fragments[random.Next(Fragments.Length)];

    private string Cookie() => (random.Next(4) switch { 0 => "utf-8", 1 => "latin-1", 2 => "gbk", _ => "utf-16" }) + (random.Next(9) == 0 ? "x" : "");
}
