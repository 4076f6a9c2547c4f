using System.Text.RegularExpressions;
using PyLint.Sharp.Cli.Verbs;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>What newcomers copy works.</summary>
public partial class DocumentationTests
{
    private static readonly string[] Files = ["README.md", "src/PyLint.Sharp.Cli/README.md"];

    [TestCaseSource(nameof(Files))]
    public void Every_command_has_a_verb_and_options_that_exist(string file)
    {
        var commands = Commands().Matches(Repository.ReadText(file)).Select(match => match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        commands.Should().HaveCountGreaterThan(8);
        foreach (var words in commands)
        {
            var verb = words.Length > 0 && Verb.Find(words[0]) is { } named ? named : new CheckVerb();
            var options = verb.Command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--version").ToList();
            words.Where(word => word.StartsWith('-') && word != "-").Select(word => word.Split('=')[0]).Should().BeSubsetOf(options, "of {0}", string.Join(' ', words));
        }
    }

    [Test]
    public void The_hooks_and_the_inputs_of_the_action_exist()
    {
        var text = Repository.ReadText("README.md");
        var hooks = ((List<object>)PlainYaml.Read(Repository.ReadText(".pre-commit-hooks.yaml"))).Cast<Dictionary<string, object>>().Select(hook => (string)hook["id"]);
        HookIds().Matches(text).Select(match => match.Groups[1].Value).Should().NotBeEmpty().And.BeSubsetOf(hooks);
        var with = ActionUse().Match(text);
        with.Success.Should().BeTrue();
        InputNames().Matches(with.Groups["inputs"].Value).Select(match => match.Groups[1].Value).Should().NotBeEmpty().And.BeSubsetOf(new ActionFile().Inputs.Keys);
    }

    /// <summary>Where packages are shown there is no repository around them.</summary>
    [Test]
    public void The_readme_of_the_package_stands_alone() =>
        Links().Matches(Repository.ReadText("src/PyLint.Sharp.Cli/README.md")).Where(match => !match.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal)).Should().BeEmpty();

    [GeneratedRegex(@"^ *pylint-sharp(?<words>( +[^\s#>|""$]+)*)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"^ *- id: (\S+)", RegexOptions.Multiline)]
    private static partial Regex HookIds();

    [GeneratedRegex(@"- uses: \S*PyLint\.Sharp@.*\n +with:\n(?<inputs>( +[\w-]+: .*\n)+)")]
    private static partial Regex ActionUse();

    [GeneratedRegex(@"^ +([\w-]+):", RegexOptions.Multiline)]
    private static partial Regex InputNames();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links();
}
