using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>
/// Names findings so that the same one is found again in the next run: made of what it says and of the line that it stands on, but
/// not of where that line is.
/// </summary>
internal sealed class Fingerprints(FileReport file)
{
    private const int Bytes = 8;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The finding's fingerprint; findings that are alike in one file are numbered, so ask in their order.</summary>
    public string Next(Diagnostic diagnostic)
    {
        var line = file.Text.ToString(file.Text.LineSpan(file.Text.LineOf(diagnostic.Span.Start))).Trim();
        var key = string.Join('\0', diagnostic.Descriptor.Code, file.Path, diagnostic.Symbol, diagnostic.Message, line);
        var number = seen.GetValueOrDefault(key);
        seen[key] = number + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key + '\0' + number.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
