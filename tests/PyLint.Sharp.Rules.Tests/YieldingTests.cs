using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>Where several rules see one thing to mend, one of them speaks; each of them does when it runs alone.</summary>
public class YieldingTests
{
    [TestCase("try:\n    f()\nexcept Exception:\n    pass\n", "PLS202 PLS204", "PLS204")]
    [TestCase("try:\n    a = f()\nexcept Exception as e:\n    print(e)\ng(a)\n", "PLS202 PLS205 PLS207", "PLS205")]
    [TestCase("try:\n    a = f()\nexcept KeyError:\n    print('key')\nexcept OSError:\n    h()\ng(a)\n", "PLS205 PLS207", "PLS205 PLS207")]
    [TestCase("try:\n    f()\nexcept Exception as e:\n    print(e)\n", "PLS202", "PLS202")]
    [TestCase("try:\n    f()\nexcept:\n    pass\n", "PLS201 PLS204", "PLS201 PLS204")]
    [TestCase("try:\n    a = f()\nexcept:\n    print('no')\ng(a)\n", "PLS201 PLS205 PLS207", "PLS201 PLS205")]
    [TestCase("f = open(p)\ntext = f.read()\nf.close()\n", "PLS218 PLS219", "PLS218")]
    [TestCase("def g(t):\n    try:\n        n = int(t)\n        print(n)\n        print(n)\n        print(n)\n        print(n)\n        print(n)\n    except (ValueError, UnicodeError):\n        return 0\n", "PLS208 PLS209", "PLS209")]
    [TestCase("def f(xs):\n    sum = 0\n    return sum, sum(xs), sum(xs)\n", "PLS301 PLS305 PLS305", "PLS305 PLS305")]
    [TestCase("def f(xs):\n    sum = 0\n    try:\n        return sum(xs)\n    except TypeError:\n        return sum\n", "PLS301", "PLS301")]
    [TestCase("def f(list: int):\n    return list(3)\n", "PLS302 PLS305", "PLS305")]
    [TestCase("def f(xs):\n    str = 'a'\n    return map(str, xs)\n", "PLS301", "PLS301")]
    [TestCase("class A:\n    id = 3\n    key = id('x')\n", "PLS303 PLS305", "PLS303")]
    [TestCase("pick = lambda xs: [x for x in xs if x]\n", "PLS314 PLS315", "PLS314")]
    [TestCase("import time\ntime.sleep = lambda xs: [x for x in xs if x]\n", "PLS314 PLS315", "PLS314")]
    [TestCase("number = lambda text: int(text)\n", "PLS314 PLS315", "PLS315")]
    [TestCase("print(lambda xs: [x for x in xs if x])\n", "PLS315", "PLS315")]
    [TestCase("double = lambda x: 2 * x\n", "PLS314", "PLS314")]
    [TestCase("def f(x, xs):\n    def g():\n        x = 2\n    g()\n    return x\n", "PLS308 PLS312", "PLS308")]
    [TestCase("def f(id):\n    def g(id):\n        return id\n    return g(id)\n", "PLS302 PLS302 PLS312", "PLS302 PLS302")]
    [TestCase("def f():\n    sum = 0\n    def g():\n        sum = 1\n        return sum\n    return g() + sum\n", "PLS301 PLS301 PLS312", "PLS301 PLS301")]
    [TestCase("def f():\n    n = 0\n    def g():\n        n += 1\n    return g, n\n", "PLS307", "PLS307")]
    [TestCase("n = 0\ndef f():\n    nonlocal n\n    n = 1\nprint(n)\n", "PLS311", "PLS311")]
    public void One_rule_speaks_for_all(string code, string alone, string together)
    {
        string[] watched = ["PLS201", "PLS202", "PLS204", "PLS205", "PLS207", "PLS208", "PLS209", "PLS218", "PLS219", "PLS301", "PLS302", "PLS303", "PLS305", "PLS307", "PLS308", "PLS309", "PLS310", "PLS311", "PLS312", "PLS314", "PLS315"];
        var rules = BuiltInRules.Catalog.Rules.Where(rule => watched.Contains(rule.Descriptor.Code)).ToArray();

        string.Join(' ', rules.SelectMany(rule => CodesOf(code, rule)).Order()).Should().Be(alone);
        string.Join(' ', CodesOf(code, rules).Order()).Should().Be(together);
    }

    private static IEnumerable<string> CodesOf(string code, params Rule[] rules) =>
        new Analyzer(rules).Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Select(finding => finding.Descriptor.Code).Where(found => found != "PLS000");
}
