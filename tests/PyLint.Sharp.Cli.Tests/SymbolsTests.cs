using System.Text.Json.Nodes;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>What <c>symbols</c> shares with <c>ast</c> is tested there.</summary>
public class SymbolsTests : CommandLineTest
{
    [Test]
    public void Each_file_is_a_line_in_the_shape_of_CPythons_symtable()
    {
        Write("a.py", "é = 1\n@d\ndef f(x): return é\n");
        var result = Run("symbols", "a.py", "--output-format", "jsonl");
        result.Should().Be(new CommandLineResult(0, """
            {"path":"a.py","scope":{"type":"module","name":"top","line":0,"symbols":{"d":["global_implicit","referenced"],"f":["assigned","global_implicit"],
            "\u00E9":["assigned","global_implicit"]},"children":[{"type":"function","name":"f","line":3,"symbols":{"x":["local","parameter"],
            "\u00E9":["global_implicit","referenced"]},"children":[]}]}}
            """.ReplaceLineEndings("") + "\n", ""));
    }

    [Test]
    public void A_file_that_is_not_Python_has_errors_instead_and_the_rest_is_written()
    {
        Write("a.py", "x = 1)\n");
        Write("b.py", "pass");
        var result = Run("symbols", ".");
        result.ExitCode.Should().Be(1);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        ((string?)lines[0]["errors"]![0]!["code"]).Should().Be("PLS000");
        lines[0]["scope"].Should().BeNull();
        ((string?)lines[1]["scope"]!["type"]).Should().Be("module");
    }

    [Test]
    public void Standard_input_is_a_file_and_the_output_may_be_one()
    {
        StandardInput = "pass";
        Run("symbols", "-", "-o", "scopes.jsonl").Should().Be(new CommandLineResult(0, "", ""));
        File.ReadAllText(Path.Combine(Folder, "scopes.jsonl")).Should().StartWith("""{"path":"\u003Cstdin\u003E","scope":{""");
    }

    [TestCase(2_000, 0)]
    [TestCase(1_000_000, 1)]
    public void Deep_scopes_are_written_or_an_error_and_no_crash(int depth, int exitCode)
    {
        Write("a.py", string.Concat(Enumerable.Repeat("lambda: ", depth)) + "x");
        Write("b.py", "pass");
        var result = Run("symbols", ".");
        result.ExitCode.Should().Be(exitCode);
        result.Output.Should().Contain("""{"path":"b.py","scope":{""");
    }

    [TestCase("symbols", "`symbols` needs a file or a folder; `.` is the current one")]
    [TestCase("symbols --output-format xml .", "`--output-format` of `symbols` takes jsonl, not `xml`")]
    [TestCase("help symbol", "unknown verb `symbol`; did you mean `symbols`?")]
    public void A_wrong_command_line_is_refused(string line, string message)
    {
        var result = Run(line.Split(' '));
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
    }
}
