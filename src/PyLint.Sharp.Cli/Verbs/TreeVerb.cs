using System.CommandLine;
using PyLint.Sharp.Cli.Trees;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>A verb that writes a line for each file, about its tree.</summary>
/// <param name="name">What it is called.</param>
/// <param name="content">What it writes.</param>
internal abstract class TreeVerb(string name, TreeContent content) : Verb
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.ZeroOrMore };
    private readonly ValueOption format = Values.Option(ValueKind.Choice("jsonl"), "--output-format");
    private readonly ValueOption outputFile = Values.Option(ValueKind.File, "--output-file", "-o");
    private readonly ConfigurationOptionSet configuration = new();
    private readonly ValueOption jobs = Values.Option("--jobs", "-j");

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.File];

    protected override IReadOnlyList<Option> Options => [format, outputFile, jobs, .. configuration.Options];

    protected override Argument Argument => paths;

    public override int Run(ParseResult parsed, Host host)
    {
        try
        {
            return Read(parsed, host).Run();
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private TreeRun Read(ParseResult parsed, Host host)
    {
        var (words, unknown) = parsed.Arguments(paths, path => Path.Exists(Path.Combine(host.CurrentDirectory, path)));
        if (unknown is [var option, ..])
        {
            throw new UsageException(Values.UnknownOption(this, option));
        }

        if (words.Count == 0)
        {
            throw new UsageException($"`{name}` needs a file or a folder; `.` is the current one");
        }

        if (parsed.Last(format) is { } other and not "jsonl")
        {
            throw new UsageException($"`--output-format` of `{name}` takes jsonl, not `{other}`");
        }

        return new TreeRun(content, words, configuration.Read(parsed, host), host)
        {
            OutputPath = parsed.Last(outputFile) is { } file and not "-" ? file : null,
            Threads = parsed.Count(jobs) ?? Environment.ProcessorCount,
        };
    }
}
