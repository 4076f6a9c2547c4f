using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Notebooks;

/// <summary>Makes a report of one notebook.</summary>
internal static class NotebookCheck
{
    public static FileReport Run(FilePlan plan, byte[] bytes, Func<AnalysisResult, FileReport> reportOf, CancellationToken cancellation)
    {
        var (file, notebook, problem) = Notebook.Read(bytes, plan.File.ShownPath);
        if (notebook is null)
        {
            return new FileReport(file, problem?.Descriptor.Code == "PLS001" ? FileStatus.Unreadable : FileStatus.SyntaxError, [problem!]);
        }

        if (plan.Repair is { } repair)
        {
            var (repaired, after, writeProblem) = repair.Run(plan.File, bytes, notebook, cancellation);
            return reportOf(repaired.Result) with
            {
                Notebook = after,
                Fixed = repaired.Applied,
                Before = repaired.HasChanged ? file : null,
                WriteProblem = writeProblem,
            };
        }

        return (plan.Cache?.Get(plan.File, bytes, notebook.Text, Analyze) ?? Analyze()) with { Notebook = notebook };

        FileReport Analyze()
        {
            var tree = SyntaxTree.Parse(notebook.Text, plan.Options with { IsInteractive = true }, cancellation);
            return reportOf(new NotebookDraft(notebook).Confine(plan.Analyzer.Run(tree, cancellation)));
        }
    }
}
