using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Testing.Fuzzing;

/// <summary>Makes an input that fails as small as a few seconds allow.</summary>
public static class Minimizer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static string Minimize(string source, Func<string, bool> fails)
    {
        var watch = Stopwatch.StartNew();
        for (var size = source.Length / 2; size > 0; size = size == 1 && Shrink(ref source, 1, fails, watch) ? 1 : size / 2)
        {
            while (Shrink(ref source, size, fails, watch))
            {
            }
        }

        return source;
    }

    /// <summary>A text as it is written in C#.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or > '~' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    private static bool Shrink(ref string source, int size, Func<string, bool> fails, Stopwatch watch)
    {
        var before = source.Length;
        for (var at = 0; at + size <= source.Length && watch.Elapsed < Patience;)
        {
            var shorter = source.Remove(at, size);
            (source, at) = fails(shorter) ? (shorter, at) : (source, at + size);
        }

        return source.Length < before && watch.Elapsed < Patience;
    }
}
