using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// Collects the parts of one string, with all that is implicitly concatenated to it. Adjacent literal parts become one constant,
/// also across the quotes, as CPython joins them.
/// </summary>
internal sealed class StringParts(SourceText source, ImmutableArray<TextSpan> comments, SyntaxErrorList errors)
{
    private WorkList<Expr> values;
    private WorkList<Frame> open;
    private Literal pending;
    private List<byte>? bytes;
    private string? unicodePrefix;
    private bool hasFormat;
    private bool hasTemplate;
    private int count;

    public void AddLiteral(Token token)
    {
        var span = token.Span;
        var text = source.Slice(span);
        var quote = text.IndexOfAny('"', '\'');
        var prefix = text[..quote];
        var width = text.Length >= quote + 6 && text[quote + 1] == text[quote] && text[quote + 2] == text[quote] ? 3 : 1;

        // An unterminated string has been reported; its body is what there is.
        var isClosed = text.Length >= quote + (2 * width) && text[^1] == text[quote];
        var body = isClosed ? text[(quote + width)..^width] : text[Math.Min(quote + width, text.Length)..];
        var isRaw = prefix.IndexOfAny('r', 'R') >= 0;
        if (prefix.IndexOfAny('b', 'B') >= 0)
        {
            AddBytes(Literals.Bytes(body, isRaw, span.Start + quote + width, errors), span);
        }
        else
        {
            CheckKinds(span, isBytes: false);
            unicodePrefix ??= count == 0 && prefix is ['u'] ? "u" : null;
            AddText(Literals.Text(body, isRaw, span.Start + quote + width, errors), span);
        }

        count++;
    }

    public void Open(Token token)
    {
        var start = token;
        var text = source.Slice(start.Span);
        var isTemplate = start.Type == PythonParser.TSTRING_START;
        CheckKinds(start.Span, isBytes: false, isTemplate);
        hasFormat |= !isTemplate;
        hasTemplate |= isTemplate;
        open.Add(new Frame(text.IndexOfAny('r', 'R') >= 0, isTemplate, values.Count, start.Start, default));
        count++;
    }

    public void Close(Token token) => open.Pop();

    public void AddMiddle(Token token)
    {
        var span = token.Span;
        var text = Literals.Text(source.Slice(span), open[^1].IsRaw, span.Start, errors);
        if (text.Length > 0)
        {
            AddText(Unbrace(text), span);
        }
    }

    public void AddField(in ReplacementField field)
    {
        if (field.Equal != null)
        {
            AddText(TextWithoutComments(field.Shown), field.Shown);
        }

        Flush();
        var kind = ConversionOf(field);
        if (open[^1].IsTemplate)
        {
            values.Add(new Interpolation(field.Span, field.Value, TextWithoutComments(field.Expression).TrimEnd(), kind, field.Specification));
        }
        else
        {
            values.Add(new FormattedValue(field.Span, field.Value, kind, field.Specification));
        }
    }

    public void OpenSpecification(Token colon)
    {
        var outer = open[^1];
        open.Add(new Frame(outer.IsRaw, IsTemplate: false, values.Count, colon.Start, pending));
        pending = default;
    }

    public Expr CloseSpecification(int end)
    {
        var isDivided = pending.Pieces > 1;
        Flush();
        var specification = open.Pop();
        var inner = values.ToImmutable(specification.ValueCount);
        values.Truncate(specification.ValueCount);
        pending = specification.Pending;
        var span = new TextSpan(specification.Start, end);

        // CPython joins several tokens as it joins strings, and what has no field in it becomes a bare constant.
        return isDivided && inner is [Constant text]
            ? new Constant(span, text.Value, text.Prefix)
            : new JoinedStr(span, inner);
    }

    /// <summary>Forgets the string before.</summary>
    public void Start()
    {
        values.Truncate(0);
        open.Truncate(0);
        pending = default;
        bytes = null;
        unicodePrefix = null;
        hasFormat = false;
        hasTemplate = false;
        count = 0;
    }

    public Expr Build(TextSpan span)
    {
        if (bytes != null)
        {
            return new Constant(span, bytes.ToArray(), null);
        }

        if (!hasFormat && !hasTemplate)
        {
            return new Constant(span, pending.Value, unicodePrefix);
        }

        Flush();
        return hasTemplate ? new TemplateStr(span, values.ToImmutable()) : new JoinedStr(span, values.ToImmutable());
    }

    /// <summary>`{{` and `}}` stand for one brace each.</summary>
    private static string Unbrace(string text) =>
        text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)
            ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : text;

    private void CheckKinds(TextSpan span, bool isBytes, bool isTemplate = false)
    {
        if (count > 0 && isTemplate != hasTemplate)
        {
            errors.Add(span, "a template string can be concatenated only with template strings; give all the prefix `t`");
        }
        else if (count > 0 && isBytes != (bytes != null))
        {
            errors.Add(span, "bytes and text cannot be concatenated; give both the same prefix");
        }
    }

    private void AddBytes(byte[] added, TextSpan span)
    {
        CheckKinds(span, isBytes: true);
        bytes ??= new List<byte>(added.Length);
        bytes.AddRange(added);
    }

    private void AddText(string text, TextSpan span)
    {
        if (pending.Text is null)
        {
            pending = new Literal(text, null, span, 1);
            return;
        }

        // A long concatenation must not copy what it has again for each part.
        var joined = pending.Joined ?? new StringBuilder(pending.Text);
        pending = new Literal(pending.Text, joined.Append(text), pending.Span with { End = span.End }, pending.Pieces + 1);
    }

    private void Flush()
    {
        if (pending.Text is not null && pending.Value.Length > 0)
        {
            values.Add(new Constant(pending.Span, pending.Value, unicodePrefix));
        }

        pending = default;
    }

    private int ConversionOf(in ReplacementField field)
    {
        if (field.Conversion is not Token conversion)
        {
            return field.Equal != null && field.Specification is null ? 'r' : -1;
        }

        if (conversion.Text is not ("s" or "r" or "a"))
        {
            errors.Add(conversion.Span, "a conversion is `!s`, `!r` or `!a`");
            return -1;
        }

        if (conversion.Start > (field.Exclamation!).End)
        {
            errors.Add(conversion.Span, $"`{conversion.Text}` must stand directly behind its `!`");
        }

        return conversion.Text[0];
    }

    /// <summary>Python reads a file with universal newlines, and strips comments from the text of an expression that it keeps.</summary>
    private string TextWithoutComments(TextSpan span)
    {
        var text = new StringBuilder(span.Length);
        var next = FirstCommentFrom(span.Start);
        for (var at = span.Start; at < span.End;)
        {
            if (next < comments.Length && comments[next].Start == at)
            {
                at = comments[next++].End;
            }
            else if (source[at] == '\r')
            {
                text.Append('\n');
                at += at + 1 < span.End && source[at + 1] == '\n' ? 2 : 1;
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        return text.ToString();
    }

    private int FirstCommentFrom(int offset)
    {
        var (low, high) = (0, comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = comments[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Literal text that may still grow, and of how many tokens it comes.</summary>
    private readonly record struct Literal(string? Text, StringBuilder? Joined, TextSpan Span, int Pieces)
    {
        public string Value => Joined?.ToString() ?? Text ?? "";
    }

    /// <summary>A formatted string or format specification that is being read.</summary>
    private readonly record struct Frame(bool IsRaw, bool IsTemplate, int ValueCount, int Start, Literal Pending);
}
