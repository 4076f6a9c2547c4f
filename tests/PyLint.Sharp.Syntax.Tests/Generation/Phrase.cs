using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>What a phrase can replace: of the expressions, each also any that comes later.</summary>
internal enum PhraseKind
{
    /// <summary>Nothing is known of it.</summary>
    Other,

    /// <summary>An atom, attribute, call or subscript.</summary>
    Primary,

    /// <summary>With a sign, `await` or `**`.</summary>
    Unary,

    /// <summary>With operators down to `|`.</summary>
    Arithmetic,

    /// <summary>With operators down to `or`.</summary>
    Logic,

    /// <summary>A conditional or `lambda` too.</summary>
    Expression,

    /// <summary>With `:=`.</summary>
    Named,
    Pattern,
    Statement,

    /// <summary>Statements, each of which can be left out while one remains.</summary>
    Statements,
}

/// <summary>
/// A piece of a program that knows its parts, so that a failing program can lose those that don't matter and stay valid.
/// </summary>
/// <param name="Kind">What it can replace.</param>
/// <param name="Template">Its text: each § is the next part, № a number that nothing else has, ¤ the last such number.</param>
/// <param name="Parts">What stands at each §; for statements, the lines.</param>
/// <param name="IsOpen">True when a part may replace the whole: it stands in the same scope.</param>
internal sealed record Phrase(PhraseKind Kind, string Template, Phrase[] Parts, bool IsOpen = true)
{
    private bool IsSimple => Parts.Length == 0 && Template.Length <= 4;

    public static Phrase Of(PhraseKind kind, string template, params Phrase[] parts) => new(kind, template, parts);

    /// <summary>The whole program's text.</summary>
    public string ToProgram()
    {
        var template = new StringBuilder();
        Write(template);
        var text = new StringBuilder(template.Length);
        var number = 0;
        foreach (var c in template.ToString())
        {
            _ = c switch
            {
                '№' => text.Append(CultureInfo.InvariantCulture, $"{++number}"),
                '¤' => text.Append(CultureInfo.InvariantCulture, $"{number}"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    /// <summary>Smaller phrases for the same place, the smallest first.</summary>
    public IEnumerable<Phrase> Shrink()
    {
        if (Simplest() is { } simplest && !IsSimple)
        {
            yield return simplest;
        }

        foreach (var part in Parts.Where(part => IsOpen && CanBe(part)))
        {
            yield return part;
        }

        for (var i = 0; Kind == PhraseKind.Statements && Parts.Length > 1 && i < Parts.Length; i++)
        {
            yield return this with { Parts = [.. Parts[..i], .. Parts[(i + 1)..]] };
        }

        for (var i = 0; i < Parts.Length; i++)
        {
            foreach (var smaller in Parts[i].Shrink())
            {
                yield return this with { Parts = [.. Parts[..i], smaller, .. Parts[(i + 1)..]] };
            }
        }
    }

    /// <summary>For the reports of FsCheck.</summary>
    public override string ToString() => ToProgram();

    private void Write(StringBuilder text)
    {
        if (Kind == PhraseKind.Statements)
        {
            WriteBlock(text);
            return;
        }

        var next = 0;
        foreach (var c in Template)
        {
            if (c == '§')
            {
                Parts[next++].Write(text);
            }
            else
            {
                text.Append(c);
            }
        }
    }

    /// <summary>The template is the indentation of each line; further lines of a statement may be indented too.</summary>
    private void WriteBlock(StringBuilder text)
    {
        foreach (var part in Parts)
        {
            var line = new StringBuilder();
            part.Write(line);
            text.Append('\n').Append(Template).Append(line.Replace("\n", "\n" + Template));
        }
    }

    private bool CanBe(Phrase part) => Kind is >= PhraseKind.Primary and <= PhraseKind.Named
        ? part.Kind >= PhraseKind.Primary && part.Kind <= Kind
        : part.Kind == Kind && Kind is PhraseKind.Statement or PhraseKind.Pattern;

    private Phrase? Simplest() => Kind switch
    {
        >= PhraseKind.Primary and <= PhraseKind.Named => Of(PhraseKind.Primary, "a"),
        PhraseKind.Statement => Of(PhraseKind.Statement, "pass"),
        PhraseKind.Pattern => Of(PhraseKind.Pattern, "1"),
        _ => null,
    };
}
