using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Logging;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Cli.Verbs;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>One run of <c>check</c>: files, rules, reports. Whatever goes wrong on the way, the rest is checked and reported first.</summary>
internal sealed class CheckRun(CheckSettings settings, Host host)
{
    private readonly List<string> errors = [.. settings.UsageErrors];
    private bool hasFailed;

    public int Run()
    {
        using var logging = settings.IsVerbose ? new LoggerFactory([new StandardErrorLogger(host)], LogEverything) : null;
        var logger = logging?.CreateLogger("check");
        var files = FindFiles(logger);
        var rules = SelectRules(logger);
        using var output = OpenOutput();
        var summary = Check(files, rules, output, logger);
        output.Complete();
        SayWhatIsMissing(files);
        return summary.ExitCode;
    }

    /// <summary>True when standard output is for the fixed text of standard input.</summary>
    private bool IsFilter => settings.Fixing.Mode == FixMode.Write && settings.Paths.Contains("-");

    private OutputTarget OpenOutput() =>
        settings.OutputPath is { } path ? OutputTarget.File(path) : IsFilter ? OutputTarget.Error(host) : OutputTarget.Standard(host);

    private static LoggerFilterOptions LogEverything => new() { MinLevel = LogLevel.Debug };

    private IReadOnlyList<SourceFile> FindFiles(ILogger? logger)
    {
        var watch = Stopwatch.StartNew();
        var paths = settings.Paths.Where(path => path != "-").ToList();
        var discovered = new FileDiscovery(host.CurrentDirectory).Find(paths, settings.Verbs);
        errors.AddRange(discovered.Errors);
        foreach (var note in discovered.Notes)
        {
            host.Say("note", note);
        }

        logger?.Discovered(discovered.Files.Count, watch.Elapsed.TotalMilliseconds);
        return paths.Count < settings.Paths.Count ? [.. discovered.Files, new SourceFile(null, settings.InputName)] : discovered.Files;
    }

    private RuleSelection SelectRules(ILogger? logger)
    {
        var selection = RuleSelection.Resolve(host.Catalog(), settings.Select, settings.Ignore);
        foreach (var error in selection.Errors)
        {
            errors.Add(error.Message);
        }

        logger?.Selected(selection.Rules.Length);
        return selection;
    }

    private RunSummary Check(IReadOnlyList<SourceFile> files, RuleSelection selection, OutputTarget output, ILogger? logger)
    {
        var watch = Stopwatch.StartNew();
        var format = ReporterFactory.Create(settings, output);
        var options = new ParseOptions { TargetVersion = settings.Target };
        var analyzerOptions = new AnalyzerOptions { Catalog = host.Catalog(), IgnoresSuppressions = settings.IgnoresSuppressions };
        var analyzer = new Analyzer(selection.Rules, analyzerOptions);
        var fixer = new FileFixer(analyzer, options, FixPolicyOf(settings.Fixing));
        var checker = new FileChecker(analyzer, options, new InputReader(host.Input), format.WantsHashes, logger)
        {
            Repair = settings.Fixing.Mode == FixMode.Off ? null : new FileRepair(fixer, settings.Fixing.Mode),
        };
        var work = new OrderedWork<SourceFile, FileReport>(files, file => checker.Check(file, host.Interrupted), host.Interrupted);
        var summary = new RunSummary();
        format.Reporter.Begin(RunInfoOf(selection, format.WantsHashes));
        foreach (var report in work.Run(settings.Threads))
        {
            format.Reporter.File(report);
            summary = summary.With(report);
            hasFailed |= report.Diagnostics.Any(IsFailure);
            FinishFixing(report, isInput: IsFilter && summary.Files == files.Count);
        }

        summary = summary with { IsInterrupted = summary.Files < files.Count };
        summary = summary with { ExitCode = ExitCodeOf(summary) };
        format.Reporter.End(summary);
        logger?.Finished(summary.Files, settings.Threads, watch.Elapsed.TotalMilliseconds);
        return summary;
    }

    private FixPolicy FixPolicyOf(FixSettings fixing)
    {
        var (fixable, unfixable) = (CodesOf(fixing.Fixable), CodesOf(fixing.Unfixable));
        return new FixPolicy
        {
            AllowsUnsafe = fixing.AllowsUnsafe,
            IsFixable = rule => (fixing.Fixable.Count == 0 || fixable.Contains(rule.Code)) && !unfixable.Contains(rule.Code),
        };
    }

    private HashSet<string> CodesOf(IReadOnlyList<string> selectors)
    {
        var selection = selectors.Count == 0 ? null : RuleSelection.Resolve(host.Catalog(), selectors, []);
        errors.AddRange((selection?.Errors ?? []).Select(error => error.Message));
        return [.. (selection?.Rules ?? []).Select(rule => rule.Descriptor.Code)];
    }

    private void FinishFixing(FileReport report, bool isInput)
    {
        if (report.WriteProblem is { } problem)
        {
            errors.Add($"`{report.Path}` could not be fixed: {problem}");
        }

        if (isInput)
        {
            host.Output.Write(report.Text.Encode());
            host.Output.Flush();
        }

        if (settings.Fixing.HidesRest)
        {
            errors.AddRange(report.Diagnostics.Where(IsFailure).Select(finding => $"{report.Path}: {finding.Message}"));
        }

        foreach (var rule in settings.Fixing.ShowsFixes ? report.Fixed.GroupBy(finding => finding.Descriptor) : [])
        {
            var verb = settings.Fixing.Mode == FixMode.Diff ? "would fix" : "fixed";
            host.Say(verb, $"{report.Path}: {rule.Count()} × {rule.Key.Code} {rule.Key.Name}");
        }
    }

    /// <summary>A file that could not be read, or a defect of the program: the results are not complete.</summary>
    private static bool IsFailure(Diagnostic diagnostic) => diagnostic.Descriptor.Code is "PLS001" or "PLS003" or "PLS005";

    private int ExitCodeOf(RunSummary summary)
    {
        if (summary.IsInterrupted)
        {
            return host.InterruptedCode;
        }

        if (hasFailed || errors.Count > 0)
        {
            return ExitCodes.Trouble;
        }

        var isBad = (!settings.Fixing.HidesRest && summary.Errors + summary.Warnings > 0) || (settings.Fixing.FailsOnFix && summary.Fixed > 0);
        return isBad && !settings.ExitZero ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static RunInfo RunInfoOf(RuleSelection selection, bool wantsHashes)
    {
        var rules = selection.Rules.Select(rule => rule.Descriptor).ToList();
        var settings = string.Join(',', rules.Select(rule => rule.Code));
        return new RunInfo
        {
            Version = VersionVerb.Number,
            Rules = [.. rules],
            SettingsHash = wantsHashes ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings))) : null,
        };
    }

    private void SayWhatIsMissing(IReadOnlyList<SourceFile> files)
    {
        errors.ForEach(host.SayError);
        if (files.Count == 0 && errors.Count == 0)
        {
            host.Say("warning", $"no Python files in {string.Join(", ", settings.Paths.Select(path => $"`{path}`"))}");
        }
    }
}
