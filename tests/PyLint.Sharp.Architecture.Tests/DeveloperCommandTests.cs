using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Dev;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Architecture.Tests;

public partial class DeveloperCommandTests
{
    private static readonly string Template = NewRule.Render("BareThing", "bare-thing", "PLS299", SkillArea.ControlFlow);

    /// <summary>The hash in the header tells of a changed schema; this tells of a changed generator too.</summary>
    [Test]
    public void The_node_classes_are_what_the_generator_makes_of_the_schema() =>
        Repository.ReadText(GenerateNodes.Output).Should().Be(GenerateNodes.Generate(Repository.Root));

    /// <summary>Whoever adds a setting or an option of a rule publishes it too.</summary>
    [Test]
    public void The_schema_of_the_configuration_is_what_the_settings_make() =>
        Repository.ReadText(GenerateSchema.Output).Should().Be(GenerateSchema.Generate(), "`generate-schema` should have run");

    /// <summary>The setting names a rule that the configuration itself doesn't know.</summary>
    [TestCase("--config lint.require-suppression-reason=true", true)]
    [TestCase("", false)]
    public void Asking_for_reasons_turns_their_rule_on(string option, bool isOn)
    {
        var request = new Configuration.Files.ConfigurationRequest
        {
            CurrentDirectory = "/",
            ToolVersion = "1.0",
            IsIsolated = true,
            Overrides = option.Length == 0 ? [] : [option["--config ".Length..]],
        };
        var resolver = new Configuration.Files.ConfigurationResolver(_ => (null, null), Rules.BuiltInRules.Catalog, request);
        resolver.For("/")!.Select(Rules.BuiltInRules.Catalog).Rules.Any(rule => rule.Descriptor.Code == "PLS904").Should().Be(isOn);
    }

    /// <summary>So nobody hands in a rule with a text left as the template has it.</summary>
    [TestCase("Why")]
    [TestCase("Instead")]
    [TestCase("FineWhen")]
    public void No_explanation_of_a_new_rule_satisfies_the_contract(string section) =>
        RuleContract.ProblemOfExplanation(section, Regex.Match(Template, section + " = \"(.*)\"").Groups[1].Value).Should().NotBeNull();

    [Test]
    public void The_message_of_a_new_rule_does_not_satisfy_the_contract() =>
        RuleContract.ProblemOfMessage(Regex.Match(Template, "Message = \"(.*)\"").Groups[1].Value).Should().NotBeNull();

    [Test]
    public void The_interview_of_a_new_rule_does_not_satisfy_the_contract()
    {
        var texts = Interview().Match(Template).Groups;
        RuleContract.ProblemOfExplanation("question", texts["question"].Value).Should().NotBeNull();
        RuleContract.ProblemOfExplanation("answer", texts["answer"].Value).Should().NotBeNull();
    }

    [TestCase("bare-thing", "PLS898", null, "*is no code*")]
    [TestCase("Bare_Thing", "PLS298", null, "*is no name*")]
    [TestCase("bare-thing", "PLS298", "Functions", "*belongs to ControlFlow*")]
    public void A_new_rule_with_a_wrong_name_code_or_area_is_refused(string name, string code, string? area, string message) =>
        FluentActions.Invoking(() => NewRule.Run(Repository.Root, name, code, area)).Should().Throw<ArgumentException>().WithMessage(message);

    [GeneratedRegex("""Interview = new\(\s*"(?<question>.*)",\s*"(?<answer>.*)"\)""")]
    private static partial Regex Interview();
}
