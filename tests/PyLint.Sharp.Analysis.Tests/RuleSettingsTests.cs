using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis.Tests;

public class RuleSettingsTests
{
    private static readonly RuleOption<ImmutableArray<string>> Allow = RuleOption.Words("allow", "Names that are fine.", "a");

    private static readonly ToyRule Names = new(
        ToyRule.Describe(options: [Allow]),
        on => on.Visit<Name>((name, context) =>
        {
            if (!context.Option(Allow).Contains(name.Id))
            {
                context.Report(name.Span).Fix(name.Id == "shown" ? FixSafety.DisplayOnly : FixSafety.Unsafe, "rename it", [new TextEdit(name.Span, "x")]);
            }
        }));

    [Test]
    public void A_rule_sees_the_default_of_its_option() => Run(RuleSettings.Default).Should().HaveCount(2);

    [Test]
    public void A_rule_sees_what_is_set() =>
        Run(new RuleSettings { Values = ImmutableDictionary<RuleOption, object>.Empty.Add(Allow, ImmutableArray.Create("b", "shown")) })
            .Should().ContainSingle();

    [Test]
    public void The_severity_of_a_rule_can_be_another() =>
        Run(new RuleSettings { Severities = ImmutableDictionary<string, Severity>.Empty.Add("PLS298", Severity.Error).Add("PLS299", Severity.Info) })
            .Should().OnlyContain(diagnostic => diagnostic.Severity == Severity.Error);

    [Test]
    public void Fixes_can_be_trusted_more_but_not_those_that_are_only_shown() =>
        Run(new RuleSettings { FixSafeties = ImmutableDictionary<string, FixSafety>.Empty.Add("PLS298", FixSafety.Safe) })
            .Select(diagnostic => diagnostic.Fix!.Safety).Should().Equal(FixSafety.Safe, FixSafety.DisplayOnly);

    private static ImmutableArray<Diagnostic> Run(RuleSettings options) =>
        new Analyzer([Names], new AnalyzerOptions { Rules = options }).Run(Checks.Parse("a, b, shown\n")).Diagnostics;
}
