using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Text;

[TestFixture]
public sealed class SourceTextTests
{
    [Test]
    public void Every_kind_of_line_break_ends_one_line_and_others_none()
    {
        var text = SourceText.From("a\nb\r\nc\rd\u2028e\u0085f\vg\n");

        text.LineCount.Should().Be(5);
        Enumerable.Range(1, 5).Select(line => text.ToString(text.LineSpan(line))).Should().Equal("a", "b", "c", "d\u2028e\u0085f\vg", "");
    }

    [Test]
    public void Columns_count_code_points()
    {
        var text = SourceText.From("x = '🐍' + y");

        text.PositionOf(text.Content.IndexOf('y', StringComparison.Ordinal)).Should().Be(new LinePosition(1, 11));
    }

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(4, 2)]
    public void An_offset_is_on_the_line_that_holds_it(int offset, int line) => SourceText.From("a\nbc").LineOf(offset).Should().Be(line);

    [Test]
    public void A_byte_order_mark_is_no_column()
    {
        var text = SourceText.Decode([0xEF, 0xBB, 0xBF, (byte)'x']);

        text.Content.Should().Be("x");
        text.Encoding.HasByteOrderMark.Should().BeTrue();
        text.EncodingErrors.Should().BeEmpty();
    }

    [TestCase("# coding: latin-1\nx='\u00e9'")]
    [TestCase("#!/usr/bin/python\n# -*- coding: iso-8859-1 -*-\nx='\u00e9'")]
    [TestCase("\f \n# vim: set fileencoding=latin1 :\nx='\u00e9'")]
    public void A_cookie_on_the_first_two_lines_names_the_encoding(string source)
    {
        var text = SourceText.Decode(Encoding.Latin1.GetBytes(source));

        text.Content.Should().Be(source);
        text.EncodingErrors.Should().BeEmpty();
    }

    [Test]
    public void An_unknown_cookie_is_shown_where_its_characters_stand() =>
        SourceText.Decode(Encoding.UTF8.GetBytes("# \u00e9\U0001F40D coding: klingon\n")).EncodingErrors[0].Span.Should().Be(new TextSpan(14, 21));

    [TestCase("x = 1\n# coding: latin-1\ny='\u00e9'")]
    [TestCase("\n\n# coding: latin-1\nx='\u00e9'")]
    public void A_cookie_behind_code_or_on_line_3_is_a_comment(string source) =>
        SourceText.Decode(Encoding.Latin1.GetBytes(source)).EncodingErrors.Should().ContainSingle().Which.Message.Should().Contain("0xE9");

    [TestCase("latin-1", 1)]
    [TestCase("utf8", 1)]
    [TestCase("utf-8", 0)]
    public void A_byte_order_mark_allows_only_utf_8(string cookie, int errors) =>
        SourceText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes($"# coding: {cookie}\n")]).EncodingErrors.Should().HaveCount(errors);

    [Test]
    public void An_unknown_encoding_is_named_at_its_cookie()
    {
        var text = SourceText.Decode("# coding: foobar\nx = 1"u8);

        var error = text.EncodingErrors.Should().ContainSingle().Subject;
        text.ToString(error.Span).Should().Be("foobar");
        error.Message.Should().Contain("`foobar`");
    }

    [TestCase(new byte[] { (byte)'a', 0xFF, (byte)'b' })]
    [TestCase(new byte[] { (byte)'a', 0xED, 0xA0, 0x80, (byte)'b' })]
    [TestCase(new byte[] { (byte)'a', 0xC0, 0x80, (byte)'b' })]
    public void Bytes_that_are_not_utf_8_are_replaced_and_told_once(byte[] bytes)
    {
        var text = SourceText.Decode(bytes);

        text.Content.Should().StartWith("a\uFFFD").And.EndWith("b");
        text.EncodingErrors.Should().ContainSingle().Which.Span.Start.Should().Be(1);
    }
}
