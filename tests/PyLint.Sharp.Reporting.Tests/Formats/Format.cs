using PyLint.Sharp.Reporting.Ci;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Sarif;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Reporting.Xml;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>A format by name, with what creates its reporter.</summary>
internal sealed record Format(string Name, Func<Stream, IReporter> Create)
{
    public static RepositoryPaths Paths { get; } = new("/repository");

    public static IReadOnlyList<Format> All { get; } =
    [
        OfText("full", output => new FullReporter(output, new TextOptions())),
        OfText("concise", output => new ConciseReporter(output, new TextOptions())),
        OfText("grouped", output => new GroupedReporter(output, new TextOptions())),
        new("json", output => new JsonReporter(output)),
        new("jsonl", output => new JsonLinesReporter(output)),
        new("sarif", output => new SarifReporter(output, Paths)),
        OfText("github", output => new GitHubReporter(output, Paths)),
        new("step-summary", output => new StepSummaryReporter(output, Paths)),
        new("gitlab", output => new GitLabReporter(output, Paths)),
        new("junit", output => new JUnitReporter(output)),
        new("rdjson", output => new ReviewdogReporter(output)),
        new("checkstyle", output => new CheckstyleReporter(output)),
    ];

    public static Format Of(string name) => All.Single(format => format.Name == name);

    public string Write(params IEnumerable<FileReport> files) => Make.Bytes(Create, [.. files]);

    public override string ToString() => Name;

    private static Format OfText(string name, Func<TextWriter, IReporter> create) =>
        new(name, output => create(new StreamWriter(output, new System.Text.UTF8Encoding(false), 1024, leaveOpen: true)));
}
