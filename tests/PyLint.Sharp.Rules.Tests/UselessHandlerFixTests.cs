using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>A <c>try</c> whose handlers only raise again goes with them, where its body can move out without a change.</summary>
public class UselessHandlerFixTests
{
    [TestCase("try:\n    f()\n\n    # Words that stay.\n    if x:\n        g()\nexcept KeyError:\n    raise\nh()\n", "f()\n\n# Words that stay.\nif x:\n    g()\nh()\n")]
    [TestCase("def f():\n\ttry:\n\t\tg(1,\n\t\t\t2)\n\texcept KeyError as e: raise e\n\treturn 1\n", "def f():\n\tg(1,\n\t\t2)\n\treturn 1\n")]
    [TestCase("def f():\r\n  try:\r\n      return g()\r\n  except KeyError:\r\n      raise\r\n", "def f():\r\n  return g()\r\n")]
    public void The_body_moves_out(string code, string better) => FixIn(code).Should().Be(better);

    [TestCase("try: f()\nexcept KeyError:\n    raise\n", TestName = "a body on the line of its try stays")]
    [TestCase("try:  # f may fail\n    f()\n    g()\nexcept KeyError:\n    raise\n", TestName = "a comment beside the try stays")]
    [TestCase("try:\n    f('''a\n    b''')\nexcept KeyError:\n    raise\n", TestName = "a text over several lines stays")]
    [TestCase("try:\n    f(1,\n  2)\nexcept KeyError:\n    raise\n", TestName = "a line that stands further out stays")]
    [TestCase("try:\n    f()\nexcept KeyError:\n    raise\nelse:\n    g()\n", TestName = "a body with an else stays")]
    public void What_can_not_move_is_left_to_its_author(string code) => FixIn(code).Should().BeNull();

    private static string? FixIn(string code)
    {
        var analyzer = new Analyzer(BuiltInRules.Catalog.Rules.Where(rule => rule.Descriptor.Code == "PLS210"));
        var fix = analyzer.Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Should().ContainSingle().Which.Fix;
        (fix?.Safety ?? FixSafety.Unsafe).Should().Be(FixSafety.Unsafe);
        return fix?.Edits.Aggregate(code, (text, edit) => text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..]);
    }
}
