using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing.Fuzzing;

/// <summary>Damages real programs, and makes text that never was one.</summary>
public sealed class Mutator(Random random)
{
    private static readonly string[] Fragments =
    [
        "(", ")", "[", "]", "{", "}", "f'{", "f'''", "'''", "\"", "'", "\\", "\\\n", "\n", "\r", "\r\n", "\f", "\t", "  ", ":", ";", ",", "=", ":=", "!", "!r",
        "match x:", "case", "type X =", "lazy import", "else:", "elif", "except", "finally:", "lambda", "async", "await", "yield", "*", "**", "not", "in", "is",
        "->", "@", "0x", "0_", "1e", "1_", "b'", "rb'", "t'{", "\\N{", "\\x", "\0", "\u00A0", "\uFEFF", "\uD800", "🐍", "ﬁ", "#", "...", ".", "def f(", "class", "with (",
    ];

    // Half characters, characters that UTF-8 may not write so, byte order marks, line ends.
    private static readonly string[] Sequences =
        ["\xC3", "\xA9", "\xE2\x80", "\xF0\x9F\x90", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xEF\xBB\xBF", "\xFE\xFF", "\0", "\r", "\x1A", "\x85", "\xFF"];

    private static readonly string[] Codecs =
        ["utf-8", "latin-1", "ascii", "gbk", "shift_jis", "euc-jp", "iso-2022-jp", "hz", "cp1252", "utf-16", "utf-7", "utf-8-sig", "big5", "cp037", "koi8-r", "unicode_escape"];

    // Each is Python somewhere, and an error where it does not belong.
    private static readonly string[] Words =
    [
        "a", "_", "1", "''", "b''", "f'{a}'", "None", "...", "yield", "await", "return", "break", "continue", "global v1", "nonlocal v1", "async", "lambda:", "*", "**", ":=", "=", "==",
        "+=", ":", ",", ";", ".", "(", ")", "[", "]", "{", "}", "()", "if", "else", "for", "in", "not", "is", "as", "import", "from", "del", "pass", "with", "try", "match", "case", "type",
        "__debug__", "->", "@", "|", "-", "/", "*a", "**a", "a=", "a:", "class", "def", "except", "finally", "raise", "assert", "\n", "\\\n",
    ];

    /// <summary>Changes one token of a program, or where it stands.</summary>
    public string MutateToken(string source)
    {
        var tokens = TokensOf(source);
        var at = random.Next(tokens.Count);
        var one = tokens[at];
        return random.Next(6) switch
        {
            0 => source.Remove(one.Start, one.Length),
            1 => source.Insert(one.Start, TextOf(source, one) + " "),
            2 => Swap(source, one, tokens[Math.Min(at + 1, tokens.Count - 1)]),
            3 => source.Insert(one.Start, Words[random.Next(Words.Length)] + " "),
            4 => source[..one.Start] + TextOf(source, tokens[random.Next(tokens.Count)]) + source[one.End..],
            _ => source[..one.Start] + Words[random.Next(Words.Length)] + source[one.End..],
        };
    }

    /// <summary>Takes away, doubles, swaps, exchanges and adds tokens.</summary>
    public string Mutate(string source)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            source = MutateOnce(source);
        }

        return source;
    }

    /// <summary>Some lines of a program, so that many mutations fit into little time.</summary>
    public string PartOf(string source)
    {
        var lines = source.Split('\n');
        var first = random.Next(lines.Length);
        return string.Join('\n', lines.Skip(first).Take(random.Next(1, 60)));
    }

    /// <summary>Bytes, written as the characters with these numbers.</summary>
    public string RandomBytes()
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return (random.Next(3) == 0 ? Cookie() : "") + Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Exchanges, adds and takes away some bytes of a file, written as the characters with these numbers.</summary>
    public string Damage(string bytes)
    {
        var damaged = new StringBuilder(random.Next(4) == 0 ? Cookie() : "").Append(bytes);
        for (var times = random.Next(1, 6); times > 0 && damaged.Length > 0; times--)
        {
            var at = random.Next(damaged.Length);
            damaged.Remove(at, Math.Min(random.Next(3), damaged.Length - at));
            damaged.Insert(at, random.Next(2) == 0 ? ((char)random.Next(0x100)).ToString() : Sequences[random.Next(Sequences.Length)]);
        }

        return damaged.ToString();
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
        var tokens = TokenInvariants.TokensOf(SourceText.From(source), out _);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Span)];
    }

    private static string TextOf(string source, TextSpan token) => source.Substring(token.Start, token.Length);

    private string Fragment() => Fragments[random.Next(Fragments.Length)];

    private string Cookie() => "# coding: " + Codecs[random.Next(Codecs.Length)] + (random.Next(9) == 0 ? "x" : "") + "\n";
}
