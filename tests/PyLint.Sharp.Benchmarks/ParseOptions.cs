using System.Diagnostics.CodeAnalysis;

namespace PyLint.Sharp.Benchmarks;

/// <param name="Rounds">How often all files are parsed.</param>
/// <param name="Peer">A Python to compare with, or null.</param>
internal sealed record ParseOptions(int Rounds, string? Peer)
{
    public static bool TryRead(string[] words, [NotNullWhen(true)] out ParseOptions? options)
    {
        options = new ParseOptions(4, null);
        for (var i = 0; i < words.Length; i += 2)
        {
            options = (words[i], words.ElementAtOrDefault(i + 1)) switch
            {
                ("--rounds", { } count) when int.TryParse(count, out var rounds) && rounds > 0 => options with { Rounds = rounds },
                ("--peer", { } python) => options with { Peer = python },
                _ => null,
            };
            if (options is null)
            {
                return false;
            }
        }

        return true;
    }
}
