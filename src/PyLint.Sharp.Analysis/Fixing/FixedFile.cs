using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Notebooks;

namespace PyLint.Sharp.Analysis.Fixing;

/// <summary>A file after its fixes.</summary>
/// <param name="Before">What was to say before.</param>
/// <param name="Result">What is left to say; its tree has the new text. When nothing was changed, the result for the file as it was.</param>
/// <param name="Applied">The findings that were fixed, in the order in which that happened; empty when nothing was changed.</param>
public sealed record FixedFile(AnalysisResult Before, AnalysisResult Result, ImmutableArray<Diagnostic> Applied)
{
    /// <summary>The notebook whose Python this is, after the fixes; null for any other file, and when nothing was changed.</summary>
    public NotebookDraft? Draft { get; init; }

    /// <summary>True when the text has changed.</summary>
    public bool HasChanged => !Applied.IsEmpty;
}
