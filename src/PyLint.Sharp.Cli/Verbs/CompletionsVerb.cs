using System.CommandLine;
using PyLint.Sharp.Cli.Completions;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp completions</c></summary>
internal sealed class CompletionsVerb : Verb
{
    private readonly Argument<string[]> shells = new("SHELL") { Arity = ArgumentArity.ZeroOrMore };

    public override string Help => Cli.Help.Completions;

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.Choice([.. CompletionScripts.ByShell.Keys]), ValueKind.Any];

    protected override IReadOnlyList<Option> Options => [];

    protected override Argument Argument => shells;

    public override int Run(ParseResult parsed, Host host)
    {
        var known = CompletionScripts.ByShell.Keys.ToList();
        var (words, unknown) = parsed.Arguments(shells, static _ => true);
        if (unknown is [var option, ..])
        {
            host.SayError(Values.UnknownOption(this, option));
            return ExitCodes.Trouble;
        }

        if (words is not [var shell])
        {
            host.SayError($"`completions` takes one shell: {string.Join(", ", known)}");
            return ExitCodes.Trouble;
        }

        if (!CompletionScripts.ByShell.TryGetValue(shell, out var script))
        {
            host.SayError($"there are no completions for `{shell}`{Suggestion.Among(shell, known)}; known: {string.Join(", ", known)}");
            return ExitCodes.Trouble;
        }

        return Cli.Help.Write(script(new CompletionTable(host.Catalog())), host);
    }
}
