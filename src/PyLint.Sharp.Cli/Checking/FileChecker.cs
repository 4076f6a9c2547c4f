using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Logging;
using PyLint.Sharp.Cli.Notebooks;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Hashing;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Makes a report of one file. One checker serves all threads.</summary>
internal sealed class FileChecker(InputReader input, bool wantsHash, ILogger? logger)
{
    /// <summary>Never throws but for <paramref name="cancellation"/>: whatever happens to a file is said in its report.</summary>
    public FileReport Check(FilePlan plan, CancellationToken cancellation)
    {
        var file = plan.File;
        var watch = Stopwatch.StartNew();
        try
        {
            var report = ReportInTime(plan, cancellation);
            logger?.Checked(file.ShownPath, report.Diagnostics.Length, watch.Elapsed.TotalMilliseconds);
            return report;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            logger?.Crashed(file.ShownPath, exception);
            return new FileReport(SourceText.From("", file.ShownPath), FileStatus.Limit, [DiagnosticOf(exception)]);
        }
    }

    private FileReport ReportInTime(FilePlan plan, CancellationToken cancellation)
    {
        if (plan.TimePerFile is not { } time)
        {
            return Report(plan, cancellation);
        }

        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        budget.CancelAfter(time);
        try
        {
            return Report(plan, budget.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Limited(plan.File, string.Create(CultureInfo.InvariantCulture, $"it takes longer than {time.TotalSeconds} s"));
        }
    }

    private FileReport Report(FilePlan plan, CancellationToken cancellation)
    {
        var file = plan.File;
        var (bytes, problem) = input.Read(file, plan.MostBytes);
        if (bytes is null)
        {
            return problem is null ? Limited(file, $"the file is longer than {SizeOf(plan.MostBytes)}") : Unreadable(file, problem);
        }

        var report = Notebook.IsNotebook(file.ShownPath) ? NotebookCheck.Run(plan, bytes, ReportOf, cancellation) : Report(plan, bytes, cancellation);
        return wantsHash ? report with { Sha256 = Sha256.TextOf(report.Before is null ? bytes : report.Stored.Encode()!) } : report;
    }

    private FileReport Report(FilePlan plan, byte[] bytes, CancellationToken cancellation)
    {
        var text = SourceText.Decode(bytes, plan.File.ShownPath);
        return plan.Repair is null
            ? plan.Cache?.Get(plan.File, bytes, text, Analyze) ?? Analyze()
            : Fix(plan.Repair, plan.File, bytes, text, cancellation);

        FileReport Analyze() => ReportOf(plan.Analyzer.Run(SyntaxTree.Parse(text, plan.Options, cancellation), cancellation));
    }

    private FileReport Fix(FileRepair repair, SourceFile file, byte[] bytes, SourceText text, CancellationToken cancellation)
    {
        var (repaired, problem) = repair.Run(file, bytes, text, cancellation);
        return ReportOf(repaired.Result) with
        {
            Fixed = repaired.Applied,
            Before = repaired.HasChanged ? text : null,
            WriteProblem = problem,
        };
    }

    private FileReport ReportOf(AnalysisResult result)
    {
        foreach (var crash in result.Crashes)
        {
            logger?.RuleCrashed($"{result.Tree.Text.Path}:{result.Tree.Text.PositionOf(crash.Span.Start)}", crash.Rule, crash.Exception);
        }

        return new FileReport(result.Tree.Text, StatusOf(result), result.Diagnostics)
        {
            Suppressed = result.Suppressed,
            AttemptedSuppressions = result.AttemptedSuppressions,
            CrashedRules = [.. result.Crashes.Select(crash => crash.Rule)],
        };
    }

    private static Diagnostic DiagnosticOf(Exception exception) => exception is InsufficientExecutionStackException
        ? EngineDiagnostics.LimitReached.At(default, "the code is too deeply nested")
        : EngineDiagnostics.RuleCrashed.At(default, "the checker", $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");

    private static FileReport Unreadable(SourceFile file, string problem)
    {
        var result = AnalysisResult.CannotRead(file.ShownPath, problem);
        return new FileReport(result.Tree.Text, FileStatus.Unreadable, result.Diagnostics);
    }

    private static FileReport Limited(SourceFile file, string reason) =>
        new(SourceText.From("", file.ShownPath), FileStatus.Limit, [EngineDiagnostics.LimitReached.At(default, reason)]);

    /// <summary>A number of bytes in words.</summary>
    internal static string SizeOf(int bytes) => bytes % (1 << 20) == 0 ? $"{bytes >> 20} MiB" : bytes % (1 << 10) == 0 ? $"{bytes >> 10} KiB" : $"{bytes} bytes";

    /// <summary>Of a syntax error a rule may have told in the place of the engine.</summary>
    private static FileStatus StatusOf(AnalysisResult result)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            if (diagnostic.Descriptor == EngineDiagnostics.LimitReached)
            {
                return FileStatus.Limit;
            }
        }

        return result.Tree.Errors.IsEmpty && result.Tree.Text.EncodingErrors.IsEmpty ? FileStatus.Ok : FileStatus.SyntaxError;
    }
}
