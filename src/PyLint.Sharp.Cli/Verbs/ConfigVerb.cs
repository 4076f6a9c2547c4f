using System.CommandLine;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp config</c></summary>
internal sealed class ConfigVerb : Verb
{
    private readonly Argument<string[]> keys = new("KEY") { Arity = ArgumentArity.ZeroOrMore };
    private readonly ValueOption showFor = Values.Option(ValueKind.File, "--show-for");
    private readonly Option<bool> files = new("--files");
    private readonly ValueOption format = Values.Option(ValueKind.Choice("text", "json"), "--output-format");
    private readonly ConfigurationOptionSet configuration = new();

    public override string Help => Cli.Help.Config;

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.KeyOrPath];

    protected override IReadOnlyList<Option> Options => [showFor, files, format, .. configuration.Options];

    protected override Argument Argument => keys;

    public override int Run(ParseResult parsed, Host host)
    {
        var (words, unknown) = parsed.Arguments(keys, static _ => true);
        try
        {
            return unknown is [var option, ..] ? throw new UsageException(Values.UnknownOption(this, option))
                : parsed.GetValue(files) ? List(words, parsed, host) : Show(words, parsed, host);
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private int Show(List<string> words, ParseResult parsed, Host host)
    {
        var chosen = parsed.Choice(format);
        var catalog = host.Catalog();
        var resolver = new ConfigurationResolver(ConfigurationSource.Open, catalog, configuration.Read(parsed, host));
        var path = Path.GetFullPath(parsed.Last(showFor) ?? ".", host.CurrentDirectory);
        var settings = resolver.For(Directory.Exists(path) ? path : Path.GetDirectoryName(path)!);
        var problems = resolver.Errors.Select(error => error.ToString()).ToList();
        if (settings is not null)
        {
            problems.AddRange(settings.Select(catalog).Errors.Select(error => error.Message));
            var lines = Choose(words, ShownSetting.All(settings, catalog), catalog, problems);
            using var output = OutputTarget.Standard(host);
            if (chosen == "json")
            {
                SettingListing.WriteJson(output.Stream, lines);
            }
            else
            {
                SettingListing.WriteText(output.Text, lines, isExplained: words.Count > 0 && lines.Count == words.Count);
            }

            output.Complete();
        }

        problems.ForEach(host.SayError);
        return problems.Count == 0 ? ExitCodes.Clean : ExitCodes.Trouble;
    }

    /// <summary>What <c>check</c> would check, without doing so.</summary>
    private int List(List<string> paths, ParseResult parsed, Host host)
    {
        if (parsed.Choice(format) != "text")
        {
            throw new UsageException("`--files` lists files, one a line; it goes with no other format");
        }

        var resolver = new ConfigurationResolver(ConfigurationSource.Open, host.Catalog(), configuration.Read(parsed, host));
        var choice = FileChoice.For(folder => resolver.For(folder) ?? EffectiveSettings.Default, host.CurrentDirectory);
        var discovered = new FileDiscovery(choice, host.CurrentDirectory, host.Environment).Find(paths.Count == 0 ? ["."] : paths, []);
        discovered.SayNotices(host);
        var found = discovered.Files.Where(file => resolver.For(Path.GetDirectoryName(file.FullPath)!) is not null).Select(file => file.ShownPath).ToList();
        using var output = OutputTarget.Standard(host);
        found.ForEach(path => output.Text.WriteLine(TerminalText.Sanitize(path)));
        output.Complete();
        List<string> problems = [.. discovered.Errors, .. resolver.Errors.Select(error => error.ToString())];
        problems.ForEach(host.SayError);
        return problems.Count == 0 ? ExitCodes.Clean : ExitCodes.Trouble;
    }

    private static List<ShownSetting> Choose(List<string> words, List<ShownSetting> all, RuleCatalog catalog, List<string> problems)
    {
        var chosen = new List<ShownSetting>();
        foreach (var word in words)
        {
            var key = WithCode(word, catalog);
            var found = all.FindAll(setting => setting.Key == key || setting.Key.StartsWith(key + ".", StringComparison.Ordinal));
            chosen.AddRange(found.Except(chosen));
            if (found.Count == 0)
            {
                problems.Add($"unknown key `{word}`{Suggestion.Among(word, all.Select(setting => setting.Key))}");
            }
        }

        return words.Count == 0 ? all : chosen;
    }

    /// <summary><c>rules.bare-except</c> is <c>rules.PLS201</c>, as it is in a file.</summary>
    private static string WithCode(string key, RuleCatalog catalog) =>
        key.Split('.') is ["rules", var rule, .. var rest] && catalog.Find(rule) is [var found] ? string.Join('.', ["rules", found.Code, .. rest]) : key;
}
