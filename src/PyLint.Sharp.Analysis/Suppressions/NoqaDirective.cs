using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>
/// A <c># noqa</c> or <c># noqa: CODE, CODE</c> as it is written. A code is a word that prose does not have: letters followed by
/// digits (<c>PLS201</c>), parts joined by hyphens (<c>bare-except</c>) or a capital after a small letter
/// (<c>reportUnhashable</c>). The first other word ends the list. So reading a comment does not depend on which rules run, and
/// codes of other tools do no harm. A colon without codes silences nothing: it was meant as a list.
/// </summary>
internal sealed class NoqaDirective
{
    private const string Keyword = "noqa";

    private readonly List<(string Text, TextSpan Span, bool IsUsed)> codes = [];

    private NoqaDirective(int start, bool isBlanket)
    {
        Span = new TextSpan(start, start);
        IsBlanket = isBlanket;
    }

    /// <summary>From the <c>#</c> to the last code.</summary>
    public TextSpan Span { get; private set; }

    public bool IsBlanket { get; }

    public bool IsUsed { get; private set; }

    /// <summary>Finds the directive in a comment, wherever in it; null when there is none.</summary>
    public static NoqaDirective? Parse(SourceText text, TextSpan comment)
    {
        var content = text.Content.AsSpan(0, comment.End);
        for (var from = comment.Start; ; from += Keyword.Length)
        {
            var found = content[from..].IndexOf(Keyword, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return null;
            }

            from += found;
            var hash = content[..from].TrimEnd(" \t").Length - 1;
            if (content[hash] == '#' && !IsWordAt(content, from + Keyword.Length))
            {
                return Read(content, hash, from + Keyword.Length);
            }
        }
    }

    /// <summary>True when the directive names a rule or is a blanket. Every name of the rule counts as used, not only the first.</summary>
    public bool Silences(RuleDescriptor rule)
    {
        var silences = IsBlanket;
        for (var i = 0; i < codes.Count; i++)
        {
            if (rule.IsCalled(codes[i].Text))
            {
                codes[i] = codes[i] with { IsUsed = true };
                silences = true;
            }
        }

        IsUsed |= silences;
        return silences;
    }

    public Suppression ToSuppression(int firstLine, int lastLine)
    {
        var list = ImmutableArray.CreateBuilder<SuppressionCode>(codes.Count);
        foreach (var (text, span, isUsed) in codes)
        {
            list.Add(new SuppressionCode(text, span, isUsed));
        }

        return new Suppression(Span, firstLine, lastLine, list.MoveToImmutable(), IsBlanket, IsUsed);
    }

    private static NoqaDirective Read(ReadOnlySpan<char> content, int hash, int position)
    {
        var colon = Skip(content, position, " \t");
        var hasList = colon < content.Length && content[colon] == ':';
        var directive = new NoqaDirective(hash, !hasList) { Span = new TextSpan(hash, hasList ? colon + 1 : position) };
        if (hasList)
        {
            directive.ReadCodes(content, colon + 1);
        }

        return directive;
    }

    private void ReadCodes(ReadOnlySpan<char> content, int position)
    {
        while (true)
        {
            position = Skip(content, position, " \t,");
            var end = position;
            while (IsWordAt(content, end))
            {
                end++;
            }

            var word = content[position..end];
            if (!IsCode(word))
            {
                return;
            }

            codes.Add((word.ToString(), new TextSpan(position, end), false));
            Span = Span with { End = end };
            position = end;
        }
    }

    private static int Skip(ReadOnlySpan<char> content, int position, ReadOnlySpan<char> characters)
    {
        var length = content[position..].IndexOfAnyExcept(characters);
        return length < 0 ? content.Length : position + length;
    }

    private static bool IsWordAt(ReadOnlySpan<char> content, int position) =>
        position < content.Length && (char.IsLetterOrDigit(content[position]) || content[position] is '-' or '_');

    private static bool IsCode(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsAsciiLetter(word[0]))
        {
            return false;
        }

        for (var i = 1; i < word.Length; i++)
        {
            var joins = word[i] == '-' && i + 1 < word.Length && char.IsAsciiLetterOrDigit(word[i + 1]);
            if (joins || char.IsAsciiDigit(word[i]) || (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1])))
            {
                return true;
            }
        }

        return false;
    }
}
