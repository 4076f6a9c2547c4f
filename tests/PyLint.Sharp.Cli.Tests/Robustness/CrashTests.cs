using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R10: a rule that throws costs what it would have said in that file, and nothing else.</summary>
public class CrashTests : CommandLineTest
{
    private const string Code = "a = old\nb = 2\nc = old  # noqa: PLS999\n";

    private RuleCatalog catalog = new([new SoundRule()]);

    private static IEnumerable<string> Places => PoisonedRule.Catalogs.Keys;

    private protected override RuleCatalog Catalog => catalog;

    [TestCaseSource(nameof(Places))]
    public void All_other_findings_stay_as_they_were(string place)
    {
        Write("a.py", Code);
        Write("b.py", "x = y = 2\n" + Code);
        var undisturbed = Lines(new RuleCatalog([new SoundRule()]));
        undisturbed.Should().HaveCount(4);

        var lines = Lines(PoisonedRule.Catalogs[place]);
        lines.Where(line => !line.Contains("PLS003", StringComparison.Ordinal)).Should().Equal(undisturbed);
        lines.Except(undisturbed).Should().HaveCount(2, "one for each file").And.OnlyContain(line =>
            line.Contains(place == "constructor" ? "`ThrowsInConstructor` crashed here: " : "`poisoned` (PLS299) crashed here: ", StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Places))]
    public void The_run_fails_whatever_is_asked(string place)
    {
        Write("a.py", Code);
        catalog = PoisonedRule.Catalogs[place];
        foreach (var options in new[] { "", "--exit-zero", "--fail-level never", "--diff", "--fix-only", "--fix", "-o out" })
        {
            Run(["check", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).ExitCode.Should().Be(2, options);
        }
    }

    [TestCaseSource(nameof(Places))]
    public void The_fixes_of_other_rules_are_applied(string place)
    {
        Write("a.py", Code);
        catalog = PoisonedRule.Catalogs[place];
        Run("check", "--fix").ExitCode.Should().Be(2);
        File.ReadAllText(Path.Combine(Folder, "a.py")).Should().Be(Code.Replace("old", "newer"));
    }

    [TestCaseSource(nameof(Places))]
    public void The_stack_is_shown_to_whoever_asks_for_details(string place)
    {
        Write("a.py", Code);
        catalog = PoisonedRule.Catalogs[place];
        Run("check").Error.Should().NotContain("   at ");
        var crash = Run("check", "-v").Error.Split('\n').Should().ContainSingle(line => line.Contains(" crashed", StringComparison.Ordinal)).Subject;
        crash.Should().StartWith("pylint-sharp: error: a.py:").And.Contain("   at PyLint.Sharp.");
        crash.Should().Contain(place == "constructor" ? nameof(ThrowsInConstructor) : "(PLS299)");
    }

    [Test]
    public void A_rule_that_never_came_to_be_is_told_wherever_rules_are_listed()
    {
        catalog = PoisonedRule.Catalogs["constructor"];
        foreach (var args in new string[][] { ["rules"], ["rules", "--select", "ALL"], ["explain", "--all"] })
        {
            var result = Run(args);
            result.ExitCode.Should().Be(2);
            result.Output.Should().Contain("PLS2");
            result.Error.Should().StartWith($"pylint-sharp: error: the rule of type `{nameof(ThrowsInConstructor)}` does not work: ");
        }
    }

    /// <summary>Decision 6: nothing of what happens in one file changes what is said about another.</summary>
    [TestCaseSource(nameof(Places))]
    public void A_crash_in_many_files_is_told_alike_on_any_number_of_threads(string place)
    {
        for (var i = 0; i < 20; i++)
        {
            Write($"f{i:00}.py", Code);
        }

        catalog = PoisonedRule.Catalogs[place];
        var alone = Run("check", "--output-format", "json", "-j", "1");
        Lines(catalog).Count(line => line.Contains("PLS003", StringComparison.Ordinal)).Should().Be(20);
        Run("check", "--output-format", "json", "-j", "16").Should().Be(alone);
        alone.Error.Should().MatchRegex($@"^pylint-sharp: error: `{(place == "constructor" ? "ThrowsInConstructor`" : @"poisoned` \(PLS299\)")} crashed in 20 files; [^\n]+\n$");
        Run("check", "f00.py", "f01.py").Error.Should().BeEmpty("two files are told one by one");
    }

    private string[] Lines(RuleCatalog rules)
    {
        catalog = rules;
        return Run("check", "--output-format", "concise").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
