using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>
/// What generated programs have shown of CPython's parser and nobody would write; each verdict is CPython 3.14's own.
/// </summary>
[TestFixture]
public sealed class CornerCaseTests
{
    [TestCase("(f()).c: int\n")]
    [TestCase("(a + b).c: int\n")]
    [TestCase("((a).b): int\n")]
    [TestCase("(((a))[0]): int\n")]
    [TestCase("((a)(b)).c: int\n")]
    [TestCase("match x:\n    case {_.a: 1}: pass\n")]
    [TestCase("match x:\n    case a._: pass\n")]
    [TestCase("match x:\n    case _a.b(): pass\n")]
    [TestCase("raise lambda: lazy from a\n")]
    [TestCase("if x: raise lambda p: lambda: lazy from a.b\n")]
    [TestCase("if x:\n\t\\\n  a\n        b\n")]
    public void CPython_compiles_it(string source) => SyntaxTree.Parse(SourceText.From(source)).Errors.Should().BeEmpty();

    [TestCase("match x:\n    case _(): pass\n", "2:10", "`_` matches everything in a pattern and is the name of nothing; write another name")]
    [TestCase("match x:\n    case 1 | _.a.b: pass\n", "2:14", "`_` matches everything in a pattern and is the name of nothing; write another name")]
    [TestCase("match x:\n    case {_(): 1}: pass\n", "2:11", "a key of a mapping pattern is a literal or a dotted name")]
    [TestCase("if x:\n\t\\\n  a\n\tb\n", "4:1", "tabs and spaces are mixed so that the indentation is ambiguous; use spaces alone")]
    public void CPython_refuses_it(string source, string position, string message)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().Be(message);
    }
}
