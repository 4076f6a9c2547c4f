using System.Diagnostics.CodeAnalysis;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>How the table is to be made.</summary>
internal sealed record PeerOptions
{
    private const string ModulesVariable = "PYLINT_SHARP_NODE_MODULES";

    /// <summary>How often each side is measured; odd, so that the median is a time that was measured.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Names of rows or groups; null for all.</summary>
    public string[]? Rows { get; init; }

    /// <summary>A program that was published before, or null.</summary>
    public string? Program { get; init; }

    /// <summary>The folder whose <c>node_modules</c> has ruff's wasm build, or null.</summary>
    public string? NodeModules { get; init; } = Environment.GetEnvironmentVariable(ModulesVariable);

    public static bool TryRead(string[] words, [NotNullWhen(true)] out PeerOptions? options)
    {
        options = new PeerOptions();
        for (var i = 0; i < words.Length && options is not null; i += 2)
        {
            options = (words[i], words.ElementAtOrDefault(i + 1)) switch
            {
                ("--rounds", { } count) when int.TryParse(count, out var rounds) && rounds > 0 && int.IsOddInteger(rounds) => options with { Rounds = rounds },
                ("--rows", { } rows) when rows.Split(',').All(PeersBenchmark.HasRow) => options with { Rows = rows.Split(',') },
                ("--program", { } file) when File.Exists(file) => options with { Program = file },
                ("--node-modules", { } folder) when Directory.Exists(folder) => options with { NodeModules = folder },
                _ => null,
            };
        }

        return options is not null;
    }
}
