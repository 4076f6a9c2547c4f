using System.Text;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests.Notebooks;

public class NotebookTests
{
    private static Notebook Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    private static Notebook Read(byte[] bytes)
    {
        var reading = Notebook.Read(bytes, "a.ipynb");
        reading.Problem.Should().BeNull();
        return reading.Notebook!;
    }

    private static string TextOf(NotebookJson json) => Read(json.ToBytes()).Text.Content;

    [Test]
    public void The_code_cells_stand_one_below_the_other() =>
        TextOf(new NotebookJson().Code("a = 1\nb = 2").Cell("markdown", "# title").Code("c").Cell("raw", "x").Code("").Cell("code", "d", isList: false))
            .Should().Be("a = 1\nb = 2\nc\n\nd\n");

    [Test]
    public void Escapes_are_read()
    {
        var json = """{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["a = '\u00e9\ud83d\ude00\\n\t\"\/'\r\n", "b = '\ud83d'"]}]}""";
        Read(json).Text.Content.Should().Be("a = 'é😀\\n\t\"/'\r\nb = '\uFFFD'\n");
    }

    [Test]
    public void A_byte_order_mark_is_no_part_of_the_json() =>
        Read([0xEF, 0xBB, 0xBF, .. new NotebookJson().Code("x").ToBytes()]).File.Encoding.HasByteOrderMark.Should().BeTrue();

    [TestCase("""{"kernelspec": {"language": "julia"}}""", "", "")]
    [TestCase("""{"language_info": {"name": "R"}}""", "", "")]
    [TestCase("""{"language_info": {"name": "python"}}""", "", "x\n")]
    [TestCase("{}", "", "x\n")]
    [TestCase("""{"kernelspec": null, "language_info": 3}""", "", "x\n")]
    [TestCase("{}", "\"vscode\": {\"languageId\": \"sql\"}", "")]
    [TestCase("{\"language_info\": {\"name\": \"R\"}}", "\"vscode\": {\"languageId\": \"python\"}", "x\n")]
    public void Only_cells_in_python_are_code(string metadata, string cellMetadata, string text) =>
        TextOf(new NotebookJson { Metadata = metadata }.Cell("code", "x", $$""", "metadata": {{{cellMetadata}}}""")).Should().Be(text);

    [TestCase("!", "_")]
    [TestCase("%x", "__")]
    [TestCase("!ls", "_()")]
    [TestCase("?len", "__()")]
    [TestCase("len?", "__()")]
    [TestCase("*.x*??", "____()")]
    [TestCase("a = !ls", "a = _()")]
    [TestCase("a = b = %who", "a = b = __()")]
    [TestCase("if x:\n    %cd ..", "if x:\n    ____()")]
    [TestCase("!ls \\\n  -l\nb", "___()\n    \nb")]
    [TestCase("%cd 'it\nb = (", "_____()\nb = (")]
    [TestCase("%%time\nx", "____()\nx")]
    [TestCase("\n%%capture out\n%cd x\n", "\n___________()\n___()\n")]
    [TestCase("%%time\n%%time\nx", "____()\n____()\nx")]
    [TestCase("%%timeit a = 1\r\nx", "____________()\r\nx")]
    public void A_magic_becomes_a_call_of_the_same_length(string cell, string text) => TextOf(new NotebookJson().Code(cell)).Should().Be(text + "\n");

    [TestCase("x = (a\n% b)")]
    [TestCase("'''\n%x\nlen?\n'''")]
    [TestCase("x = a \\\n  % b")]
    [TestCase("a != b")]
    [TestCase("# what?")]
    [TestCase("'what?'")]
    [TestCase("f(a='%x')  # = !ls")]
    [TestCase("x = {\n  # (\n  'a': 1}\ny = a % b")]
    [TestCase("1?")]
    [TestCase("# first\n%%time")]
    public void What_only_looks_like_a_magic_stays(string cell) => TextOf(new NotebookJson().Code(cell)).Should().Be(cell + "\n");

    [TestCase("%%bash\nls -l")]
    [TestCase("%%html\n<p>")]
    [TestCase(" \n%%\n")]
    public void A_cell_that_a_magic_hands_on_is_left_out(string cell) => TextOf(new NotebookJson().Code("a").Code(cell).Code("b")).Should().Be("a\nb\n");

