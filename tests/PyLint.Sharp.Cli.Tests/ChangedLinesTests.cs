using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Changes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Tests;

public class ChangedLinesTests : GitTest
{
    [Test]
    public void What_is_not_changed_is_the_old_file_in_order()
    {
        var random = new Random(1);
        var pairs = Enumerable.Range(0, 200).Select(_ => Lines(random, random.Next(12))).Select(old => (Old: old, Current: Mutate(random, old))).ToList();
        var all = Changed(pairs);
        foreach (var ((old, current), changes) in pairs.Zip(all))
        {
            var text = SourceText.From(Join(current));
            var rest = current.Where((_, index) => !changes.Touches(At(text.LineSpan(index + 1)), text)).ToList();
            IsSubsequence(rest, old).Should().BeTrue();
            rest.Should().HaveCount(LongestCommon(old, current), "a line that was kept is no change");
        }
    }

    [Test]
    public void The_end_of_a_span_is_not_in_it()
    {
        var text = SourceText.From("a\nb\nc\n");
        var lines = Between("a\nc\n", "a\nb\nc\n");
        lines.Touches(At(new TextSpan(0, 2)), text).Should().BeFalse();
        lines.Touches(At(new TextSpan(0, 3)), text).Should().BeTrue();
        lines.Touches(At(new TextSpan(2, 2)), text).Should().BeTrue();
        lines.Touches(At(new TextSpan(4, 5)), text).Should().BeFalse();
    }

    [TestCase("a\n", "a\r\n", true)]
    [TestCase("a", "a\n", true)]
    [TestCase("a\rb", "a\nb", false)]
    [TestCase("a\rb\r\n", "a\nb\r\n", false)]
    [TestCase("a\nb", "b", false)]
    [TestCase("", "a\n", true)]
    [TestCase("a\nb", "a\n@@ -1 +1 @@\n", true)]
    [TestCase("a\0b", "a\0c", true)]
    public void What_a_line_says_counts_and_its_end_as_git_sees_it(string before, string after, bool isChanged) => Between(before, after).IsEmpty.Should().Be(!isChanged);

    private ChangedLines Between(string before, string after) => Changed([([before], [after])], lines => string.Concat(lines))[0];

    private static Diagnostic At(TextSpan span) => EngineDiagnostics.SyntaxError.At(span, "x");

    private ChangedLines[] Changed(List<(List<string> Old, List<string> Current)> pairs) => Changed(pairs, Join);

    private ChangedLines[] Changed(List<(List<string> Old, List<string> Current)> pairs, Func<List<string>, string> join)
    {
        using var host = HostWith(Stream.Null, TextWriter.Null);
        using var comparison = new LineComparison(GitClient.Find(host, "--since"));
        pairs.ForEach(pair => comparison.Add("a.py", Encoding.UTF8.GetBytes(join(pair.Old)), Encoding.UTF8.GetBytes(join(pair.Current))));
        return comparison.Run();
    }

    private static string Join(List<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static List<string> Lines(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => $"line {random.Next(6)}")];

    private static List<string> Mutate(Random random, List<string> lines)
    {
        var mutated = lines.ToList();
        for (var i = random.Next(6); i > 0; i--)
        {
            var at = random.Next(mutated.Count + 1);
            if (random.Next(2) == 0 || at == mutated.Count)
            {
                mutated.InsertRange(at, Lines(random, 1 + random.Next(3)));
            }
            else
            {
                mutated.RemoveAt(at);
            }
        }

        return mutated;
    }

    private static bool IsSubsequence(List<string> part, List<string> whole)
    {
        var at = 0;
        return part.TrueForAll(line => (at = whole.IndexOf(line, at) + 1) > 0);
    }

    private static int LongestCommon(List<string> left, List<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = 1; i <= left.Count; i++)
        {
            for (var j = 1; j <= right.Count; j++)
            {
                lengths[i, j] = left[i - 1] == right[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[left.Count, right.Count];
    }
}
