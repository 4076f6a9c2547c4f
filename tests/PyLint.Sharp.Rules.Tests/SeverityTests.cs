using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>Rules that grade their findings: the same shape is worse or better by what happens around it.</summary>
public class SeverityTests
{
    [TestCase("grid = [[0] * 3] * 3\nprint(grid[0][1])\n", Severity.Info)]
    [TestCase("def f():\n    grid = [[0] * 3] * 3\n    print(grid[0][1])\n", Severity.Info)]
    [TestCase("grid = [[0] * 3] * 3\nfor row in grid:\n    for cell in row:\n        print(cell)\n", Severity.Info)]
    [TestCase("def f(n):\n    grid = [[0] * 3] * n\n    return len(grid)\n", Severity.Info)]
    [TestCase("rows = [['a']] * 2\nif rows[0] == rows[1]:\n    print([row.index('a') for row in rows], f'{rows}')\n", Severity.Info)]
    [TestCase("print([[0]] * 3)\n", Severity.Info)]
    [TestCase("lists = dict.fromkeys('ab', [])\nprint(lists.get('a'), lists['b'])\n", Severity.Info)]
    [TestCase("grid = [[0] * 3] * 3\nshow(grid)\n", Severity.Warning)]
    [TestCase("def f():\n    grid = [[0] * 3] * 3\n    return grid\n", Severity.Warning)]
    [TestCase("grid = [[0] * 3] * 3\nfor row in grid:\n    fill(row)\n", Severity.Warning)]
    [TestCase("grid = [[0] * 3] * 3\nfor row in grid:\n    row[0] = 1\n", Severity.Warning)]
    [TestCase("grid = [[0] * 3] * 3\nfor row in grid:\n    row += [1]\n", Severity.Warning)]
    [TestCase("grid = [[0] * 3] * 3\nfirst = grid[0]\nfirst.append(1)\n", Severity.Warning)]
    [TestCase("grid = [[0] * 3] * 3\ndef f(n):\n    grid[n].sort()\n", Severity.Error)]
    [TestCase("grid = [[0] * 3] * 3\ngrid[0][0] = 1\n", Severity.Error)]
    [TestCase("class A:\n    grid = [[0] * 3] * 3\n    print(grid)\n", Severity.Warning)]
    [TestCase("__all__ = ['grid']\ngrid = [[0] * 3] * 3\nprint(grid)\n", Severity.Warning)]
    [TestCase("__all__ = []\n_grid = [[0] * 3] * 3\nprint(_grid)\n", Severity.Info)]
    public void A_shared_element_that_nothing_changes_is_an_info(string code, Severity expected) => SeverityOf(code, "PLS106").Should().Be(expected);

    [TestCase("try:\n    f()\nexcept Exception:\n    pass\n", Severity.Warning)]
    [TestCase("try:\n    f()\nexcept Exception:\n    pass  # plug-ins raise anything\n", Severity.Info)]
    [TestCase("# The cache is only a help.\ntry:\n    f()\nexcept OSError:\n    pass\n", Severity.Info)]
    public void A_swallowed_exception_with_a_comment_is_an_info(string code, Severity expected) => SeverityOf(code, "PLS204").Should().Be(expected);

    [TestCase("ps = [P(), P()]\nps.append(P())\n", Severity.Info)]
    [TestCase("ps = [P()]\nprint(P() in ps, P() not in (1, 2), ps.index(P()), ps.count(P()))\nps.remove(P())\n", Severity.Info)]
    [TestCase("first = P()\nfirst.x = 1\nps = [first]\nprint(first == P())\n", Severity.Info)]
    [TestCase("print(P() in things)\n", Severity.Warning)]
    [TestCase("ps = {1, 2}\nprint(P() in ps)\n", Severity.Warning)]
    [TestCase("ps = make()\nps.remove(P())\n", Severity.Warning)]
    [TestCase("first = P()\nps = [first]\nkeep(first)\n", Severity.Warning)]
    [TestCase("first = P()\nfirst.x = 1\n", Severity.Warning)]
    [TestCase("first = P()\nps = [first]\nfirst = {P(): 1}\n", Severity.Warning)]
    [TestCase("", Severity.Warning)]
    public void A_class_whose_instances_are_only_listed_or_compared_is_an_info(string uses, Severity expected) =>
        SeverityOf("class P:\n    def __eq__(self, other):\n        return True\n" + uses, "PLS104").Should().Be(expected);

    private static Severity SeverityOf(string code, string rule) =>
        new Analyzer(BuiltInRules.Catalog.Rules.Where(one => one.Descriptor.Code == rule))
            .Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Should().ContainSingle().Which.Severity;
}
