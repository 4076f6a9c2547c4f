using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Fixing;

/// <summary>A file after its fixes.</summary>
/// <param name="Before">What was to say before.</param>
/// <param name="Result">What is left to say; its tree has the new text. When nothing was changed, the result for the file as it was.</param>
/// <param name="Applied">The findings that were fixed, in the order in which that happened; empty when nothing was changed.</param>
public sealed record FixedFile(AnalysisResult Before, AnalysisResult Result, ImmutableArray<Diagnostic> Applied)
{
    /// <summary>True when the text has changed.</summary>
    public bool HasChanged => !Applied.IsEmpty;
}
