using System.CommandLine;
using System.Reflection;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp version</c></summary>
internal sealed class VersionVerb : Verb
{
    public static string Number { get; } =
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public override string Help => Cli.Help.Version;

    protected override IReadOnlyList<Option> Options => [];

    public override int Run(ParseResult parsed, Host host)
    {
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            host.SayError(word.StartsWith('-') ? Values.UnknownOption(this, word) : $"`version` takes no arguments, but got `{word}`");
            return ExitCodes.Trouble;
        }

        return Cli.Help.Write($"pylint-sharp {Number}\n", host);
    }
}
