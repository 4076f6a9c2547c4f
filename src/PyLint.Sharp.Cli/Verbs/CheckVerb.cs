using System.CommandLine;
using PyLint.Sharp.Cli.Baselines;
using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Changes;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Cli.Watching;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp check</c></summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.ZeroOrMore };
    private readonly ConfigurationOptionSet configuration = new();
    private readonly ValueOption format = Values.Option(ValueKind.Report, "--output-format");
    private readonly ValueOption outputFile = Values.Option(ValueKind.File, "--output-file", "-o");
    private readonly ValueOption jobs = Values.Option("--jobs", "-j");
    private readonly ValueOption stdinFileName = Values.Option(ValueKind.File, "--stdin-filename");
    private readonly Option<bool> ignoreSuppressions = new("--ignore-suppressions");
    private readonly Option<bool> exitZero = new("--exit-zero");
    private readonly Option<bool> watch = new("--watch");
    private readonly Option<bool> verbose = new("--verbose", "-v");
    private readonly TextOptionSet text = new();
    private readonly ReportOptionSet reports = new();
    private readonly FixOptionSet fixing = new();
    private readonly FileOptionSet files = new();
    private readonly TellingOptionSet telling = new();
    private readonly BaselineOptionSet baseline = new();
    private readonly ChangeOptionSet changes = new();
    private readonly CacheOptionSet cache = new();

    /// <summary>True when the command line names no verb: then the first path may be a verb with a slip.</summary>
    public bool IsImplied { get; init; }

    public override string Help => Cli.Help.Check;

    public override string ShortHelp => Cli.Help.CheckShort;

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.File];

    protected override IReadOnlyList<Option> Options =>
    [
        .. configuration.Options, format, outputFile, jobs, stdinFileName, ignoreSuppressions, exitZero, watch, verbose, .. fixing.Options, .. files.Options, .. telling.Options,
        .. baseline.Options, .. changes.Options, .. cache.Options, .. reports.Options, .. text.Options,
    ];

    protected override Argument Argument => paths;

    public override int Run(ParseResult parsed, Host host)
    {
        try
        {
            return parsed.GetValue(watch) ? new WatchRun(() => Read(parsed, host), host).Run() : new CheckRun(Read(parsed, host), host).Run();
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private CheckSettings Read(ParseResult parsed, Host host)
    {
        var (words, unknown) = parsed.Arguments(paths, path => Path.Exists(Path.Combine(host.CurrentDirectory, path)));
        var errors = unknown.ConvertAll(word => Values.UnknownOption(this, word));
        if (words.Count == 0 && errors.Count > 0)
        {
            throw new UsageException(errors[0]);
        }

        var fileSettings = files.Read(parsed, words, host);
        List<string> searched = words.Count == 0 && fileSettings.Listed is null ? ["."] : [.. words, .. fileSettings.Listed ?? []];
        var (formats, fixes) = (FormatsOf(parsed, host), fixing.Read(parsed));
        var request = configuration.Read(parsed, host);
        request = request with { Options = reports.Read(parsed, request.Options) };
        return new CheckSettings
        {
            Paths = searched,
            Files = fileSettings,
            UsageErrors = errors,
            Verbs = IsImplied ? Names : [],
            Configuration = request,
            Outputs = ReadOutputs(formats, parsed, host, fixes),
            IsFormatChosen = formats.Length > 0,
            Fixing = fixes,
            Stages = ReadStages(parsed, host, searched, fixes),
            Telling = telling.Read(parsed),
            Cache = cache.Read(parsed, host, trustsProject: !request.IsIsolated && !parsed.GetValue(ignoreSuppressions)),
            Threads = parsed.Count(jobs) ?? Environment.ProcessorCount,
            InputName = parsed.Last(stdinFileName) is { Length: > 0 } name ? name : "<stdin>",
            IgnoresSuppressions = parsed.GetValue(ignoreSuppressions),
            ExitZero = parsed.GetValue(exitZero),
            IsVerbose = parsed.GetValue(verbose),
        };
    }

    /// <summary>The command line beats the environment, and that any file.</summary>
    private string[] FormatsOf(ParseResult parsed, Host host)
    {
        const string variable = "PYLINT_SHARP_OUTPUT_FORMAT";
        if (parsed.GetValue(format) is { Length: > 0 } given)
        {
            return given;
        }

        return host.Environment(variable) is not { Length: > 0 } word ? []
            : ReporterFactory.Formats.Contains(word) ? [word]
            : throw new UsageException($"`{word}` in {variable} is no format{Suggestion.Among(word, ReporterFactory.Formats)}");
    }

    private IReadOnlyList<OutputRequest> ReadOutputs(string[] formats, ParseResult parsed, Host host, FixSettings fixes) =>
        OutputRequest.Read(formats, parsed.Last(outputFile), host.CurrentDirectory, isForFile => text.Read(parsed, host, isForFile), fixes.Report);

    /// <summary>Numbers of known findings are those of whole files, so unchanged lines are left out behind them.</summary>
    private List<IRunStage> ReadStages(ParseResult parsed, Host host, List<string> searched, FixSettings fixes)
    {
        var change = changes.Read(parsed, host, searched, fixes);
        var known = baseline.Read(parsed, host, change is null ? searched : [], fixes);
        return [.. new IRunStage?[] { known, change }.OfType<IRunStage>()];
    }
}
