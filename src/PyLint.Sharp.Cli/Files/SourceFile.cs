namespace PyLint.Sharp.Cli.Files;

/// <summary>A file that is to be checked.</summary>
/// <param name="FullPath">Where it is; null for standard input.</param>
/// <param name="ShownPath">How it is called in results: from the current folder when it is below it, with <c>/</c>.</param>
/// <param name="Problem">Why it can't be read, when that is known before it is opened; else null.</param>
internal sealed record SourceFile(string? FullPath, string ShownPath, string? Problem = null)
{
    /// <summary>Its content where that is known already, or is not what is on disk; else null.</summary>
    public byte[]? Bytes { get; init; }
}
