using System.Text;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Analysis.Tests.Notebooks;

public class NotebookFixTests
{
    private static FixedFile Fix(string json, string word, string newText)
    {
        var fixer = new FileFixer(new Analyzer([new WordRule("PLS201", word, newText)]), ParseOptions.Default, new FixPolicy());
        return fixer.Run(Notebook.Read(Encoding.UTF8.GetBytes(json), "a.ipynb").Notebook!);
    }

    private static string Notebook4(string source) => $$"""{"nbformat":4,  "cells": [{"source": {{source}}, "cell_type": "code"}]}""";

    [TestCase("""["old\n", "caf\u00e9\n", "z"]""", "old", "new", """["new\n", "caf\u00e9\n", "z"]""")]
    [TestCase("""["a\n", "old\n", "z"]""", "old", "b\nc", """["a\n", "b\n", "c\n", "z"]""")]
    [TestCase("""["a\n", "old\n", "z"]""", "old\n", "", """["a\n", "z"]""")]
    [TestCase("""["a\n", "old"]""", "\nold", "", """["a"]""")]
    [TestCase("""["old"]""", "old", "a\nb", """["a\n", "b"]""")]
    [TestCase("""[ "old" ]""", "old", "a\nb", """[ "a\n", "b" ]""")]
    [TestCase("""["\u006fld\n","z\u0041"]""", "old\n", "x\n", """["x\n","z\u0041"]""")]
    [TestCase("\"a\\nold;caf\\u00e9\\n\"", "old", "b\n'\"\\\t'", "\"a\\nb\\n'\\\"\\\\\\t';caf\\u00e9\\n\"")]
    [TestCase("""["old\r\n", "z"]""", "old\r\n", "a\r\nb\r\n", """["a\r\n", "b\r\n", "z"]""")]
    [TestCase("""["o", "ld\n", "z"]""", "old", "new", """["new\n", "z"]""")]
    public void Only_the_changed_lines_of_the_source_are_written(string source, string word, string newText, string after) =>
        Encoding.UTF8.GetString(Fix(Notebook4(source), word, newText).Draft!.ToBytes()!).Should().Be(Notebook4(after));

    [Test]
    public void A_list_on_lines_of_its_own_stays_one() =>
        Encoding.UTF8.GetString(Fix(new NotebookJson { NewLine = "\r\n" }.Code("old").ToString(), "old", "a\nb").Draft!.ToBytes()!)
            .Should().Be(new NotebookJson { NewLine = "\r\n" }.Code("a\nb").ToString());

    [TestCase("x\n%old", "x\n__")]
    [TestCase("%%time old\nx", "()\nx")]
    [TestCase("x = !old", "x")]
    [TestCase("a\n", "a\n\nb")]
    public void A_fix_that_would_touch_a_magic_or_cross_a_border_is_dropped(string cell, string word)
    {
        var fixedFile = Fix(new NotebookJson().Code(cell).Code("b").ToString(), word, "new");
        fixedFile.HasChanged.Should().BeFalse();
        fixedFile.Before.Diagnostics.Should().ContainSingle().Which.Fix.Should().BeNull();
    }

    [Test]
    public void A_finding_ends_with_its_cell()
    {
        var finding = Fix(new NotebookJson().Code("a").Code("b").ToString(), "a\nb", "").Before.Diagnostics.Should().ContainSingle().Subject;
        finding.Span.End.Should().Be(1);
        finding.Fix.Should().BeNull();
    }

    [Test]
    public void Nothing_is_said_about_the_placeholder_of_a_magic() =>
        Fix(new NotebookJson().Code("%x__()\nx = '__()'").ToString(), "__()", "").Before.Diagnostics.Should().ContainSingle().Which.Span.Start.Should().BeGreaterThan(7);

    [TestCase("await f()")]
    [TestCase("async with f() as g:\n    pass")]
    [TestCase("async for x in f():\n    pass")]
    [TestCase("[x async for x in f()]")]
    [TestCase("1\nfrom __future__ import annotations")]
    public void A_session_may_wait_and_look_to_the_future(string cell) =>
        Fix(new NotebookJson().Code(cell).ToString(), "nowhere", "").Before.Diagnostics.Should().BeEmpty();

    [TestCase("def f():\n    await g()")]
    [TestCase("return 1")]
    [TestCase("lambda: await f()")]
    public void A_session_is_no_asynchronous_function(string cell) =>
        Fix(new NotebookJson().Code(cell).ToString(), "nowhere", "").Before.Diagnostics.Should().ContainSingle().Which.Descriptor.Code.Should().Be("PLS000");

    /// <summary>Comments speak for what they stand beside, as in any file.</summary>
    [Test]
    public void Suppressions_hold_within_a_cell_and_the_first_cell_may_speak_for_all()
    {
        Fix(new NotebookJson().Code("old = 1  # noqa: PLS201").Code("old = 2").ToString(), "old", "new").Before.Diagnostics.Should().ContainSingle();
        Fix(new NotebookJson().Cell("markdown", "").Code("# pylint-sharp: file-ignore[PLS201]\nold = 1").Code("old = 2").ToString(), "old", "new").Before.Diagnostics.Should().BeEmpty();
    }

    [Test]
    public void The_fix_of_a_finding_in_the_file_is_one_of_the_file()
    {
        var notebook = Notebook.Read(new NotebookJson().Code("a\nold\n").ToBytes(), "a.ipynb").Notebook!;
        var finding = notebook.InFile(Fix(notebook.File.Content, "old", "b\n\"").Before.Diagnostics[0]);
        FixApplier.Apply(notebook.File.Content, [finding.Fix!]).Text.Should().Be(new NotebookJson().Code("a\nb\n\"\n").ToString());
    }
}
