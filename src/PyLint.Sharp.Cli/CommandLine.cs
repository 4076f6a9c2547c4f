using System.CommandLine;
using System.CommandLine.Parsing;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli;

/// <summary>The entry of the program: finds the verb, parses its options, runs it.</summary>
internal static class CommandLine
{
    // Nothing is read from response files: `@name` is a path like any other.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the program and returns its exit code.</summary>
    public static int Run(string[] args, Host host)
    {
        try
        {
            return Dispatch(args, host);
        }
        catch (OutputException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            host.SayError($"this is a defect of pylint-sharp, please report it: {exception.ToString().ReplaceLineEndings(" | ")}");
            return ExitCodes.Trouble;
        }
    }

    private static int Dispatch(string[] args, Host host)
    {
        switch (args)
        {
            case ["--version"]:
                return Run(new VersionVerb(), [], host);
            case ["help"] or ["--help" or "-h", ..] or ["help", "--help" or "-h", ..]:
                return Help.Write(Help.Overview, host);
            case ["help", var name, ..] when Verb.Find(name) is { } verb:
                return Help.Write(verb.Help, host);
            case ["help", var name, ..]:
                host.SayError($"unknown verb `{name}`{Suggestion.Among(name, Verb.Names)}");
                return ExitCodes.Trouble;
            case [var name, .. var rest] when Verb.Find(name) is { } verb:
                return Run(verb, rest, host);
            default:
                return Run(new CheckVerb { IsImplied = true }, args, host);
        }
    }

    private static int Run(Verb verb, string[] args, Host host)
    {
        var parsed = verb.Command.Parse(args, Parsing);
        if (parsed.GetValue(verb.HelpOption))
        {
            return Help.Write(verb.Help, host);
        }

        if (parsed.GetValue(verb.ShortHelpOption))
        {
            return Help.Write(verb.ShortHelp, host);
        }

        if (parsed.Errors.Count > 0)
        {
            host.SayError(MessageOf(parsed.Errors[0]));
            return ExitCodes.Trouble;
        }

        return verb.Run(parsed, host);
    }

    private static string MessageOf(ParseError error) => error.SymbolResult is OptionResult { Tokens.Count: 0, Option.Name: var name }
        ? $"`{name}` needs a value"
        : error.Message;
}
