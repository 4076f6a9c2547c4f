using System.Globalization;
using System.Text;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Text;

/// <summary>
/// What CPython says of odd bytes, and that we read on where it gives up. <see cref="SourceTextTests"/> has more of the encodings.
/// </summary>
[TestFixture]
public sealed class DamagedSourceTests
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("\t\n  \n\f\n")]
    [TestCase("# only a comment")]
    [TestCase("x = 1")]
    [TestCase("if x:\n    y")]
    [TestCase("if x:\n    y\n    # c")]
    [TestCase("if x:\n    y\n  ")]
    [TestCase("x = 1\ry = 2\r")]
    [TestCase("if x:\r  y\r\n  z\n")]
    [TestCase("\fx = 1\n")]
    [TestCase("if x:\n  \f  y\n  z\n")]
    [TestCase("x = [\f1,\f2]\f\n")]
    [TestCase("# \u202e\u2066 bidi\nx = 1\n")]
    [TestCase("if x:\n\ty\n\tz\n")]
    [TestCase("if x:\n    if y:\n    \tz\n    \tz\n")]
    public void Valid_Python_it_is_and_stays(string source)
    {
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(source), [.. Mark, .. Encoding.UTF8.GetBytes(source)]])
        {
            var tree = Parsed.From(bytes);

            tree.Text.EncodingErrors.Should().BeEmpty();
            tree.Errors.Should().BeEmpty();
            TreeInvariants.Check(tree);
        }
    }

    [TestCase("x = 1\ry = 2\r\nz = 3\n\rw = 4", 5)]
    [TestCase("\r\r\n\n", 4)]
    public void A_lone_carriage_return_ends_a_line_like_the_others(string source, int lines)
    {
        var tree = Parsed.From(source);

        tree.Errors.Should().BeEmpty();
        tree.Text.LineCount.Should().Be(lines);
    }

    [TestCase('\0')]
    [TestCase('\u0001')]
    [TestCase('\v')]
    [TestCase('\u001A')]
    [TestCase('\u007F')]
    [TestCase('\u0080')]
    [TestCase('\u00A0')]
    [TestCase('\u200B')]
    [TestCase('\u2028')]
    [TestCase('\u202E')]
    [TestCase('\uD800')]
    [TestCase('\uDC00')]
    [TestCase('\uFEFF')]
    public void A_character_that_cannot_be_seen_is_told_by_its_number_and_left_out(char odd)
    {
        var tree = Parsed.From($"before = 1\nx ={odd} 1\nafter = 2\n");

        var error = tree.Errors.Should().ContainSingle().Subject;
        error.Span.Start.Should().Be("before = 1\nx =".Length);
        error.Message.Should().Contain(odd == '\0' ? "NUL" : "U+" + ((int)odd).ToString("X4", CultureInfo.InvariantCulture));
        Names(tree).Should().Contain(["before", "after"]);
        TreeInvariants.Check(tree);
    }

    [TestCase("x\0 = 1")]
    [TestCase("\0\0\0")]
    [TestCase("'a\0b'")]
    [TestCase("# a\0b")]
    [TestCase("f'a\0{b}'")]
    [TestCase("'''a\0b'''")]
    public void A_NUL_is_an_error_wherever_it_stands_and_cuts_nothing_off(string source)
    {
        var tree = Parsed.From(source + "\nafter = 1\n");

        tree.Errors.Should().ContainSingle().Which.Message.Should().Contain("NUL");
        Names(tree).Should().Contain("after");
        TreeInvariants.Check(tree);
    }

    [TestCase("ﬁ = 1", "fi")]
    [TestCase("𝐱 = 1", "x")]
    [TestCase("ª = 1", "a")]
    [TestCase("e\u0301 = 1", "é")]
    public void Names_are_compared_after_NFKC(string source, string name) => Names(Parsed.From(source)).Should().Equal(name);

    [TestCase("if x:\n        y\n\tz\n", "tabs and spaces are mixed")]
    [TestCase("if x:\n\ty\n        z\n", "tabs and spaces are mixed")]
    [TestCase("if x:\n    if y:\n\tz\n", "tabs and spaces are mixed")]
    public void An_ambiguous_mix_of_tabs_and_spaces_is_an_error(string source, string message) =>
        Parsed.From(source).Errors.Should().ContainSingle().Which.Message.Should().StartWith(message);

    [TestCase("x = 1 \\")]
    [TestCase("x = 1 \\\n")]
    [TestCase("\\")]
    [TestCase("\\\n")]
    [TestCase("x = (1, \\")]
    [TestCase("'a\\")]
    [TestCase("f'a\\")]
    public void A_backslash_at_the_end_is_an_error_and_no_more(string source)
    {
        var tree = Parsed.From("before = 1\n" + source);

        tree.Errors.Should().ContainSingle();
        Names(tree).Should().Contain("before");
        TreeInvariants.Check(tree);
    }

    [TestCase(4300, 0)]
    [TestCase(4301, 1)]
    [TestCase(5000, 1)]
    [TestCase(1_000_000, 1)]
    public void A_decimal_integer_has_at_most_4300_digits(int digits, int errors) =>
        Parsed.From("x = " + new string('9', digits)).Errors.Should().HaveCount(errors);

    [TestCase("0x", "f")]
    [TestCase("0o", "7")]
    [TestCase("0b", "1")]
    [TestCase("1.", "5")]
    [TestCase("1e", "5")]
    [TestCase("0", "0")]
    public void Other_numbers_have_no_limit(string start, string digit) =>
        Parsed.From("x = " + start + Parsed.Repeat(digit, start == "0" ? 4000 : 100_000)).Errors.Should().BeEmpty();

    [TestCase("# coding: latin-1\nx = '\u00e9'", true)]
    [TestCase("\n# vim: set fileencoding=cp1252 :\nx = '\u00e9'", true)]
    [TestCase("x = 1\n# coding: latin-1\ny = '\u00e9'", false)]
    [TestCase("# 1\n# 2\n# coding: latin-1\nx = '\u00e9'", false)]
    [TestCase("'''\n# coding: latin-1\n'''\nx = '\u00e9'", false)]
    [TestCase("# coding: foobar\nx = '\u00e9'", false)]
    [TestCase("# coding: ascii\nx = '\u00e9'", false)]
    public void A_cookie_counts_only_on_the_first_two_lines(string source, bool counts)
    {
        var tree = Parsed.From(Encoding.Latin1.GetBytes(source));

        tree.Text.EncodingErrors.Should().HaveCount(counts ? 0 : 1);
        tree.Errors.Should().BeEmpty();
        tree.Nodes.OfType<Constant>().Last().Value.Should().Be(counts ? "\u00e9" : "\uFFFD");
    }

    [TestCase("hex")]
    [TestCase("rot13")]
    [TestCase("utf-7")]
    [TestCase("utf-16")]
    [TestCase("utf-32")]
    [TestCase("unicode_escape")]
    [TestCase("idna")]
    [TestCase("-")]
    [TestCase("....")]
    [TestCase("cp65001")]
    public void No_name_of_an_encoding_is_an_exception(string name)
    {
        var tree = Parsed.From([.. Encoding.ASCII.GetBytes($"# coding: {name}\nx = '"), 0xFF, 0x80, 0x00, (byte)'\'', (byte)'\n']);

        tree.Nodes.Should().NotBeEmpty();
        TreeInvariants.Check(tree);
    }

    [Test]
    public void Each_byte_that_is_not_UTF_8_becomes_one_replacement_and_the_rest_is_read()
    {
        var tree = Parsed.From([.. "x = '"u8, 0xFF, 0xED, 0xA0, 0x80, 0xC0, 0x80, .. "'\nafter = 1\n"u8]);

        tree.Text.EncodingErrors.Should().ContainSingle().Which.Span.Start.Should().Be(5);
        tree.Errors.Should().BeEmpty();
        Names(tree).Should().Equal("x", "after");
    }

    private static IEnumerable<string> Names(SyntaxTree tree) => tree.Nodes.OfType<Name>().Select(name => name.Id);
}
