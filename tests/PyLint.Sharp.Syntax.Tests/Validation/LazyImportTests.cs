using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>PEP 810: a lazy import stands at module level, outside every part of a `try`.</summary>
[TestFixture]
public sealed class LazyImportTests
{
    [TestCase("lazy import a, b.c as d\n")]
    [TestCase("lazy from a import b, c as d\n")]
    [TestCase("lazy from . import b\n")]
    [TestCase("lazy from .a import (b, c)\n")]
    [TestCase("lazy from .__future__ import a\n")]
    [TestCase("if x: lazy import a\nelse: lazy import b\n")]
    [TestCase("for x in y: lazy import a\n")]
    [TestCase("with x: lazy import a\n")]
    [TestCase("match x:\n    case 1: lazy import a\n")]
    [TestCase("lazy\nimport a\n")]
    [TestCase("lazy = lazy.a\n")]
    [TestCase("from lazy import a\n")]
    [TestCase("from . lazy import a\n")]
    public void A_lazy_import_is_read(string source) => SyntaxTree.Parse(SourceText.From(source)).Errors.Should().BeEmpty();

    [TestCase("def f(): lazy import a\n", "1:10", "a lazy import can stand only at module level, not in a function")]
    [TestCase("async def f():\n    if x: lazy from a import b\n", "2:11", "a lazy import can stand only at module level, not in a function")]
    [TestCase("class C: lazy import a\n", "1:10", "a lazy import can stand only at module level, not in a class body")]
    [TestCase("try: lazy import a\nexcept A: pass\n", "1:6", "a lazy import can stand only at module level, not in a `try` statement")]
    [TestCase("try: pass\nexcept A: lazy import a\n", "2:11", "a lazy import can stand only at module level, not in a `try` statement")]
    [TestCase("try: pass\nexcept* A: lazy import a\n", "2:12", "a lazy import can stand only at module level, not in a `try` statement")]
    [TestCase("try: pass\nexcept A: pass\nelse: lazy import a\n", "3:7", "a lazy import can stand only at module level, not in a `try` statement")]
    [TestCase("try: pass\nfinally:\n    with x: lazy import a\n", "3:13", "a lazy import can stand only at module level, not in a `try` statement")]
    [TestCase("lazy from a import *\n", "1:20", "`import *` cannot be lazy; its names must be known at once")]
    [TestCase("lazy from __future__ import annotations\n", "1:1", "an import from `__future__` cannot be lazy; it changes how the file is read")]
    [TestCase("from a lazy import b\n", "1:8", "two values stand side by side; an operator or a comma is missing between them")]
    public void Elsewhere_it_is_an_error(string source, string position, string message)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().Be(message);
    }
}
