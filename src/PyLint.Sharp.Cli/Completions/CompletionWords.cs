using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>What there is to complete. Read off the verbs themselves, so that no script knows an option that doesn't exist.</summary>
internal sealed class CompletionWords
{
    /// <summary>The options whose values are rules.</summary>
    public static IReadOnlyList<string> RuleOptions { get; } = ["--select", "--extend-select", "--ignore", "--fixable", "--unfixable"];

    public CompletionWords(Host host)
    {
        var options = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in Verb.Names)
        {
            options[name] = Verb.Find(name) is { } verb ? [.. verb.Command.Options.Select(option => option.Name).Where(IsLong).Order(StringComparer.Ordinal)] : [];
        }

        Options = options;
        Rules = [.. host.Catalog().Descriptors.SelectMany(rule => new[] { rule.Code, rule.Name })];
    }

    /// <summary>The long options of each verb.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Options { get; }

    /// <summary>Codes and names of rules.</summary>
    public IReadOnlyList<string> Rules { get; }

    private static bool IsLong(string option) => option.StartsWith("--", StringComparison.Ordinal);
}
