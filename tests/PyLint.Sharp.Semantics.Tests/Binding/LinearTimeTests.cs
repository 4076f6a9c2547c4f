using System.Diagnostics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Tests.Binding;

public class LinearTimeTests
{
    private const int Few = 500;
    private const int Factor = 16;

    /// <summary>Linear time takes 16 times as long for the large text, quadratic time 256 times.</summary>
    private const int MostGrowth = 90;

    /// <summary>Each of these would take quadratic time if the scopes around were asked for each name, or a name for each of its scopes.</summary>
    [TestCase("lambda: ", "a{0}, ")]
    [TestCase("lambda: ", "")]
    [TestCase("", "def f{0}(self): self.x = self.y\n")]
    [TestCase("", "x{0} = x\n")]
    [TestCase("", "def f{0}():\n    global g{0}\n    g{0} = [(x := y) for y in z]\n")]
    public void Names_are_bound_in_linear_time(string around, string line)
    {
        var growth = Enumerable.Range(0, 3).Min(_ => SecondsFor(around, line, Few * Factor) / SecondsFor(around, line, Few));
        growth.Should().BeLessThan(MostGrowth);
    }

    private static double SecondsFor(string around, string line, int count)
    {
        var lines = string.Concat(Enumerable.Range(0, count).Select(i => line.Replace("{0}", $"{i}", StringComparison.Ordinal)));
        var tree = SyntaxTree.Parse(SourceText.From(string.Concat(Enumerable.Repeat(around, count)) + (around.Length > 0 ? $"({lines})" : lines)));
        tree.HasParseErrors.Should().BeFalse();
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            SemanticModel.Create(tree);
            return watch.Elapsed.TotalSeconds;
        });
    }
}
