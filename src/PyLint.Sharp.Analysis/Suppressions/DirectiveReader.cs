using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>
/// Finds the directives in a comment, one behind each <c>#</c> that begins one.
/// <para>
/// A code of a <c>noqa</c> is a word that prose does not have: letters followed by digits (<c>PLS201</c>), parts joined by hyphens
/// (<c>bare-except</c>) or a capital after a small letter (<c>reportUnhashable</c>). The first other word ends the list. So reading
/// a comment does not depend on which rules run, and codes of other tools do no harm. A colon without codes silences nothing: it
/// was meant as a list. In brackets and behind <c>=</c> every word is a code. Codes that stand elsewhere in a comment of ours are kept to
/// tell how they are written, and silence nothing.
/// </para>
/// </summary>
internal ref struct DirectiveReader
{
    private readonly TextSpan comment;
    private readonly ReadOnlySpan<char> content;
    private int position;

    private DirectiveReader(SourceText text, TextSpan comment)
    {
        this.comment = comment;
        content = text.Content.AsSpan(0, comment.End);
    }

    /// <summary>Appends the directives of a comment in source order.</summary>
    public static void Read(SourceText text, TextSpan comment, List<Directive> directives)
    {
        var reader = new DirectiveReader(text, comment);
        var hash = comment.Start;
        while (hash >= 0)
        {
            reader.position = hash + 1;
            if (reader.ReadAt(hash) is { } directive)
            {
                directives.Add(directive);
            }

            var next = reader.content[(hash + 1)..].IndexOf('#');
            hash = next < 0 ? -1 : hash + 1 + next;
        }
    }

    private Directive? ReadAt(int hash)
    {
        SkipSpace();
        if (position == content.Length || content[position] is not ('n' or 'N' or 'p' or 'P' or 'r' or 'f'))
        {
            // Prose: no directive begins so.
            return null;
        }

        if (TakesWord("noqa"))
        {
            return ReadNoqa(hash, SuppressionForm.Noqa);
        }

        if (TakesTool("ruff") || TakesTool("flake8"))
        {
            return TakesWord("noqa") ? ReadNoqa(hash, SuppressionForm.FileNoqa) : null;
        }

        return TakesTool("pylint-sharp") ? ReadOurs(hash) : TakesTool("pylint") ? ReadPylint(hash) : ReadMisspelled(hash);
    }

    private Directive ReadNoqa(int hash, SuppressionForm form)
    {
        var end = position;
        SkipSpace();
        var hasList = Takes(':');
        var directive = new Directive(form, comment) { IsBlanket = !hasList };
        end = hasList ? position : end;
        if (hasList)
        {
            end = ReadCodesInProse(directive);
        }

        directive.Span = new TextSpan(hash, end);
        directive.Reason = ProseFrom(end);
        return directive;
    }

    private Directive ReadOurs(int hash)
    {
        var verb = NextWord();
        var directive = new Directive(FormOf(verb), comment);
        var start = position;
        position += verb.Length;
        if (directive.Form == SuppressionForm.Unknown)
        {
            directive.Add(verb.ToString(), new TextSpan(start, position));
            directive.Span = new TextSpan(hash, position);
            return directive;
        }

        var end = position;
        SkipSpace();
        if (Takes('['))
        {
            ReadCodes(directive, ']');
            Takes(']');
        }
        else
        {
            ReadForeignList(directive, end);
        }

        directive.Span = new TextSpan(hash, position);
        ReadReason(directive);
        return directive;
    }

    /// <summary>
    /// Our name and one of our verbs without the colon between them, or with capitals. A colon tells it from prose; without one
    /// there must follow what prose doesn't have: codes, a reason or the end.
    /// </summary>
    private Directive? ReadMisspelled(int hash)
    {
        var start = position;
        if (!TakesWord("pylint-sharp"))
        {
            return null;
        }

        SkipSpace();
        var isOurs = Takes(':');
        SkipSpace();
        var verb = NextWord();
        position += verb.Length;
        if (FormOf(verb.ToString().ToLowerInvariant()) == SuppressionForm.Unknown)
        {
            return null;
        }

        var directive = new Directive(SuppressionForm.Unknown, comment) { MisspelledOpening = new TextSpan(start, position) };
        var end = position;
        SkipSpace();
        var rest = content[position..];
        isOurs |= rest.IsEmpty || rest[0] is '[' or '#' || rest.StartsWith("--");
        if (Takes('['))
        {
            ReadCodes(directive, ']');
            Takes(']');
            end = position;
        }
        else
        {
            Skip(" =:(");
            var afterCodes = ReadCodesInProse(directive);
            end = directive.Count > 0 ? afterCodes : end;
        }

        directive.Span = new TextSpan(hash, end);
        return isOurs || directive.Count > 0 ? directive : null;
    }

    /// <summary>
    /// Who writes <c>ignore=PLS201</c>, <c>ignore: PLS201</c>, <c>ignore(PLS201)</c> or <c>ignore PLS201</c> meant a list, as other tools
    /// have it, and not everything.
    /// </summary>
    private void ReadForeignList(Directive directive, int start)
    {
        var isAttached = position == start;
        var hasMark = position < content.Length && content[position] is '=' or ':' or '(' or '{' or '<';
        position += hasMark ? 1 : 0;
        position = ReadCodesInProse(directive);
        if (directive.Count > 0 || (hasMark && isAttached))
        {
            _ = Takes(')') || Takes('}') || Takes('>');
            directive.ForeignList = new TextSpan(start, position);
        }
        else
        {
            position = start;
            directive.IsBlanket = true;
        }
    }

    private Directive? ReadPylint(int hash)
    {
        var verb = NextWord();
        SuppressionForm? form = verb switch
        {
            "disable" => SuppressionForm.PylintDisable,
            "disable-next" => SuppressionForm.PylintDisableNext,
            "enable" => SuppressionForm.PylintEnable,
            _ => null,
        };
        position += verb.Length;
        SkipSpace();
        if (form is null || !Takes('='))
        {
            return null;
        }

        var directive = new Directive(form.Value, comment);
        ReadCodes(directive, ';');
        directive.Span = new TextSpan(hash, position);
        return directive;
    }

    private static SuppressionForm FormOf(ReadOnlySpan<char> verb) => verb switch
    {
        "ignore" => SuppressionForm.Ignore,
        "disable" => SuppressionForm.Disable,
        "enable" => SuppressionForm.Enable,
        "file-ignore" => SuppressionForm.FileIgnore,
        "skip-file" => SuppressionForm.SkipFile,
        _ => SuppressionForm.Unknown,
    };

    /// <summary>Reads words, with commas between them, up to the first thing that is neither.</summary>
    private void ReadCodes(Directive directive, char end)
    {
        var after = position;
        for (SkipSeparators(); NextWord() is { Length: > 0 } word; SkipSeparators())
        {
            directive.Add(word.ToString(), new TextSpan(position, position + word.Length));
            position += word.Length;
            after = position;
        }

        position = position < content.Length && content[position] == end ? position : after;
    }

    /// <summary>Reads codes up to the first word that is none, and returns where the last one ends.</summary>
    private int ReadCodesInProse(Directive directive)
    {
        var end = position;
        for (SkipSeparators(); NextWord() is { Length: > 0 } word && IsCode(word); SkipSeparators())
        {
            directive.Add(word.ToString(), new TextSpan(position, position + word.Length));
            position += word.Length;
            end = position;
        }

        return end;
    }

    private void ReadReason(Directive directive)
    {
        SkipSpace();
        if (content[position..].StartsWith("--") && ProseFrom(position + 2) is { } reason)
        {
            directive.Reason = reason;
            directive.Span = directive.Span with { End = position + UpToNextHash(position).TrimEnd().Length };
        }
    }

    /// <summary>The words up to the next <c>#</c>; null when there are none.</summary>
    private readonly string? ProseFrom(int start)
    {
        var prose = UpToNextHash(start).Trim(" \t:-–—");
        foreach (var character in prose)
        {
            if (char.IsLetter(character))
            {
                return prose.ToString();
            }
        }

        return null;
    }

    private readonly ReadOnlySpan<char> UpToNextHash(int start)
    {
        var rest = content[start..];
        var next = rest.IndexOf('#');
        return next < 0 ? rest : rest[..next];
    }

    private bool TakesTool(ReadOnlySpan<char> name)
    {
        var start = position;
        if (content[position..].StartsWith(name, StringComparison.Ordinal))
        {
            position += name.Length;
            SkipSpace();
            if (Takes(':'))
            {
                SkipSpace();
                return true;
            }
        }

        position = start;
        return false;
    }

    private bool TakesWord(ReadOnlySpan<char> keyword)
    {
        var takes = content[position..].StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && NextWord().Length == keyword.Length;
        position += takes ? keyword.Length : 0;
        return takes;
    }

    private bool Takes(char character)
    {
        var takes = position < content.Length && content[position] == character;
        position += takes ? 1 : 0;
        return takes;
    }

    private void SkipSpace() => Skip(" \t");

    private void SkipSeparators() => Skip(" \t,");

    private void Skip(ReadOnlySpan<char> characters)
    {
        var length = content[position..].IndexOfAnyExcept(characters);
        position = length < 0 ? content.Length : position + length;
    }

    private readonly ReadOnlySpan<char> NextWord()
    {
        var end = position;
        while (end < content.Length && (char.IsLetterOrDigit(content[end]) || content[end] is '-' or '_'))
        {
            end++;
        }

        return content[position..end];
    }

    private static bool IsCode(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiLetter(word[0]))
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
