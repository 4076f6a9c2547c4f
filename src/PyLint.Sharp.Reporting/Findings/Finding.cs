using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Findings;

/// <summary>A finding, reported or silenced by a comment, with the name under which later runs know it.</summary>
internal readonly record struct Finding(Diagnostic Diagnostic, string Fingerprint)
{
    public bool IsSuppressed => Diagnostic.SuppressedBy is not null;

    /// <summary>
    /// The findings of a file in source order. The silenced ones are among them whatever is listed in the end, so that a new comment
    /// renames no other finding.
    /// </summary>
    public static IReadOnlyList<Finding> AllOf(FileReport file)
    {
        var fingerprints = new Fingerprints(file.Text);
        return [.. file.Diagnostics.Concat(file.Suppressed)
            .OrderBy(diagnostic => diagnostic.Span)
            .ThenBy(diagnostic => diagnostic.Descriptor.Code, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .Select(diagnostic => new Finding(diagnostic, fingerprints.Next(diagnostic)))];
    }
}
