using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>Rules that find something only where an older Python must run the code.</summary>
public class TargetVersionTests
{
    private const string Annotated = "class Page:\n    def list(self): return []\n    def all(self) -> list[int]: return []\n    dict: dict[str, int] = {}\n";

    /// <summary>Ruff's thread 20171: until 3.13 a class body evaluates its annotations, from 3.14 on nobody does.</summary>
    [TestCase(3, 13, 2)]
    [TestCase(3, 14, 0)]
    public void A_class_captures_a_builtin_in_annotations_until_they_are_lazy(int major, int minor, int expected) =>
        CountOf(Annotated, new PythonVersion(major, minor)).Should().Be(expected);

    [Test]
    public void Annotations_are_lazy_when_no_version_is_named() => CountOf(Annotated, null).Should().Be(0);

    [Test]
    public void Annotations_that_are_text_capture_nothing() =>
        CountOf("from __future__ import annotations\n" + Annotated, new PythonVersion(3, 9)).Should().Be(0);

    [Test]
    public void A_definition_evaluates_its_annotations_before_it_binds_its_name() =>
        CountOf("class Page:\n    def list(self) -> list[int]: return []\n", new PythonVersion(3, 9)).Should().Be(0);

    private static int CountOf(string code, PythonVersion? target)
    {
        var tree = SyntaxTree.Parse(SourceText.From(code), new ParseOptions { TargetVersion = target });
        return new Analyzer([new ClassAttributeCapturesBuiltin()]).Run(tree).Diagnostics.Length;
    }
}
