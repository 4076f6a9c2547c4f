using System.Text;

namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>
/// What git's own configuration says in the section <c>[core]</c>; nothing else is read, other files that it includes neither.
/// </summary>
internal sealed class GitConfig
{
    private readonly Dictionary<string, string> core = new(StringComparer.OrdinalIgnoreCase);
    private string text = "";
    private int at;

    /// <summary>The value of a key; null when no file read so far has it.</summary>
    public string? this[string key] => core.GetValueOrDefault(key);

    /// <summary>Reads a file; what it says goes before what was read earlier.</summary>
    public void Read(string content)
    {
        (text, at) = (content, 0);
        var isCore = false;
        while (SkipSpace())
        {
            switch (text[at])
            {
                case '[':
                    isCore = ReadSection();
                    break;
                case '#' or ';':
                    SkipLine();
                    break;
                default:
                    ReadEntry(isCore);
                    break;
            }
        }
    }

    private bool SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length;
    }

    private void SkipLine() => at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    private bool ReadSection()
    {
        var end = text.AsSpan(at).IndexOfAny(']', '\n');
        if (end < 0)
        {
            at = text.Length;
            return false;
        }

        var name = text.AsSpan(at + 1, end - 1);
        at += end + 1;
        return name.Trim().Equals("core", StringComparison.OrdinalIgnoreCase);
    }

    private void ReadEntry(bool isCore)
    {
        var length = text.AsSpan(at).IndexOfAny('=', '\n');
        var key = length < 0 ? text[at..] : text.Substring(at, length);
        at += key.Length;
        var value = "true";
        if (at < text.Length && text[at] == '=')
        {
            at++;
            value = ReadValue();
        }

        if (isCore)
        {
            core[key.Trim()] = value;
        }
    }

    private string ReadValue()
    {
        var value = new StringBuilder();
        var (isQuoted, kept) = (false, 0);
        for (; at < text.Length && (text[at] != '\n' || isQuoted); at++)
        {
            var c = text[at];
            if (c == '"')
            {
                isQuoted = !isQuoted;
                kept = value.Length;
            }
            else if (c is '#' or ';' && !isQuoted)
            {
                SkipLine();
                break;
            }
            else if (c == '\\' && at + 1 < text.Length)
            {
                at++;
                AppendEscaped(value);
                kept = value.Length;
            }
            else if (value.Length > 0 || isQuoted || !char.IsWhiteSpace(c))
            {
                value.Append(c);
                kept = isQuoted || !char.IsWhiteSpace(c) ? value.Length : kept;
            }
        }

        return value.ToString(0, kept);
    }

    private void AppendEscaped(StringBuilder value)
    {
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
        {
            at++;
        }

        // A backslash at the end of a line continues it.
        if (text[at] != '\n')
        {
            value.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'b' => '\b', var other => other });
        }
    }
}
