using System.CommandLine;
using PyLint.Sharp.Cli.Baselines;
using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp baseline</c></summary>
internal sealed class BaselineVerb : Verb
{
    private static readonly string[] Actions = ["create", "update", "prune", "show"];

    private readonly Argument<string[]> words = new("ACTION") { Arity = ArgumentArity.ZeroOrMore };
    private readonly ConfigurationOptionSet configuration = new();
    private readonly ValueOption baseline = Values.Option(ValueKind.File, "--baseline");
    private readonly ValueOption jobs = Values.Option("--jobs", "-j");
    private readonly CacheOptionSet cache = new();

    public override string Help => Cli.Help.Baseline;

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.Choice(Actions), ValueKind.File];

    protected override IReadOnlyList<Option> Options => [baseline, jobs, .. cache.Options, .. configuration.Options];

    protected override Argument Argument => words;

    public override int Run(ParseResult parsed, Host host)
    {
        try
        {
            var (arguments, unknown) = parsed.Arguments(words, word => Actions.Contains(word) || Path.Exists(Path.Combine(host.CurrentDirectory, word)));
            if (unknown is [var option, ..])
            {
                throw new UsageException(Values.UnknownOption(this, option));
            }

            var action = arguments.FirstOrDefault();
            var paths = arguments.Skip(1).ToList();
            return action switch
            {
                "create" => Create(paths, parsed, host),
                "update" or "prune" => Change(action, paths, parsed, host),
                "show" => Show(paths, parsed, host),
                _ => throw new UsageException(
                    $"`baseline` takes create, update, prune or show{(action is null ? "" : $", not `{action}`{Suggestion.Among(action, Actions)}")}"),
            };
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private int Create(List<string> paths, ParseResult parsed, Host host)
    {
        var file = BaselineOptionSet.FileOf(parsed.Last(baseline), host)
            ?? new BaselineFile(Path.Combine(host.CurrentDirectory, BaselineFile.DefaultName), BaselineFile.DefaultName);
        if (File.Exists(file.FullPath))
        {
            throw new UsageException($"`{file.ShownPath}` is there already; `pylint-sharp baseline update` brings it up to date");
        }

        var comparison = new BaselineComparison(file, [], host.CurrentDirectory);
        var exitCode = Check(comparison, paths, parsed, host);
        return exitCode == ExitCodes.Clean ? Write(file, comparison, comparison.Found, "created", host) : NothingDone(exitCode);
    }

    private int Change(string action, List<string> paths, ParseResult parsed, Host host)
    {
        var file = FileOf(parsed, host);
        var comparison = new BaselineComparison(file, file.Read(), host.CurrentDirectory);
        var exitCode = Check(comparison, paths, parsed, host);

        // What is pruned of the others is right though a file met a limit: nothing was judged there.
        var goesOn = exitCode == ExitCodes.Clean || (action == "prune" && exitCode == ExitCodes.Findings);
        if (!goesOn)
        {
            return NothingDone(exitCode);
        }

        comparison.JudgeMissingFiles(paths.Count == 0 ? ["."] : paths);
        if (action == "update")
        {
            return Write(file, comparison, comparison.Updated, "updated", host);
        }

        if (comparison.Unjudged.Count > 0)
        {
            host.Say("warning", $"entries are kept of files that could not be checked completely: {string.Join(", ", comparison.Unjudged.Select(path => $"`{path}`"))}");
        }

        return Math.Max(exitCode, Write(file, comparison, comparison.Kept, "pruned", host));
    }

    /// <summary>Findings are hidden here, so their exit code stands for a file that met a limit.</summary>
    private int Check(BaselineComparison comparison, List<string> paths, ParseResult parsed, Host host)
    {
        var request = configuration.Read(parsed, host);
        return new CheckRun(Settings(comparison, paths, parsed, host, request), host).Run();
    }

    /// <summary>What would be recorded of a file that could not be checked would be wrong.</summary>
    private static int NothingDone(int exitCode) => exitCode == ExitCodes.Findings ? ExitCodes.Trouble : exitCode;

    private CheckSettings Settings(BaselineComparison comparison, List<string> paths, ParseResult parsed, Host host, ConfigurationRequest request) =>
        new()
        {
            Paths = paths.Count == 0 ? ["."] : paths,
            Files = new FileSettings { Listed = null, FailsOnNoFiles = false },
            Telling = new TellingSettings(),
            UsageErrors = [],
            Verbs = [],
            Configuration = request,
            Cache = cache.Read(parsed, host, trustsProject: !request.IsIsolated),
            Outputs = [new OutputRequest(ReporterFactory.Silent, null, null, new TextOptions())],
            IsFormatChosen = true,
            Fixing = new FixSettings { HidesRest = true },
            Stages = [comparison],
            Threads = parsed.Count(jobs) ?? Environment.ProcessorCount,
            InputName = "<stdin>",
            IgnoresSuppressions = false,
            ExitZero = false,
            IsVerbose = false,
        };

    private static int Write(BaselineFile file, BaselineComparison comparison, IEnumerable<BaselineEntry> entries, string done, Host host)
    {
        // Syntax errors hide findings, which would come up as new once they are repaired.
        if (comparison.Broken.Count > 0 && done != "pruned")
        {
            throw new UsageException($"a baseline needs files without syntax errors; not {done}: {string.Join(", ", comparison.Broken.Select(path => $"`{path}`"))}");
        }

        var all = entries.ToList();
        file.Write(all);
        return Cli.Help.Write(TerminalText.Sanitize($"{done} `{file.ShownPath}`: {Totals(all)}") + "\n", host);
    }

    private int Show(List<string> paths, ParseResult parsed, Host host)
    {
        if (paths.Count > 0)
        {
            throw new UsageException($"`baseline show` takes no paths, but got `{paths[0]}`");
        }

        var file = FileOf(parsed, host);
        var entries = file.Read();
        var catalog = host.Catalog();
        using var output = OutputTarget.Standard(host);
        foreach (var rule in BaselineEntry.Sort(entries).GroupBy(entry => (entry.Path, entry.Code)))
        {
            var name = catalog.Find(rule.Key.Code) is [var descriptor] ? $" {descriptor.Name}" : "";
            var count = rule.Sum(entry => entry.Count);
            output.Text.WriteLine(TerminalText.Sanitize($"{rule.Key.Path}: {count} × {rule.Key.Code}{name}"));
        }

        output.Text.WriteLine(TerminalText.Sanitize($"`{file.ShownPath}`: {Totals(entries)}"));
        output.Complete();
        return ExitCodes.Clean;
    }

    private BaselineFile FileOf(ParseResult parsed, Host host) =>
        BaselineOptionSet.FileOf(parsed.Last(baseline), host) ?? BaselineFile.Nearest(host.CurrentDirectory);

    private static string Totals(List<BaselineEntry> entries)
    {
        var (findings, files) = (entries.Sum(entry => entry.Count), entries.DistinctBy(entry => entry.Path).Count());
        return $"{findings} known {(findings == 1 ? "finding" : "findings")} in {files} {(files == 1 ? "file" : "files")}";
    }
}
