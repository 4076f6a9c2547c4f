using System.Text;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>The string literals of C# sources, also of those inside the holes of interpolated ones.</summary>
internal static class MessageLiterals
{
    /// <summary>What stands for a hole of an interpolated string.</summary>
    public const char Hole = '\uE000';

    public static List<string> Of(string source)
    {
        var found = new List<string>();
        ReadCode(source, 0, found);
        return found;
    }

    /// <summary>Reads code up to the brace that closes a hole; the offset of it.</summary>
    private static int ReadCode(string source, int at, List<string> found)
    {
        var depth = 0;
        for (; at < source.Length; at++)
        {
            switch (source[at])
            {
                case '/' when source.AsSpan(at).StartsWith("//", StringComparison.Ordinal):
                    at = source.IndexOf('\n', at);
                    break;
                case '\'':
                    at = source.IndexOf('\'', source[at + 1] == '\\' ? at + 3 : at + 2);
                    break;
                case '"':
                    at = ReadLiteral(source, at + 1, source[at - 1] == '$', found);
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth < 0:
                    return at;
            }
        }

        return at;
    }

    private static int ReadLiteral(string source, int at, bool isInterpolated, List<string> found)
    {
        var text = new StringBuilder();
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
            {
                at++;
                text.Append(source[at] == 'u' ? (char)Convert.ToInt32(source.Substring(at + 1, 4), 16) : source[at]);
                at += source[at] == 'u' ? 4 : 0;
            }
            else if (isInterpolated && source[at] is '{' or '}' && source[at + 1] == source[at])
            {
                text.Append(source[at++]);
            }
            else if (isInterpolated && source[at] == '{')
            {
                at = ReadCode(source, at + 1, found);
                text.Append(Hole);
            }
            else
            {
                text.Append(source[at]);
            }
        }

        found.Add(text.ToString());
        return at;
    }
}
