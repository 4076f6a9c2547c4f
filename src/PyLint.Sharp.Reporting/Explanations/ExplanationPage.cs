using System.Collections.Immutable;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>A part of a page.</summary>
internal abstract record Block
{
    /// <summary>Sentences.</summary>
    public sealed record Prose(string Text) : Block;

    /// <summary>A list.</summary>
    public sealed record Items(ImmutableArray<string> Texts) : Block;

    /// <summary>Python code.</summary>
    public sealed record Code(ExampleMarkup Example) : Block;
}

/// <summary>A part of a page with its heading.</summary>
internal sealed record Section(string Title, ImmutableArray<Block> Blocks);

/// <summary>What a rule's page says, whatever it is written in. The order of the sections is the same for all rules.</summary>
internal sealed record ExplanationPage(string Title, string Facts, string Summary, ImmutableArray<Section> Sections)
{
    public static ExplanationPage Of(RuleDescriptor rule) => new(
        $"{rule.Code} {rule.Name}",
        $"{Words.Of(rule.Severity)} · {Words.TitleOf(rule.Area)} · fix: {Words.Of(rule.Fix)}{(rule.IsPreview ? " · in preview: runs only with --preview" : rule.IsEnabledByDefault ? "" : " · off by default")}",
        SummaryOf(rule),
        [.. SectionsOf(rule)]);

    private static IEnumerable<Section> SectionsOf(RuleDescriptor rule)
    {
        yield return new Section("What it flags", [new Block.Items([rule.Message, .. rule.OtherMessages])]);
        yield return new Section("Why it matters", [new Block.Prose(rule.Why)]);
        if (BadCode(rule) is { IsEmpty: false } bad)
        {
            yield return new Section("Bad", bad);
        }

        yield return new Section("Better", [new Block.Prose(Capital(rule.Instead)), .. BetterCode(rule)]);
        yield return new Section("In an interview", InterviewBlocks(rule.Interview));
        yield return new Section("When it is fine", FineBlocks(rule));
        yield return new Section("Fix and its safety", [new Block.Prose(SafetyOf(rule.Fix))]);
        if (!rule.Options.IsEmpty)
        {
            yield return new Section("Options", [new Block.Prose($"Set under `[rules.{rule.Code}]`:"), new Block.Items([.. rule.Options.Select(OptionText)])]);
        }

        yield return new Section("Equivalents", [new Block.Prose(EquivalentsOf(rule))]);
    }

    private static ImmutableArray<Block> BadCode(RuleDescriptor rule) =>
        [.. Shown(rule).Where(example => example.IsBad).Select(example => new Block.Code(ExampleMarkup.Of(example)))];

    /// <summary>First what the fixes make of the bad code, then what else is good.</summary>
    private static IEnumerable<Block> BetterCode(RuleDescriptor rule)
    {
        var repaired = Shown(rule).Select(example => example.FixedTo).OfType<string>();
        var good = Shown(rule).Where(example => !example.IsBad).Select(example => example.Code);
        return repaired.Concat(good).Distinct(StringComparer.Ordinal).Select(code => new Block.Code(new ExampleMarkup(code, [])));
    }

    private static IEnumerable<Example> Shown(RuleDescriptor rule) => rule.Examples.Where(example => !example.IsHidden);

    private static ImmutableArray<Block> InterviewBlocks(InterviewQuestion interview) =>
    [
        new Block.Prose($"Question: {interview.Question}"),
        new Block.Prose($"A strong answer: {interview.Answer}"),
    ];

    private static ImmutableArray<Block> FineBlocks(RuleDescriptor rule)
    {
        var prose = new Block.Prose(Capital(rule.FineWhen));
        return rule.Area == SkillArea.Engine
            ? [prose]
            : [prose, new Block.Prose($"Say so at the place itself: `# noqa: {rule.Code}` silences this rule on its line.")];
    }

    private static string SafetyOf(FixSafety safety) => safety switch
    {
        FixSafety.Safe => "Safe: the program behaves as before and no comment is lost.",
        FixSafety.Unsafe => "Unsafe: behaviour may change or a comment may be lost, so read the change before you keep it.",
        FixSafety.DisplayOnly => "Shown as a suggestion, never applied: only the author can tell whether it is meant.",
        _ => "There is no automatic fix.",
    };

    private static string OptionText(RuleOption option) => $"`{option.Name}`: {option.Documentation}";

    private static string EquivalentsOf(RuleDescriptor rule) => rule.Aliases.IsEmpty
        ? "None in the linters that we know."
        : $"{string.Join(", ", rule.Aliases)} (understood wherever a code or a name is)";

    /// <summary>The message as a sentence; nothing when the message is made up at the place.</summary>
    private static string SummaryOf(RuleDescriptor rule)
    {
        var isMadeUp = rule.Message.StartsWith('{') && rule.Message.IndexOf('}', StringComparison.Ordinal) == rule.Message.Length - 1;
        return isMadeUp ? "" : $"{Capital(rule.Message)}.";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
