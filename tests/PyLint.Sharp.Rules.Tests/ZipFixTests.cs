using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>A loop over two sequences is rewritten with <c>zip</c> only where they are proven to have one length: else it is for the author to decide.</summary>
public class ZipFixTests
{
    [TestCase("xs = [1, 2]\nages = [3, 4]\n", true)]
    [TestCase("xs = [1, 2]\nages = (3, 4)\n", true)]
    [TestCase("xs = f()\nages = [0] * len(xs)\n", true)]
    [TestCase("xs = f()\nages = len(xs) * [0]\n", true)]
    [TestCase("xs = f()\nages = sorted(xs)\n", true)]
    [TestCase("xs = f()\nages = xs.copy()\n", true)]
    [TestCase("xs = f()\nages = [g(x) for x in xs]\n", true)]
    [TestCase("xs = f()\nages = [g(j) for j in range(len(xs))]\n", true)]
    [TestCase("ages = f()\nxs = list(ages)\n", true)]
    [TestCase("xs = f()\nages = f()\n", false)]
    [TestCase("xs = [1, 2]\nages = [3, 4, 5]\n", false)]
    [TestCase("xs = [1, 2]\nages = [3, *f()]\n", false)]
    [TestCase("xs = f()\nages = [g(x) for x in xs if x]\n", false)]
    [TestCase("xs = f()\nages = [g(x) for x in xs for y in x]\n", false)]
    [TestCase("xs = f()\nages = [0] * len(f())\n", false)]
    [TestCase("xs = f()\nages = [0, 1] * len(xs)\n", false)]
    [TestCase("xs = [1, 2]\nages = [3, 4]\nages.append(5)\n", false)]
    [TestCase("xs = [1, 2]\nages = [3, 4]\ng(xs)\n", false)]
    [TestCase("xs = [1, 2]\nages = [3, 4]\nif f():\n    ages = [3]\n", false)]
    public void Only_equal_lengths_are_zipped_by_a_fix(string before, bool isFixed) => (FixIn(before, "print(xs[i], ages[i])") != null).Should().Be(isFixed);

    [Test]
    public void A_loop_that_stores_into_the_other_sequence_is_left_to_its_author() =>
        FixIn("xs = [1, 2]\nages = [3, 4]\n", "ages[0] = print(xs[i], ages[i])").Should().BeNull();

    private static Fix? FixIn(string before, string body)
    {
        var analyzer = new Analyzer(BuiltInRules.Catalog.Rules.Where(rule => rule.Descriptor.Code == "PLS228"));
        var code = $"{before}for i in range(len(xs)):\n    {body}\n";
        return analyzer.Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Should().ContainSingle().Which.Fix;
    }
}
