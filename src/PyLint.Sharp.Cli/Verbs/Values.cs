using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>Reads options and arguments the way that all verbs share: of repeated options the last one wins.</summary>
internal static class Values
{
    /// <summary>An option with any value; it may be repeated.</summary>
    public static ValueOption Option(string name, params string[] aliases) => new(ValueKind.Any, name, aliases);

    /// <summary>An option with a value of a kind; it may be repeated.</summary>
    public static ValueOption Option(ValueKind kind, string name, params string[] aliases) => new(kind, name, aliases);

    public static string? Last(this ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is [.., var last] ? last : null;

    /// <summary>The values of an option, split at commas; null when it is not there.</summary>
    public static IReadOnlyList<string>? List(this ParseResult parsed, Option<string[]> option) =>
        parsed.GetValue(option) is { Length: > 0 } values
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : null;

    /// <summary>To select nothing would leave all unchecked, and to pass over the option would check what nobody asked for.</summary>
    /// <exception cref="UsageException">The option is there, but names no rule.</exception>
    public static void RequireRule(this ParseResult parsed, Option<string[]> option)
    {
        if (parsed.List(option) is [])
        {
            throw new UsageException($"`{option.Name}` has no rule");
        }
    }

    /// <summary>The last of two options that contradict each other; null when there is none.</summary>
    public static bool? Switch(this ParseResult parsed, Option<bool> on, Option<bool> off)
    {
        var last = parsed.Tokens.LastOrDefault(token => token.Type == TokenType.Option && (token.Value == on.Name || token.Value == off.Name));
        return last is null ? null : last.Value == on.Name;
    }

    /// <summary>One of the few words that an option takes; the first of them without it.</summary>
    /// <exception cref="UsageException">It is another word.</exception>
    public static string Choice(this ParseResult parsed, ValueOption option)
    {
        var (word, choices) = (parsed.Last(option), option.Kind.Words!);
        if (word is null || choices.Contains(word))
        {
            return word ?? choices[0];
        }

        var known = $"{string.Join(", ", choices.SkipLast(1))} or {choices[^1]}";
        throw new UsageException($"`{option.Name}` takes {known}, not `{word}`{Suggestion.Among(word, choices)}");
    }

    /// <summary>What is known so far, with the one of a few words that the command line chooses for a setting.</summary>
    /// <exception cref="UsageException">It is another word.</exception>
    public static SettingsLayer OverChoice<T>(this ParseResult parsed, SettingsLayer layer, ValueOption option, Setting<T> setting)
        where T : notnull
    {
        if (parsed.Last(option) is null)
        {
            return layer;
        }

        var word = parsed.Choice(option);
        return layer.With(setting, ((ChoiceType<T>)setting.Type).Words.First(known => known.Key == word).Value, Origin.CommandLine(option.Name));
    }

    /// <summary>A whole number from 1 on.</summary>
    /// <exception cref="UsageException">It is something else.</exception>
    public static int? Count(this ParseResult parsed, Option<string[]> option)
    {
        if (parsed.Last(option) is not { } word)
        {
            return null;
        }

        var isCount = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0;
        return isCount ? count : throw new UsageException($"`{option.Name}` takes a whole number from 1 on, not `{word}`");
    }

    /// <summary>
    /// The arguments, and apart from them what looks like an option but is none. Behind <c>--</c> everything is an argument. The word
    /// behind an unknown option is taken for its value unless it <paramref name="isArgument"/>.
    /// </summary>
    public static (List<string> Words, List<string> Unknown) Arguments(this ParseResult parsed, Argument argument, Predicate<string> isArgument)
    {
        var (words, unknown) = (new List<string>(), new List<string>());
        var tokens = parsed.GetResult(argument)?.Tokens ?? [];
        var free = tokens.Count - CountBehindDashes(parsed);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Value;
            if (IsOption(word) && i < free)
            {
                unknown.Add(word);
            }
            else if (i == 0 || i >= free || !IsOption(tokens[i - 1].Value) || isArgument(word))
            {
                words.Add(word);
            }
        }

        return (words, unknown);
    }

    /// <summary>What to say about an option that does not exist.</summary>
    public static string UnknownOption(Verb verb, string word)
    {
        var name = word.Split('=')[0];
        var known = verb.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Where(alias => alias.StartsWith("--", StringComparison.Ordinal));
        return $"unknown option `{name}`{Suggestion.Among(name, known)}";
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static int CountBehindDashes(ParseResult parsed)
    {
        var dashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        return Math.Max(0, parsed.Tokens.Count - dashes - 1);
    }
}
