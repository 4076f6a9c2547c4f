using System.Text;
using System.Text.RegularExpressions;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>
/// A pattern for paths. <c>*</c> stands for any characters, also <c>/</c>; <c>?</c> for one; <c>[ab]</c> and <c>[!ab]</c> for one of a set;
/// <c>{a,b}</c> for one of several; <c>**/</c> for any folders, none included. As ruff does, it is held against the name alone, and,
/// taken from the folder of the configuration, against the whole path.
/// </summary>
public sealed class PathPattern : IEquatable<PathPattern>
{
    /// <summary>Paths are hardly ever longer, and what is made of a pattern for matching grows with it.</summary>
    private const int Longest = 500;

    private const string Special = "*?[]{},\\";

    private readonly bool isNegated;

    /// <summary>What names end in that <c>*</c> and plain text match; null for other patterns. All defaults are such, or plain text.</summary>
    private readonly string? suffix;

    /// <summary>For anything else. Made when first used: most runs never get there.</summary>
    private readonly Lazy<Regex>? onName;
    private readonly Lazy<Regex>? onPath;
    private readonly string plain;
    private readonly string plainPath;

    private PathPattern(string shown, string text, bool isNegated, string folder, string? translated)
    {
        (Text, Folder, this.isNegated) = (shown, folder, isNegated);
        var start = System.IO.Path.IsPathRooted(text) ? "" : Slashed(folder).TrimEnd('/') + "/";
        (plain, plainPath) = (text, start + text);
        suffix = IsSuffix(text) ? text[1..] : null;
        if (translated is not null)
        {
            onName = new Lazy<Regex>(() => Compile(translated));
            // The folder is no pattern, even with brackets in its name.
            onPath = new Lazy<Regex>(() => Compile(Regex.Escape(start) + translated));
        }
    }

    /// <summary>What the user wrote.</summary>
    public string Text { get; }

    /// <summary>The folder that a relative pattern starts from.</summary>
    public string Folder { get; }

    /// <summary>Reads a pattern that matches what it doesn't say if <c>!</c> stands in front; null with a problem when it means nothing.</summary>
    public static PathPattern? ParseNegatable(string text, string folder, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isNegated = text.StartsWith('!');
        return Parse(text, isNegated ? text[1..] : text, isNegated, folder, out problem);
    }

    /// <summary>Reads a pattern; null with a problem, in one line, when it means nothing.</summary>
    public static PathPattern? Parse(string text, string folder, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text, text, isNegated: false, folder, out problem);
    }

    private static PathPattern? Parse(string shown, string text, bool isNegated, string folder, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(folder);
        problem = text.Length == 0 ? "an empty pattern matches nothing" : text.Length > Longest ? $"it has more than {Longest} characters" : null;
        var trimmed = text.TrimEnd('/') is { Length: > 0 } rest ? rest : "/";
        var translated = problem is null && !IsPlain(trimmed) && !IsSuffix(trimmed) ? Translate(trimmed, ref problem) : null;
        return problem is null ? new PathPattern(shown, trimmed, isNegated, folder, translated) : null;
    }

    /// <summary>True for a file or folder of this absolute path.</summary>
    public bool Matches(string fullPath)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        var path = Slashed(fullPath);
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var isMatch = suffix is not null ? name.EndsWith(suffix, StringComparison.Ordinal)
            : onName is not null ? onName.Value.IsMatch(name) || onPath!.Value.IsMatch(path)
            : name.SequenceEqual(plain) || path == plainPath;
        return isNegated != isMatch;
    }

    /// <inheritdoc/>
    public bool Equals(PathPattern? other) => other is not null && other.Text == Text && other.Folder == Folder;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PathPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Folder);

    private static bool IsSuffix(string text) => text[0] == '*' && IsPlain(text.AsSpan(1)) && !text.Contains('/', StringComparison.Ordinal);

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Slashed(string path) => path.Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <summary>Without backtracking: no pattern that somebody hands in can make matching slow.</summary>
    private static Regex Compile(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static string Translate(string text, ref string? problem)
    {
        var regex = new StringBuilder();
        var braces = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when IsFolders(text, i):
                    regex.Append("(?:.*/)?");
                    i += 2;
                    break;
                case '*':
                    regex.Append(".*");
                    i += i + 1 < text.Length && text[i + 1] == '*' ? 1 : 0;
                    break;
                case '?':
                    regex.Append('.');
                    break;
                case '[':
                    i = TranslateSet(text, i, regex, ref problem);
                    break;
                case '{':
                    braces++;
                    regex.Append("(?:");
                    break;
                case '}' when braces > 0:
                    braces--;
                    regex.Append(')');
                    break;
                case ',' when braces > 0:
                    regex.Append('|');
                    break;
                case '\\' when i + 1 < text.Length:
                    regex.Append(Regex.Escape(text[++i].ToString()));
                    break;
                default:
                    regex.Append(Regex.Escape(text[i].ToString()));
                    break;
            }
        }

        problem ??= braces > 0 ? "`{` is not closed" : null;
        return regex.ToString();
    }

    /// <summary><c>**/</c> at the start of a part of the path.</summary>
    private static bool IsFolders(string text, int at) =>
        string.CompareOrdinal(text, at, "**/", 0, 3) == 0 && (at == 0 || text[at - 1] == '/');

    /// <summary>The offset of the closing bracket.</summary>
    private static int TranslateSet(string text, int open, StringBuilder regex, ref string? problem)
    {
        var isNegated = open + 1 < text.Length && text[open + 1] is '!' or '^';
        var first = open + (isNegated ? 2 : 1);
        // A bracket in the first place is one of the set.
        var close = first + 1 < text.Length ? text.IndexOf(']', first + 1) : -1;
        if (close < 0)
        {
            problem ??= "`[` is not closed";
            return text.Length;
        }

        var content = new StringBuilder();
        for (var i = first; i < close; i++)
        {
            var isRange = text[i] == '-' && i > first && i + 1 < close;
            if (isRange && text[i - 1] > text[i + 1])
            {
                problem ??= $"the range `{text[i - 1]}-{text[i + 1]}` is empty";
            }

            content.Append(isRange ? "-" : $@"\u{(int)text[i]:X4}");
        }

        regex.Append(isNegated ? "[^" : "[").Append(content).Append(']');
        return close;
    }
}
