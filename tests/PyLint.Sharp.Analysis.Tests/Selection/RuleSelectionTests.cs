using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Analysis.Tests.Selection;

public class RuleSelectionTests
{
    private static readonly RuleCatalog Catalog = new(
    [
        Rule("PLS201", "bare-except", "E722", "W0702"),
        Rule("PLS202", "broad-except", "W0718"),
        Rule("PLS210", "loose-end"),
        Rule("PLS301", "shadowed-builtin", "A001", "W0622"),
        Rule("PLS302", "shadowed-builtin-parameter", "A002", "W0622"),
        new ToyRule(ToyRule.Describe("PLS399", "noisy-rule", aliases: ["C417"], isPreview: true), _ => { }),
        new ToyRule(ToyRule.Describe("PLS601", "quiet-rule", isEnabledByDefault: false), _ => { }),
        new ToyRule(ToyRule.Describe("PLS501", "mere-idiom", severity: Severity.Info), _ => { }),
        new ToyRule(ToyRule.Describe("PLS502", "rare-idiom", severity: Severity.Info, isEnabledByDefault: false), _ => { }),
    ]);

    private static ToyRule Rule(string code, string name, params string[] aliases) => new(ToyRule.Describe(code, name, aliases: aliases), _ => { });

    [TestCase("", "", "201 202 210 301 302 501")]
    [TestCase("ALL", "", "201 202 210 301 302 501 502 601")]
    [TestCase("all", "", "201 202 210 301 302 501 502 601")]
    [TestCase("PLS201", "", "201")]
    [TestCase("pls201", "", "201")]
    [TestCase("bare-except", "", "201")]
    [TestCase("E722", "", "201")]
    [TestCase("w0622", "", "301 302")]
    [TestCase("PLS2", "", "201 202 210")]
    [TestCase("PLS20", "", "201 202")]
    [TestCase("PLS", "", "201 202 210 301 302 399 501 502 601")]
    [TestCase("PLS6", "", "601")]
    [TestCase("PLS201,shadowed-builtin", "", "201 301")]
    [TestCase("PLS201 , PLS3", "", "201 301 302 399")]
    [TestCase("", "PLS2", "301 302 501")]
    [TestCase("", "bare-except", "202 210 301 302 501")]
    public void A_selector_means_what_it_says(string select, string ignore, string expected) => Resolve(select, ignore).Should().Be(expected);

    [TestCase("PLS201", "PLS2", "201")]
    [TestCase("PLS2", "PLS20", "210")]
    [TestCase("PLS20", "PLS2", "201 202")]
    [TestCase("ALL", "PLS", "")]
    [TestCase("E722", "ALL", "201")]
    [TestCase("PLS2", "E722", "202 210")]
    [TestCase("bare-except", "PLS20", "201")]
    [TestCase("PLS201,PLS2", "PLS20", "201 210")]
    public void The_more_specific_selector_wins(string select, string ignore, string expected) => Resolve(select, ignore).Should().Be(expected);

    [TestCase("PLS201", "bare-except")]
    [TestCase("PLS201", "W0702")]
    [TestCase("PLS2", "PLS2")]
    [TestCase("ALL", "ALL")]
    public void Of_equally_specific_selectors_ignore_wins(string select, string ignore) => Resolve(select, ignore).Should().BeEmpty();

    [TestCase("", "", false)]
    [TestCase("ALL", "", false)]
    [TestCase("PLS2", "", false)]
    [TestCase("PLS", "", true)]
    [TestCase("PLS39,PLS301", "", true)]
    [TestCase("PLS399", "", true)]
    [TestCase("noisy-rule", "", true)]
    [TestCase("C417", "", true)]
    [TestCase("PLS3", "PLS39", false)]
    [TestCase("PLS39", "ALL", true)]
    public void A_rule_in_preview_runs_when_it_may_and_something_but_ALL_selects_it(string select, string ignore, bool runs)
    {
        Runs(allowsPreview: true).Should().Be(runs);
        Runs(allowsPreview: false).Should().BeFalse();

        bool Runs(bool allowsPreview) =>
            Codes(RuleSelection.Resolve(Catalog, Profile.All, allowsPreview, new SelectionLayer { Select = [select], Ignore = [ignore] })).Split(' ').Contains("399");
    }

    [TestCase("noisy-rule", true)]
    [TestCase("C417", true)]
    [TestCase("PLS39", true)]
    [TestCase("PLS3", false)]
    [TestCase("ALL", false)]
    public void To_select_nothing_but_what_may_not_run_is_an_error(string word, bool isError)
    {
        SelectorError[] expected = isError ? [new(word, $"`{word}` is in preview; it runs only with `--preview`, or `preview = true` under `[lint]`")] : [];
        var layers = new[] { new SelectionLayer { Select = ["PLS201", word] }, new SelectionLayer { ExtendSelect = [word] } };
        foreach (var layer in layers)
        {
            RuleSelection.Resolve(Catalog, Profile.All, allowsPreview: false, layer).Errors.Should().Equal(expected);
            RuleSelection.Resolve(Catalog, Profile.All, allowsPreview: true, layer).Errors.Should().BeEmpty();
        }

        RuleSelection.Resolve(Catalog, Profile.All, allowsPreview: false, new SelectionLayer { Ignore = [word] }).Errors.Should().BeEmpty();
        RuleSelection.Resolve(Catalog, Profile.All, allowsPreview: false, layers[0], new SelectionLayer { Select = ["PLS2"] }).Errors.Should().BeEmpty();
    }

