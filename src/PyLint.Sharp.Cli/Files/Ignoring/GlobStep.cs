namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>What one part of a glob takes.</summary>
internal enum GlobStepKind
{
    /// <summary>One byte of a set.</summary>
    One,

    /// <summary>Any number of bytes of a set.</summary>
    Any,

    /// <summary>Nothing; the two steps behind it may be left out together.</summary>
    Optional,
}

/// <summary>A part of a glob.</summary>
/// <param name="Kind">How much it takes.</param>
/// <param name="Set">Which bytes it takes.</param>
internal readonly record struct GlobStep(GlobStepKind Kind, ByteSet Set);
