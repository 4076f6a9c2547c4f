using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Ci;
using PyLint.Sharp.Reporting.Diffs;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Sarif;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Reporting.Xml;

namespace PyLint.Sharp.Cli.Output;

/// <summary>The formats by name.</summary>
internal static class ReporterFactory
{
    public const string Full = "full";
    public const string GitHub = "github";

    /// <summary>No format of findings: the patch of <c>--diff</c>.</summary>
    public const string Diff = "diff";

    /// <summary>No format of findings: nothing, for <c>--fix-only</c>.</summary>
    public const string Silent = "silent";

    private static readonly Dictionary<string, Func<OutputTarget, OutputRequest, CiEnvironment, IReporter>> Creators = new(StringComparer.Ordinal)
    {
        [Full] = (output, request, _) => new FullReporter(output.Text, request.Text),
        ["concise"] = (output, request, _) => new ConciseReporter(output.Text, request.Text),
        ["grouped"] = (output, request, _) => new GroupedReporter(output.Text, request.Text),
        ["json"] = (output, _, _) => new JsonReporter(output.Stream),
        ["jsonl"] = (output, _, _) => new JsonLinesReporter(output.Stream),
        ["sarif"] = (output, request, ci) => new SarifReporter(output.Stream, ci.Paths) { MostResults = request.MostResults, Warn = ci.Warn },
        [GitHub] = (output, _, ci) => new GitHubReporter(output.Text, ci.Paths),
        ["gitlab"] = (output, _, ci) => new GitLabReporter(output.Stream, ci.Paths),
        ["junit"] = (output, _, _) => new JUnitReporter(output.Stream),
        ["rdjson"] = (output, _, _) => new ReviewdogReporter(output.Stream),
        ["checkstyle"] = (output, _, _) => new CheckstyleReporter(output.Stream),
    };

    /// <summary>The names, in the order in which help and messages list them.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Creators.Keys];

    public static IReporter Create(OutputRequest request, OutputTarget output, CiEnvironment ci, bool isForTerminal) => request.Format switch
    {
        Diff => new DiffReporter(output.Stream, isForTerminal ? request.Text : null)
        {
            LeaveOut = ci.ObeysLines && !isForTerminal && request.Path is null
                ? path => ci.Warn($"the patch of `{path}` is left out, because this build server would obey a line of it; `-o FILE` has all of it")
                : null,
        },
        Silent => new SilentReporter(),
        _ => Creators[request.Format](output, request, ci),
    };

    /// <summary>True for text for people, which is cut short in a terminal.</summary>
    public static bool IsForPeople(string format) => format is Full or "concise" or "grouped";

    /// <summary>True for a format that itself says how many findings it lacks.</summary>
    public static bool CountsTheRest(string format) => format is Full or "grouped" or "json" or "jsonl" or GitHub;

    /// <summary>True for a format that shows hashes of files: nobody waits for what nobody sees.</summary>
    public static bool WantsHashes(string format) => format is "json" or "jsonl";

    /// <summary>True for a format that quotes the checked program, or names its files, in lines of its own.</summary>
    public static bool HasForeignLines(string format) => format is Full or "concise" or "grouped" or Diff;
}