    [TestCase(0, "cell 1:1:1")]
    [TestCase(4, "cell 1:2:1")]
    [TestCase(9, "cell 3:1:3")]
    [TestCase(10, "cell 3:1:4")]
    [TestCase(11, "cell 3:2:1")]
    [TestCase(12, "cell 3:2:1")]
    public void A_place_is_told_by_cell_line_and_column(int offset, string place) =>
        Read(new NotebookJson().Code("a😀\nb").Cell("markdown", "").Code("c😀d\n").ToBytes()).PositionOf(offset).ToString().Should().Be(place);

    [Test]
    public void A_place_is_found_in_the_file()
    {
        var notebook = Read(new NotebookJson().Code("a = 'é\"'\nbad = 1").ToBytes());
        var place = notebook.InFile(new TextSpan(notebook.Text.Content.IndexOf("bad", StringComparison.Ordinal), notebook.Text.Content.IndexOf(" = 1", StringComparison.Ordinal)));
        notebook.File.ToString(place).Should().Be("bad");
        notebook.File.PositionOf(place.Start).Should().Be(new LinePosition(4, 6));
        notebook.File.ToString(notebook.InFile(new TextSpan(6, 7))).Should().Be("\\\"");
    }

    [Test]
    public void The_steps_of_a_lookup_are_found_in_the_file()
    {
        var notebook = Read(new NotebookJson().Code("a = 'é\"'\nbad = 1").ToBytes());
        var start = notebook.Text.Content.IndexOf("bad", StringComparison.Ordinal);
        var span = new TextSpan(start, start + "bad".Length);
        var table = new ResolutionTable("bad",
        [
            new ResolutionStep(ResolutionPlace.Local, "f", ResolutionOutcome.NotBound, true, null),
            new ResolutionStep(ResolutionPlace.Global, "<module>", ResolutionOutcome.Bound, true, span),
        ]);
        var steps = notebook.InFile(EngineDiagnostics.SyntaxError.At(span, "bad") with { Resolution = table }).Resolution!.Steps;
        steps[0].Binding.Should().BeNull();
        notebook.File.ToString(steps[1].Binding!.Value).Should().Be("bad");
    }

    [TestCase("", "PLS000", 1, 1, "not JSON")]
    [TestCase("{\n  \"cells\": [,]}", "PLS000", 2, 13, "not JSON")]
    [TestCase("{\"é\": 'x'}", "PLS000", 1, 7, "not JSON")]
    [TestCase("{\"nbformat\": 4, \"cells\": []}\n x", "PLS000", 2, 2, "not JSON")]
    [TestCase("{\"nbformat\": 4, \"cells\": [", "PLS000", 1, 27, "not JSON")]
    [TestCase("[]", "PLS000", 1, 1, "JSON object")]
    [TestCase("{}", "PLS000", 1, 1, "`nbformat`")]
    [TestCase("{\"nbformat\": 4}", "PLS000", 1, 1, "`cells`")]
    [TestCase("{\"nbformat\": 4,\n \"cells\": {}}", "PLS000", 2, 11, "`cells`")]
    [TestCase("{\"nbformat\": 4, \"cells\": [{\"source\": [1]}]}", "PLS000", 1, 39, "`source`")]
    [TestCase("{\"worksheets\": [],\n\"nbformat\": 3}", "PLS001", 2, 13, "format 3")]
    public void A_file_that_is_no_notebook_of_format_4_is_told_with_the_place(string json, string code, int line, int column, string message)
    {
        var reading = Notebook.Read(Encoding.UTF8.GetBytes(json), "a.ipynb");
        reading.Notebook.Should().BeNull();
        reading.Problem!.Descriptor.Code.Should().Be(code);
        reading.Problem.Message.Should().Contain(message);
        reading.File.PositionOf(reading.Problem.Span.Start).Should().Be(new LinePosition(line, column));
    }

    [Test]
    public void Bytes_that_are_not_utf_8_are_told() =>
        Notebook.Read([(byte)'{', 0xFF], "a.ipynb").Problem!.Descriptor.Code.Should().Be("PLS002");

    [Test]
    public void Outputs_may_be_nested_deeply() =>
        Read($$"""{"nbformat": 4, "x": {{new string('[', 5000)}}{{new string(']', 5000)}}, "cells": []}""").Text.Content.Should().BeEmpty();
}
