namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>What the sections of https://toml.io/en/v1.0.0 allow, in their order.</summary>
public class ValidTests
{
    [TestCase("", "{}")]
    [TestCase("\n \t\r\n", "{}")]
    [TestCase("\uFEFFport = 1", "{port: 1}")]
    [TestCase("# first\nport = 1 # then\t¡a comment!\n#last", "{port: 1}")]
    public void Comments_and_layout(string text, string values) => Shown.Read(text).Should().Be(values);

    [TestCase("a-B_9 = 1", "{a-B_9: 1}")]
    [TestCase("2026 = 1\n-- = 2", "{2026: 1, --: 2}")]
    [TestCase("true = 1\ninf = 2\n1e5 = 3", "{true: 1, inf: 2, 1e5: 3}")]
    [TestCase("'c:\\dir' = 1\n\"tab\\tü\" = 2", "{c:\\dir: 1, tab\tü: 2}")]
    [TestCase("'' = 1", "{: 1}")]
    [TestCase("a.b = 1\n a . 'c' = 2\na.\"b.d\" = 3", "{a: {b: 1, c: 2, b.d: 3}}")]
    [TestCase("3.14 = 1", "{3: {14: 1}}")]
    [TestCase("a.b = 1\nz = 0\na.c = 2", "{a: {b: 1, c: 2}, z: 0}")]
    public void Keys(string text, string values) => Shown.Read(text).Should().Be(values);

    [TestCase("s = \"\"", "")]
    [TestCase("s = ''", "")]
    [TestCase("s = \"a # 'b'\\t\\\"\\\\ \\u00e9 \\U0001F40D\"", "a # 'b'\t\"\\ é 🐍")]
    [TestCase("s = \"\\b\\f\\r\"", "\b\f\r")]
    [TestCase("s = 'no \\escape \"here\"\t'", "no \\escape \"here\"\t")]
    public void Strings_of_one_line(string text, string value) => Shown.Read(text).Should().Be($$"""{s: "{{value}}"}""");

    [TestCase("s = \"\"\"\"\"\"", "")]
    [TestCase("s = \"\"\"\none\r\ntwo\n\"\"\"", "one⏎two⏎")]
    [TestCase("s = \"\"\"one \\\n   \r\n\t two\"\"\"", "one two")]
    [TestCase("s = \"\"\"one \\ \t\ntwo\"\"\"", "one two")]
    [TestCase("s = \"\"\"a\"\"b\"\"\"\"\"", "a\"\"b\"\"")]
    [TestCase("s = \"\"\"\\\"\"\"\"", "\"")]
    [TestCase("s = '''\r\nit''s\n''\\'''''", "it''s⏎''\\''")]
    public void Strings_of_several_lines(string text, string value) => Shown.Read(text).Should().Be($$"""{s: "{{value}}"}""");

    [TestCase("0", "0")]
    [TestCase("+99", "99")]
    [TestCase("-0", "0")]
    [TestCase("1_000_0", "10000")]
    [TestCase("9223372036854775807", "9223372036854775807")]
    [TestCase("-9223372036854775808", "-9223372036854775808")]
    [TestCase("0xDead_beef", "3735928559")]
    [TestCase("0x7FFFFFFFFFFFFFFF", "9223372036854775807")]
    [TestCase("0o0755", "493")]
    [TestCase("0o777777777777777777777", "9223372036854775807")]
    [TestCase("0b1101_0110", "214")]
    public void Integers(string text, string value) => Shown.Read($"n = {text}").Should().Be($"{{n: {value}}}");

    [TestCase("+1.0", "1f")]
    [TestCase("-0.01", "-0.01f")]
    [TestCase("5e+22", "5E+22f")]
    [TestCase("1e06", "1000000f")]
    [TestCase("6.626_1E-3_4", "6.6261E-34f")]
    [TestCase("-inf", "-Infinityf")]
    [TestCase("+inf", "Infinityf")]
    [TestCase("nan", "NaNf")]
    [TestCase("-nan", "NaNf")]
    public void Floats(string text, string value) => Shown.Read($"n = {text}").Should().Be($"{{n: {value}}}");

