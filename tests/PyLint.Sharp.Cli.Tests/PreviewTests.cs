using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Rules on trial, from the command line and from files.</summary>
public class PreviewTests : CommandLineTest
{
    private const string Refusal = "`trial` is in preview; it runs only with `--preview`, or `preview = true` under `[lint]`";

    private protected override RuleCatalog Catalog { get; } = new(
    [
        new ToyRule("PLS201", "toy-error", "bad", Severity.Error),
        new ToyRule("PLS202", "trial", "new", Severity.Warning, isPreview: true),
    ]);

    [SetUp]
    public void WriteProgram() => Write("a.py", "bad = new\n");

    [TestCase("201")]
    [TestCase("201", "--preview")]
    [TestCase("201", "--preview", "--select", "ALL")]
    [TestCase("201", "--preview", "--profile", "all")]
    [TestCase("201 202", "--preview", "--select", "PLS2")]
    [TestCase("201 202", "--preview", "--extend-select", "trial")]
    [TestCase("201", "--select", "PLS2")]
    [TestCase("201", "--preview", "--no-preview", "--select", "PLS2")]
    [TestCase("201 202", "--config", "lint.preview=true", "--select", "PLS2")]
    public void A_rule_in_preview_runs_where_it_may_and_is_selected(string codes, params string[] args) => Codes(args).Should().Be(codes);

    [Test]
    public void A_file_can_let_it_run_and_the_command_line_takes_that_back()
    {
        Write("pylint-sharp.toml", "[lint]\npreview = true\nextend-select = ['PLS2']\n");
        Codes().Should().Be("201 202");
        Codes("--no-preview").Should().Be("201");
        Run("config", "lint.preview").Output.Should().Contain("true").And.Contain("pylint-sharp.toml:2:1");
    }

    [Test]
    public void Who_names_it_in_vain_is_told_and_the_rest_runs()
    {
        var result = Run("check", "--output-format", "concise", "--extend-select", "trial");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("PLS201").And.NotContain("PLS202");
        result.Error.Should().Be($"pylint-sharp: error: {Refusal}\n");
        Run("config", "--extend-select", "trial").Error.Should().Be(result.Error);
    }

    [Test]
    public void A_file_that_names_it_in_vain_is_told_of_with_the_place_wherever_it_lies()
    {
        Write("sub/b.py", "bad = new\n");
        Write("sub/c.py", "bad = new\n");
        Write("sub/pylint-sharp.toml", "[lint]\nextend-select = ['trial']\n");
        var result = Run("check", "--output-format", "concise");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be($"pylint-sharp: error: sub/pylint-sharp.toml:2:1: {Refusal}\n");
        Run("check", "--preview").ExitCode.Should().Be(1);
    }

    [Test]
    public void What_is_said_about_all_rules_is_said_about_it_too()
    {
        Write("pylint-sharp.toml", "[lint]\npreview = true\nextend-select = ['trial']\nseverity = { ALL = 'info' }\n");
        Run("check", "--output-format", "concise").Output.Should().Contain("info[PLS202]");
        Run("check", "--output-format", "concise", "--per-file-ignores", "a.py:ALL").Output.Should().BeEmpty();
    }

    [Test]
    public void Lists_and_pages_say_so()
    {
        Run("rules").Output.Should().Contain("PLS202  trial             control-flow  warning  none  preview\n");
        Run("rules", "--select", "PLS2").Output.Should().Contain("PLS202");
        Run("explain", "trial").Output.Should().Contain(" · in preview: runs only with --preview\n");
        Run("explain", "trial", "--output-format", "json").Output.Should().Contain("\"default\": false,\n  \"preview\": true,");
    }

    /// <summary>The codes found in the one file.</summary>
    private string Codes(params string[] args)
    {
        var result = Run(["check", "--output-format", "concise", .. args]);
        result.Error.Should().BeEmpty();
        return string.Join(' ', result.Output.Split("[PLS").Skip(1).Select(rest => rest[..3]));
    }
}
