using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A generator for <c>with</c> whose clean-up stands behind an unprotected <c>yield</c>.</summary>
/// <remarks>
/// Code behind a <c>yield</c> is often meant for success alone: it commits, checks what the block did, or closes a bracket that it opened. Three in ten findings were
/// such code while all of it counted, so that what it does has to show: it stores or deletes something, calls something named for undoing, or calls
/// again what ran before the <c>yield</c>, with a value that was kept then. Telling is an info.
/// </remarks>
public sealed class ContextmanagerWithoutFinally : Rule
{
    private const int LongestQuote = 40;

    /// <summary>A manager yields once on each path; to look behind each of thousands would take quadratic time.</summary>
    private const int MostYields = 64;

    private static readonly Remembered<FunctionDefinition, (Dictionary<string, int> Calls, Dictionary<string, int> Stores)> Before = new(FirstUses);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS220",
        Name = "contextmanager-without-finally",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["RUF075", "W0135", "contextmanager-generator-missing-cleanup"],
        Message = "`{statement}` is skipped when the block of the `with` raises: the exception comes out of this `yield`",
        Why = "`@contextmanager` runs the function up to the `yield`, then the block of the `with`, then the rest. When the block raises, the exception is "
            + "thrown into the generator at the `yield`: without a `try` around it the function ends there, and what stands behind isn't run.",
        Instead = "Put the `yield` into `try:` and the clean-up into `finally:`; or let another `with` around the `yield` do the clean-up.",
        Interview = new(
            "What happens at the `yield` of a `@contextmanager` function when the block raises?",
            "The exception is raised there, as if the `yield` had failed. So I write `try: yield` and `finally:` with the clean-up, which also "
            + "lets the exception go on; an `except` around the `yield` that doesn't raise again would hide it. A class with `__enter__` and `__exit__` does "
            + "the same in more lines, and I take it when the manager has a state that others look at."),
        FineWhen = "When nothing stands behind the `yield`, when what stands there is for success alone, such as a commit or an assertion, and when a `with` "
            + "or `try` around the `yield` cleans up: the rule is silent there. What only prints or logs is an info.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                from contextlib import contextmanager

                @contextmanager
                def working_in(folder):
                    before = os.getcwd()
                    os.chdir(folder)
                    [|yield folder|]
                    os.chdir(before)
                """, fixedTo: """
                from contextlib import contextmanager

                @contextmanager
                def working_in(folder):
                    before = os.getcwd()
                    os.chdir(folder)
                    try:
                        yield folder
                    finally:
                        os.chdir(before)
                """).Saying("`os.chdir(before)` is skipped when the block of the `with` raises: the exception comes out of this `yield`"),
            Example.Bad("""
                import contextlib

                @contextlib.asynccontextmanager
                async def connection(pool):
                    connection = await pool.take()
                    [|yield connection|]
                    await pool.give_back(connection)
                """),
            Example.Good("""
                from contextlib import contextmanager

                @contextmanager
                def working_in(folder):
                    before = os.getcwd()
                    os.chdir(folder)
                    try:
                        yield folder
                    finally:
                        os.chdir(before)
                """),
            Example.Good("""
                from contextlib import contextmanager

