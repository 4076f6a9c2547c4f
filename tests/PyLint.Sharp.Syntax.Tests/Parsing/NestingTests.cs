using System.Text;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;
using static PyLint.Sharp.Syntax.Tests.Parsing.Parsed;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>Depth and length: CPython's own limits, and that no input ends the process, because a stack overflow cannot be caught.</summary>
[TestFixture]
public sealed class NestingTests
{
    private const int Long = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("{", "}")]
    [TestCase("f(", ")")]
    [TestCase("a[", "]")]
    public void Two_hundred_open_brackets_are_allowed(string open, string close)
    {
        From(Repeat(open, 200) + "1" + Repeat(close, 200)).Errors.Should().BeEmpty();
        From(Repeat(open, 201) + "1" + Repeat(close, 201)).Errors.Should().ContainSingle().Which.Message.Should().Be("more than 200 brackets stand in one another; compute the inner ones before");
    }

    [TestCase(99, 0)]
    [TestCase(100, 1)]
    public void Ninety_nine_levels_of_indentation_are_allowed(int levels, int errors)
    {
        var tree = From(Blocks(levels));

        tree.Errors.Should().HaveCount(errors);
        tree.Errors.Select(error => error.Message).Should().AllBe("too many levels of indentation");
    }

    private static IEnumerable<TestCaseData> Chains()
    {
        yield return Chain("attributes", "a", ".b");
        yield return Chain("calls", "a", "()");
        yield return Chain("subscripts", "a", "[0]");
        yield return Chain("method calls", "a", ".b(c)");
        yield return Chain("sums", "1", " + 1");
        yield return Chain("differences", "1", " - 1");
        yield return Chain("products of sums", "1", " * 1 + 1");
        yield return Chain("powers", "1", " ** 1");
        yield return Chain("comparisons", "1", " < 1");
        yield return Chain("membership", "1", " not in 1");
        yield return Chain("conjunctions", "a", " and a");
        yield return Chain("mixed logic", "a", " and a or not a");
        yield return Chain("strings", "''", " 'a'");
        yield return Chain("bytes", "b''", " b'a'");
        yield return Chain("formatted strings", "f''", " f'{a}'");
        yield return Chain("strings of both kinds", "''", " 'a' f'b'");
        yield return Chain("tuples", "1", ", 1");
        yield return Chain("assignments", "a", " = a");
        yield return Chain("statements", "a", "; a");
        yield return Chain("imports", "import a", ", a");
        yield return Chain("dotted imports", "import a", ".a");
        yield return Chain("globals", "global a", ", a");
        yield return Chain("clauses", "if a: b", "\nelif a: b");
        yield return Chain("handlers", "try: a", "\nexcept A: b");
        yield return Chain("cases", "match a:\n case b: c", "\n case b: c");
        yield return Chain("decorators", "", "@a\n", "def f(): pass");
        yield return Chain("lines", "a", "\na");
        yield return Chain("joined lines", "a", "\\\n+a");
        yield return Chain("comments", "", "#\n");
        yield return Chain("blank lines", "", "\n \n");
        yield return Chain("dict items", "{", "1:1,", "}");
        yield return Chain("unpacked mappings", "{", "**a,1:1,", "}");
        yield return Chain("keyword arguments", "f(", "a=1,", ")");
        yield return Chain("keywords and unpacking", "f(", "a=1,*a,", ")");
        yield return Chain("parameters", "def f(", "a=1,", "*b): pass");
        yield return Chain("annotated parameters", "def f(", "a:a=1,", "*b): pass");
        yield return Chain("lambda parameters", "lambda ", "a=1,", "**b: 0");
        yield return Chain("generators", "[a", " for a in b if c", "]");
        yield return Chain("patterns", "match a:\n case 1", "|1", ": pass");
        yield return Chain("mapping patterns", "match a:\n case {", "1:1,", "}: pass");
        yield return Chain("class patterns", "match a:\n case A(", "b=1,", "): pass");
        yield return Chain("value patterns", "match a:\n case b", ".c", ": pass");
        yield return Chain("fields", "f'", "{a}", "'");
        yield return Chain("debug fields", "f'", "{a=}", "'");
        yield return Chain("format fields", "f'{a:", "{b}", "}'");
        yield return Chain("with items", "with a", ", a as b", ": pass");
        yield return Chain("with items in parentheses", "with (", "a as b,", "): pass");
        yield return Chain("type parameters", "def f[", "a: b,", "](): pass");
    }

    private static IEnumerable<TestCaseData> Nestings()
    {
        yield return Chain("minus", "", "-", "1");
        yield return Chain("not", "", "not ", "1");
        yield return Chain("inversions", "", "~", "1");
        yield return Chain("await", "", "await ", "a");
        yield return Chain("lambdas", "", "lambda: ", "1");
        yield return Chain("defaults of lambdas", "", "lambda a=", "1");
        yield return Chain("conditionals", "", "a if b else ", "1");
        yield return Chain("conditions", "1", " if b else a");
        yield return Chain("powers of minus", "1", " ** -1");
        yield return Chain("parentheses", "", "(", "1");
        yield return Chain("brackets", "", "[", "1");
        yield return Chain("braces", "", "{", "1");
        yield return Chain("dicts", "", "{1:", "1");
        yield return Chain("arguments", "", "f(", "1");
        yield return Chain("keyword arguments", "", "f(a=", "1");
        yield return Chain("indices", "", "a[", "1");
        yield return Chain("slices", "", "a[:", "1");
        yield return Chain("comprehensions", "", "[a for a in ", "1");
        yield return Chain("fields", "", "f'{", "1");
        yield return Chain("specifications", "f'{a", ":{a");
        yield return Chain("templates", "", "t'{", "1");
        yield return Chain("debug templates", "", "t'{a=", "1");
        yield return Chain("stars", "", "*", "1");
        yield return Chain("targets", "for ", "(", "a");
        yield return Chain("deletions", "del ", "[", "a");
        yield return Chain("patterns", "match a:\n case ", "[", "1");
        yield return Chain("class patterns", "match a:\n case ", "A(", "1");
        yield return Chain("mapping patterns", "match a:\n case ", "{1:", "1");
        yield return Chain("closing brackets", "", ")", "");
        yield return Chain("mismatched brackets", "", "[)", "");
        yield return Chain("one-line clauses", "", "if a: ", "b");
        yield return Chain("types", "type a = ", "a[", "1");
        yield return Chain("yields", "", "(yield ", "1");
        yield return Chain("named expressions", "", "(a := ", "1");
    }

    [TestCaseSource(nameof(Chains))]
    public void A_long_chain_is_read_in_time_that_grows_with_it(string start, string part, string end)
    {
        var (tree, time) = Time(start + Repeat(part, Long) + end + "\nafter = 1\n");

        tree.HasParseErrors.Should().BeFalse();
        tree.Root.Body.Last().Should().BeOfType<Assign>();
        time.Should().BeLessThan(Patience);
    }

    [TestCaseSource(nameof(Nestings))]
    public void Deep_nesting_is_read_or_refused(string start, string part, string end)
    {
        var (tree, time) = Time(start + Repeat(part, Long) + end + "\nafter = 1\n");

        tree.Nodes.Should().NotBeEmpty();
        time.Should().BeLessThan(Patience);
    }

    [TestCase("if a:")]
    [TestCase("for a in b:")]
    [TestCase("while a:")]
    [TestCase("with a:")]
    [TestCase("try:")]
    [TestCase("def f():")]
    [TestCase("class A:")]
    [TestCase("if a b:")]
    [TestCase("match a:")]
    public void No_depth_of_blocks_ends_the_process(string header)
    {
        var (tree, time) = Time(Blocks(1500, header));

        tree.Errors.Should().Contain(error => error.Message == "too many levels of indentation" || error.Message == TooDeep);
        time.Should().BeLessThan(Patience);
    }

    private static TestCaseData Chain(string name, string start, string part, string end = "") =>
        new TestCaseData(start, part, end).SetArgDisplayNames(name);

    private static (SyntaxTree Tree, TimeSpan Time) Time(string source)
    {
        SyntaxTree? tree = null;
        var time = CpuTime.Of(() => tree = From(source));
        return (tree!, time);
    }

    private static string Blocks(int levels, string header = "if a:")
    {
        var source = new StringBuilder();
        for (var i = 0; i < levels; i++)
        {
            source.Append(' ', i).Append(header).Append('\n');
        }

        return source.Append(' ', levels).Append("pass\n").ToString();
    }
}
