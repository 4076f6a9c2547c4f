using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

[TestFixture]
public sealed class NamedCharacterTests
{
    [TestCase("LATIN SMALL LETTER A", "a")]
    [TestCase("latin small Letter a", "a")]
    [TestCase("ZERO WIDTH SPACE", "\u200b")]
    [TestCase("SNAKE", "🐍")]
    [TestCase("SPACE", " ")]
    [TestCase("VARIATION SELECTOR-256", "\U000E01EF")]
    [TestCase("EGYPTIAN HIEROGLYPH-143FA", "\U000143FA")]
    [TestCase("CJK COMPATIBILITY IDEOGRAPH-F900", "\uF900")]
    [TestCase("VULGAR FRACTION ZERO THIRDS", "↉")]
    public void A_name_means_its_character(string name, string character) => ValueOf($"'\\N{{{name}}}'").Should().Be(character);

    [TestCase("NULL", "\0")]
    [TestCase("LF", "\n")]
    [TestCase("BEL", "\a")]
    [TestCase("BELL", "🔔")]
    [TestCase("BYTE ORDER MARK", "\uFEFF")]
    [TestCase("LATIN CAPITAL LETTER GHA", "Ƣ")]
    [TestCase("WEIERSTRASS ELLIPTIC FUNCTION", "℘")]
    public void So_does_an_alias(string name, string character) => ValueOf($"'\\N{{{name}}}'").Should().Be(character);

    [TestCase("HANGUL SYLLABLE GA", "가")]
    [TestCase("HANGUL SYLLABLE A", "아")]
    [TestCase("hangul syllable ggwaelg", "꽭")]
    [TestCase("HANGUL SYLLABLE HIH", "힣")]
    [TestCase("CJK UNIFIED IDEOGRAPH-4E00", "一")]
    [TestCase("CJK UNIFIED IDEOGRAPH-04e00", "一")]
    [TestCase("CJK UNIFIED IDEOGRAPH-323AF", "\U000323AF")]
    [TestCase("TANGUT IDEOGRAPH-17000", "\U00017000")]
    public void Some_names_follow_a_rule(string name, string character) => ValueOf($"'\\N{{{name}}}'").Should().Be(character);

    [TestCase("NO SUCH THING")]
    [TestCase("LATIN  SMALL LETTER A")]
    [TestCase(" SPACE")]
    [TestCase("LATIN SMALL LETTER ſ")]
    [TestCase("KEYCAP DIGIT ONE", Description = "a named sequence is more than one character")]
    [TestCase("HANGUL SYLLABLE ")]
    [TestCase("HANGUL SYLLABLE G")]
    [TestCase("HANGUL SYLLABLE GAX")]
    [TestCase("CJK UNIFIED IDEOGRAPH-A000")]
    [TestCase("CJK UNIFIED IDEOGRAPH-004E00")]
    [TestCase("CJK UNIFIED IDEOGRAPH-4E0")]
    [TestCase("CJK UNIFIED IDEOGRAPH- 4E0")]
    [TestCase("CJK UNIFIED IDEOGRAPH-+4E0")]
    public void A_name_that_nobody_has_is_an_error(string name)
    {
        var tree = Parse($"x = 'a\\N{{{name}}}b'");
        tree.Errors.Should().ContainSingle().Which.Should().Be(
            new SyntaxError(new TextSpan(6, 10 + name.Length), $"there is no character named `{name}`"));
        Constants(tree).Should().Equal("a\uFFFDb");
    }

    [TestCase("\"\"\"\\N{DIGIT\nONE}\"\"\"")]
    [TestCase("'\\N{DIGIT\\\nONE}'")]
    public void A_line_break_is_not_quoted(string code) =>
        Parse(code).Errors.Should().ContainSingle().Which.Message.Should().Be("the escape `\\N{…}` does not hold the name of a character");

    [Test]
    public void Nor_is_what_is_longer_than_any_name() =>
        Parse($"'\\N{{{new string('A', 10_000)}}}'").Errors.Should().ContainSingle().Which.Message.Length.Should().BeLessThan(100);

    [TestCase("'\\N'")]
    [TestCase("'\\N{}'")]
    [TestCase("'\\N{SPACE'")]
    [TestCase("'\\NSPACE}'")]
    [TestCase("f'\\N'")]
    [TestCase("f'\\N{}'")]
    public void An_escape_without_a_name_is_an_error(string code) =>
        Parse(code).Errors.Should().ContainSingle().Which.Message.Should().Be("the escape `\\N` needs a character's name in braces; a backslash itself is written `\\\\`");

    [TestCase("f'{x}\\N{DIGIT ONE}{y}'", "1")]
    [TestCase("t'{x}\\N{DIGIT ONE}{y}'", "1")]
    [TestCase("f'{x:\\N{DIGIT ONE}>3}'", "1>3")]
    [TestCase("f'{x:{y}\\N{DIGIT ONE}}'", "1")]
    [TestCase("'a' f'\\N{DIGIT ONE}' '\\N{DIGIT TWO}'", "a12")]
    [TestCase("rf'\\N{x}'", "\\N")]
    [TestCase("r'\\N{x}'", "\\N{x}")]
    [TestCase("u'\\\\N{x}'", "\\N{x}")]
    public void Strings_with_fields_have_them_too_but_raw_ones_do_not(string code, string text)
    {
        var tree = Parse(code);
        tree.Errors.Should().BeEmpty();
        Constants(tree).Should().Equal(text);
    }

    [Test]
    public void Bytes_have_none() => Constants(Parse("b'\\N{x}'")).Should().BeEquivalentTo(new object[] { "\\N{x}"u8.ToArray() });

    private static object? ValueOf(string code)
    {
        var tree = Parse(code);
        tree.Errors.Should().BeEmpty();
        return Constants(tree).Should().ContainSingle().Subject;
    }

    private static List<object?> Constants(SyntaxTree tree) => [.. tree.Nodes.OfType<Constant>().Select(constant => constant.Value)];

    private static SyntaxTree Parse(string code) => SyntaxTree.Parse(SourceText.From(code));
}