    [TestCase("bear-except", "unknown rule `bear-except`; did you mean `bare-except`?")]
    [TestCase("PLS220", "unknown rule `PLS220`; did you mean `PLS202`?")]
    [TestCase("E772", "unknown rule `E772`; did you mean `E722`?")]
    [TestCase("quicksort", "unknown rule `quicksort`; `pylint-sharp rules` lists all")]
    [TestCase("PLS4", "no rule has a code that starts with `PLS4`")]
    [TestCase("PLS000", "`PLS000` is always on and can be neither selected nor ignored")]
    [TestCase("syntax-error", "`syntax-error` is always on and can be neither selected nor ignored")]
    [TestCase("E7", "`E7` is no rule; codes of other linters are understood in full only: `E722`")]
    [TestCase("W", "`W` is no rule; codes of other linters are understood in full only: `W0622`, `W0702`, `W0718`")]
    public void A_selector_that_means_nothing_is_an_error(string selector, string message)
    {
        RuleSelection.Resolve(Catalog, [selector], []).Errors.Should().Equal(new SelectorError(selector, message));
        RuleSelection.Resolve(Catalog, [], [selector]).Errors.Should().Equal(new SelectorError(selector, message));
    }

    [TestCase(Profile.Candidate, "201 202 210 301 302 501")]
    [TestCase(Profile.Reviewer, "201 202 210 301 302")]
    [TestCase(Profile.Teacher, "201 202 210 301 302 501 601")]
    [TestCase(Profile.All, "201 202 210 301 302 501 502 601")]
    public void A_profile_follows_from_what_rules_say_of_themselves(Profile profile, string expected) =>
        Codes(RuleSelection.Resolve(Catalog, profile, allowsPreview: true)).Should().Be(expected);

    /// <summary>Each source is written as <c>select/extend-select/ignore</c>; <c>-</c> selects nothing, nothing doesn't say.</summary>
    [TestCase("//", "//", "201 202 210 301 302 501")]
    [TestCase("-//", "//", "")]
    [TestCase("PLS2//", "//", "201 202 210")]
    [TestCase("PLS2//", "PLS3//", "301 302 399")]
    [TestCase("PLS2//", "/PLS301/", "201 202 210 301")]
    [TestCase("PLS2/PLS301/", "PLS3//", "301 302 399")]
    [TestCase("PLS2/PLS301/", "PLS601//", "301 601")]
    [TestCase("/PLS601/", "/noisy-rule/", "201 202 210 301 302 399 501 601")]
    [TestCase("//PLS2", "//", "301 302 501")]
    [TestCase("//PLS2", "//PLS3", "501")]
    [TestCase("//PLS2", "PLS2//", "201 202 210")]
    [TestCase("//PLS201", "PLS201//", "201")]
    [TestCase("//PLS201", "PLS2//", "202 210")]
    [TestCase("//PLS201", "/PLS2/", "202 210 301 302 501")]
    [TestCase("//PLS2", "/PLS201/", "201 301 302 501")]
    [TestCase("PLS201//", "//PLS2", "201")]
    [TestCase("PLS201//", "//PLS201", "")]
    [TestCase("/PLS201/PLS201", "//", "202 210 301 302 501")]
    [TestCase("//ALL", "//", "")]
    [TestCase("//ALL", "ALL//", "201 202 210 301 302 501 502 601")]
    [TestCase("ALL//noisy-rule,PLS5", "/rare-idiom/", "201 202 210 301 302 502 601")]
    public void A_higher_source_decides_where_both_are_as_specific(string file, string commandLine, string expected) =>
        Codes(RuleSelection.Resolve(Catalog, Profile.Candidate, allowsPreview: true, Layer(file), Layer(commandLine))).Should().Be(expected);

    private static SelectionLayer Layer(string text) => text.Split('/') is [var select, var extend, var ignore]
        ? new SelectionLayer { Select = select switch { "" => null, "-" => [], _ => [select] }, ExtendSelect = [extend], Ignore = [ignore] }
        : throw new ArgumentException(text);

    [Test]
    public void An_error_does_not_undo_the_other_selectors()
    {
        var selection = RuleSelection.Resolve(Catalog, ["PLS201", "nonsense-rule"], []);
        selection.Rules.Select(rule => rule.Descriptor.Code).Should().Equal("PLS201");
        selection.Errors.Should().ContainSingle();
    }

    [Test]
    public void A_selection_of_nothing_but_errors_selects_nothing() => Resolve("nonsense-rule", "").Should().BeEmpty();

    /// <summary>The last two digits of a code tell enough: <c>201</c> for <c>PLS201</c>.</summary>
    private static string Resolve(string select, string ignore) =>
        Codes(RuleSelection.Resolve(Catalog, [select], [ignore]));

    private static string Codes(RuleSelection selection) => string.Join(' ', selection.Rules.Select(rule => rule.Descriptor.Code[3..]));
}
