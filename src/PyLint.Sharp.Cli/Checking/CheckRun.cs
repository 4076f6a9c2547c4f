using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Logging;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Cli.Verbs;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Hashing;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>One run of <c>check</c>: files, rules, reports. Whatever goes wrong on the way, the rest is checked and reported first.</summary>
internal sealed class CheckRun(CheckSettings settings, Host host)
{
    private readonly List<string> errors = [.. settings.UsageErrors];

    /// <summary>What was not checked, where no report says so. Unlike an error it leaves the exit code what it is in other runs.</summary>
    private readonly List<string> hiddenLimits = [];

    private readonly ConfigurationResolver resolver = new(settings.Memory is { } memory ? memory.Open : ConfigurationSource.Open, host.Catalog(), settings.Configuration);
    private readonly RuleTimings? timings = settings.Telling.ShowsTiming ? new RuleTimings() : null;
    private readonly InputReader input = new(host.Input);
    private readonly CrashCount crashes = new();
    private Submission submission = Submission.Empty;
    private bool hasFailed;
    private bool hasLimits;
    private bool hasFindings;

    public int Run()
    {
        using var logging = settings.IsVerbose ? new LoggerFactory([new StandardErrorLogger(host)], LogEverything) : null;
        var logger = logging?.CreateLogger("check");
        var files = FindFiles(logger);
        var cache = CachePlace.For(settings, resolver.RootOf(host.CurrentDirectory) ?? host.CurrentDirectory, host.Catalog);
        var planner = NewPlanner(cache);
        var plans = planner.Plan(files);
        var root = SettingsOf(host.CurrentDirectory);
        // The command line has its say where there is no file to check, too.
        var wrongSelectors = root.Select(host.Catalog()).Errors.Select(error => error.Message).Concat(planner.Problems).Distinct().ToList();
        errors.AddRange(wrongSelectors);
        if (wrongSelectors.Count + settings.UsageErrors.Count > 0 && settings.Fixing.Mode == FixMode.Write)
        {
            plans = WithoutFixes(plans);
        }

        errors.AddRange(resolver.Errors.Select(error => error.ToString()));
        logger?.Selected(planner.Rules.Count);
        using var output = new OutputGroup(settings.WithReports(root, host.IsOutputTerminal), IsFilter, host);
        var summary = Check(plans, planner, output, logger);
        output.Complete();
        cache?.Save();
        if (timings is not null)
        {
            TimingTable.Write(host.Error, timings);
        }

        errors.AddRange(crashes.Notices());
        errors.ForEach(host.SayError);
        hiddenLimits.ForEach(host.SayError);
        return summary.ExitCode;
    }

    /// <summary>True when standard output is for the fixed text of standard input.</summary>
    private bool IsFilter => settings.Fixing.Mode == FixMode.Write && settings.Paths.Contains("-");

    /// <summary>What is known can be checked in spite of a slip, but `--selct X --fix` must not fix everything that isn't X.</summary>
    private List<FilePlan> WithoutFixes(List<FilePlan> plans)
    {
        errors.Add("nothing is fixed while the command line or the configuration has an error");
        return plans.ConvertAll(plan => plan with { Repair = null });
    }

    private FilePlanner NewPlanner(CacheFolder? cache)
    {
        var options = new AnalyzerOptions { Catalog = host.Catalog(), IgnoresSuppressions = settings.IgnoresSuppressions, Timings = timings, Submission = submission };
        return new FilePlanner(resolver, host.Catalog(), host.CurrentDirectory, options)
        {
            RepairOf = settings.Fixing.Mode == FixMode.Off ? null : (analyzer, parsing, effective) => new FileRepair(
                new FileFixer(analyzer, parsing, new FixPolicy { AllowsUnsafe = settings.Fixing.AllowsUnsafe, IsFixable = effective.IsFixable }),
                settings.Fixing.Mode),
            CacheOf = cache is null ? null : text => cache.Open($"{settings.IgnoresSuppressions}\n{submission}\n{text}"),
        };
    }

    /// <summary>Where a file has an error nothing is checked, but folders are searched all the same.</summary>
    private EffectiveSettings SettingsOf(string folder) => resolver.For(folder) ?? EffectiveSettings.Default;

    private static LoggerFilterOptions LogEverything => new() { MinLevel = LogLevel.Debug };

    private IReadOnlyList<SourceFile> FindFiles(ILogger? logger)
    {
        var watch = Stopwatch.StartNew();
        var paths = settings.Paths.Where(path => path != "-").ToList();
        var choice = FileChoice.For(SettingsOf, host.CurrentDirectory);
        var discovery = new FileDiscovery(choice, host.CurrentDirectory, host.Environment, settings.Memory is { } remembering ? remembering.NoteIgnoreFile : null);
        var discovered = discovery.Find(paths, settings.Verbs);
        errors.AddRange(discovered.Errors);
        discovered.SayNotices(host);
        logger?.Discovered(discovered.Files.Count, watch.Elapsed.TotalMilliseconds);
        var wantsInput = paths.Count < settings.Paths.Count && !LeavesOutInput(discovery);
        IReadOnlyList<SourceFile> files = wantsInput ? [.. discovered.Files, new SourceFile(null, settings.InputName)] : discovered.Files;
        SayWhatIsMissing(files);
        // Of all files, for those too that a stage leaves out: they are there when the others run.
        submission = SubmissionReader.Read(discovered.Files, paths, host.CurrentDirectory);
        settings.Memory?.Note(choice, files, discovered.EnteredLinks);
        return settings.Stages.Aggregate(files, (left, stage) => stage.Choose(left, choice));
    }

