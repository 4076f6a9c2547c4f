using System.Text;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>What the sections of https://toml.io/en/v1.0.0 forbid, in their order: each with its place and a sentence.</summary>
public class InvalidTests
{
    [TestCase("a = 1 # \0", "1:9: the character U+0000 cannot stand in a comment")]
    [TestCase("a = 1\rb = 2", "1:6: a carriage return without a line feed behind it is no line break in TOML")]
    [TestCase("a = 1 # \rb = 2", "1:9: a carriage return without a line feed behind it is no line break in TOML")]
    [TestCase("a = 1\u2028", "1:5: `1\u2028` is no number, date or time of TOML")]
    public void Comments_and_layout(string text, string error) => Shown.Read(text).Should().Be(error);

    [TestCase(new byte[] { 0xFF, 0xFE, 0x61, 0 }, "1:1: this is not UTF-8, as TOML must be")]
    [TestCase(new byte[] { 0x23, 0xC3, 0xA9, 0x0A, 0x23, 0xF0, 0x9F, 0x90 }, "2:2: this is not UTF-8, as TOML must be")]
    [TestCase(new byte[] { 0x23, 0xED, 0xA0, 0x80 }, "1:2: this is not UTF-8, as TOML must be")]
    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF }, "1:1: the character U+FEFF cannot stand here; a key with other characters than A-Z a-z 0-9 _ - needs quotes")]
    public void Encodings(byte[] bytes, string error) => Shown.Read(bytes).Should().Be(error);

    [TestCase("a", "1:2: expected `=`, but found the end of the file")]
    [TestCase("a = # nothing", "1:14: expected a value, but found the end of the file")]
    [TestCase("a =\n1", "1:4: expected a value, but found the end of the line")]
    [TestCase("a\n= 1", "1:2: expected `=`, but found the end of the line")]
    [TestCase("= 1", "1:1: expected a key or a `[header]`, but found `=`")]
    [TestCase("a = 1 b = 2", "1:7: expected the end of the line, but found `b`")]
    [TestCase("ü = 1", "1:1: `ü` cannot stand here; a key with other characters than A-Z a-z 0-9 _ - needs quotes")]
    [TestCase("a..b = 1", "1:3: expected a key, but found `.`")]
    [TestCase(".a = 1", "1:1: expected a key or a `[header]`, but found `.`")]
    [TestCase("'''a''' = 1", "1:1: a key cannot be a string of several lines")]
    [TestCase("a b = 1", "1:3: expected `=`, but found `b`")]
    [TestCase("a = 1\n'a' = 2", "2:1: `a` is defined a second time")]
    [TestCase("a = 1\na.b = 2", "2:1: `a` is defined a second time")]
    [TestCase("a.b = 1\na = 2", "2:1: `a` is defined a second time")]
    [TestCase("{a = 1}", "1:1: expected a key or a `[header]`, but found `{`")]
    public void Keys(string text, string error) => Shown.Read(text).Should().Be(error);

    [TestCase("s = \"open", "1:5: the string is not closed on its line; `\"` is missing")]
    [TestCase("s = 'open\n'", "1:5: the string is not closed on its line; `'` is missing")]
    [TestCase("s = \"\"\"open\n\"\"", "1:5: the string is not closed; `\"\"\"` is missing")]
    [TestCase("s = 'it's'", "1:9: expected the end of the line, but found `s`")]
    [TestCase("s = '''''''''", "1:13: the string is not closed on its line; `'` is missing")]
    [TestCase("s = \"\\e\"", "1:6: there is no such escape; for a backslash write `\\\\`, or use single quotes")]
    [TestCase("s = \"\\u12G4\"", "1:6: `\\u` needs 4 hexadecimal digits that are the number of a Unicode character")]
    [TestCase("s = \"\\u00e\0\"", "1:6: `\\u` needs 4 hexadecimal digits that are the number of a Unicode character")]
    [TestCase("s = \"\\ud800\"", "1:6: `\\u` needs 4 hexadecimal digits that are the number of a Unicode character")]
    [TestCase("s = \"\\U00110000\"", "1:6: `\\U` needs 8 hexadecimal digits that are the number of a Unicode character")]
    [TestCase("s = \"\\u12", "1:6: `\\u` needs 4 hexadecimal digits that are the number of a Unicode character")]
    [TestCase("s = \"\"\"a \\ b\"\"\"", "1:10: there is no such escape; for a backslash write `\\\\`, or use single quotes")]
    [TestCase("s = '\u001B'", "1:6: the character U+001B cannot stand in a string; write it as an escape, such as `\\u0000`")]
    [TestCase("s = \"\"\"\u007F\"\"\"", "1:8: the character U+007F cannot stand in a string; write it as an escape, such as `\\u0000`")]
    [TestCase("s = \"\"\"a\rb\"\"\"", "1:9: a carriage return without a line feed behind it is no line break in TOML")]
    [TestCase("s = word", "1:5: `word` is no value; a string needs quotes")]
    public void Strings(string text, string error) => Shown.Read(text).Should().Be(error);

    [TestCase("012", "`012` is no number; a decimal number does not start with 0")]
    [TestCase("1__0", "`1__0` is no number, date or time of TOML")]
    [TestCase("_1", "`_1` is no number, date or time of TOML")]
    [TestCase("1_", "`1_` is no number, date or time of TOML")]
    [TestCase("+0x1", "`+0x1` is no number, date or time of TOML")]
    [TestCase("0X1", "`0X1` is no number, date or time of TOML")]
    [TestCase("0o8", "`0o8` is no number, date or time of TOML")]
    [TestCase("0b2", "`0b2` is no number, date or time of TOML")]
    [TestCase("9223372036854775808", "the number does not fit into 64 bits")]
    [TestCase("0x8000000000000000", "the number does not fit into 64 bits")]
    [TestCase("0x10000000000000000", "the number does not fit into 64 bits")]
    [TestCase("0o1000000000000000000000", "the number does not fit into 64 bits")]
    [TestCase("0o7777777777777777777777", "the number does not fit into 64 bits")]
    [TestCase("0o2000000000000000000000000", "the number does not fit into 64 bits")]
    [TestCase(".5", "`.5` is no number, date or time of TOML")]
    [TestCase("5.", "`5.` is no number, date or time of TOML")]
    [TestCase("1.e5", "`1.e5` is no number, date or time of TOML")]
    [TestCase("03.5", "`03.5` is no number; a decimal number does not start with 0")]
    [TestCase("1._5", "`1._5` is no number, date or time of TOML")]
    [TestCase("١", "`١` is no number, date or time of TOML")]
    [TestCase("Inf", "`Inf` is no value; a string needs quotes")]
    [TestCase("True", "`True` is no value; did you mean `true`?")]
    public void Numbers_and_booleans(string text, string error) => Shown.Read($"n = {text}").Should().Be($"1:5: {error}");

    [TestCase("2023-02-29", "there is no day 2023-02-29")]
    [TestCase("2023-13-01", "there is no day 2023-13-01")]
    [TestCase("1900-02-29T00:00:00", "there is no day 1900-02-29")]
    [TestCase("24:00:00", "there is no time 24:00:00")]
    [TestCase("23:60:00", "there is no time 23:60:00")]
    [TestCase("23:00:61", "there is no time 23:00:61")]
    [TestCase("2023-01-01T00:00:00+24:00", "there is no time 24:00")]
    [TestCase("2023-01-01T00:00:00+00:60", "there is no time 00:60")]
    [TestCase("2023-1-1", "`2023-1-1` is no number, date or time of TOML")]
    [TestCase("12:30", "`12:30` is no number, date or time of TOML")]
    [TestCase("12:30:00Z", "`12:30:00Z` is no number, date or time of TOML")]
    [TestCase("12:30:00.", "`12:30:00.` is no number, date or time of TOML")]
    [TestCase("2023-01-01T", "`2023-01-01T` is no number, date or time of TOML")]
    [TestCase("2023-01-01 1", "`2023-01-01 1` is no number, date or time of TOML")]
    public void Dates_and_times(string text, string error) => Shown.Read($"t = {text}").Should().Be($"1:5: {error}");

    [TestCase("[1 2]", "1:8: expected `,` or `]`, but found `2`")]
    [TestCase("[1,, 2]", "1:8: expected a value or `]`, but found `,`")]
    [TestCase("[,]", "1:6: expected a value or `]`, but found `,`")]
    [TestCase("[1", "1:7: expected `,` or `]`, but found the end of the file")]
    [TestCase("[1}", "1:7: expected `,` or `]`, but found `}`")]
    [TestCase("[1]]", "1:8: expected the end of the line, but found `]`")]
    [TestCase("[a = 1]", "1:6: `a` is no value; a string needs quotes")]
    public void Arrays(string text, string error) => Shown.Read($"v = {text}").Should().Be(error);

    [TestCase("[]", "1:2: expected a key, but found `]`")]
    [TestCase("[a", "1:3: expected `]`, but found the end of the file")]
    [TestCase("[a] b = 1", "1:5: expected the end of the line, but found `b`")]
    [TestCase("[a.]", "1:4: expected a key, but found `]`")]
    [TestCase("[a]]", "1:4: expected the end of the line, but found `]`")]
    [TestCase("[a]\n[a]", "2:2: `a` is defined a second time")]
    [TestCase("[a]\nb = 1\n[a.b]", "3:4: `b` is defined a second time")]
    [TestCase("a.b = 1\n[a]", "2:2: `a` is defined a second time")]
    [TestCase("[a.b]\n[a]\nb.c = 1", "3:1: `b` is defined a second time")]
    [TestCase("a = 1\n[a.b]", "2:2: `a` is an integer already, to which nothing can be added")]
    public void Tables(string text, string error) => Shown.Read(text).Should().Be(error);

    [TestCase("v = {a = 1,}", "1:12: expected a key, but found `}`")]
    [TestCase("v = {a = 1 b = 2}", "1:12: expected `,` or `}`, but found `b`")]
    [TestCase("v = {,}", "1:6: expected a key or `}`, but found `,`")]
    [TestCase("v = {a = 1,\nb = 2}", "1:12: a table in braces stands on one line; write a `[header]` for a longer one")]
    [TestCase("v = {a = 1, a = 2}", "1:13: `a` is defined a second time")]
    [TestCase("v = {a = {b = 1}, a.c = 2}", "1:19: `a` is defined a second time")]
    [TestCase("v = {a = 1}\n[v.b]", "2:2: `v` is a table already, to which nothing can be added")]
    [TestCase("v = {a = 1}\nv.b = 2", "2:1: `v` is defined a second time")]
    [TestCase("v = {a.b = 1}\n[v.a.c]", "2:2: `v` is a table already, to which nothing can be added")]
    public void Inline_tables(string text, string error) => Shown.Read(text).Should().Be(error);

    [TestCase("[[a] ]", "1:4: expected `]]`, but found `]`")]
    [TestCase("[ [a]]", "1:3: expected a key, but found `[`")]
    [TestCase("a = []\n[[a]]", "2:3: `a` is defined a second time")]
    [TestCase("[[a]]\n[a]", "2:2: `a` is defined a second time")]
    [TestCase("[a]\n[[a]]", "2:3: `a` is defined a second time")]
    [TestCase("[a.b]\n[[a]]", "2:3: `a` is defined a second time")]
    [TestCase("a = [{}]\n[a.b]", "2:2: `a` is an array already, to which nothing can be added")]
    public void Arrays_of_tables(string text, string error) => Shown.Read(text).Should().Be(error);

    /// <summary>Each of these would need a stack of its own depth.</summary>
    [TestCase("[", "1:205: more than 200 open brackets")]
    [TestCase("{a=", "1:605: more than 200 open brackets")]
    public void Nesting_has_an_end(string bracket, string error) =>
        Shown.Read("v = " + new StringBuilder().Insert(0, bracket, 100_000)).Should().Be(error);

    [TestCase("")]
    [TestCase("[")]
    public void Keys_have_an_end(string prefix) =>
        Shown.Read(prefix + new StringBuilder().Insert(0, "a.", 100_000)).Should().EndWith(": a key has at most 200 parts here");

    [Test]
    public void Two_hundred_brackets_are_fine() =>
        TomlDocument.Read(Encoding.UTF8.GetBytes("v = " + new string('[', 200) + new string(']', 200))).Error.Should().BeNull();

    [TestCase("[[a]]\n")]
    [TestCase("[[a]]\n[a.b]\n")]
    [TestCase("#\n")]
    public void Time_grows_with_the_text(string line)
    {
        var text = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, line, 200_000).ToString());
        CpuTime.Of(() => TomlDocument.Read(text).Error.Should().BeNull()).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }
}
