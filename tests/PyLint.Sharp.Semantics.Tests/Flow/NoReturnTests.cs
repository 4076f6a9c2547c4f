namespace PyLint.Sharp.Semantics.Tests.Flow;

public class NoReturnTests
{
    [TestCase("def fail():\n    raise ValueError", true)]
    [TestCase("import sys\ndef fail():\n    print('no')\n    sys.exit(1)", true)]
    [TestCase("import sys\ndef stop():\n    sys.exit(1)\ndef fail():\n    if a: stop()\n    else: raise E", true)]
    [TestCase("def fail():\n    while True: pass", true)]
    [TestCase("def fail():\n    if a: raise E", false)]
    [TestCase("def fail():\n    return 1", false)]
    [TestCase("def other():\n    fail()\n    raise E\ndef fail():\n    other()", true)]
    [TestCase("def fail():\n    for x in [1]: raise E", true)]
    [TestCase("def fail():\n    fail()", false)]
    [TestCase("def fail():\n    other()\ndef other():\n    fail()", false)]
    [TestCase("def fail():\n    yield\n    raise E", false)]
    [TestCase("async def fail():\n    raise E", false)]
    [TestCase("@retry\ndef fail():\n    raise E", false)]
    [TestCase("def fail():\n    raise E\nfail = print", false)]
    [TestCase("def fail():\n    with pool: raise E", false)]
    public void A_function_of_the_file_never_returns_when_none_of_its_paths_does(string definition, bool expected)
    {
        var code = Snippet.Valid($"{definition}\nfail(0)");
        code.Model.NeverReturns((Syntax.Nodes.Call)code.Expr("fail(0)")).Should().Be(expected);
    }

    [Test]
    public void A_long_chain_of_functions_is_followed_only_so_far()
    {
        var chain = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"def f{i}(): f{i + 1}()\n"));
        var code = Snippet.Valid($"{chain}f0(0)");
        code.Model.NeverReturns((Syntax.Nodes.Call)code.Expr("f0(0)")).Should().BeFalse();
    }

    /// <summary>Whichever is asked first: while one is looked at, the other has to guess.</summary>
    [TestCase("a()")]
    [TestCase("b()")]
    public void A_function_that_calls_itself_is_looked_at_again(string first)
    {
        var code = Snippet.Valid("def a():\n    b()\n    x\n    raise E\ndef b():\n    if c: a()\n    raise E\na()\nb()");
        code.Model.NeverReturns((Syntax.Nodes.Call)code.Expr(first, -1)).Should().BeTrue();
        code.Model.IsReachable((Syntax.Nodes.Stmt)code.Expr("x").Parent!).Should().Be(Answer.No);
    }

    [Test]
    public void A_yield_inside_a_lambda_makes_no_generator_of_the_function()
    {
        var code = Snippet.Valid("def f():\n    return lambda: (yield)\ndef g():\n    yield");
        code.Model.IsGenerator(code.Function("f")).Should().BeFalse();
        code.Model.IsGenerator(code.Function("g")).Should().BeTrue();
    }
}
