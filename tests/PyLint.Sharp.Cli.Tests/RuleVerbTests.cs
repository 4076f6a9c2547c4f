using System.Text.Json;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Tests;

public class RuleVerbTests : CommandLineTest
{
    [Test]
    public void Rules_are_listed_in_a_table() => Run("rules").Should().Be(new CommandLineResult(
        0,
        """
        CODE    NAME              AREA          LEVEL    FIX   DEFAULT
        PLS000  syntax-error      engine        error    none  on
        PLS001  unreadable-file   engine        error    none  on
        PLS002  encoding-problem  engine        error    none  on
        PLS003  rule-crashed      engine        error    none  on
        PLS004  limit-reached     engine        error    none  on
        PLS005  fix-reverted      engine        error    none  on
        PLS201  toy-error         control-flow  error    none  on
        PLS202  toy-warning       control-flow  warning  none  on
        PLS301  toy-info          control-flow  info     none  on
        PLS999  toy-crash         control-flow  error    none  on

        """.ReplaceLineEndings("\n"),
        ""));

    [Test]
    public void Rules_are_listed_in_json()
    {
        using var document = JsonDocument.Parse(Run("rules", "--output-format", "json").Output);
        document.RootElement.EnumerateArray().Select(rule => rule.GetProperty("code").GetString()).Should().Equal("PLS000", "PLS001", "PLS002", "PLS003", "PLS004", "PLS005", "PLS201", "PLS202", "PLS301", "PLS999");
    }

    [Test]
    public void Rules_can_be_selected()
    {
        Run("rules", "--select", "PLS2", "--ignore", "toy-error", "--output-format", "md").Output.Should().EndWith("| PLS202 | toy-warning | control-flow | warning | none | on |\n");
        var result = Run("rules", "--select", "PLS202,PLS222");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("PLS202");
        result.Error.Should().Contain("unknown rule `PLS222`; did you mean `PLS202`?");
    }

    [Test]
    public void Nothing_ignored_is_nothing_less_listed() => Run("rules", "--ignore", "").Should().Be(Run("rules"));

    [TestCase("PLS201")]
    [TestCase("pls201")]
    [TestCase("toy-error")]
    [TestCase("X201")]
    public void A_rule_is_explained_by_any_of_its_names(string name) =>
        Run("explain", name).Output.Should().StartWith("PLS201 toy-error\n").And.Contain("A strong answer: therefore.");

    [Test]
    public void Several_rules_are_explained_and_an_unknown_one_is_named()
    {
        var result = Run("explain", "toy-error", "toy-wraning", "PLS000", "PLS201");
        result.ExitCode.Should().Be(2);
        result.Output.Should().StartWith("PLS201 toy-error\n").And.Contain("\n\nPLS000 syntax-error\n");
        result.Output.Split("PLS201 toy-error").Should().HaveCount(2);
        result.Error.Should().Be("pylint-sharp: error: unknown rule `toy-wraning`; did you mean `toy-warning`?\n");
    }

    [Test]
    public void One_rule_is_an_object_and_several_are_an_array()
    {
        Kind("explain", "PLS201").Should().Be(JsonValueKind.Object);
        Kind("explain", "PLS201", "PLS202").Should().Be(JsonValueKind.Array);
        Kind("explain", "--all").Should().Be(JsonValueKind.Array);

        JsonValueKind Kind(params string[] args) => JsonDocument.Parse(Run([.. args, "--output-format", "json"]).Output).RootElement.ValueKind;
    }

    [Test]
    public void All_rules_are_explained_with_those_of_the_engine() =>
        Run("explain", "--all", "--output-format", "md").Output.Should().StartWith("# PLS000 syntax-error\n").And.Contain("\n# PLS999 toy-crash\n");

    [Test]
    public void The_version_is_one_line()
    {
        Run("version").Output.Should().MatchRegex(@"^pylint-sharp \d+\.\d+\.\d+\n$");
        Run("--version").Should().Be(Run("version"));
    }

    [TestCase("check")]
    [TestCase("explain")]
    [TestCase("init")]
    [TestCase("rules")]
    [TestCase("version")]
    public void Help_knows_every_option_and_its_short_form_fits_a_screen(string verb)
    {
        var help = Run(verb, "--help");
        help.ExitCode.Should().Be(0);
        help.Output.Should().StartWith("Usage: pylint-sharp ");
        help.Output.Split('\n').Should().OnlyContain(line => line.Length <= 110);
        Run(verb, "-h").Output.Split('\n').Should().HaveCountLessThanOrEqualTo(41).And.OnlyContain(line => line.Length <= 110);
        Run("help", verb).Should().Be(help);
        if (verb != "version")
        {
            foreach (var option in Verb.Find(verb)!.Command.Options.Where(option => option.Name != "-h"))
            {
                help.Output.Should().Contain($"{option.Name} ");
            }
        }
    }

    private static IEnumerable<string> Verbs => Verb.Names.Where(name => name != "help");

    [TestCaseSource(nameof(Verbs))]
    public void Short_help_fits_a_screen_and_a_slip_is_told_with_what_was_meant(string verb)
    {
        var help = Run(verb, "-h");
        help.ExitCode.Should().Be(0);
        help.Output.TrimEnd('\n').Split('\n').Should().HaveCountLessThanOrEqualTo(40);
        Run(verb, "--hlep").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: unknown option `--hlep`; did you mean `--help`?\n"));
        Run("help", verb + "x").Should().Be(new CommandLineResult(2, "", $"pylint-sharp: error: unknown verb `{verb}x`; did you mean `{verb}`?\n"));
    }

    [Test]
    public void Help_without_a_verb_names_all_verbs()
    {
        var help = Run("--help");
        help.Output.Split('\n').Should().HaveCountLessThanOrEqualTo(40);
        foreach (var verb in Verb.Names)
        {
            help.Output.Should().Contain(verb);
        }

        Run("help").Should().Be(help);
        Run("help", "-h").Should().Be(help);
        Run("help", "--help").Should().Be(help);
        Run("-h").Should().Be(help);
    }
}
