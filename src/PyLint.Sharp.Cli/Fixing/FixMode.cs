namespace PyLint.Sharp.Cli.Fixing;

/// <summary>What <c>check</c> does with fixes.</summary>
internal enum FixMode
{
    /// <summary>Offers them.</summary>
    Off,

    /// <summary><c>--fix</c>: writes the fixed files, or standard input to standard output.</summary>
    Write,

    /// <summary><c>--diff</c>: shows what <c>--fix</c> would change.</summary>
    Diff,
}
