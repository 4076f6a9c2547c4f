using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A <c>while</c> that nothing in its body can end.</summary>
public sealed class InfiniteLoop : Rule
{
    private const string Unchanged = "this loop never ends: its body never changes {names}";
    private const string Forever = "this loop has no way out, but `{function}` is meant to return";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS223",
        Name = "infinite-loop",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["W9501", "WPS457", "no-while-true"],
        Message = Unchanged,
        OtherMessages = [Forever],
        Why = "`while` evaluates its condition again before each turn. Numbers, strings and the like never change, a name only gets another one "
            + "by being bound again. When no statement of the body does that, and none leaves the loop, the condition that held once holds "
            + "for ever, and the program hangs without any message.",
        Instead = "Bring the variable of the condition nearer to its end in every turn, on every path, or leave with `break` or `return`. Where "
            + "the number of turns is known, `for` does the counting and cannot forget it.",
        Interview = new(
            "How do you convince yourself that a `while` loop ends?",
            "I name a quantity that every turn makes smaller and that can't get below a bound: the length of what is left, `high - low`, a budget "
            + "of attempts. Then I check each path through the body, `continue` above all, for the step. If I can't name one, I write a `for` over "
            + "a range or a maximum number of attempts. A server loop is endless on purpose; there I make sure that it can be stopped."),
        FineWhen = "A server or prompt that runs until it is stopped: with a `break`, `return`, `raise` or `yield` in it the rule is silent, and "
            + "so it is about `while True` in functions that nobody expects to return.",
        Examples =
        [
            Example.Bad("""
                n = 10
                while [|n > 0|]:
                    print(n)
                """).Saying("this loop never ends: its body never changes `n`"),
            Example.Bad("""
                def search(xs, x):
                    low, high = 0, len(xs)
                    while [|low < high|]:
                        middle = (low + high) // 2
                        if xs[middle] < x:
                            print("right of", middle)
                """).Saying("this loop never ends: its body never changes `low` or `high`"),
            Example.Bad("""
                def read_number():
                    number = None
                    while [|True|]:
                        text = input("number: ")
                        if text.isdigit():
                            number = int(text)
                    return number
                """).Saying("this loop has no way out, but `read_number` is meant to return"),
            Example.Good("""
                n = 10
                while n > 0:
                    print(n)
                    n -= 1
                """),
            Example.Good("""
                def read_number():
                    while True:
                        text = input("number: ")
                        if text.isdigit():
                            return int(text)
                """),
            Example.Bad("def f(n):\n    while [|n > 0|]:\n        g()").Hidden(),
            Example.Bad("def f(n):\n    while [|0 < n and n != 7|]:\n        for x in g(n):\n            break").Hidden(),
            Example.Bad("done = False\nwhile [|not done|]:\n    g()").Saying("this loop never ends: its body never changes `done`").Hidden(),
            Example.Bad("i = 0\nwhile [|i < 10|]:\n    def step():\n        return i + 1\n    print(step())").Hidden(),
            Example.Bad("i = 0\nwhile [|i < 10|]:\n    j = i\n    j += 1\n    continue").Hidden(),
            Example.Bad("def f(n):\n    i = 2\n    while [|i * i <= n|]:\n        if n % i == 0:\n            print(i)").Saying("this loop never ends: its body never changes `i` or `n`").Hidden(),
            Example.Bad("def f() -> int:\n    while [|True|]:\n        g()").Hidden(),
            Example.Bad("def f(x):\n    if x:\n        return 3\n    while [|1|]:\n        g()").Hidden(),
            Example.Bad("def f(x):\n    while [|True|]:\n        while True:\n            break\n    return x").Hidden(),
            Example.Good("def serve(sock):\n    while True:\n        handle(sock.accept())").Hidden(),
            Example.Good("def f() -> None:\n    while True:\n        g()").Hidden(),
            Example.Good("from typing import NoReturn\ndef f() -> NoReturn:\n    while True:\n        g()").Hidden(),
            Example.Good("while True:\n    g()").Hidden(),
            Example.Good("import sys\nwhile True:\n    if input() == 'q':\n        sys.exit()").Hidden(),
            Example.Good("def f(n):\n    while n > 0:\n        yield n").Hidden(),
            Example.Good("async def f(n):\n    while n > 0:\n        await g()").Hidden(),
            Example.Good("def f() -> int:\n    while True:\n        if g():\n            raise StopIteration").Hidden(),
            Example.Good("def f(it) -> int:\n    try:\n        while True:\n            next(it)\n    except StopIteration:\n        return 1").Hidden(),
            Example.Good("def f(n, it):\n    try:\n        while n > 0:\n            next(it)\n    except StopIteration:\n        pass").Hidden(),
            Example.Good("def f(todo):\n    while todo:\n        todo.pop()").Hidden(),
            Example.Good("def f(todo):\n    while todo:\n        work()").Hidden(),
            Example.Good("def f(event):\n    while not event.is_set():\n        work()").Hidden(),
            Example.Good("def f(job):\n    while job.state != 3:\n        work()").Hidden(),
            Example.Good("xs = [1]\nwhile xs:\n    work(xs)").Hidden(),
            Example.Good("xs = [1]\nwhile xs[0] > 0:\n    ys = xs\n    ys[0] -= 1").Hidden(),
            Example.Good("def f(n):\n    def step():\n        nonlocal n\n        n -= 1\n    while n > 0:\n        step()").Hidden(),
            Example.Good("running = True\ndef setUp():\n    global running\n    running = False\nwhile running:\n    work()").Hidden(),
            Example.Good("def f():\n    while busy == 1:\n        work()").Hidden(),
            Example.Good("n = 3\nwhile (n := n - 1) > 0:\n    work()").Hidden(),
            Example.Good("n = 3\nwhile n > 0:\n    for n in range(3):\n        work()").Hidden(),
            Example.Good("def f(a, b):\n    while a < b:\n        work(a)").Hidden(),
            Example.Good("n = 3\nwhile n > 5:\n    import sys\n    sys.exit(work())").Hidden(),
            Example.Good("n = 3\nwhile n > 0:\n    exec('n -= 1')").Hidden(),
            Example.Good("while 0:\n    work()").Hidden(),
            Example.Good("debug = False\nwhile debug:\n    work()").Hidden(),
            Example.Good("def f():\n    y = 1\n    while not y:\n        work()").Hidden(),
            Example.Good("import itertools\nfor i in itertools.count():\n    if i > 3:\n        break").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<While>(Check);

    private static void Check(While loop, RuleContext context)
    {
        if (BrokenCode.Is(loop, context.Tree))
        {
            return;
        }

        if (IsConstantlyTrue(loop.Test))
        {
            CheckForever(loop, context);
        }
        else if (!HasSpecialExit(loop, context) && !IsNeverEntered(loop.Test, context.Model) && NamesOf(loop, context) is { } names && !CanLeave(loop, context))
        {
            var finding = context.Report(loop.Test.Span, names);
            finding.Label(loop.Test.Span, "as it was in the first turn");
        }
    }

    private static void CheckForever(While loop, RuleContext context)
    {
        if (context.Model.ScopeOf(loop) is { Kind: ScopeKind.Function, Node: FunctionDefinition function } && !HasSpecialExit(loop, context)
            && context.Model.CompletionOf(loop) == Completion.None && IsMeantToReturn(function, loop, context))
        {
            context.Report(Forever, loop.Test.Span, function.Name.Text).Severity(Severity.Warning);
        }
    }

    private static bool IsConstantlyTrue(Expr test) => test is Constant { Value: true } or Constant { Value: System.Numerics.BigInteger { IsZero: false } };

    /// <summary>True for a flag whose only value switches the loop off.</summary>
    private static bool IsNeverEntered(Expr test, SemanticModel model)
    {
        var (name, wanted) = test is UnaryOp { Op: UnaryOperator.Not, Operand: Name negated } ? (negated, false) : (test as Name, true);
        return name != null && model.SymbolOf(name)?.SoleBinding?.Value switch
        {
            Constant { Value: null } => wanted,
            Constant { Value: bool value } => value != wanted,
            Constant { Value: System.Numerics.BigInteger value } => value.IsZero == wanted,
            Constant { Value: string value } => (value.Length == 0) == wanted,
            _ => false,
        };
    }

    /// <summary>A return annotation other than None, or a <c>return</c> with a value.</summary>
    private static bool IsMeantToReturn(FunctionDefinition function, While loop, RuleContext context)
    {
        if (function.Returns is { } annotation)
        {
            return annotation is Name { Id: "int" or "str" or "bool" or "float" or "list" or "dict" or "tuple" or "set" or "bytes" } or Subscript;
        }

        foreach (var node in context.Tree.All<Return>(function))
        {
            if (node is { Value: not (null or Constant { Value: null }) } && !loop.Contains(node) && context.Model.ScopeOf(node).Node == function)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the body leaves the loop by a statement, for good or to be called again.</summary>
    private static bool CanLeave(While loop, RuleContext context)
    {
        const Completion ways = Completion.Breaks | Completion.Returns | Completion.Raises | Completion.Exits;
        return (context.Model.CompletionOf(loop.Body, ContextManagers.MaySwallow) & ways) != 0;
    }

    /// <summary>
    /// True with a <c>yield</c> or <c>await</c> in the loop, an <c>exec</c> that may do anything, and where an exception is the way out: in
    /// a <c>try</c> of the same function.
    /// </summary>
    private static bool HasSpecialExit(While loop, RuleContext context)
    {
        var scope = context.Model.ScopeOf(loop);
        foreach (var node in context.Tree.Subtree(loop))
        {
            if (node is Await or Yield or YieldFrom or AsyncFor or AsyncWith || (node is Call call && context.Model.IsBuiltin(call.Func, "exec")))
            {
                return true;
            }
        }

        for (Node inner = loop; inner.Parent is { } around && context.Model.ScopeOf(inner) == scope; inner = around)
        {
            if (around is TryStatement { Handlers.IsEmpty: false } or WithStatement)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variables of the condition, to be read; null unless it is made of names that keep their values, and constants.</summary>
    private static string? NamesOf(While loop, RuleContext context)
    {
        string? names = null;
        foreach (var node in context.Tree.Subtree(loop.Test))
        {
            switch (node)
            {
                case Name name when !KeepsValue(name, loop, context):
                    return null;
                case Name name:
                    var shown = $"`{name.Id}`";
                    names = names is null ? shown : names.Contains(shown, StringComparison.Ordinal) ? names : $"{names} or {shown}";
                    break;
                case not (Constant or Compare or BoolOp or UnaryOp or BinOp):
                    return null;
            }
        }

        return names;
    }

    /// <summary>
    /// True for a variable of the function or module itself that only it binds, outside the loop, and whose value can't be changed in place.
    /// </summary>
    private static bool KeepsValue(Name name, While loop, RuleContext context)
    {
        var scope = context.Model.ScopeOf(loop);
        if (context.Model.SymbolOf(name) is not { } symbol || symbol.Scope != scope || scope.Kind is not (ScopeKind.Function or ScopeKind.Module))
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope != scope || loop.Contains(binding.Node))
            {
                return false;
            }
        }

        return IsImmutable(context.Model.TypeOf(name)) || IsComparedWithNumber(name, context);
    }

    private static bool IsImmutable(PyType type)
    {
        if (type.Kind == PyTypeKind.Union)
        {
            foreach (var member in type.Arguments)
            {
                if (!IsImmutable(member))
                {
                    return false;
                }
            }

            return true;
        }

        return type.Kind is PyTypeKind.None or PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex or PyTypeKind.Str or PyTypeKind.Bytes;
    }

    /// <summary>True for <c>n > 0</c> and <c>i &lt; n</c> where <c>i</c> is a number: what is compared with one is taken for one.</summary>
    private static bool IsComparedWithNumber(Name name, RuleContext context) =>
        name.Parent is Compare { Ops: [CompareOperator.Lt or CompareOperator.LtE or CompareOperator.Gt or CompareOperator.GtE or CompareOperator.NotEq or CompareOperator.Eq], Comparators: [var right] } compare
        && context.Model.TypeOf(compare.Left == name ? right : compare.Left).IsNumber;
}
