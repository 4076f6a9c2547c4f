using PyLint.Sharp.Analysis;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Execution;

/// <summary>A rule that says that code raises an exception is held to what Python does with its examples.</summary>
public class ExecutedExampleTests
{
    /// <summary>Names that an example leaves to the reader end it early, which says nothing for or against it.</summary>
    private const string UndefinedName = "NameError";

    private static readonly string[] NotSharedBetweenPrograms = ["x = 1", "print(x)"];

    private static IEnumerable<(Rule Rule, Example Example)> Claiming =>
        from rule in BuiltInRules.Catalog.Rules
        from example in rule.Descriptor.Examples
        where example.Raises != null
        select (rule, example);

    [Test]
    public void Python_raises_exactly_what_a_bad_example_claims()
    {
        var claims = Claiming.ToList();
        var ends = PythonRun.Ends(claims.Select(claim => MarkedCode.Parse(claim.Example.Code).Code));

        claims.Should().NotBeEmpty();
        claims.Zip(ends)
            .Where(run => run.Second != run.First.Example.Raises)
            .Select(run => Describe(run.First.Rule, run.First.Example.Code, $"claims {run.First.Example.Raises}", run.Second))
            .Should().BeEmpty();
    }

    [Test]
    public void The_fixed_example_raises_it_no_more()
    {
        var claims = Claiming.Where(claim => claim.Example.FixedTo != null).ToList();
        var ends = PythonRun.Ends(claims.Select(claim => claim.Example.FixedTo!));

        ends.Should().Contain((string?)null);
        claims.Zip(ends)
            .Where(run => run.Second == run.First.Example.Raises)
            .Select(run => Describe(run.First.Rule, run.First.Example.FixedTo!, "is fixed", run.Second))
            .Should().BeEmpty();
    }

    [Test]
    public void What_such_a_rule_shows_as_good_runs()
    {
        var good = Claiming.Select(claim => claim.Rule).Distinct()
            .SelectMany(rule => rule.Descriptor.Examples.Where(example => !example.IsBad && !example.IsHidden), (rule, example) => (Rule: rule, example.Code))
            .ToList();
        var ends = PythonRun.Ends(good.Select(example => example.Code));

        ends.Should().Contain((string?)null);
        good.Zip(ends)
            .Where(run => run.Second is not (null or UndefinedName))
            .Select(run => Describe(run.First.Rule, run.First.Code, "is good", run.Second))
            .Should().BeEmpty();
    }

    [Test]
    public void Only_bad_examples_claim_an_exception() => Claiming.Where(claim => !claim.Example.IsBad).Should().BeEmpty();

    [Test]
    public void A_program_ends_as_it_says_and_leaves_nothing_to_the_next()
    {
        var ends = PythonRun.Ends([.. NotSharedBetweenPrograms, "import decimal\nraise decimal.InvalidOperation", "input()", "raise SystemExit(1)", "print('so'"]);

        ends.Should().Equal(null, "NameError", "decimal.InvalidOperation", "EOFError", "SystemExit", "SyntaxError");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Python has no timer that interrupts there")]
    public void A_program_without_end_is_ended() => PythonRun.Ends(["while True:\n    pass", "1"]).Should().Equal("Endless", null);

    private static string Describe(Rule rule, string code, string claim, string? end) => $"{rule.Descriptor.Name} {claim}, Python: {end ?? "nothing"}\n{code}\n";
}
