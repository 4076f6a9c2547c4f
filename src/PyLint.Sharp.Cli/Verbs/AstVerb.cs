using System.CommandLine;
using PyLint.Sharp.Cli.Trees;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp ast</c></summary>
internal sealed class AstVerb : Verb
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> format = Values.Option("--output-format");
    private readonly Option<string[]> outputFile = Values.Option("--output-file", "-o");
    private readonly Option<string[]> jobs = Values.Option("--jobs", "-j");

    public override string Help => Cli.Help.Ast;

    protected override IReadOnlyList<Option> Options => [format, outputFile, jobs];

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

    private AstRun Read(ParseResult parsed, Host host)
    {
        var (words, unknown) = parsed.Arguments(paths, path => Path.Exists(Path.Combine(host.CurrentDirectory, path)));
        if (unknown is [var option, ..])
        {
            throw new UsageException(Values.UnknownOption(this, option));
        }

        if (words.Count == 0)
        {
            throw new UsageException("`ast` needs a file or a folder; `.` is the current one");
        }

        if (parsed.Last(format) is { } other and not "jsonl")
        {
            throw new UsageException($"`--output-format` of `ast` takes jsonl, not `{other}`");
        }

        var output = parsed.Last(outputFile) is { } file and not "-" ? Path.GetFullPath(file, host.CurrentDirectory) : null;
        return new AstRun(words, output, parsed.Count(jobs) ?? Environment.ProcessorCount, host);
    }
}
