using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>
/// Shapes that the trackers of other linters dispute, where an example can't state the verdict: how severe it is, which of two rules speaks,
/// or that no fix is offered.
/// </summary>
public class DisputedShapeTests
{
    [TestCase("def f(x=[]):\n    return x.count(1)\n", Severity.Info)]
    [TestCase("def f(x=[]):\n    x.append(1)\n", Severity.Error)]
    [TestCase("def f(x=[]):\n    return x\n", Severity.Error)]
    [Description("pylint #3664, #3642, scipy #21208")]
    public void A_mutable_default_is_as_bad_as_what_happens_to_it(string code, Severity expected) =>
        FindingsIn(code, "mutable-default-argument").Should().ContainSingle().Which.Severity.Should().Be(expected);

    [TestCase("def f(n, memo={}):\n    memo[n] = n\n", false)]
    [TestCase("def f(n, seen={}):\n    if n not in seen:\n        seen[n] = n * n\n    return seen[n]\n", false)]
    [TestCase("def f(n, rows={}):\n    rows[n] = n\n", true)]
    [Description("ruff #4693, #8104, PR #17652")]
    public void Only_a_default_that_is_no_memo_is_fixed(string code, bool isFixed) =>
        (FindingsIn(code, "mutable-default-argument").Should().ContainSingle().Which.Fix != null).Should().Be(isFixed);

    [Test]
    [Description("pylint #8308")]
    public void A_broad_handler_that_raises_what_it_caught_is_only_useless() =>
        FindingsIn("try:\n    f()\nexcept Exception as e:\n    undo()\n    raise e\n", "broad-except", "useless-handler")
            .Should().ContainSingle().Which.Descriptor.Name.Should().Be("useless-handler");

    [Test]
    [Description("pylint #4472")]
    public void A_loop_variable_that_hides_a_builtin_is_an_error_where_its_call_must_fail() =>
        FindingsIn("print([filter(1) for filter in range(3)])\n", "shadowed-builtin-called")
            .Should().ContainSingle().Which.Severity.Should().Be(Severity.Error);

    [TestCase("try:\n    f()\nexcept:\n    if g():\n        raise\n", "on some paths only")]
    [TestCase("try:\n    f()\nexcept:\n    g()\n", "catches everything")]
    [Description("ruff #17827, #5678, PR #1124, bugbear #174")]
    public void A_bare_except_that_raises_on_some_paths_has_its_own_message(string code, string expected) =>
        FindingsIn(code, "bare-except").Should().ContainSingle().Which.Message.Should().Contain(expected);

    [TestCase("n = 0\ndef f():\n    global n\n    print(n)\n")]
    [TestCase("global n\nn = 0\n")]
    public void A_declaration_that_does_nothing_is_left_out(string code) =>
        FindingsIn(code, "global-statement").Should().ContainSingle().Which.Help.Should().StartWith("Leave it out");

    private static Diagnostic[] FindingsIn(string code, params string[] names)
    {
        var analyzer = new Analyzer(BuiltInRules.Catalog.Rules.Where(rule => names.Contains(rule.Descriptor.Name)));
        return [.. analyzer.Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics];
    }
}