                @contextmanager
                def reading(path):
                    with open(path, encoding="utf-8") as file:
                        yield file
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g(x):\n    if x:\n        [|yield 1|]\n    else:\n        [|yield 2|]\n    x.reset()").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g():\n\tv = [|yield|]  # go\n\n\t# then\n\tstop(v)\n", fixedTo: "from contextlib import contextmanager\n@contextmanager\ndef g():\n\ttry:\n\t\tv = yield  # go\n\n\t\t# then\n\tfinally:\n\t\tstop(v)\n")
            .OnlyAtModuleLevel("tabs and spaces don't mix").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g(s):\n    [|yield s|]\n    s.commit()\n    s.close()").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g():\n    try:\n        f()\n    finally:\n        h()\n    [|yield|]\n    k.close()").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g():\n    [|yield|]\n    f.remove('''a\nb''')\n").OnlyAtModuleLevel("a text over two lines changes with its indentation").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g():\n    start = f()\n    [|yield|]\n    print(f() - start)").Hidden(),
        Example.Bad("from contextlib import contextmanager\ndepth = 0\n@contextmanager\ndef g():\n    global depth\n    depth += 1\n    [|yield|]\n    depth -= 1").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g(self):\n    old = self.x\n    self.x = 1\n    [|yield|]\n    if old is not None:\n        self.x = old").Hidden(),
        Example.Bad("import os\nfrom contextlib import contextmanager\n@contextmanager\ndef g(mask):\n    old = os.umask(mask)\n    [|yield|]\n    os.umask(old)").Hidden(),
        Example.Bad("from contextlib import contextmanager\n@contextmanager\ndef g(o):\n    old = o.x\n    setattr(o, 'x', 1)\n    [|yield|]\n    setattr(o, 'x', old)").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g(s):\n    count = s.count()\n    yield\n    s.check(count)").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g(self):\n    self.write('(')\n    yield\n    self.write(')')").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g():\n    f()\n    yield").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g():\n    with f():\n        yield\n    h.close()").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g():\n    try:\n        yield\n    except BaseException:\n        h.close()\n        raise\n    h.close()").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g(s):\n    yield s\n    s.commit()").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g(s):\n    before = s.x\n    yield\n    assert s.x == before").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g(s):\n    if s is None:\n        yield None\n        return\n    with s:\n        yield s").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef g():\n    def h():\n        yield 1\n        f()\n    with h():\n        yield").Hidden(),
        Example.Good("def g():\n    yield 1\n    f()").Hidden(),
        Example.Good("import pytest\n@pytest.fixture\ndef g():\n    x = f()\n    yield x\n    x.close()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(Check);
        on.Visit<AsyncFunctionDef>(Check);
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        if (!IsManager(function, context))
        {
            return;
        }

        var count = 0;
        foreach (var yield in context.Tree.All<Yield>(function))
        {
            if (context.Model.ScopeOf(yield).Node == function && ++count <= MostYields && StatementOf(yield) is { } statement)
            {
                Check(yield, statement, function, context);
            }
        }
    }

    private static bool IsManager(FunctionDefinition function, RuleContext context)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (context.Model.KnownName(decorator) is "contextlib.contextmanager" or "contextlib.asynccontextmanager")
            {
                return true;
            }
        }

        return false;
    }

    private static Stmt? StatementOf(Yield yield) => yield.Parent is ExprStmt or Assign ? (Stmt)yield.Parent : null;

    private static void Check(Yield yield, Stmt statement, FunctionDefinition function, RuleContext context)
    {
        var (onlyTells, skipped, isOver) = (true, default(Stmt), false);
        for (Node inner = statement; inner != function; inner = inner.Parent!)
        {
            if (inner.Parent is not (If or FunctionDefinition))
            {
                // A `with` or `try` around it may do the clean-up, and a loop goes on.
                return;
            }

            foreach (var behind in Behind(inner))
            {
                isOver |= behind is Return;
                if (!isOver && IsCleanUp(behind, statement, function))
                {
                    skipped ??= behind;
                    onlyTells &= IsTelling(behind);
                }
            }
        }

        if (skipped is null)
        {
            return;
        }

        var found = context.Report(yield.Span, Quote(skipped, context)).Label(skipped.Span, "runs only when the block succeeds");
        if (onlyTells)
        {
            found.Severity(Severity.Info);
        }

        if (EditFor(statement, function, context) is { } edit)
        {
            found.Fix(FixSafety.Unsafe, "put it into `finally`", edit);
        }
    }

    private static ReadOnlySpan<Stmt> Behind(Node statement)
    {
        var body = statement.Parent switch
        {
            FunctionDefinition function => function.Body,
            If branch => branch.Body.Contains((Stmt)statement) ? branch.Body : branch.OrElse,
            _ => [],
        };
        return body.AsSpan()[(body.IndexOf((Stmt)statement) + 1)..];
    }

    /// <summary>True for what puts something back, anywhere in the statement, or tells; what else stands there may be meant for success.</summary>
    private static bool IsCleanUp(Stmt statement, Stmt yielding, FunctionDefinition function)
    {
        foreach (var node in function.Tree.Subtree(statement))
        {
            var putsBack = node switch
            {
                Attribute { Ctx: ExprContext.Store } or Subscript { Ctx: ExprContext.Store } or Delete => true,
                Name { Ctx: ExprContext.Store } name => IsOuter(name, function),
                Call call => CleanUpWords.Undoes(call) || call.Func is Name { Id: "setattr" or "delattr" } || IsRepeated(call, yielding, function),
                _ => false,
            };
            if (putsBack)
            {
                return true;
            }
        }

        return IsTelling(statement);
    }

    /// <summary>True for a call of what was called before the <c>yield</c> too, now with a variable that was bound then: <c>os.umask(old)</c>.</summary>
    private static bool IsRepeated(Call call, Stmt yielding, FunctionDefinition function)
    {
        if (call.Args is not [.., Name kept] || PathOf(call.Func) is not { } callee)
        {
            return false;
        }

        var (calls, stores) = Before.Of(function);
        return calls.TryGetValue(callee, out var called) && called < yielding.Index && stores.TryGetValue(kept.Id, out var stored) && stored < yielding.Index;
    }

    /// <summary>Where a function calls each path of names first, and where it binds each name first.</summary>
    private static (Dictionary<string, int> Calls, Dictionary<string, int> Stores) FirstUses(FunctionDefinition function)
    {
        var (calls, stores) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var node in function.Tree.Subtree(function))
        {
            if (node is Call call && PathOf(call.Func) is { } path)
            {
                calls.TryAdd(path, node.Index);
            }
            else if (node is Name { Ctx: ExprContext.Store } bound)
            {
                stores.TryAdd(bound.Id, node.Index);
            }
        }

        return (calls, stores);
    }

    private static string? PathOf(Expr callee) => callee switch
    {
        Name name => name.Id,
        Attribute { Value: Name owner } attribute => $"{owner.Id}.{attribute.Attr.Text}",
        _ => null,
    };

    /// <summary>True for a name that the function declares as one of somebody else.</summary>
    private static bool IsOuter(Name name, FunctionDefinition function)
    {
        foreach (var statement in function.Body)
        {
            var names = statement switch { Global declaration => declaration.Names, Nonlocal declaration => declaration.Names, _ => [] };
            foreach (var declared in names)
            {
                if (declared.Text == name.Id)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTelling(Stmt statement) => statement is ExprStmt { Value: Call call } && CleanUpWords.Tells(call);

    private static string Quote(Stmt statement, RuleContext context)
    {
        var text = context.TextOf(statement);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "…";
    }

    /// <summary>Null where the lines hold something that doesn't move, or a <c>return</c> would stand in the <c>finally</c>.</summary>
    private static TextEdit? EditFor(Stmt statement, FunctionDefinition function, RuleContext context)
    {
        var text = context.Text;
        var at = function.Body.IndexOf(statement);
        if (at < 0 || OwnLine.IndentBefore(statement.Span.Start, text) is not { } indent || OwnLine.IndentBefore(function.Body[at + 1].Span.Start, text) is null || Leaves(function, at))
        {
            return null;
        }

        var (first, middle, last) = (text.LineOf(statement.Span.Start), text.LineOf(function.Body[at + 1].Span.Start), text.LineOf(function.Body[^1].Span.End));
        if (!Indentation.CanMove(context.Tree.Nodes.AsSpan()[statement.Index..function.SubtreeEnd], text))
        {
            return null;
        }

        var unit = Indentation.UnitAt(statement, text);
        var newLine = Indentation.NewLineAt(first, text);
        var moved = $"{indent}try:{newLine}{Indentation.Deeper(first, middle - 1, unit, text)}{newLine}{indent}finally:{newLine}{Indentation.Deeper(middle, last, unit, text)}";
        return new TextEdit(new TextSpan(text.LineStart(first), text.LineSpan(last).End), moved);
    }

    private static bool Leaves(FunctionDefinition function, int at)
    {
        foreach (var node in function.Tree.Nodes.AsSpan()[function.Body[at + 1].Index..function.SubtreeEnd])
        {
            if (node is Return or Yield or YieldFrom)
            {
                return true;
            }
        }

        return false;
    }
}
