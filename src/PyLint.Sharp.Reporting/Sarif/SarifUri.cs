using System.Globalization;
using System.Text;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>Paths as URI references (RFC 3986): all but letters, digits and <c>-._~/</c> is percent-encoded UTF-8.</summary>
internal static class SarifUri
{
    /// <summary>A <c>file:</c> URI for a full path, else a relative reference.</summary>
    public static string Of(string path)
    {
        if (!PathText.IsAbsolute(path))
        {
            return Encode(path);
        }

        var drive = path[..path.IndexOf('/', StringComparison.Ordinal)];
        return $"file://{(drive.Length > 0 ? "/" : "")}{drive}{Encode(path[drive.Length..])}";
    }

    private static string Encode(string path)
    {
        var output = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            var character = (char)octet;
            _ = char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' or '/'
                ? output.Append(character)
                : output.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return output.ToString();
    }
}