    [TestCase("true", "true")]
    [TestCase("false", "false")]
    public void Booleans(string text, string value) => Shown.Read($"b = {text}").Should().Be($"{{b: {value}}}");

    [TestCase("1979-05-27T07:32:00Z", "@1979-05-27T07:32:00Z")]
    [TestCase("1979-05-27t07:32:00.999-07:30", "@1979-05-27T07:32:00.999-07:30")]
    [TestCase("1979-05-27 07:32:00z", "@1979-05-27T07:32:00Z")]
    [TestCase("1979-05-27T00:32:00.5", "@1979-05-27T00:32:00.5")]
    [TestCase("2024-02-29", "@2024-02-29")]
    [TestCase("0000-02-29", "@0000-02-29")]
    [TestCase("2024-02-29 # a day", "@2024-02-29")]
    [TestCase("23:59:60", "@23:59:60")]
    public void Dates_and_times(string text, string value) => Shown.Read($"t = {text}").Should().Be($"{{t: {value}}}");

    [TestCase("[]", "[]")]
    [TestCase("[ 1, 'a', [ [2.0] ], {b=true} ]", "[1, \"a\", [[2f]], {b: true}]")]
    [TestCase("[ # one\r\n 1\n, #two\n 2,\n]", "[1, 2]")]
    [TestCase("[{a=1}, {a=[\n2\n]}]", "[{a: 1}, {a: [2]}]")]
    public void Arrays(string text, string value) => Shown.Read($"v = {text}").Should().Be($"{{v: {value}}}");

    [TestCase("[a]\nx=1\n[ b . 'c' ]\nx=2", "{a: {x: 1}, b: {c: {x: 2}}}")]
    [TestCase("[a]\n[b]", "{a: {}, b: {}}")]
    [TestCase("[a.b.c]\nx=1\n[a]\ny=2\n[a.b]\nz=3", "{a: {b: {c: {x: 1}, z: 3}, y: 2}}")]
    [TestCase("[a]\nb.c=1\n[a.b.d]\nx=2", "{a: {b: {c: 1, d: {x: 2}}}}")]
    public void Tables(string text, string values) => Shown.Read(text).Should().Be(values);

    [TestCase("v = {}", "{v: {}}")]
    [TestCase("v = { a.b = 1, a.c = 2, 'd e' = {f=[]} }", "{v: {a: {b: 1, c: 2}, d e: {f: []}}}")]
    public void Inline_tables(string text, string values) => Shown.Read(text).Should().Be(values);

    [TestCase("[[a]]\nx=1\n[[a]]\n[[a]]\nx=3", "{a: [{x: 1}, {}, {x: 3}]}")]
    [TestCase("[[a]]\n[a.b]\nx=1\n[[a.c]]\ny=2\n[[a.c]]\n[[a]]\n[a.b]\nx=3", "{a: [{b: {x: 1}, c: [{y: 2}, {}]}, {b: {x: 3}}]}")]
    [TestCase("[[a.b]]\n[a]\nx=1", "{a: {b: [{}], x: 1}}")]
    public void Arrays_of_tables(string text, string values) => Shown.Read(text).Should().Be(values);

    [Test]
    public void Values_know_where_they_stand()
    {
        var document = Documents.TomlDocument.Read("""
            'ü🐍'.b = [ 1, {c = 'x'} ]
            [d]
            """u8);

        var (key, value) = ((Documents.TomlTable)document.Root.Entries[0].Value).Entries[0];
        var items = ((Documents.TomlArray)value).Items;
        var inner = ((Documents.TomlTable)items[1]).Entries[0];
        new[] { key.Span, value.Span, items[0].Span, items[1].Span, inner.Key.Span, inner.Value.Span, document.Root.Entries[1].Value.Span }
            .Select(span => $"{Shown.PositionOf(document, span.Start)} {document.Text.ToString(span)}")
            .Should().Equal("1:6 b", "1:10 [ 1, {c = 'x'} ]", "1:12 1", "1:15 {c = 'x'}", "1:16 c", "1:20 'x'", "2:1 [d]");
    }
}
