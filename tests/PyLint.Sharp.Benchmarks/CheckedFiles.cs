using System.Diagnostics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks;

/// <summary>Files that are parsed and checked again and again; they are read beforehand.</summary>
internal sealed class CheckedFiles
{
    private readonly List<(string Path, byte[] Bytes)> files;
    private readonly Analyzer analyzer;
    private readonly Analyzer withoutRules;

    public CheckedFiles(IEnumerable<string> paths, IEnumerable<Rule> rules)
    {
        files = [.. paths.Select(path => (path, File.ReadAllBytes(path)))];
        Megabytes = files.Sum(file => (long)file.Bytes.Length) / 1e6;
        // As the command line makes it.
        var options = new AnalyzerOptions { Catalog = BuiltInRules.Catalog };
        analyzer = new Analyzer(rules, options);
        withoutRules = new Analyzer([], options);
    }

    /// <summary>Millions of bytes of all files together.</summary>
    public double Megabytes { get; }

    public static CheckedFiles OfAllRules(IEnumerable<string> paths) =>
        new(paths, RuleSelection.Resolve(BuiltInRules.Catalog, [RuleSelector.All.Text], []).Rules);

    /// <summary>Leaves the work of the JIT behind.</summary>
    public void WarmUp()
    {
        MeasureCheck();
        MeasureCheck();
    }

    /// <summary>Seconds from the bytes of all files to their findings.</summary>
    public double MeasureCheck()
    {
        var watch = Stopwatch.StartNew();
        foreach (var (path, bytes) in files)
        {
            analyzer.Run(Parse(path, bytes));
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>
    /// Goes over all files once. The kinds of work take turns file by file, so that what else happens on the machine falls on all of them.
    /// </summary>
    public CheckRound Measure()
    {
        Timed parse = new(), noRules = new(), check = new();
        var findings = 0;
        foreach (var (path, bytes) in files)
        {
            using (parse.Lap())
            {
                Parse(path, bytes);
            }

            using (noRules.Lap())
            {
                withoutRules.Run(Parse(path, bytes));
            }

            using (check.Lap())
            {
                findings += analyzer.Run(Parse(path, bytes)).Diagnostics.Length;
            }
        }

        return new CheckRound(parse, noRules, check, findings);
    }

    private static SyntaxTree Parse(string path, byte[] bytes) => SyntaxTree.Parse(SourceText.Decode(bytes, path));
}
