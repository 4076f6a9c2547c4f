using System.CommandLine;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>
/// What there is to complete, for all shells the same. Read off the verbs' own options, which are what the parser knows, so that no script
/// knows an option or a word that doesn't exist, and none misses one.
/// </summary>
internal sealed class CompletionTable
{
    private readonly List<CompletionValue> values = [];
    private readonly RuleCatalog catalog;

    public CompletionTable(RuleCatalog catalog)
    {
        this.catalog = catalog;
        Verbs = [.. Verb.Names.Select(EntryOf)];
    }

    public IReadOnlyList<CompletionVerb> Verbs { get; }

    /// <summary>The kinds of values.</summary>
    public IReadOnlyList<CompletionValue> Values => values;

    private CompletionVerb EntryOf(string name)
    {
        // `help` is done without a verb of its own.
        if (Verb.Find(name) is not { } verb)
        {
            return new CompletionVerb(name, [], [ValueOf(ValueKind.Choice(Verb.Names)), ValueOf(ValueKind.Any)]);
        }

        IReadOnlyList<ValueKind> arguments = verb.ArgumentKinds is { Count: > 0 } given ? given : [ValueKind.Any];
        return new CompletionVerb(name, [.. verb.Command.Options.SelectMany(EntriesOf)], [.. arguments.Select(ValueOf)]);
    }

    private IEnumerable<CompletionOption> EntriesOf(Option option)
    {
        var value = option is ValueOption { Kind: var kind } ? ValueOf(kind) : null;
        return option.Aliases.Prepend(option.Name).Select(name => new CompletionOption(name, value));
    }

    private CompletionValue ValueOf(ValueKind kind)
    {
        var behind = kind.Behind is { } next ? ValueOf(next) : null;
        var words = kind.WordsFor(catalog);
        var value = new CompletionValue(values.Count + 1, words, kind.Paths, kind.IsList, kind.Separator, behind);
        if (values.Find(value.OffersTheSameAs) is { } known)
        {
            return known;
        }

        values.Add(value);
        return value;
    }
}
