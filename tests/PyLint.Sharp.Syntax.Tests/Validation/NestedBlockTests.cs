using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>
/// CPython's compiler keeps a stack of what a jump has to leave: 21 loops and <c>with</c> items and parts of <c>try</c>, one less in a
/// generator and a coroutine. The figures are those of CPython 3.14, which 3.13 shares.
/// </summary>
[TestFixture]
public sealed class NestedBlockTests
{
    [TestCase("for x in y:", "", 21)]
    [TestCase("for x in y:", "else: pass", 21)]
    [TestCase("while x:", "", 21)]
    [TestCase("with a:", "", 21)]
    [TestCase("with a, b:", "", 10)]
    [TestCase("with (a as b, c, d):", "", 7)]
    [TestCase("try:", "except A: pass", 20)]
    [TestCase("try: pass|except A:", "", 10)]
    [TestCase("try: pass|except A as e:", "", 10)]
    [TestCase("try: pass|except A:", "except: pass", 10)]
    [TestCase("try:", "finally: pass", 21)]
    [TestCase("try: pass|finally:", "", 21)]
    [TestCase("try:", "except: pass|finally: pass", 10)]
    [TestCase("try: pass|except A:", "finally: pass", 7)]
    [TestCase("try: pass|except A: pass|finally:", "", 19)]
    [TestCase("try: pass|except A: pass|else:", "finally: pass", 19)]
    [TestCase("try:", "except* A: pass", 20)]
    [TestCase("try: pass|except* A:", "", 10)]
    [TestCase("try: pass|except* A:", "finally: pass", 7)]
    public void Blocks_nest_as_deep_as_CPython_lets_them(string header, string rest, int most)
    {
        ErrorsOf(Nest(header, rest, most)).Should().BeEmpty();
        ErrorsOf(Nest(header, rest, most + 1)).Should().OnlyContain(error => error.Message.StartsWith("too many loops"));
        ErrorsOf(Nest(header, rest, most + 1)).Should().NotBeEmpty();
    }

    [TestCase("if x:", "")]
    [TestCase("if x: pass|else:", "")]
    [TestCase("for x in y: pass|else:", "")]
    [TestCase("while x: pass|else:", "")]
    [TestCase("try: pass|except A: pass|else:", "")]
    [TestCase("class C:", "")]
    [TestCase("def f():", "")]
    public void What_no_jump_has_to_leave_nests_as_deep_as_lines_are_indented(string header, string rest) =>
        ErrorsOf(Nest(header, rest, 60)).Should().BeEmpty();

    [TestCase("def f():|", "", 21)]
    [TestCase("def f():|", " yield|", 20)]
    [TestCase("def f():| yield|", "", 20)]
    [TestCase("def f():| yield from x|", "", 20)]
    [TestCase("def f():|", " lambda: (yield)|", 21)]
    [TestCase("async def f():|", "", 20)]
    [TestCase("class C:|", "", 21)]
    public void A_function_that_waits_has_a_block_of_its_own(string before, string behind, int most)
    {
        string Program(int count) => Lines(before) + Indented(Nest("for x in y:", "", count)) + Lines(behind);

        ErrorsOf(Program(most)).Should().BeEmpty();
        ErrorsOf(Program(most + 1)).Should().ContainSingle().Which.Message.Should().StartWith("too many loops");
    }

    [Test]
    public void A_function_inside_starts_again()
    {
        var loops = Nest("for x in y:", "", 21);
        var source = loops.Replace("pass", "def f():", StringComparison.Ordinal) + Indented(loops, 22);

        ErrorsOf(source).Should().BeEmpty();
    }

    private static string Nest(string header, string rest, int count)
    {
        var source = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            source.Append(Indented(Lines(header + "|"), i));
        }

        source.Append(' ', count).Append("pass\n");
        for (var i = count - 1; i >= 0 && rest.Length > 0; i--)
        {
            source.Append(Indented(Lines(rest + "|"), i));
        }

        return source.ToString();
    }

    private static string Lines(string text) => text.Replace('|', '\n');

    private static string Indented(string lines, int width = 1) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new string(' ', width) + line + "\n"));

    private static ImmutableArray<SyntaxError> ErrorsOf(string source) => SyntaxTree.Parse(SourceText.From(source)).Errors;
}
