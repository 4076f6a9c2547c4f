namespace PyLint.Sharp.Cli.Tests.Completions;

/// <summary>A command line, and what a shell must offer at its end.</summary>
/// <param name="Before">The words that are there, each with a blank behind it.</param>
/// <param name="Typed">What is typed of the word at the cursor.</param>
/// <param name="Offered">All that completes it, without what stands before a separator or a comma.</param>
internal sealed record CompletionCase(string Before, string Typed, params string[] Offered)
{
    public string Line => $"pylint-sharp {Before}{Typed}";

    /// <summary>Shells differ in what they call a completion: whole words or what is added to them, folders with or without a slash, escapes.</summary>
    public string Normal(string offer)
    {
        var head = Typed[..(Typed.LastIndexOfAny(['=', ':', ',']) + 1)];
        var plain = offer.Replace("\\ ", " ", StringComparison.Ordinal).Trim('\'', '"');
        plain = plain.StartsWith(head, StringComparison.Ordinal) ? plain[head.Length..] : plain;
        return (plain.StartsWith("./", StringComparison.Ordinal) ? plain[2..] : plain).TrimEnd('/');
    }

    public override string ToString() => Line;
}
