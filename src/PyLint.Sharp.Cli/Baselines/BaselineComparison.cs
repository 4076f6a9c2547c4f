using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>Compares what a run finds with a baseline. What the engine says of a file is never known: it says that findings may be missing.</summary>
internal sealed class BaselineComparison(BaselineFile file, IReadOnlyList<BaselineEntry> recorded, string currentDirectory) : IRunStage
{
    private readonly ILookup<(string Path, string Code), BaselineEntry> byKey = recorded.ToLookup(entry => (entry.Path, entry.Code));
    private readonly ILookup<string, string> codesByPath = recorded.ToLookup(entry => entry.Path, entry => entry.Code);
    private readonly HashSet<(string Path, string Code)> judged = [];
    private readonly List<BaselineEntry> found = [];
    private readonly List<BaselineEntry> kept = [];
    private readonly List<string> broken = [];
    private readonly List<string> unjudged = [];
    private readonly List<(string Path, string Code, int Count)> stale = [];

    /// <summary>All findings, as entries.</summary>
    public IReadOnlyList<BaselineEntry> Found => found;

    /// <summary>The files whose syntax errors may hide findings.</summary>
    public IReadOnlyList<string> Broken => broken;

    /// <summary>The files of which entries are kept because they could not be checked completely.</summary>
    public IReadOnlyList<string> Unjudged => unjudged;

    /// <summary>What was recorded and is no longer there.</summary>
    public IReadOnlyList<(string Path, string Code, int Count)> Stale => stale;

    /// <summary>The entries without what is stale.</summary>
    public IEnumerable<BaselineEntry> Kept => NotJudged.Concat(kept);

    /// <summary>The entries with what was found in the place of what they say about the same files and rules.</summary>
    public IEnumerable<BaselineEntry> Updated => NotJudged.Concat(found);

    private IEnumerable<BaselineEntry> NotJudged => recorded.Where(entry => !judged.Contains((entry.Path, entry.Code)));

    public IReadOnlyList<SourceFile> Choose(IReadOnlyList<SourceFile> files, FileChoice choice) => files;

    public FileReport Apply(FilePlan plan, FileReport report)
    {
        var path = file.PathOf(plan.File.FullPath ?? Path.GetFullPath(plan.File.ShownPath, currentDirectory));
        if (report.Status == FileStatus.SyntaxError)
        {
            broken.Add(report.Path);
        }

        if (report.Status != FileStatus.Ok && codesByPath.Contains(path))
        {
            unjudged.Add(report.Path);
        }

        var fingerprints = new Fingerprints(report.Text, path);
        var named = report.Diagnostics
            .Where(diagnostic => diagnostic.Descriptor.Area != SkillArea.Engine)
            .ToDictionary<Diagnostic, Diagnostic, string>(diagnostic => diagnostic, fingerprints.First, ReferenceEqualityComparer.Instance);
        var codes = named.Keys.Select(diagnostic => diagnostic.Descriptor.Code).Concat(codesByPath[path].Where(plan.Codes.Contains)).ToHashSet(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var entries = EntriesOf(report, path, named.Where(finding => finding.Key.Descriptor.Code == code));
            var match = new BaselineMatch(entries, [.. byKey[(path, code)]]);
            known.UnionWith(entries.Select(entry => entry.Fingerprint).Where(match.Knows));
            if (report.Status == FileStatus.Ok)
            {
                Judge((path, code), entries, match);
            }
        }

        var isKnown = report.Diagnostics.ToLookup(diagnostic => named.TryGetValue(diagnostic, out var name) && known.Contains(name));
        return report with { Diagnostics = [.. isKnown[false]], Known = [.. isKnown[true]] };
    }

    public bool Finish() => false;

    /// <summary>Takes entries for stale whose files are gone, so far as they would have been searched.</summary>
    public void JudgeMissingFiles(IReadOnlyList<string> paths)
    {
        var roots = paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory))).ToList();
        foreach (var entries in recorded.GroupBy(entry => entry.Path))
        {
            var fullPath = file.FullPathOf(entries.First());
            if (!File.Exists(fullPath) && roots.Exists(root => IsAtOrBelow(fullPath, root)))
            {
                foreach (var rule in entries.GroupBy(entry => entry.Code))
                {
                    Judge((entries.Key, rule.Key), [], new BaselineMatch([], [.. rule]));
                }
            }
        }
    }

    private void Judge((string Path, string Code) key, IReadOnlyList<BaselineEntry> entries, BaselineMatch match)
    {
        judged.Add(key);
        found.AddRange(entries);
        kept.AddRange(match.Kept);
        if (match.Stale > 0)
        {
            stale.Add((key.Path, key.Code, match.Stale));
        }
    }

    private static List<BaselineEntry> EntriesOf(FileReport report, string path, IEnumerable<KeyValuePair<Diagnostic, string>> findings) =>
    [
        .. findings.GroupBy(finding => finding.Value, finding => finding.Key).Select(alike =>
            new BaselineEntry(path, alike.First().Descriptor.Code, alike.Key, alike.Count(), alike.Min(finding => report.Text.LineOf(finding.Span.Start)))),
    ];

    private static bool IsAtOrBelow(string path, string root) =>
        path == root || path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
