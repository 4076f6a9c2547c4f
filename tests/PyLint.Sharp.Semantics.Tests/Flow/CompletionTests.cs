using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using static PyLint.Sharp.Semantics.Flow.Completion;

namespace PyLint.Sharp.Semantics.Tests.Flow;

public class CompletionTests
{
    private static readonly TestCaseData[] Endings =
    [
        new("pass", FallsThrough),
        new("return", Returns),
        new("raise\npass", Raises),
        new("raise E from e", Raises),
        new("assert False, 'never'", Raises),
        new("assert x", FallsThrough),
        new("if a: return\nelse: raise", Returns | Raises),
        new("if a: return", Returns | FallsThrough),
        new("if a: raise\nelif b: raise\nelif c: pass\nelse: raise", Raises | FallsThrough),
        new("if True: return\nelse: raise", Returns),
        new("if 0: return", FallsThrough),
        new("while a: return", Returns | FallsThrough),
        new("while True: pass", Completion.None),
        new("while 1:\n    if a: break", FallsThrough),
        new("while True:\n    if a: return", Returns),
        new("while a: break\nelse: return", Returns | FallsThrough),
        new("while a: continue\nelse: return", Returns),
        new("for x in y: return\nelse: raise", Returns | Raises),
        new("for x in y:\n    for z in x: break\n    else: return", Returns | FallsThrough),
        new("def g(): return\nclass C: pass", FallsThrough),
    ];

    private static readonly TestCaseData[] TryEndings =
    [
        new("try: return\nexcept E: pass", Returns | FallsThrough),
        new("try: return\nexcept E: raise", Returns | Raises),
        new("try: pass\nexcept E: return\nelse: raise", Returns | Raises),
        new("try: raise E\nexcept F: return", Returns | Raises),
        new("try: raise E\nexcept: return", Returns),
        new("try: raise E\nfinally: pass", Raises),
        new("try: raise E\nfinally: return", Returns),
        new("try: return\nfinally:\n    if a: raise", Returns | Raises),
        new("try: raise E\nexcept* F: pass", Raises | FallsThrough),
        new("try: raise E\nexcept* F: raise", Raises),
        new("try: raise E\nexcept* F: raise\nexcept* G: pass", Raises | FallsThrough),
        new("try: raise E\nexcept* BaseException: pass", FallsThrough),
        new("try: raise E\nexcept F if a else G: pass", Raises | FallsThrough),
        new("try: a()\nexcept E: raise SystemExit(1)\nfinally: b()", ExitsNonZero | FallsThrough),
        new("while a:\n    try: continue\n    finally: b()", FallsThrough),
        new("while True:\n    try: break\n    finally: raise E", Raises),
        new("try:\n    try: raise SystemExit\n    except E as e: pass\nfinally:\n    try: a()\n    except F: pass", ExitsZero | FallsThrough),
    ];

    private static readonly TestCaseData[] MatchAndWithEndings =
    [
        new("match a:\n    case 1: return", Returns | FallsThrough),
        new("match a:\n    case 1: return\n    case _: raise", Returns | Raises),
        new("match a:\n    case (1 | x): return", Returns),
        new("match a:\n    case _ if b: return", Returns | FallsThrough),
        new("with a: return", Returns),
        new("import contextlib\nwith contextlib.suppress(E): return", Returns),
        new("import contextlib\nwith contextlib.suppress(E): return a()", Returns | FallsThrough),
        new("from pytest import raises\nwith raises(E): raise E", Raises | FallsThrough),
        new("with open(f) as g: return", Returns),
    ];

    private static readonly TestCaseData[] Exits =
    [
        new("import sys\nsys.exit()", ExitsZero),
        new("import sys\nsys.exit(0)", ExitsZero),
        new("import sys\nsys.exit(1)", ExitsNonZero),
        new("import sys\nsys.exit(-1)", ExitsNonZero),
        new("import sys\nsys.exit('failed')", ExitsNonZero),
        new("import sys\nsys.exit(f'{a} failed')", ExitsNonZero),
        new("import sys\nsys.exit(None)", ExitsZero),
        new("import sys\nsys.exit(main())", ExitsUnknown),
        new("import sys\nreturn sys.exit(2)", ExitsNonZero),
        new("import sys\nFAILURE = 3\nsys.exit(FAILURE)", ExitsNonZero),
        new("from os import _exit as leave\nleave(1)", ExitsNonZero),
        new("import os\nos._exit(os.EX_USAGE)", ExitsNonZero),
        new("import os\nos.abort()", ExitsNonZero),
        new("exit(1)", ExitsNonZero),
        new("quit()", ExitsZero),
        new("raise SystemExit(1)", ExitsNonZero),
        new("raise SystemExit", ExitsZero),
        new("import typing\ntyping.assert_never(x)", Raises),
        new("import argparse\nparser = argparse.ArgumentParser()\nparser.error('no')", ExitsNonZero),
        new("import sys\nsys = a\nsys.exit(1)", FallsThrough),
        new("def exit(code): pass\nexit(1)", FallsThrough),
    ];

    [TestCaseSource(nameof(Endings))]
    [TestCaseSource(nameof(TryEndings))]
    [TestCaseSource(nameof(MatchAndWithEndings))]
    [TestCaseSource(nameof(Exits))]
    public void Statements_end_as_Python_ends_them(string body, Completion expected)
    {
        var code = Snippet.Valid("def f():\n    " + body.Replace("\n", "\n    ", StringComparison.Ordinal));
        code.Model.CompletionOf(code.Function("f").Body).Should().Be(expected);
    }

    [TestCase("return", Returns)]
    [TestCase("break", Breaks)]
    [TestCase("continue", Continues)]
    [TestCase("a()", FallsThrough)]
    [TestCase("raise E", Raises)]
    public void What_runs_behind_the_statements_is_not_theirs(string statement, Completion expected)
    {
        var code = Snippet.Valid(
            $"def f():\n  for x in y:\n    try:\n      with z:\n        try:\n          {statement}\n        except E:\n          a()\n          {statement}\n    finally:\n      b()\n      c()");
        var tries = code.Model.Tree.Nodes.OfType<Try>().ToList();
        code.Model.CompletionOf(tries[1].Body).Should().Be(expected);
        code.Model.CompletionOf(tries[1].Handlers[0].Body).Should().Be(expected);
        code.Model.CompletionOf(tries[0].FinalBody).Should().Be(FallsThrough);
    }

    [Test]
    public void An_unknown_context_manager_swallows_when_the_caller_says_so()
    {
        var code = Snippet.Valid("with a: raise E");
        code.Model.CompletionOf(code.Model.Tree.Root.Body).Should().Be(Raises);
        code.Model.CompletionOf(code.Model.Tree.Root.Body, ContextManagers.MaySwallow).Should().Be(Raises | FallsThrough);
    }

    [Test]
    public void A_chain_of_elif_may_be_as_long_as_it_likes()
    {
        var code = Snippet.Valid("if a: raise\n" + string.Concat(Enumerable.Repeat("elif a: raise\n", 3_000)) + "else: return");
        code.Model.CompletionOf(code.Model.Tree.Root.Body).Should().Be(Raises | Returns);
    }
}
