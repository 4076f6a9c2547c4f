using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>A verb to complete.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Options">Its options by all of their names.</param>
/// <param name="Arguments">What its arguments are, one after the other; the last one goes for all that follow.</param>
internal sealed record CompletionVerb(string Name, IReadOnlyList<CompletionOption> Options, IReadOnlyList<CompletionValue> Arguments)
{
    /// <summary>What is offered: nobody needs help to type a single letter.</summary>
    public IEnumerable<string> LongOptions => Options.Where(option => option.IsLong).Select(option => option.Name);
}

/// <summary>An option by one of its names.</summary>
/// <param name="Name">With its hyphens.</param>
/// <param name="Value">What its value is; null where it takes none.</param>
internal sealed record CompletionOption(string Name, CompletionValue? Value)
{
    public bool IsLong => Name.StartsWith("--", StringComparison.Ordinal);
}

/// <summary>A kind of value.</summary>
/// <param name="Number">Its place in the table, from 1 on.</param>
/// <param name="Words">What is offered; a word that ends with <paramref name="Separator"/> is not whole without what follows.</param>
/// <param name="Paths">Which paths are offered.</param>
/// <param name="IsList">True where several words stand with commas between.</param>
/// <param name="Separator">What ends this part of the value.</param>
/// <param name="Behind">What stands behind <paramref name="Separator"/>.</param>
internal sealed record CompletionValue(int Number, IReadOnlyList<string> Words, PathKind Paths, bool IsList, char? Separator, CompletionValue? Behind)
{
    public bool OffersTheSameAs(CompletionValue other) =>
        this with { Number = other.Number, Words = other.Words } == other && Words.SequenceEqual(other.Words);
}
