using System.Globalization;
using System.Text;
using PyLint.Sharp.Reporting.Findings;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests.Findings;

/// <summary>GitHub computes these hashes itself; the values here are those that it publishes with its action.</summary>
public class LineHashTests
{
    private const string Greetings = "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1";

    private static IEnumerable<TestCaseData> Published()
    {
        yield return Case("empty", "", "c129715d7a2bc9a3:1");
        yield return Case("blanks", " a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1");
        yield return Case(
            "no last line break",
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            "8b7cf3e952e7aeb2:1 b1ae1287ec4718d9:1 bff680108adb0fcc:1 c6805c5e1288b612:1 b86d3392aea1be30:1 e6ceba753e1a442:1");
        yield return Case("LF", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", Greetings);
        yield return Case("CR", " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", Greetings);
        yield return Case("CRLF", " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", Greetings);
        yield return Case("mixed", " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", Greetings);
        yield return Case(
            "equal lines",
            string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet.\n", 10)),
            "a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 a7f2ff13bc495cf2:4 a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 "
            + "a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1");

        static TestCaseData Case(string name, string text, string hashes) => new TestCaseData(text, hashes).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Published))]
    public void A_line_has_the_hash_that_GitHub_gives_it(string text, string hashes) => HashesOf(Make.Source(text)).Should().Equal(hashes.Split(' '));

    /// <summary>GitHub decodes the file without taking the mark away.</summary>
    [Test]
    public void A_byte_order_mark_counts_in_the_first_line()
    {
        var without = HashesOf(SourceText.Decode("a\nb"u8)).ToList();
        var with = HashesOf(SourceText.Decode([0xEF, 0xBB, 0xBF, .. "a\nb"u8])).ToList();
        with[0].Should().NotBe(without[0]).And.Be(HashesOf(Make.Source("\uFEFFa\nb")).First());
        with[1].Should().Be(without[1]);
    }

    /// <summary>The definition, unit by unit, beside the implementation.</summary>
    [Test]
    public void Random_lines_have_the_hash_of_their_next_hundred_units()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(400); i > 0; i--)
            {
                text.Append("ab \t\n\r😀é"[random.Next(9)]);
            }

            var source = Make.Source(text.ToString());
            HashesOf(source).Should().Equal(Expected(source));
        }
    }

    private static IEnumerable<string> HashesOf(SourceText text)
    {
        var hashes = new LineHashes(text);
        return Enumerable.Range(1, text.LineCount).Select(line => hashes[line]);
    }

    private static List<string> Expected(SourceText text)
    {
        var (seen, expected) = (new List<string>(), new List<string>());
        for (var line = 1; line <= text.LineCount; line++)
        {
            var rest = text.Content[text.LineStart(line)..].ReplaceLineEndings("\n").Replace(" ", "").Replace("\t", "") + '\uFFFF';
            var hash = rest.PadRight(100, '\0').Take(100).Aggregate(0UL, (sum, unit) => unchecked((sum * 37) + unit)).ToString("x", CultureInfo.InvariantCulture);
            seen.Add(hash);
            expected.Add($"{hash}:{seen.Count(other => other == hash)}");
        }

        return expected;
    }
}
