using System.CommandLine;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp init</c></summary>
internal sealed class InitVerb : Verb
{
    private const string Name = "pylint-sharp.toml";

    /// <summary>A file of this name goes before <see cref="Name"/>, which nobody would read.</summary>
    private const string Superior = ".pylint-sharp.toml";

    private readonly Argument<string[]> words = new("NOTHING") { Arity = ArgumentArity.ZeroOrMore };
    private readonly ValueOption profile = Values.Option(ValueKind.Of(SettingTable.Profile), "--profile");
    private readonly Option<bool> force = new("--force");

    public override string Help => Cli.Help.Init;

    protected override IReadOnlyList<Option> Options => [profile, force];

    protected override Argument Argument => words;

    public override int Run(ParseResult parsed, Host host)
    {
        try
        {
            var (arguments, unknown) = parsed.Arguments(words, static _ => true);
            return (unknown, arguments) switch
            {
                ([var option, ..], _) => throw new UsageException(Values.UnknownOption(this, option)),
                (_, [var word, ..]) => throw new UsageException($"`init` takes no arguments, but got `{word}`; it writes to the current folder"),
                _ => Write(parsed, host),
            };
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private int Write(ParseResult parsed, Host host)
    {
        var chosen = parsed.Choice(profile);
        var existing = new[] { Name, Superior }.FirstOrDefault(name => File.Exists(Path.Combine(host.CurrentDirectory, name)));
        if (existing is not null && !parsed.GetValue(force))
        {
            throw new UsageException($"`{existing}` is there already; `--force` writes `{Name}` all the same");
        }

        using var output = OutputTarget.File(Path.Combine(host.CurrentDirectory, Name), Name);
        SettingsTemplate.Write(output.Text, TomlText.Quote(chosen));
        output.Complete();
        return Cli.Help.Write($"wrote `{Name}`; `pylint-sharp config` shows what holds\n", host);
    }
}
