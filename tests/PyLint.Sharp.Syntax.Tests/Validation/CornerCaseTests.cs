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

    [TestCase("(a).c: int\n", "1:1", "an annotated target cannot start with a target in parentheses; take these parentheses away")]
    [TestCase("((a).b)[0]: int\n", "1:1", "an annotated target cannot start with a target in parentheses; take these parentheses away")]
    [TestCase("(a)(b).c: int\n", "1:1", "an annotated target cannot start with a target in parentheses; take these parentheses away")]
    [TestCase("match x:\n    case _(): pass\n", "2:10", "`_` in a pattern matches everything; it can name no class and no value")]
    [TestCase("match x:\n    case 1 | _.a.b: pass\n", "2:14", "`_` in a pattern matches everything; it can name no class and no value")]
    [TestCase("match x:\n    case {_(): 1}: pass\n", "2:11", "`_` in a pattern matches everything; it can name no class and no value")]
    [TestCase("if x:\n\t\\\n  a\n\tb\n", "4:1", "tabs and spaces are mixed so that the indentation is ambiguous; use spaces alone")]
    public void CPython_refuses_it(string source, string position, string message)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().Be(message);
    }
}