    /// <summary>An editor that has its file fixed gets it back as it was when the file is none of ours.</summary>
    private bool LeavesOutInput(FileDiscovery discovery)
    {
        var isLeftOut = discovery.IsForcedOut(settings.InputName);
        if (isLeftOut && IsFilter)
        {
            WriteFiltered(input.PassOn);
        }

        return isLeftOut;
    }

    private RunSummary Check(List<FilePlan> plans, FilePlanner planner, OutputGroup output, ILogger? logger)
    {
        var watch = Stopwatch.StartNew();
        var checker = new FileChecker(input, output.WantsHashes, logger);
        var work = new OrderedWork<FilePlan, FileReport>(plans, plan => checker.Check(plan, host.Interrupted), host.Interrupted);
        var progress = ProgressLine.For(host, plans.Count, settings.Telling.ShowsProgress && !settings.IsVerbose);
        var summary = new RunSummary();
        output.Reporter.Begin(RunInfoOf(planner, output.WantsHashes));
        foreach (var checkedFile in work.Run(settings.Threads))
        {
            var plan = plans[summary.Files];
            progress?.Hide();
            var report = settings.Stages.Aggregate(checkedFile, (left, stage) => stage.Apply(plan, left));
            output.Reporter.File(report);
            summary = summary.With(report);
            crashes.Add(checkedFile);
            hasFailed |= report.Diagnostics.Any(IsFailure);
            hasLimits |= report.Diagnostics.Any(IsLimit);
            FinishFixing(report, isInput: IsFilter && plan.File.FullPath is null);
            hasFindings |= !settings.Fixing.HidesRest && report.Diagnostics.Any(diagnostic => plan.FailLevel.Fails(diagnostic.Severity));
            progress?.Show(summary.Files);
        }

        progress?.Hide();
        summary = summary with { IsInterrupted = summary.Files < plans.Count };
        foreach (var stage in summary.IsInterrupted ? [] : settings.Stages)
        {
            hasFindings |= stage.Finish();
        }

        summary = summary with { ExitCode = ExitCodeOf(summary) };
        output.Reporter.End(summary);
        logger?.Finished(summary.Files, settings.Threads, watch.Elapsed.TotalMilliseconds);
        return summary;
    }

    private void FinishFixing(FileReport report, bool isInput)
    {
        if (report.WriteProblem is { } problem)
        {
            errors.Add($"`{report.Path}` could not be fixed: {problem}");
        }

        if (isInput)
        {
            // What was not fixed goes out as it came in, also where it is no text or could not be checked.
            WriteFiltered(report.Before is null ? input.PassOn : stream => stream.Write(report.Stored.Encode()));
        }

        if (settings.Fixing.HidesRest)
        {
            errors.AddRange(report.Diagnostics.Where(IsFailure).Select(finding => $"{report.Path}: {finding.Message}"));
            hiddenLimits.AddRange(report.Diagnostics.Where(IsLimit).Select(finding => $"{report.Path}: {finding.Message}"));
        }

        if (settings.Fixing.HidesRest && settings.Fixing.Mode != FixMode.Off && report.Status == FileStatus.SyntaxError)
        {
            host.Say("warning", $"{report.Path}: nothing is fixed, because this file cannot be read: {WhyUnread(report)}");
        }

        foreach (var rule in settings.Fixing.ShowsFixes ? report.Fixed.GroupBy(finding => finding.Descriptor) : [])
        {
            var verb = settings.Fixing.Mode == FixMode.Diff ? "would fix" : "fixed";
            host.Say(verb, $"{report.Path}: {rule.Count()} × {rule.Key.Code} {rule.Key.Name}");
        }
    }

    /// <summary>The first thing that keeps Python from reading a file; a rule may have told it in the place of the engine.</summary>
    private static string WhyUnread(FileReport report)
    {
        var first = report.Diagnostics.FirstOrDefault(finding => finding.Descriptor == EngineDiagnostics.EncodingProblem)
            ?? report.Diagnostics.FirstOrDefault(finding => finding.Descriptor == EngineDiagnostics.SyntaxError)
            ?? report.Diagnostics.FirstOrDefault(finding => finding.Descriptor.Explains is not null);
        return first is null ? "it is no Python" : $"{first.Message} ({report.PlaceOf(first.Span.Start)})";
    }

    private void WriteFiltered(Action<Stream> write)
    {
        using var output = new GuardedStream(host.Output, "standard output");
        write(output);
        output.Flush();
    }

    /// <summary>A file that could not be read, or a defect of the program: the results are not complete.</summary>
    private static bool IsFailure(Diagnostic diagnostic) => diagnostic.Descriptor.Code is "PLS001" or "PLS003" or "PLS005";

    private static bool IsLimit(Diagnostic diagnostic) => diagnostic.Descriptor == EngineDiagnostics.LimitReached;

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

        // Whatever somebody wants to let pass, a file that was not checked has not passed.
        var isBad = hasFindings || (settings.Fixing.FailsOnFix && summary.Fixed > 0);
        return hasLimits || (isBad && !settings.ExitZero) ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static RunInfo RunInfoOf(FilePlanner planner, bool wantsHashes) => new()
    {
        Version = VersionVerb.Number,
        Rules = [.. planner.Rules],
        SettingsHash = wantsHashes ? Sha256.TextOf(Encoding.UTF8.GetBytes(planner.SettingsText)) : null,
    };

    private void SayWhatIsMissing(IReadOnlyList<SourceFile> files)
    {
        if (files.Count > 0 || errors.Count > 0)
        {
            return;
        }

        var place = settings.Paths.Count == 0 ? "the list" : string.Join(", ", settings.Paths.Select(path => $"`{path}`"));
        if (settings.Files.FailsOnNoFiles)
        {
            errors.Add($"no Python files in {place}");
        }
        else
        {
            host.Say("warning", $"no Python files in {place}");
        }
    }
}
