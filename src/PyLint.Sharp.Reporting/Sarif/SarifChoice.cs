using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>
/// Keeps so many results as a reader takes, the most important ones: those that people get to see before the others, errors first, and of
/// equals those that come first in the order of the files.
/// </summary>
/// <param name="most">How many.</param>
internal sealed class SarifChoice(int most)
{
    private readonly List<(int Order, SarifResult Writer, Finding Finding)>[] classes = [[], [], [], []];
    private int count;

    /// <summary>How many results are not among the chosen.</summary>
    public int LeftOut => Math.Max(0, count - most);

    public void Add(SarifResult writer, Finding finding)
    {
        var same = classes[ClassOf(finding)];
        if (same.Count < most)
        {
            same.Add((count, writer, finding));
        }

        count++;
    }

    /// <summary>Writes the chosen ones in the order of the files.</summary>
    public void Write()
    {
        foreach (var (_, writer, finding) in classes.SelectMany(same => same).Take(most).OrderBy(result => result.Order))
        {
            writer.Write(finding);
        }
    }

    private static int ClassOf(Finding finding) => (finding.IsReported, finding.Diagnostic.Severity) switch
    {
        (false, _) => 3,
        (_, Severity.Error) => 0,
        (_, Severity.Warning) => 1,
        _ => 2,
    };
}
