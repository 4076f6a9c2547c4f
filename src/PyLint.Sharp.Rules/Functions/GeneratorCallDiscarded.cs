using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A generator function or coroutine function that is called in a line of its own, so that nothing of it runs.</summary>
public sealed class GeneratorCallDiscarded : Rule
{
    private const string Generator = "this runs nothing of `{function}`: calling a generator function only makes a generator";
    private const string Coroutine = "this runs nothing of `{function}`: the coroutine is never awaited";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS326",
        Name = "generator-call-discarded",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["RUF006", "reportUnusedCoroutine"],
        Message = Generator,
        OtherMessages = [Coroutine],
        Why = "A `yield` anywhere in its body makes a function a generator function: the call returns a generator at once, and the first line of the body runs "
            + "when somebody asks for the first value. `async def` is the same with `await`. A call in a line of its own throws the object away, so that "
            + "the work isn't done. For a coroutine Python warns when it is collected, “was never awaited”; for a generator it says nothing.",
        Instead = "Iterate: `for item in produce():`, or `list(produce())` where only the effects count. Await a coroutine, `await save()`, or start it with "
            + "`asyncio.run(save())` from code that isn't asynchronous.",
        Interview = new(
            "What happens when you call a function that contains `yield`?",
            "Nothing of its body runs. The call gives a generator, and each `next()` runs it up to the next `yield`, with its variables kept in between: so it can "
            + "produce values without end in little memory. The price is that errors and effects come later than the call, and that it can be consumed "
            + "once. If a function shall check its arguments at once, I let a plain function check them and return an inner generator."),
        FineWhen = "Hardly ever: a generator that nobody iterates is work that isn't done. Decorated functions may run when they are called (`@contextmanager`, "
            + "fixtures, tasks), and the rule is silent about them.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def log_all(messages):
                    for message in messages:
                        print(message)
                        yield message

                [|log_all(["a", "b"])|]
                """, fixedTo: """
                def log_all(messages):
                    for message in messages:
                        print(message)
                        yield message

                for _ in log_all(["a", "b"]):
                    pass
                """).Saying("this runs nothing of `log_all`: calling a generator function only makes a generator"),
            Example.Bad("""
                async def save(order):
                    await database.insert(order)

                async def handle(order):
                    [|save(order)|]
                """, fixedTo: """
                async def save(order):
                    await database.insert(order)

                async def handle(order):
                    await save(order)
                """).Saying("this runs nothing of `save`: the coroutine is never awaited"),
            Example.Good("""
                def numbers():
                    yield 1
                    yield 2

                for number in numbers():
                    print(number)
                """),
            Example.Good("""
                import asyncio

                async def main():
                    await asyncio.sleep(1)

                asyncio.run(main())
                """),
            Example.Bad("async def f():\n    return 1\n[|f()|]").Hidden(),
            Example.Bad("class A:\n    def f(self):\n        yield 1\n    def g(self):\n        [|self.f()|]", fixedTo: "class A:\n    def f(self):\n        yield 1\n    def g(self):\n        for _ in self.f():\n            pass").Hidden(),
            Example.Bad("class A:\n    async def f(self):\n        return 1\n    async def g(self):\n        if self:\n            [|self.f()|]", fixedTo: "class A:\n    async def f(self):\n        return 1\n    async def g(self):\n        if self:\n            await self.f()").Hidden(),
            Example.Bad("async def f():\n    yield 1\nasync def g():\n    [|f()|]", fixedTo: "async def f():\n    yield 1\nasync def g():\n    async for _ in f():\n        pass").Hidden(),
            Example.Bad("async def f():\n    return 1\ndef g():\n    [|f()|]").Hidden(),
            Example.Bad("def f():\n    yield 1\nif f: [|f()|]").Hidden(),
            Example.Bad("def f(x):\n    try:\n        return 1\n    finally:\n        yield x\n[|f(1)|]  # go", fixedTo: "def f(x):\n    try:\n        return 1\n    finally:\n        yield x\nfor _ in f(1):\n    pass  # go").Hidden(),
            Example.Good("def f():\n    yield 1\nnext(f())\nlist(f())\nx = f()").Hidden(),
            Example.Good("def f():\n    return (yield_ for yield_ in x)\nf()").Hidden(),
            Example.Good("def f():\n    def g():\n        yield 1\n    return g\nf()").Hidden(),
            Example.Good("import contextlib\n@contextlib.contextmanager\ndef f():\n    yield 1\nf()").Hidden(),
            Example.Good("import pytest\n@pytest.fixture\ndef f():\n    yield 1\nf()").Hidden(),
            Example.Good("import asyncio\nasync def f():\n    return 1\nasync def g():\n    await f()\n    tasks.add(asyncio.create_task(f()))").Hidden(),
            Example.Good("class T:\n    def test(self):\n        async def f():\n            return 1\n        with self.assertWarns(RuntimeWarning):\n            f()").Hidden(),
            Example.Good("@task\nasync def f():\n    return 1\nf()").Hidden(),
            Example.Good("async def f():\n    return 1\nf().close()").Hidden(),
            Example.Good("class A:\n    def f(self):\n        yield 1\n    def g(self):\n        self.f()\nclass C(A):\n    def f(self):\n        return 1").Hidden(),
            Example.Good("def f(x):\n    yield x\ntry:\n    f()\nexcept TypeError:\n    print('no')").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExprStmt>(Check);

    private static void Check(ExprStmt statement, RuleContext context)
    {
        if (statement.Value is not Call call || context.Model.OwnCalleeOf(call)?.Node is not FunctionDefinition { DecoratorList.IsEmpty: true } function)
        {
            return;
        }

        var (isGenerator, isAsync) = (context.Model.IsGenerator(function), function is AsyncFunctionDef);
        if (!(isGenerator || isAsync) || ExpectsWarning(statement) || ExpectedError.Covers(call, "TypeError", context.Model))
        {
            return;
        }

        var finding = context.Report(isGenerator ? Generator : Coroutine, call.Span, function.Name.Text);
        finding.Label(function.Name.Span, isGenerator ? "has a `yield`" : "is `async`");
        var isInCoroutine = context.Model.ScopeOf(statement).Node is AsyncFunctionDef;
        if (!isGenerator && isInCoroutine)
        {
            finding.Fix(FixSafety.Unsafe, "await it", new TextEdit(new TextSpan(call.Span.Start, call.Span.Start), "await "));
        }
        else if (isGenerator && (!isAsync || isInCoroutine) && IndentOf(statement, context.Text) is { } indent)
        {
            var loop = $"{(isAsync ? "async " : "")}for _ in {context.TextOf(call)}:{ImportInsertion.LineBreak(context.Text)}{indent}    pass";
            finding.Fix(FixSafety.Unsafe, "iterate over it", new TextEdit(statement.Span, loop));
        }
    }

    /// <summary>True in a <c>with</c> that asserts a warning: of the coroutine that is never awaited.</summary>
    private static bool ExpectsWarning(ExprStmt statement)
    {
        for (var around = statement.Ancestor<WithStatement>(); around is not null; around = around.Ancestor<WithStatement>())
        {
            foreach (var item in around.Items)
            {
                if (item.ContextExpr is Call { Func: Attribute { Attr.Text: var name } } && name.Contains("warn", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The indentation of a statement that has its line for itself, but for a comment behind it; null for any other.</summary>
    private static string? IndentOf(ExprStmt statement, SourceText text) =>
        OwnLine.EndsAt(statement.Span.End, text) ? OwnLine.IndentBefore(statement.Span.Start, text) : null;
}
