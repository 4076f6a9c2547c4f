using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Random programs, edited at random: whatever moves, what was known stays known, and what is new is seen.</summary>
public class BaselinePropertyTests : CommandLineTest
{
    private static readonly string[] Words = ["bad", "poor", "plain", "fine", "x"];

    [Test]
    public void Edits_around_findings_never_bring_them_up_again([Range(1, 25)] int seed)
    {
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, 2 + random.Next(6)).Select(number => Block(random, number)).ToList();
        Write("a.py", string.Concat(blocks));
        Run("baseline", "create").ExitCode.Should().Be(0);
        var moved = Move(random, blocks);
        Write("a.py", string.Concat(moved));
        Run("check", "--new-only", "--output-format", "concise").Should().Be(new CommandLineResult(0, "", ""), string.Concat(moved));

        var word = Words[random.Next(3)];
        moved.Insert(random.Next(moved.Count + 1), $"def added():\n    {word} = 1\n");
        var content = string.Concat(moved);
        Write("a.py", content);
        var line = content[..content.IndexOf("def added", StringComparison.Ordinal)].Count(character => character == '\n') + 2;
        Run("check", "--new-only", "--output-format", "concise").Output.Should().Contain($"a.py:{line}:5: ", content);
    }

    private static string Block(Random random, int number)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"def f{number}():\n");
        for (var i = random.Next(4); i >= 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Words[random.Next(Words.Length)]} = {Words[random.Next(Words.Length)]}\n");
        }

        return text.ToString();
    }

    /// <summary>Another order, other places, other names of functions, comments and empty lines between.</summary>
    private static List<string> Move(Random random, List<string> blocks)
    {
        var moved = new List<string>();
        foreach (var block in blocks.OrderBy(_ => random.Next()))
        {
            moved.Add(random.Next(3) == 0 ? $"# {random.Next()}\n\n" : "");
            moved.Add(random.Next(4) switch
            {
                0 => $"class C{random.Next(9)}:\n    {block.TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal)}\n",
                1 => block.Replace("def f", "def renamed", StringComparison.Ordinal),
                2 => block.Replace(" = ", "  =  ", StringComparison.Ordinal).Replace("\n    ", "\n\n  ", StringComparison.Ordinal),
                _ => block,
            });
        }

        return moved;
    }
}
