using PyLint.Sharp.Testing;
using static PyLint.Sharp.Syntax.Tests.Parsing.Parsed;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>
/// Many times one mistake: nothing may look at the file, the line or the list of errors again for each of them. Time is compared with the
/// time for a small text of the same kind, so that the machine and its other work do not matter.
/// </summary>
[TestFixture]
public sealed class LinearTimeTests
{
    private const int Small = 3_000;
    private const int Factor = 32;

    /// <summary>Linear time takes 32 times as long for the large text, quadratic time 1024 times.</summary>
    private const int MostTimesAsLong = 256;

    private static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Of("two values on each line", "a b\n");
        yield return Of("two values on one line", "a b;");
        yield return Of("an unknown character", "?");
        yield return Of("an unknown character on each line", "?\n");
        yield return Of("a bracket that closes nothing", ")");
        yield return Of("a bracket that closes another", "[)");
        yield return Of("a bracket that closes another on each line", "[)\n");
        yield return Of("a bracket that is never closed", "f(\nb = 1\n");
        yield return Of("a string that is never closed", "'\n");
        yield return Of("a head with an open bracket", "def f(a:\n x,\n");
        yield return Of("a head with an open bracket that may hold an annotation", "def f(a:\n", "", "x y");
        yield return Of("colons behind a lambda in an open bracket", ":\n", "class a(lambda\n");
        yield return Of("decorators in an open bracket", "@a\n", "(\n");
        yield return Of("assignments in an open bracket", "a.b\n", "(\n");
        yield return Of("a head without its colon", "if a\n b\n");
        yield return Of("a line without its indentation", " if a:\nb\n  c\n", "if d:\n");
        yield return Of("blocks without indentation", "if a:\nreturn\n");
        yield return Of("a field that is never closed", "f'{a\n");
        yield return Of("a field in a triple-quoted string", "f'''{a\n");
        yield return Of("an escape without digits", "\\x", "'", "'");
        yield return Of("a character's name that is never closed", "\\N{", "'", "'");
        yield return Of("a number with a leading zero", "01,");
        yield return Of("a number that is a name", "1if");
        yield return Of("an assignment to a literal", "1=");
        yield return Of("an assignment to a call on each line", "f()=1\n");
        yield return Of("a clause without its statement", "else:\n");
        yield return Of("a head without a block", "if a:\n");
        yield return Of("a broken head with a block", "if a b:\n c\n");
        yield return Of("a broken case", " case b c:\n  d\n", "match a:\n");
        yield return Of("a wrong indentation", "  a\n b\n", "if a:\n   b\n");
        yield return Of("a positional argument behind a keyword", "a,", "f(a=1,", ")");
        yield return Of("unpacking behind unpacking", "*a,", "f(**a,", ")");
        yield return Of("many keywords and then an unpacking", "a=1,*a,", "f(", ")");
        yield return Of("an operator", "+");
        yield return Of("a comma", ",");
        yield return Of("a semicolon", ";");
        yield return Of("a backslash", "\\");
        yield return Of("a brace in a formatted string", "}", "f'", "'");
        yield return Of("an open bracket on one line that later lines do not close", size => Repeat("(", size / 2) + Repeat("]\n", size / 2));
        yield return Of("conditions without an end", "x if x ");
        yield return Of("types that are names", "type ");
        yield return Of("brackets over a line of spaces", "(\n   ");
        yield return Of("a NUL", "\0");
        yield return Of("a byte order mark", "\uFEFF");
        yield return Of("a lone surrogate", "\uD800");
        yield return Of("a NUL in a comment", "#\0\n");
        yield return Of("a decorator", "@");
        yield return Of("a word", "def ");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Many_mistakes_take_time_for_each_of_them_only(Func<int, string> sourceOf)
    {
        var (small, large) = (sourceOf(Small), sourceOf(Small * Factor));
        From(small).Nodes.Should().NotBeEmpty();

        var ratio = double.MaxValue;
        for (var tries = 0; tries < 5 && ratio > MostTimesAsLong; tries++)
        {
            var alone = Math.Min(TimeOf(small), Math.Min(TimeOf(small), TimeOf(small)));
            ratio = Math.Min(ratio, TimeOf(large) / alone);
        }

        ratio.Should().BeLessThan(MostTimesAsLong);
    }

    private static double TimeOf(string source) => CpuTime.Of(() => From(source)).TotalSeconds;

    private static TestCaseData Of(string name, string part, string start = "", string end = "") =>
        Of(name, size => start + Repeat(part, size / part.Length) + end);

    private static TestCaseData Of(string name, Func<int, string> sourceOf) => new TestCaseData(sourceOf).SetArgDisplayNames(name);
}
