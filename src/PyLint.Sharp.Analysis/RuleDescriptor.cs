using System.Collections.Immutable;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// All that is known about a rule beside its check. Every explanation anywhere, on the command line, in SARIF, in documentation,
/// is read from here; nothing else states a rule's title.
/// </summary>
public sealed class RuleDescriptor
{
    /// <summary><c>PLS</c> and three digits; never changes its meaning and is never used again.</summary>
    public required string Code { get; init; }

    /// <summary>The name of the bad pattern, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>The skill area; its number is the first digit of <see cref="Code"/>.</summary>
    public required SkillArea Area { get; init; }

    /// <summary>The severity of a finding that states none of its own.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The codes and names under which other linters know the rule; selection and suppression accept them.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>
    /// What is wrong, one line, lower-case start, no final full stop. A word in braces, <c>{name}</c>, stands for a part of the
    /// user's own program.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>Further messages in the same notation, for the kinds of finding that <see cref="Message"/> would describe wrongly.</summary>
    public ImmutableArray<string> OtherMessages { get; init; } = [];

    /// <summary>The mechanism: what Python does, and why that hurts.</summary>
    public required string Why { get; init; }

    /// <summary>What to write instead.</summary>
    public required string Instead { get; init; }

    /// <summary>What an interviewer asks about it, and the strong answer.</summary>
    public required InterviewQuestion Interview { get; init; }

    /// <summary>When breaking the rule is right.</summary>
    public required string FineWhen { get; init; }

    /// <summary>The best fix that the rule offers.</summary>
    public FixSafety Fix { get; init; }

    /// <summary>False for a rule that only some profiles run, and otherwise a selector must ask for.</summary>
    public bool IsEnabledByDefault { get; init; } = true;

    /// <summary>
    /// True for a rule on trial: it runs only where rules in preview are let run, and a selector means it by code, name, alias or prefix.
    /// No profile holds it, and <c>ALL</c> never turns it on.
    /// </summary>
    public bool IsPreview { get; init; }

    /// <summary>Syntax errors that the rule reports with its explanation; while it runs, <c>PLS000</c> leaves them to it.</summary>
    public SyntaxErrorKind? Explains { get; init; }

    /// <summary>What users may set about the rule.</summary>
    public ImmutableArray<RuleOption> Options { get; init; } = [];

    /// <summary>What the rule flags and what it accepts.</summary>
    public ImmutableArray<Example> Examples { get; init; } = [];

    /// <summary>True for a word of the form of our codes, whether such a rule exists or not; letter case does not matter.</summary>
    public static bool IsCode(ReadOnlySpan<char> word) =>
        word.Length == 6 && word.StartsWith("PLS", StringComparison.OrdinalIgnoreCase) && word[3..].IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True when a word is the rule's code, name or one of its aliases; letter case does not matter.</summary>
    public bool IsCalled(ReadOnlySpan<char> word)
    {
        if (word.Equals(Code, StringComparison.OrdinalIgnoreCase) || word.Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var alias in Aliases)
        {
            if (word.Equals(alias, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
