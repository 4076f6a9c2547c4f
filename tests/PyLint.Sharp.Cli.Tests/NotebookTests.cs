using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests;

public class NotebookTests : CommandLineTest
{
    private const string Notebook = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "source": ["# poor"]
          },
          {
           "cell_type": "code",
           "outputs": [{"text": ["bad"]}],
           "source": [
            "%run poor\n",
            "caf\u00e9 = poor\n",
            "x = old"
           ]
          },
          {
           "cell_type": "code",
           "source": "\"é\"; poor"
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    private protected override RuleCatalog Catalog { get; } = new(
    [
        new ToyRule("PLS202", "toy-warning", "poor", Severity.Warning),
        new ToyRule("PLS203", "toy-safe", "old", Severity.Info, "newer", FixSafety.Safe),
    ]);

    private string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    [SetUp]
    public void WriteNotebook() => Write("a.ipynb", Notebook);

    [Test]
    public void Text_counts_lines_cell_by_cell() => Run("check", "--output-format", "concise").Output.Should().Be(
        "a.ipynb:cell 2:2:8: warning[PLS202] `poor` is flagged\n"
        + "a.ipynb:cell 2:3:5: info[PLS203] `old` is flagged\n"
        + "a.ipynb:cell 3:1:6: warning[PLS202] `poor` is flagged\n");

    [Test]
    public void The_frame_shows_the_code_of_the_cell()
    {
        var output = Run("check", "--select", "PLS203", "--explain-level", "none").Output;
        output.Should().Contain(" --> a.ipynb:cell 2:3:5\n  |\n1 | %run poor\n2 | café = poor\n3 | x = old\n  |     ^^^\n  |\n").And.Contain(" 3 - x = old\n 3 + x = newer\n");
    }

    [TestCase("github", "line=12,endLine=12,col=18,endColumn=22")]
    [TestCase("github", "line=18,endLine=18,col=22,endColumn=26")]
    [TestCase("gitlab", "\"line\": 12,\n          \"column\": 18")]
    [TestCase("junit", "a.ipynb:12:18: ")]
    [TestCase("checkstyle", "line=\"12\" column=\"18\"")]
    [TestCase("rdjson", "\"line\": 18,\n            \"column\": 23")]
    [TestCase("sarif", "\"startLine\": 12,\n                  \"startColumn\": 18,")]
    [TestCase("sarif", "\"text\": \"newer\"")]
    public void Machines_get_the_line_of_the_file(string format, string place) => Run("check", "--output-format", format).Output.Should().Contain(place);

    [Test]
    public void Json_has_the_cell_and_the_place_in_it()
    {
        var lines = Run("check", "--output-format", "jsonl").Output.Split('\n').Where(line => line.Contains("\"kind\":\"finding\"", StringComparison.Ordinal)).ToList();
        using var finding = JsonDocument.Parse(lines[1]);
        string[] members = ["cell", "line", "column", "startOffset", "endOffset", "suppressLine"];
        members.Select(member => finding.RootElement.GetProperty(member).GetInt32()).Should().Equal(2, 3, 5, 26, 29, 3);
        finding.RootElement.GetProperty("fix").GetProperty("edits")[0].GetProperty("cell").GetInt32().Should().Be(2);
    }

    [Test]
    public void Formats_agree_on_fingerprints()
    {
        var print = JsonDocument.Parse(Run("check", "--output-format", "json").Output).RootElement.GetProperty("findings")[0].GetProperty("fingerprint").GetString()!;
        Run("check", "--output-format", "sarif").Output.Should().Contain(print);
        Run("check", "--output-format", "gitlab").Output.Should().Contain(print);
    }

    [Test]
    public void Fix_writes_the_source_and_nothing_else()
    {
        Run("check", "--fix").ExitCode.Should().Be(1);
        Read("a.ipynb").Should().Be(Notebook.Replace("x = old", "x = newer", StringComparison.Ordinal));
    }

    [Test]
    public void Diff_shows_the_file() => Run("check", "--diff").Output.Should().Contain("\n-    \"x = old\"\n+    \"x = newer\"\n").And.Contain("--- a/a.ipynb\n");

    [Test]
    public void A_fixed_notebook_from_standard_input_goes_to_standard_output()
    {
        StandardInput = Notebook;
        Run("check", "-", "--fix", "--stdin-filename", "b.ipynb").Output.Should().StartWith(Notebook.Replace("x = old", "x = newer", StringComparison.Ordinal));
    }

    [Test]
    public void Broken_json_is_a_finding_at_its_place()
    {
        Write("a.ipynb", "{\n  \"cells\": [,]\n}\n");
        var result = Run("check", "--output-format", "concise");
        result.Output.Should().Be("a.ipynb:2:13: error[PLS000] this is not JSON\n");
        result.ExitCode.Should().Be(1);
        Run("ast", "a.ipynb").Output.Should().Contain("\"line\":2,\"column\":13");
    }

    [Test]
    public void An_old_format_is_a_failure_with_one_message()
    {
        Write("a.ipynb", "{\"nbformat\": 3, \"worksheets\": []}");
        var result = Run("check", "--output-format", "concise");
        result.Output.Should().Be("a.ipynb:1:14: error[PLS001] cannot read this file: it is a notebook of format 3, and only format 4 is known\n");
        result.ExitCode.Should().Be(2);
    }

    [Test]
    public void The_tree_is_that_of_all_cells() => Run("ast", "a.ipynb").Output.Should().Contain("\"path\":\"a.ipynb\",\"tree\":").And.Contain("\"id\":\"poor\"");

    [Test]
    public void Settings_for_notebooks_name_them_by_pattern() =>
        Run("check", "--per-file-ignores", "*.ipynb:PLS202", "--output-format", "concise").Output.Should().StartWith("a.ipynb:cell 2:3:5: info").And.NotContain("PLS202");
}
