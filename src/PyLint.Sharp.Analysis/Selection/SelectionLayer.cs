using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>What one source, such as a file or the command line, says about which rules run. Entries are selectors, or several with commas.</summary>
public sealed record SelectionLayer
{
    /// <summary>What to run instead of what lower layers and the profile say; null when the layer doesn't say.</summary>
    public ImmutableArray<string>? Select { get; init; }

    /// <summary>What to run beside that.</summary>
    public ImmutableArray<string> ExtendSelect { get; init; } = [];

    /// <summary>What not to run.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];
}
