using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Hashing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Findings;

/// <summary>
/// Names the findings of a file (<c>pylint-sharp/v1</c>) so that the same one is found again in the next run: made of the rule, the
/// file, the function around it and the code itself without its white space. Edits above, another indentation, other line ends and
/// another wording of the message change nothing.
/// </summary>
public sealed class Fingerprints
{
    /// <summary>The name of the method; another method gets another number.</summary>
    public const string Version = "pylint-sharp/v1";

    private const int Bytes = 8;

    private readonly SourceText text;
    private readonly string path;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Begins with a file; <paramref name="path"/> is what it is called, if not as the text says.</summary>
    public Fingerprints(SourceText text, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        (this.text, this.path) = (text, PathText.Normalize(path ?? text.Path));
    }

    /// <summary>The finding's fingerprint; findings that are alike in one file are numbered, so ask in their order.</summary>
    public string Next(Diagnostic diagnostic)
    {
        var key = KeyOf(diagnostic);
        var number = seen.GetValueOrDefault(key);
        seen[key] = number + 1;
        return HashOf(key, number);
    }

    /// <summary>The fingerprint of the first of all findings of the file that are alike: their common name.</summary>
    public string First(Diagnostic diagnostic) => HashOf(KeyOf(diagnostic), 0);

    private static string HashOf(string key, int number)
    {
        var hash = Sha256.HashData(Encoding.UTF8.GetBytes(key + '\0' + number.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }

    private string KeyOf(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return string.Join('\0', diagnostic.Descriptor.Code, path, diagnostic.Symbol, WithoutWhiteSpace(text.Slice(diagnostic.Span)));
    }

    private static string WithoutWhiteSpace(ReadOnlySpan<char> code)
    {
        var kept = new StringBuilder(code.Length);
        foreach (var character in code)
        {
            if (!char.IsWhiteSpace(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }
}
