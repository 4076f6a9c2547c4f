using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests;

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
    public void Names_are_bound_in_linear_time(string around, string line) =>
        GrowthOf(
            count => string.Concat(Enumerable.Repeat(around, count)) + (around.Length > 0 ? $"({LinesOf(line, count)})" : LinesOf(line, count)),
            tree => SemanticModel.Create(tree)).Should().BeLessThan(MostGrowth);

    [TestCase("x = a", " or a")]
    [TestCase("x = a", " + a")]
    [TestCase("x = [a", ", {0}")]
    [TestCase("x = 1", "\nx = [x]")]
    [TestCase("def f(x):\n x = 1", "\n if a{0}: x = [x]\n else: y = x")]
    [TestCase("def f(x):\n while x:\n  x = 1", "\n  x{0} = x")]
    [TestCase("def f(x):\n while x:\n  x = 1", "\n  try: x{0} = x\n  except: pass")]
    public void Types_are_found_in_linear_time(string start, string repeated) =>
        GrowthOf(
            count => start + LinesOf(repeated, count) + (start.Contains('[', StringComparison.Ordinal) ? "]\n" : "\n"),
            tree =>
            {
                var model = SemanticModel.Create(tree);
                foreach (var node in tree.Nodes)
                {
                    _ = node is Expr expression ? model.TypeOf(expression) : null;
                }
            }).Should().BeLessThan(MostGrowth);

    [TestCase("", "a{0} = b\n")]
    [TestCase("", "try: a()\nexcept E: b()\n")]
    [TestCase("def f():\n", " with a: b()\n")]
    [TestCase("def f():\n", " if a: raise E\n")]
    [TestCase("def f():\n while True:\n", "  for x in y: x = z\n")]
    [TestCase("def f():\n a = 1\n", " lambda: a\n")]
    [TestCase("def f(a):\n while a:\n", "  try: x{0} = a()\n  except: b(x{0})\n")]
    [TestCase("def f():\n  a()\n", "def f{0}():\n  f()\n  f{0}()\n")]
    public void Flow_is_found_in_linear_time(string start, string repeated) =>
        GrowthOf(count => start + LinesOf(repeated, count), tree => AskFlow(SemanticModel.Create(tree))).Should().BeLessThan(MostGrowth);

    private static void AskFlow(SemanticModel model)
    {
        foreach (var node in model.Tree.Nodes)
        {
            model.IsEverRead(node);
            if (node is Name name)
            {
                model.BoundAt(name);
            }
            else if (node is Stmt statement)
            {
                model.CompletionOf(statement);
                model.IsReachable(statement);
            }
        }
    }

    private static string LinesOf(string line, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line.Replace("{0}", $"{i}", StringComparison.Ordinal)));

    private static double GrowthOf(Func<int, string> text, Action<SyntaxTree> work)
    {
        var (few, many) = (Parse(text(Few)), Parse(text(Few * Factor)));
        var growth = double.MaxValue;
        // The collector and the compiler come at times of their own, and beside a few milliseconds they are much.
        for (var tries = 0; tries < 3 || (tries < 12 && growth >= MostGrowth); tries++)
        {
            growth = Math.Min(growth, SecondsFor(many, work) / SecondsFor(few, work));
        }

        return growth;
    }

    private static SyntaxTree Parse(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text));
        tree.HasParseErrors.Should().BeFalse();
        return tree;
    }

    private static double SecondsFor(SyntaxTree tree, Action<SyntaxTree> work) =>
        Enumerable.Range(0, 3).Min(_ => CpuTime.Of(() => work(tree)).TotalSeconds);
}
