using System.Text.RegularExpressions;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

public partial class ActionFileTests : CommandLineTest
{
    private const string Hostile = "$(touch made) `touch made`;touch made\n* 'a b' \"c\" \\ && touch made\n--fix";

    private readonly ActionFile action = new();

    private Dictionary<string, object> Check => action.Steps.Single(step => step.GetValueOrDefault("id") is "check");

    [Test]
    public void All_inputs_are_declared_explained_and_used()
    {
        var used = InputOfExpression().Matches(Repository.ReadText("action.yml")).Select(match => match.Groups[1].Value).Distinct();
        action.Inputs.Keys.Should().BeEquivalentTo(used).And.BeEquivalentTo("args", "src", "format", "fail-level", "since", "upload-sarif");
        action.Inputs.Values.Cast<Dictionary<string, object>>().Should().AllSatisfy(input => input.Keys.Should().BeEquivalentTo("description", "default"));
        action.Outputs.Keys.Should().BeEquivalentTo("problems", "errors", "sarif-file", "exit-code");
        foreach (var (name, output) in action.Outputs)
        {
            ((Dictionary<string, object>)output)["value"].Should().Be($"${{{{ steps.check.outputs.{name} }}}}");
            ((string)Check["run"]).Should().Contain($"echo \"{name}=");
        }
    }

    /// <summary>An expression in a script would be code before bash sees it.</summary>
    [Test]
    public void No_expression_stands_in_a_script() => action.Scripts.Should().HaveCount(2).And.AllSatisfy(step => ((string)step["run"]).Should().NotContain("${{"));

    [Test]
    public void Actions_of_others_are_named_by_their_commits() =>
        action.Steps.Where(step => step.ContainsKey("uses")).Should().HaveCount(2).And.AllSatisfy(step => ((string)step["uses"]).Should().MatchRegex("^[a-z/-]+@[0-9a-f]{40}$"));

    [Test]
    public void Without_inputs_the_current_folder_is_checked()
    {
        var args = ArgumentsOf([]);
        args.Should().HaveCount(7).And.StartWith(["check", "--output-format", "github", "--output-format"]).And.EndWith(["--", "."]);
        args[4].Should().StartWith("jsonl:");
    }

    [Test]
    public void Inputs_become_arguments()
    {
        var args = ArgumentsOf(new()
        {
            ["inputs.args"] = "check --select PLS2\n  --exit-zero",
            ["inputs.src"] = "src\ttests\nlib\n",
            ["inputs.format"] = "both",
            ["inputs.fail-level"] = "error",
            ["inputs.since"] = "main",
        });
        args.Where(arg => !arg.Contains(':', StringComparison.Ordinal)).Should().Equal(
            "check", "--select", "PLS2", "--exit-zero", "--output-format", "github", "--output-format", "--output-format", "--fail-level=error", "--since=main", "--", "src", "tests", "lib");
        args.Should().ContainSingle(arg => arg.StartsWith("sarif:", StringComparison.Ordinal));
        ArgumentsOf(new() { ["inputs.format"] = "sarif" }).Should().NotContain("github");
    }

    /// <summary>Each stays what it is for: words where words are asked for, and else one value, whatever stands in it.</summary>
    [Test]
    public void Hostile_inputs_stay_arguments()
    {
        Write("file.py", "");
        string[] words = ["$(touch", "made)", "`touch", "made`;touch", "made", "*", "'a", "b'", "\"c\"", "\\", "&&", "touch", "made", "--fix"];
        ArgumentsOf(new() { ["inputs.src"] = Hostile }).SkipWhile(arg => arg != "--").Skip(1).Should().Equal(words);
        ArgumentsOf(new() { ["inputs.args"] = Hostile }).Take(words.Length).Should().Equal(words);
        ArgumentsOf(new() { ["inputs.fail-level"] = Hostile }).Should().ContainSingle(arg => arg == $"--fail-level={Hostile}").And.NotContain("--fix");
        ArgumentsOf(new() { ["inputs.since"] = Hostile }).Should().ContainSingle(arg => arg == $"--since={Hostile}").And.NotContain("--fix");
        var (result, outputs) = Run("exit 99", new() { ["inputs.format"] = Hostile });
        result.ExitCode.Should().Be(2);
        result.Output.Should().Be("::error::format is github, sarif or both\n");
        outputs.Should().BeEmpty();
        File.Exists(Path.Combine(Folder, "made")).Should().BeFalse();
    }

