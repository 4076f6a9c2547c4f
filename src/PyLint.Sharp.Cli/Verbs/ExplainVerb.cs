using System.CommandLine;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Reporting.Explanations;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp explain</c></summary>
internal sealed class ExplainVerb : Verb
{
    private readonly Argument<string[]> names = new("CODE|NAME") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> all = new("--all");
    private readonly ValueOption format = Values.Option(ValueKind.Choice("text", "md", "json"), "--output-format");
    private readonly TextOptionSet text = new();

    public override string Help => Cli.Help.Explain;

    public override IReadOnlyList<ValueKind> ArgumentKinds => [ValueKind.Rule];

    protected override IReadOnlyList<Option> Options => [all, format, .. text.Options];

    protected override Argument Argument => names;

    public override int Run(ParseResult parsed, Host host)
    {
        var (words, unknown) = parsed.Arguments(names, static _ => true);
        try
        {
            if (unknown is [var option, ..])
            {
                throw new UsageException(Values.UnknownOption(this, option));
            }

            return Explain(words, parsed, host);
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
            return ExitCodes.Trouble;
        }
    }

    private int Explain(List<string> words, ParseResult parsed, Host host)
    {
        var isAll = parsed.GetValue(all);
        if (words.Count == 0 && !isAll)
        {
            throw new UsageException("`explain` needs a code or a name, or --all; `pylint-sharp rules` lists them");
        }

        var chosen = parsed.Choice(format);
        var catalog = host.Catalog();
        var problems = new List<string>();
        problems.AddRange(isAll ? BrokenRules.In(catalog) : []);
        IReadOnlyList<RuleDescriptor> found = isAll ? catalog.Descriptors : Find(words, catalog, problems);
        Write(found, chosen, parsed, host, isAlone: !isAll && words.Count == 1);
        problems.ForEach(host.SayError);
        return problems.Count == 0 ? ExitCodes.Clean : ExitCodes.Trouble;
    }

    private static List<RuleDescriptor> Find(List<string> words, RuleCatalog catalog, List<string> problems)
    {
        var found = new List<RuleDescriptor>();
        foreach (var word in words)
        {
            var matches = catalog.Find(word);
            found.AddRange(matches.Where(match => !found.Contains(match)));
            if (matches.IsEmpty)
            {
                var suggestion = catalog.Suggest(word) is { } other ? $"did you mean `{other}`?" : "`pylint-sharp rules` lists all";
                problems.Add($"unknown rule `{word}`; {suggestion}");
            }
        }

        return found;
    }

    private void Write(IReadOnlyList<RuleDescriptor> rules, string chosen, ParseResult parsed, Host host, bool isAlone)
    {
        var options = text.Read(parsed, host);
        if (rules.Count == 0)
        {
            return;
        }

        using var output = OutputTarget.Standard(host);
        switch (chosen)
        {
            case "json" when isAlone && rules.Count == 1:
                RuleDocuments.WriteJson(output.Stream, rules[0]);
                break;
            case "json":
                RuleDocuments.WriteJson(output.Stream, rules);
                break;
            case "md":
                RuleDocuments.WriteMarkdownPages(output.Text, rules);
                break;
            default:
                RuleDocuments.WritePages(output.Text, rules, options);
                break;
        }

        output.Complete();
    }
}
