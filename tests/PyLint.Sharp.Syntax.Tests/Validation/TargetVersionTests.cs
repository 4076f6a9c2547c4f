using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

[TestFixture]
public sealed class TargetVersionTests
{
    [TestCase("with (a as b, c as d): pass\n", 9, "1:7")]
    [TestCase("with (\n    a as b,\n): pass\n", 9, "2:5")]
    [TestCase("@a[0]\ndef f(): pass\n", 9, "1:2")]
    [TestCase("@(a)\nclass C: pass\n", 9, "1:3")]
    [TestCase("for x in *a, b: pass\n", 9, "1:10")]
    [TestCase("match a:\n    case 1: pass\n", 10, "1:1")]
    [TestCase("{x := 1}\n", 10, "1:2")]
    [TestCase("a[x := 1]\n", 10, "1:3")]
    [TestCase("try: pass\nexcept* A: pass\n", 11, "2:1")]
    [TestCase("a[*b]\n", 11, "1:3")]
    [TestCase("def f(*a: *b): pass\n", 11, "1:11")]
    [TestCase("type A = int\n", 12, "1:1")]
    [TestCase("def f[T](): pass\n", 12, "1:7")]
    [TestCase("class C[*T]: pass\n", 12, "1:9")]
    [TestCase("f'{a['b']}'\n", 12, "1:3")]
    [TestCase("f'{\"\\n\"}'\n", 12, "1:3")]
    [TestCase("f'{a!r:{b['c']}}'\n", 12, "1:3")]
    [TestCase("'it' f\"{a}\" f'{a}{b['c']}'\n", 12, "1:18")]
    [TestCase("f'{\na}'\n", 12, "1:3")]
    [TestCase("f'''{a # b\n}'''\n", 12, "1:5")]
    [TestCase("t'{a}'\n", 14, "1:1")]
    [TestCase("try: pass\nexcept A, B: pass\n", 14, "2:8")]
    public void Newer_syntax_is_an_error_for_an_older_target(string source, int minor, string position)
    {
        var tree = Parse(source, minor - 1);

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().MatchRegex($"needs? Python 3\\.{minor}; the target is 3\\.{minor - 1}$");
        Parse(source, minor).Errors.Should().BeEmpty();
        SyntaxTree.Parse(SourceText.From(source)).Errors.Should().BeEmpty();
    }

    [Test]
    public void A_default_of_a_type_parameter_is_newer_than_the_parameter() =>
        Parse("class C[T=int]: pass\n", 12).Errors.Should().ContainSingle()
            .Which.Message.Should().Be("a default of a type parameter needs Python 3.13; the target is 3.12");

    [TestCase("def f(a, /, *, b): pass\n")]
    [TestCase("with (a, b): pass\n")]
    [TestCase("with (a) as b, (c): pass\n")]
    [TestCase("with a as (b): pass\n")]
    [TestCase("@a.b(c)\n@d\ndef f(): pass\n")]
    [TestCase("for x in (*a, b): pass\n")]
    [TestCase("{(x := 1)}\n")]
    [TestCase("a[(*b,)]\n")]
    [TestCase("a[b, c]\n")]
    [TestCase("try: pass\nexcept (A, B): pass\n")]
    [TestCase("f'{a[\"b\"]:>{c}}\\n'\n")]
    [TestCase("'#' f'{a:#x}' \"'\" f\"{b['c']}\"\n")]
    [TestCase("f'''{\na}'''\n")]
    [TestCase("return_ = f'\\'{a[\"b\"]}'\n")]
    [TestCase("match = case = type = 1\n")]
    public void The_oldest_target_reads_old_syntax(string source) => Parse(source, 8).Errors.Should().BeEmpty();

    private static SyntaxTree Parse(string source, int minor) =>
        SyntaxTree.Parse(SourceText.From(source), new ParseOptions { TargetVersion = new PythonVersion(3, minor) });
}
