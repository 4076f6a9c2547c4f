using System.Globalization;
using System.Text;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class TerminalTextTests
{
    private static IEnumerable<int> MustBeVisible =>
    [
        .. Enumerable.Range(0, 0x20), 0x7F, .. Enumerable.Range(0x80, 0x20), 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
        0x2028, 0x2029, .. Enumerable.Range(0x202A, 5), 0x2060, 0x2061, .. Enumerable.Range(0x2066, 4), 0xFEFF, 0xFE0F, 0x3164, 0xFFA0,
        0xE0001, 0xE0041, 0xE0100,
    ];

    [TestCaseSource(nameof(MustBeVisible))]
    public void A_character_that_cannot_be_seen_is_shown_as_a_picture(int value)
    {
        var shown = TerminalText.Sanitize($"a{char.ConvertFromUtf32(value)}b");
        shown.Should().NotContain(char.ConvertFromUtf32(value));
        shown.Should().Match(value is < 0x20 or 0x7F ? "a?b" : $"a<U+{value.ToString("X4", CultureInfo.InvariantCulture)}>b");
        TerminalText.WidthOf(shown).Should().Be(shown.Length);
    }

    [Test]
    public void No_code_point_at_all_comes_through_as_a_control_or_format_character()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            foreach (var rune in TerminalText.Sanitize(char.ConvertFromUtf32(value)).EnumerateRunes())
            {
                var category = Rune.GetUnicodeCategory(rune);
                (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate).Should().BeFalse("of U+{0:X4}", value);
            }
        }
    }

    [Test]
    public void Half_a_character_is_named()
    {
        TerminalText.Sanitize("\ud83d").Should().Be("<U+D83D>");
        TerminalText.Sanitize("a\udc00b").Should().Be("a<U+DC00>b");
    }

    [TestCase("plain text, `code` and \"quotes\"")]
    [TestCase("naïve café — 名前 😀 ﬁ")]
    public void What_can_be_seen_stays_as_it_is(string text) => TerminalText.Sanitize(text).Should().Be(text);

    [TestCase("abc", 3)]
    [TestCase("é", 1)]
    [TestCase("e\u0301", 1)]
    [TestCase("名前", 4)]
    [TestCase("한글", 4)]
    [TestCase("\u1112\u1161\u11ab", 2)]
    [TestCase("ｆｕｌｌ", 8)]
    [TestCase("ﾊﾝｶｸ", 4)]
    [TestCase("😀", 2)]
    [TestCase("🇫🇷", 2)]
    [TestCase("→…", 2)]
    [TestCase("\u001b", 1)]
    [TestCase("\u200b", 8)]
    [TestCase("", 0)]
    public void Text_is_as_wide_as_a_terminal_draws_it(string text, int width) => TerminalText.WidthOf(text).Should().Be(width);

    [Test]
    public void Words_are_wrapped_by_their_width() =>
        ProseWrapper.Wrap("名前 名前 ab cd", 9).Should().Equal("名前 名前", "ab cd");

    [Test]
    public void Code_in_back_ticks_is_never_torn_apart() =>
        ProseWrapper.Wrap("write `except KeyError as error:` here, ` alone", 12)
            .Should().Equal("write", "`except KeyError as error:`", "here, `", "alone");
}
