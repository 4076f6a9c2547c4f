using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Harness;

public class MarkedCodeTests
{
    [Test]
    public void Marks_become_spans_of_the_text_without_them()
    {
        var code = MarkedCode.Parse("a[|bc|]d[||]");
        code.Code.Should().Be("abcd");
        code.Spans.Should().Equal(new TextSpan(1, 3), new TextSpan(4, 4));
    }

    [TestCase("plain")]
    [TestCase("[|a|]")]
    [TestCase("[|a[|b|]c|][|d|]")]
    [TestCase("a[||]b")]
    [TestCase("[|[|a|]|]")]
    public void Marks_are_written_as_they_are_read(string marked) => MarkedCode.Parse(marked).ToString().Should().Be(marked);

    [TestCase("[|a")]
    [TestCase("a|]")]
    [TestCase("|]a[|")]
    public void A_mark_without_partner_is_an_error(string marked) =>
        FluentActions.Invoking(() => MarkedCode.Parse(marked)).Should().Throw<FormatException>();

    [Test]
    public void Marks_move_along_and_do_not_grow() =>
        MarkedCode.Parse("a[|\nb|]\n[||]c").InsertBefore(i => i is 0 or 2 or 3 or 4 ? "__" : "").ToString()
            .Should().Be("__a[|\n__b|]__\n__[||]c");
}
