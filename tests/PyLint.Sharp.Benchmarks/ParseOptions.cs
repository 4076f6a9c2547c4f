using System.Diagnostics.CodeAnalysis;

namespace PyLint.Sharp.Benchmarks;

/// <param name="Rounds">How often all files are parsed.</param>
/// <param name="Peer">A Python to compare with, or null.</param>
/// <param name="Select">The rules to run, as <c>--select</c> of the command line names them, or null.</param>
internal sealed record ParseOptions(int Rounds, string? Peer, string? Select)
{
    public static bool TryRead(string[] words, [NotNullWhen(true)] out ParseOptions? options)
    {
        options = new ParseOptions(4, null, null);
        for (var i = 0; i < words.Length; i += 2)
        {
            options = (words[i], words.ElementAtOrDefault(i + 1)) switch
            {
                ("--rounds", { } count) when int.TryParse(count, out var rounds) && rounds > 0 => options with { Rounds = rounds },
                ("--peer", { } python) => options with { Peer = python },
                ("--select", { } codes) => options with { Select = codes },
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
