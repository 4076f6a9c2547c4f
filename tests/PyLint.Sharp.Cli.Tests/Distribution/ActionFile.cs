using System.Text.RegularExpressions;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary><c>action.yml</c>, and what GitHub's runner does with its scripts.</summary>
internal sealed partial class ActionFile
{
    private readonly Dictionary<string, object> root = (Dictionary<string, object>)PlainYaml.Read(Repository.ReadText("action.yml"));

    public Dictionary<string, object> Inputs => (Dictionary<string, object>)root["inputs"];

    public Dictionary<string, object> Outputs => (Dictionary<string, object>)root["outputs"];

    public List<Dictionary<string, object>> Steps => [.. ((List<object>)((Dictionary<string, object>)root["runs"])["steps"]).Cast<Dictionary<string, object>>()];

    public IEnumerable<Dictionary<string, object>> Scripts => Steps.Where(step => step.ContainsKey("run"));

    /// <summary>Runs a script as the runner does: expressions are replaced in the environment alone.</summary>
    /// <param name="step">The step.</param>
    /// <param name="folder">The folder of the work.</param>
    /// <param name="expressions">The values of expressions such as <c>inputs.src</c>; inputs without one have their default.</param>
    /// <param name="environment">What is set besides.</param>
    public CommandLineResult Run(
        Dictionary<string, object> step, string folder, IReadOnlyDictionary<string, string> expressions, params (string Name, string Value)[] environment)
    {
        Processes.Require("bash", "--version");
        step["shell"].Should().Be("bash");
        var script = Path.Combine(folder, ".script.sh");
        File.WriteAllText(script, (string)step["run"]);
        var variables = ((Dictionary<string, object>)step["env"]).Select(variable => (variable.Key, Expression().Replace((string)variable.Value, match => ValueOf(match.Groups[1].Value, expressions))));
        return Processes.Run("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], folder, "", [.. variables, .. environment]);
    }

    private string ValueOf(string expression, IReadOnlyDictionary<string, string> expressions)
    {
        if (expressions.TryGetValue(expression, out var value))
        {
            return value;
        }

        expression.Should().StartWith("inputs.");
        return (string)((Dictionary<string, object>)Inputs[expression["inputs.".Length..]])["default"];
    }

    [GeneratedRegex(@"\$\{\{ ([\w.-]+) \}\}")]
    public static partial Regex Expression();
}
