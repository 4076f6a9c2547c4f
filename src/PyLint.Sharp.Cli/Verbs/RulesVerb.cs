using System.Collections.Immutable;
using System.CommandLine;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Reporting.Explanations;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp rules</c></summary>
internal sealed class RulesVerb : Verb
{
    private readonly ValueOption select = Values.Option(ValueKind.Selectors, "--select");
    private readonly ValueOption ignore = Values.Option(ValueKind.Selectors, "--ignore");
    private readonly ValueOption format = Values.Option(ValueKind.Choice("table", "json", "md"), "--output-format");
    private readonly TextOptionSet text = new();

    public override string Help => Cli.Help.Rules;

    protected override IReadOnlyList<Option> Options => [select, ignore, format, .. text.Options];

    public override int Run(ParseResult parsed, Host host)
    {
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            host.SayError(word.StartsWith('-') ? Values.UnknownOption(this, word) : $"`rules` takes no arguments, but got `{word}`");
            return ExitCodes.Trouble;
        }

        try
        {
            return Write(parsed, host);
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private int Write(ParseResult parsed, Host host)
    {
        var chosen = parsed.Choice(format);
        var options = text.Read(parsed, host);
        var (rules, errors) = Choose(parsed, host.Catalog());
        using var output = OutputTarget.Standard(host);
        switch (chosen)
        {
            case "json":
                RuleDocuments.WriteJson(output.Stream, rules);
                break;
            case "md":
                RuleDocuments.WriteMarkdownTable(output.Text, rules);
                break;
            default:
                RuleDocuments.WriteTable(output.Text, rules, options);
                break;
        }

        output.Complete();
        List<string> problems = [.. errors.Select(error => error.Message), .. BrokenRules.In(host.Catalog())];
        problems.ForEach(host.SayError);
        return problems.Count == 0 ? ExitCodes.Clean : ExitCodes.Trouble;
    }

    /// <summary>All rules, those that are off by default included, and what the engine itself says, unless selectors say otherwise.</summary>
    private (RuleDescriptor[] Rules, ImmutableArray<SelectorError> Errors) Choose(ParseResult parsed, RuleCatalog catalog)
    {
        parsed.RequireRule(select);
        var (selected, ignored) = (parsed.List(select) ?? [], parsed.List(ignore) ?? []);
        if (selected.Count + ignored.Count == 0)
        {
            return ([.. catalog.Descriptors], []);
        }

        var selection = RuleSelection.Resolve(catalog, selected, ignored);
        return ([.. selection.Rules.Select(rule => rule.Descriptor)], selection.Errors);
    }
}
