using System.Reflection;
using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Testing;

/// <summary>What every rule owes its readers beside a right check.</summary>
public static partial class RuleContract
{
    private const int FewestExamples = 2;

    /// <summary>
    /// What others say in one rule, we say in two areas: of defaults, that an object is mutable or that a call runs once; of a variable that
    /// nothing reads, that it is of no use or that a decorator forgot to return it; of one that has no value, that an exception or that the
    /// scope is to blame; of a call that gives None, that it changed its object or that the function returns nothing.
    /// </summary>
    private static readonly string[] AliasesOfTwoAreas =
    [
        "REPORTCALLINDEFAULTINITIALIZER", "WPS404", "W0612", "E0601", "USED-BEFORE-ASSIGNMENT",
        "E1128", "ASSIGNMENT-FROM-NONE", "E1111", "ASSIGNMENT-FROM-NO-RETURN", "S3699",
    ];

    /// <summary>What is missing in a rule, in words for its author; empty when nothing is.</summary>
    public static IEnumerable<string> ProblemsOf(Rule rule) =>
    [
        .. ProblemsWithNames(rule),
        .. ProblemsWithMessages(rule.Descriptor),
        .. ProblemsWithExplanations(rule.Descriptor),
        .. ProblemsWithExamples(rule.Descriptor),
        .. ProblemsWithOptions(rule.Descriptor),
        .. ProblemsWithState(rule.GetType()),
    ];

    /// <summary>Where rules of a catalogue get in each other's way; that codes and names are unique, the catalogue itself ensures.</summary>
    public static IEnumerable<string> ProblemsBetween(IReadOnlyList<Rule> rules)
    {
        var aliases =
            from rule in rules
            from alias in rule.Descriptor.Aliases
            group rule.Descriptor by alias.ToUpperInvariant();
        foreach (var owners in aliases)
        {
            if (owners.Select(owner => owner.Area).Distinct().Count() > 1 && !AliasesOfTwoAreas.Contains(owners.Key))
            {
                yield return $"alias {owners.Key} is shared across areas: only rules that split one rule of another linter share it";
            }

            if (rules.Any(rule => rule.Descriptor.Code == owners.Key || rule.Descriptor.Name.Equals(owners.Key, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"alias {owners.Key} is the code or name of a rule of ours";
            }
        }
    }

    /// <summary>What is wrong with a message template, or null.</summary>
    public static string? ProblemOfMessage(string message) => message switch
    {
        _ when message.Contains('\n', StringComparison.Ordinal) => "a message is one line",
        _ when !MessageStart().IsMatch(message) => $"a message starts with a small letter, a back-tick or a value: {message}",
        _ when message.EndsWith('.') || message != message.Trim() => $"a message ends without full stop and space: {message}",
        _ => null,
    };

    /// <summary>What is wrong with a section of an explanation, or null.</summary>
    public static string? ProblemOfExplanation(string section, string text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => $"{section} is missing",
        _ when text != text.Trim() || !(text.EndsWith('.') || text.EndsWith('?')) => $"{section} ends with a full stop: {text}",
        _ when char.IsLower(text[0]) => $"{section} starts with a capital: {text}",
        _ => null,
    };

    private static IEnumerable<string> ProblemsWithOptions(RuleDescriptor descriptor)
    {
        foreach (var option in descriptor.Options)
        {
            if (!KebabCase().IsMatch(option.Name) || descriptor.Options.Count(other => other.Name == option.Name) > 1)
            {
                yield return $"option {option.Name} is not in kebab-case, or there twice";
            }

            if (ProblemOfExplanation($"the documentation of {option.Name}", option.Documentation) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> ProblemsWithNames(Rule rule)
    {
        var (type, descriptor) = (rule.GetType(), rule.Descriptor);
        if (!CodePattern().IsMatch(descriptor.Code) || descriptor.Code[3] - '0' != (int)descriptor.Area)
        {
            yield return $"{descriptor.Code} is not PLS, the digit of {descriptor.Area} and two digits";
        }

        if (!KebabCase().IsMatch(descriptor.Name) || PascalCase(descriptor.Name) != type.Name)
        {
            yield return $"{descriptor.Name} is not {type.Name} in kebab-case";
        }

        if (type.Namespace?.Split('.')[^1] != descriptor.Area.ToString())
        {
            yield return $"{type.Namespace} is not the folder of {descriptor.Area}";
        }

        foreach (var alias in descriptor.Aliases.Where(alias => !AliasPattern().IsMatch(alias)))
        {
            yield return $"alias “{alias}” is not one word";
        }
    }

    private static IEnumerable<string> ProblemsWithMessages(RuleDescriptor descriptor) =>
        descriptor.OtherMessages.Prepend(descriptor.Message).Select(ProblemOfMessage).OfType<string>();

    private static IEnumerable<string> ProblemsWithExplanations(RuleDescriptor descriptor)
    {
        (string Section, string Text)[] sections =
        [
            ("Why", descriptor.Why),
            ("Instead", descriptor.Instead),
            ("FineWhen", descriptor.FineWhen),
            ("the interview question", descriptor.Interview.Question),
            ("the interview answer", descriptor.Interview.Answer),
        ];
        foreach (var problem in sections.Select(section => ProblemOfExplanation(section.Section, section.Text)).OfType<string>())
        {
            yield return problem;
        }

        if (!descriptor.Interview.Question.EndsWith('?'))
        {
            yield return $"the interview question asks nothing: {descriptor.Interview.Question}";
        }
    }

    private static IEnumerable<string> ProblemsWithExamples(RuleDescriptor descriptor)
    {
        foreach (var (kind, examples) in new[] { ("bad", descriptor.Examples.Where(example => example.IsBad)), ("good", descriptor.Examples.Where(example => !example.IsBad)) })
        {
            if (examples.Count() < FewestExamples || examples.All(example => example.IsHidden))
            {
                yield return $"a rule has {FewestExamples} {kind} examples or more, and shows one";
            }
        }

        if (descriptor.Fix != FixSafety.None != descriptor.Examples.Any(example => example.FixedTo != null))
        {
            yield return $"the fix is declared as {descriptor.Fix}, and the examples disagree";
        }

        foreach (var same in descriptor.Examples.GroupBy(example => example.Code).Where(group => group.Count() > 1))
        {
            yield return $"an example stands there twice:\n{same.Key}";
        }
    }

    /// <summary>One instance serves all files and threads, so whatever it holds must not change.</summary>
    private static IEnumerable<string> ProblemsWithState(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"a rule keeps no state, but {field.Name} can change");

    private static string PascalCase(string kebab) => string.Concat(kebab.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    [GeneratedRegex("^PLS[1-79][0-9]{2}$")]
    private static partial Regex CodePattern();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$")]
    private static partial Regex AliasPattern();

    [GeneratedRegex("^[a-z`{]")]
    private static partial Regex MessageStart();
}
