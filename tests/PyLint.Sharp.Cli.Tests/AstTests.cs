using System.Text.Json.Nodes;

namespace PyLint.Sharp.Cli.Tests;

public class AstTests : CommandLineTest
{
    [Test]
    public void Each_file_is_a_line_in_the_shape_of_CPythons_ast()
    {
        Write("a.py", "é = 1");
        var result = Run("ast", "a.py", "--output-format", "jsonl");
        result.Should().Be(new CommandLineResult(0, """
            {"path":"a.py","tree":{"node":"Module","body":[{"node":"Assign","targets":[{"node":"Name","id":"\u00E9","ctx":{"node":"Store"},
            "lineno":1,"col_offset":0,"end_lineno":1,"end_col_offset":2}],"value":{"node":"Constant","kind":"int","value":"0x1",
            "lineno":1,"col_offset":5,"end_lineno":1,"end_col_offset":6},"lineno":1,"col_offset":0,"end_lineno":1,"end_col_offset":6}]}}
            """.ReplaceLineEndings("") + "\n", ""));
    }

    [Test]
    public void A_file_that_is_not_Python_has_errors_instead()
    {
        Write("a.py", "x = 1\nx = 1)\n");
        var result = Run("ast", "a.py");
        result.Should().Be(new CommandLineResult(1, """
            {"path":"a.py","errors":[{"line":2,"column":6,"endLine":2,"endColumn":7,
            "message":"this \u0060)\u0060 closes nothing; delete it, or write the opening bracket that it needs","code":"PLS000"}]}
            """.ReplaceLineEndings("") + "\n", ""));
    }

    [Test]
    public void So_has_a_file_whose_bytes_are_wrong()
    {
        File.WriteAllBytes(Path.Combine(Folder, "a.py"), [.. "x = '"u8, 0xFF, .. "'\n"u8]);
        CodesOf(Run("ast", "a.py")).Should().Equal("PLS002");
    }

    /// <summary>As in CPython 3.14, where only the compiler refuses the third and the fourth.</summary>
    [TestCase("from __future__ import nothing", false)]
    [TestCase("'doc'\nfrom __future__ import annotations\nfrom __future__ import *", false)]
    [TestCase("x = 1\nfrom __future__ import nothing", true)]
    [TestCase("return", true)]
    public void A_program_that_only_the_compiler_refuses_has_a_tree(string code, bool hasTree)
    {
        Write("a.py", code);
        (Lines(Run("ast", "a.py"))[0]["tree"] != null).Should().Be(hasTree);
    }

    [Test]
    public void Lines_are_sorted_by_path_whatever_the_threads_do()
    {
        foreach (var name in Enumerable.Range(100, 50))
        {
            Write($"src/{name}.py", string.Concat(Enumerable.Repeat("x = 1\n", 1 + (name * 37 % 50))));
        }

        var one = Run("ast", "src", "-j", "1");
        Run("ast", "-j", "8", "src").Should().Be(one);
        Lines(one).Select(line => (string?)line["path"]).Should().Equal(Enumerable.Range(100, 50).Select(name => $"src/{name}.py"));
    }

    [TestCase("x = 1", 0)]
    [TestCase("x = ", 1)]
    public void The_exit_code_tells_the_worst(string code, int exitCode)
    {
        Write("a.py", code);
        Write("b.py", "pass");
        Run("ast", ".").ExitCode.Should().Be(exitCode);
        Run("ast", ".", "missing.py").ExitCode.Should().Be(2);
    }

    [Test]
    public void What_cannot_be_read_is_told_and_the_rest_written()
    {
        Write("b.py", "pass");
        File.CreateSymbolicLink(Path.Combine(Folder, "a.py"), Path.Combine(Folder, "nowhere"));
        var result = Run("ast", ".");
        CodesOf(result).Should().Equal("PLS001");
        result.ExitCode.Should().Be(2);
        Lines(result)[1]["tree"].Should().NotBeNull();
    }

    [Test]
    public void Standard_input_is_a_file()
    {
        StandardInput = "pass";
        ((string?)Lines(Run("ast", "-")).Single()["path"]).Should().Be("<stdin>");
    }

    [Test]
    public void With_an_output_file_standard_output_stays_empty()
    {
        Write("a.py", "pass");
        var expected = Run("ast", "a.py").Output;
        Run("ast", "a.py", "-o", "trees.jsonl").Should().Be(new CommandLineResult(0, "", ""));
        File.ReadAllText(Path.Combine(Folder, "trees.jsonl")).Should().Be(expected);
    }

    [TestCase("- ", "", 2_000)]
    [TestCase("(", ")", 150)]
    [TestCase("[", "]", 150)]
    public void Deep_trees_are_written(string open, string close, int depth)
    {
        Write("a.py", Repeat(open, depth) + "x" + Repeat(close, depth));
        var result = Run("ast", "a.py");
        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("\"tree\":").And.Contain("\"id\":\"x\"");
    }

    [TestCase("- ", "")]
    [TestCase("x + ", "")]
    [TestCase("x.", "")]
    [TestCase("(", ")")]
    [TestCase("f(", ")")]
    [TestCase("[", "]")]
    public void Trees_that_are_too_deep_are_errors_and_no_crash(string open, string close)
    {
        const int Depth = 1_000_000;
        Write("a.py", Repeat(open, Depth) + "x" + Repeat(close, Depth));
        Write("b.py", "pass");
        var result = Run("ast", ".");
        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("""{"path":"a.py","errors":[{""").And.Contain("""{"path":"b.py","tree":{""");
    }

    [TestCase("ast", "`ast` needs a file or a folder; `.` is the current one")]
    [TestCase("ast --output-format xml .", "`--output-format` of `ast` takes jsonl, not `xml`")]
    [TestCase("ast . --ouput-file x", "unknown option `--ouput-file`; did you mean `--output-file`?")]
    [TestCase("ast . -j 0", "`--jobs` takes a whole number from 1 on, not `0`")]
    public void A_wrong_command_line_is_refused(string line, string message)
    {
        var result = Run(line.Split(' '));
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static List<JsonNode> Lines(CommandLineResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static List<string?> CodesOf(CommandLineResult result) =>
        [.. Lines(result)[0]["errors"]!.AsArray().Select(error => (string?)error!["code"])];
}