    [Test]
    public void Outputs_tell_what_was_found()
    {
        Write("a.py", "d = {[]: 1}\ntry:\n    f()\nexcept:\n    g()\n");
        var (result, outputs) = RunTool(new() { ["inputs.format"] = "both" });
        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("::error ").And.Contain("file=a.py");
        outputs.Should().Contain("problems", "2").And.Contain("errors", "1").And.Contain("exit-code", "1");
        File.ReadAllText(outputs["sarif-file"]).Should().Contain("PLS101").And.Contain("PLS201");

        (result, outputs) = RunTool(new() { ["inputs.fail-level"] = "never" });
        result.ExitCode.Should().Be(0);
        outputs.Should().Contain("problems", "2").And.Contain("exit-code", "0").And.Contain("sarif-file", "");
    }

    [Test]
    public void A_run_that_cannot_begin_fails_and_has_no_results()
    {
        Write("a.py", "");
        var (result, outputs) = RunTool(new() { ["inputs.fail-level"] = "::error::\n::error::mine", ["inputs.format"] = "sarif" });
        result.ExitCode.Should().Be(2);
        (result.Output + result.Error).Split('\n').Should().NotContain(line => line.StartsWith("::", StringComparison.Ordinal));
        outputs.Should().Equal(new Dictionary<string, string> { ["problems"] = "", ["errors"] = "", ["sarif-file"] = "", ["exit-code"] = "2" });
    }

    /// <summary>The runner's checkout is a single commit, which doesn't have the base of the pull request.</summary>
    [Test]
    public void Since_auto_fetches_the_base_of_a_pull_request()
    {
        Processes.Require("git", "--version");
        var origin = Path.Combine(Folder, "origin");
        Write("origin/a.py", "old = {[]: 1}\n");
        Git(origin, "init", "--quiet");
        Git(origin, "add", ".");
        Git(origin, "commit", "--quiet", "-m", "base");
        var baseCommit = Git(origin, "rev-parse", "HEAD").Trim();
        Write("origin/a.py", "old = {[]: 1}\nnew = {{}: 1}\n");
        Git(origin, "commit", "--quiet", "-a", "-m", "change");
        Git(Folder, "clone", "--quiet", "--depth", "1", new Uri(origin).AbsoluteUri, "checkout");
        Git(Folder, "-C", "checkout", "rev-list", "--count", "HEAD").Trim().Should().Be("1");

        Dictionary<string, string> expressions = new() { ["inputs.since"] = "auto", ["github.event.pull_request.base.sha"] = baseCommit };
        var (result, outputs) = RunTool(expressions, "checkout");
        result.Output.Should().Contain("line=2").And.NotContain("line=1");
        outputs.Should().Contain("problems", "1");

        expressions["github.event.pull_request.base.sha"] = "";
        RunTool(expressions, "checkout").Outputs.Should().Contain("problems", "2", "a push has no base");
    }

    private static string Git(string folder, params string[] args)
    {
        var result = Processes.Run("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", .. args], folder);
        result.ExitCode.Should().Be(0, result.Error);
        return result.Output;
    }

    /// <summary>What the tool gets.</summary>
    private string[] ArgumentsOf(Dictionary<string, string> expressions)
    {
        var (result, _) = Run("printf '%s\\0' \"$@\" >../arguments", expressions);
        result.Error.Should().BeEmpty();
        return File.ReadAllText(Path.Combine(Folder, "arguments")).Split('\0')[..^1];
    }

    private (CommandLineResult Result, Dictionary<string, string> Outputs) RunTool(Dictionary<string, string> expressions, string folder = ".") =>
        Run($"exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll")}' \"$@\"", expressions, folder);

    /// <summary>Runs the step with something in the place of the tool.</summary>
    private (CommandLineResult Result, Dictionary<string, string> Outputs) Run(string tool, Dictionary<string, string> expressions, string folder = ".")
    {
        var work = Path.Combine(Folder, folder == "." ? "work" : folder);
        Directory.CreateDirectory(work);
        foreach (var file in Directory.GetFiles(Folder, "*.py"))
        {
            File.Copy(file, Path.Combine(work, Path.GetFileName(file)), overwrite: true);
        }

        Write("temp/pylint-sharp/pylint-sharp", $"#!/usr/bin/env bash\n{tool}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Folder, "temp/pylint-sharp/pylint-sharp"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Write("outputs", "");
        var values = new Dictionary<string, string>(expressions) { ["runner.temp"] = Path.Combine(Folder, "temp") };
        values.TryAdd("github.event.pull_request.base.sha", "");
        var result = action.Run(
            Check, work, values, ("GITHUB_OUTPUT", Path.Combine(Folder, "outputs")), ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", work), ("GITHUB_STEP_SUMMARY", ""), ("PYLINT_SHARP_NO_CACHE", "1"));
        return (result, File.ReadAllLines(Path.Combine(Folder, "outputs")).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]));
    }

    [GeneratedRegex(@"\$\{\{[^}]*\binputs\.([\w-]+)")]
    private static partial Regex InputOfExpression();
}
