using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Counts the files in which a rule crashed: whoever has many of them wants to know that it is one defect.</summary>
internal sealed class CrashCount
{
    private const int WorthANotice = 3;

    private readonly SortedDictionary<string, int> files = new(StringComparer.Ordinal);

    public void Add(FileReport report)
    {
        foreach (var rule in report.CrashedRules.Distinct())
        {
            files[rule] = files.GetValueOrDefault(rule) + 1;
        }
    }

    /// <summary>One sentence for each rule that crashed in several files.</summary>
    public IEnumerable<string> Notices() => files.Where(rule => rule.Value >= WorthANotice).Select(rule =>
        $"{rule.Key} crashed in {rule.Value} files; what it would have found there is missing. Please report it; `--ignore` leaves the rule out");
}
