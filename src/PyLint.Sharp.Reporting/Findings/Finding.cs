using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Findings;

/// <summary>A finding, reported, silenced by a comment or known to the baseline, with the name under which later runs know it.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Fingerprint">Its name.</param>
/// <param name="IsKnown">Whether the baseline has it; null where no baseline was asked.</param>
internal readonly record struct Finding(Diagnostic Diagnostic, string Fingerprint, bool? IsKnown)
{
    /// <summary>True for what people get to see; other findings are listed only where a format can say what they are.</summary>
    public bool IsReported => Diagnostic.SuppressedBy is null && IsKnown != true;

    /// <summary>
    /// The findings of a file in source order. The silenced and the known ones are among them whatever is listed in the end, so that a
    /// new comment renames no other finding; for the same reason those that are left out are numbered too.
    /// </summary>
    public static IReadOnlyList<Finding> AllOf(FileReport file)
    {
        var fingerprints = new Fingerprints(file.Text);
        var (known, leftOut) = (new HashSet<Diagnostic>(file.Known ?? [], ReferenceEqualityComparer.Instance), new HashSet<Diagnostic>(file.LeftOut.AddRange(file.NotShown), ReferenceEqualityComparer.Instance));
        return [.. file.Diagnostics.Concat(file.Suppressed).Concat(known).Concat(leftOut)
            .OrderBy(diagnostic => diagnostic.Span)
            .ThenBy(diagnostic => diagnostic.Descriptor.Code, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .Select(diagnostic => new Finding(diagnostic, fingerprints.Next(diagnostic), IsKnown(diagnostic)))
            .Where(finding => !leftOut.Contains(finding.Diagnostic))];

        bool? IsKnown(Diagnostic diagnostic) => file.Known is null || diagnostic.SuppressedBy is not null ? null : known.Contains(diagnostic);
    }

    /// <summary>The same findings under the same names, with their places in <see cref="FileReport.Stored"/>.</summary>
    public static IReadOnlyList<Finding> AllStoredOf(FileReport file) => file.Notebook is not { } notebook
        ? AllOf(file)
        : [.. AllOf(file).Select(finding => finding with { Diagnostic = notebook.InFile(finding.Diagnostic) })];
}
