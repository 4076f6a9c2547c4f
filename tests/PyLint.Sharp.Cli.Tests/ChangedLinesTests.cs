using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Changes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Tests;

public class ChangedLinesTests
{
    [Test]
    public void What_is_not_changed_is_the_old_file_in_order([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var old = Lines(random, random.Next(12));
        var current = Mutate(random, old);
        var changed = Changed(old, current);
        var rest = current.Where((_, index) => !changed.Contains(index + 1)).ToList();
        IsSubsequence(rest, old).Should().BeTrue();
        rest.Should().HaveCount(LongestCommon(old, current), "a line that was kept is no change");
    }

    [Test]
    public void The_end_of_a_span_is_not_in_it()
    {
        var text = SourceText.From("a\nb\nc\n");
        var lines = ChangedLines.Between("a\nc\n"u8.ToArray(), "a\nb\nc\n"u8.ToArray());
        lines.Touches(At(new TextSpan(0, 2)), text).Should().BeFalse();
        lines.Touches(At(new TextSpan(0, 3)), text).Should().BeTrue();
        lines.Touches(At(new TextSpan(2, 2)), text).Should().BeTrue();
        lines.Touches(At(new TextSpan(4, 5)), text).Should().BeFalse();
        ChangedLines.Between("a"u8.ToArray(), "a\r\n"u8.ToArray()).IsEmpty.Should().BeTrue();
        ChangedLines.Between("a\nb"u8.ToArray(), "b"u8.ToArray()).IsEmpty.Should().BeTrue();
        ChangedLines.Between([], "a\n"u8.ToArray()).IsEmpty.Should().BeFalse();
    }

    private static Diagnostic At(TextSpan span) => EngineDiagnostics.SyntaxError.At(span, "x");

    private static HashSet<int> Changed(List<string> old, List<string> current)
    {
        var text = SourceText.From(Join(current));
        var changes = ChangedLines.Between(Encoding.UTF8.GetBytes(Join(old)), Encoding.UTF8.GetBytes(Join(current)));
        return [.. Enumerable.Range(1, current.Count).Where(line => changes.Touches(At(text.LineSpan(line)), text))];
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
