using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Harness;

public class ExampleVariantTests
{
    [TestCase("as written", "[|pass|]", "[|pass|]")]
    [TestCase("with CRLF", "x\n[|pass|]", "x\r\n[|pass|]\r\n")]
    [TestCase("after a comment", "x\n[|pass|]", "# 🐍\nx\n[|pass|]")]
    [TestCase("in a function", "if x:\n    [|pass|]\n\ny", "def f():\n    if x:\n        [|pass|]\n\n    y")]
    [TestCase("in a function", "x = '''\na\n'''\n[|pass|]", "def f():\n    x = '''\na\n'''\n    [|pass|]")]
    [TestCase("in a string", "[|pass|]", "text = r\"\"\"\npass\n\"\"\"\n")]
    [TestCase("in a string", "x = \"\"\"\"\"\"", "text = r'''\nx = \"\"\"\"\"\"\n'''\n")]
    public void A_variant_writes_the_example_differently(string name, string example, string expected) =>
        ExampleVariant.All.Single(variant => variant.Name == name).Rewrite(MarkedCode.Parse(example)).ToString().Should().Be(expected);

    [TestCase("pass", false)]
    [TestCase("[|'''''', \"\"\"\"\"\"|]", false)]
    [TestCase("[|''''''|]", true)]
    public void Only_bad_code_without_both_kinds_of_triple_quotes_is_tried_in_a_string(string code, bool applies)
    {
        var example = code.StartsWith('[') ? Example.Bad(code) : Example.Good(code);
        ExampleVariant.All.Single(variant => variant.Name == "in a string").AppliesTo(example).Should().Be(applies);
    }
}
