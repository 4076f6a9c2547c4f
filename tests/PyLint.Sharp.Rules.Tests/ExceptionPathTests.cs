using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>What findings about <c>try</c> show of the way that an exception takes, in the order of the text.</summary>
public class ExceptionPathTests
{
    private const string Tried = "when this block raises, the clauses below are tried";
    private const string Handled = "behind this the exception counts as handled";
    private const string Stopped = "Ctrl-C and `sys.exit()` in this block raise too";

    [TestCase("PLS201", "try:\n    f()\nexcept:\n    g()\n", $"try|{Tried}", $"g()|{Handled}")]
    [TestCase("PLS201", "def a():\n    try:\n        f()\n    except:\n        return 0\n", $"try|{Tried}", "return 0|returned in the place of the exception")]
    [TestCase("PLS201", "def a():\n    try:\n        f()\n    except:\n        return\n", $"try|{Tried}", "return|the function ends here as if nothing had been raised")]
    [TestCase("PLS201", "for x in xs:\n    try:\n        n = int(x)\n    except:\n        continue\n", "int(x)|raises `ValueError` when the text is no number", "continue|the loop goes on as if nothing had been raised")]
    [TestCase("PLS201", "while True:\n    try:\n        f()\n    except:\n        break\n", $"try|{Tried}", "break|the loop ends here as if nothing had been raised")]
    [TestCase("PLS201", "import sys\ntry:\n    f()\nexcept:\n    sys.exit()\n", $"try|{Tried}", "sys.exit()|the program ends here with status 0")]
    [TestCase("PLS201", "try:\n    f()\nexcept:\n    if a:  # so\n        raise\n    g()\n", $"try|{Tried}", "raise|only this path lets it out", $"g()|{Handled}")]
    [TestCase("PLS201", "try:\n    f()\nexcept:\n    if a:\n        raise\n    if b:\n        raise OSError\n    if c:\n        raise\n", $"try|{Tried}", "raise|this path lets it out", "raise OSError|this path lets it out")]
    [TestCase("PLS201", "try:\n    f()\nexcept:\n    if a:\n        raise\n", $"try|{Tried}", $"if a:|{Handled}", "raise|only this path lets it out")]
    [TestCase("PLS201", "try:\n    f()\nexcept Exception:\n    g()\nexcept:\n    h()\n", $"try|{Tried}", "Exception|takes every ordinary error", $"h()|{Handled}")]
    [TestCase("PLS201", "while True:\n    try:\n        f()\n    except:\n        g()\n    finally:\n        break\n", $"try|{Tried}")]
    [TestCase("PLS202", "try:\n    a = int(b)\n    c = open(d)\n    e = next(f)\nexcept Exception:\n    if g:\n        h()\n", "int(b)|raises `ValueError` when the text is no number", "open(d)|raises `OSError` when the file can't be opened", $"if g:|{Handled}")]
    [TestCase("PLS203", "try:\n    f()\nexcept BaseException:\n    g()\n", $"try|{Stopped}", $"g()|{Handled}")]
    [TestCase("PLS203", "for x in xs:\n    try:\n        f(x)\n    except (KeyboardInterrupt, SystemExit):\n        g()\n", "for x in xs:|this takes its next turn all the same", $"try|{Stopped}")]
    [TestCase("PLS203", "try:\n    f()\nexcept (KeyboardInterrupt, SystemExit):\n    print('no')\nprint('so')\nh()\n", $"try|{Stopped}", "h()|the program goes on with this")]
    [TestCase("PLS206", "try:\n    a = d['a']\n    ok = True\nexcept KeyError as e:\n    g()\n", "a = d['a']|if this raises, the marked code is skipped", "except KeyError as e|and Python looks for a handler from here on")]
    [TestCase("PLS208", "try:\n    a = d[k]\n    print(1)\n    print(2)\n    print(3)\n    print(4)\n    print(5)\nexcept KeyError:\n    g()\n", "d[k]|raises `KeyError` when the key is missing")]
    [TestCase("PLS208", "try:\n    a = d[k]\n    print(1)\n    print(2)\n    print(3)\n    print(4)\n    print(5)\nexcept IndexError:\n    g()\n", "d[k]|raises `IndexError` when there is no such position")]
    [TestCase("PLS208", "try:\n    a = d[k]\n    print(1)\n    print(2)\n    print(3)\n    print(4)\n    print(5)\nexcept (IndexError, KeyError):\n    g()\n", "d[k]|raises `LookupError` when the key or position is missing")]
    [TestCase("PLS211", "try:\n    f()\nexcept KeyError as e:\n    raise ValueError\n", $"try|{Tried}", "except KeyError as e|what this takes becomes the `__context__` of the new exception")]
    [TestCase("PLS216", "try:\n    f()\nexcept 'KeyError':\n    g()\n", $"try|{Tried}")]
    [TestCase("PLS216", "try:\n    f()\nexcept KeyError or OSError:\n    g()\n", $"try|{Tried}", "KeyError|the value of the whole expression")]
    [TestCase("PLS217", "def a():\n    try:\n        f()\n    finally:\n        return 1\n", "try|an exception that leaves this runs `finally` on its way out", "return 1|and ends here")]
    [TestCase("PLS217", "def a():\n    try:\n        return f()\n    finally:\n        return 1\n", "try|an exception that leaves this runs `finally` on its way out", "return f()|this value never arrives", "return 1|and ends here")]
    [TestCase("PLS221", "class A:\n    def __exit__(self, *a):\n        return True\n", "__exit__|Python calls this when the block of the `with` raises", "return True|and drops the exception for this")]
    public void A_finding_shows_the_path_that_runs(string rule, string code, params string[] expected)
    {
        var tree = SyntaxTree.Parse(SourceText.From(code));

        var labels = new Analyzer(BuiltInRules.Catalog.Rules.Where(one => one.Descriptor.Code == rule)).Run(tree).Diagnostics.Should().ContainSingle().Which.Labels;

        labels.Select(label => $"{tree.Text.ToString(label.Span)}|{label.Text}").Should().Equal(expected);
    }
}
