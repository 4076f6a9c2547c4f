using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An <c>__exit__</c> that returns a true constant whatever happened.</summary>
public sealed class ExitSwallowsExceptions : Rule
{
    /// <summary>A class of such a name says that it does it.</summary>
    private static readonly string[] Sayers = ["suppress", "ignor", "swallow", "silen", "mute", "catch", "raises", "fake", "mock", "dummy", "stub"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS221",
        Name = "exit-swallows-exceptions",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["S5706"],
        Message = "`{method}` of `{class}` always returns `{value}`, so that its `with` hides every exception",
        Why = "When the block of a `with` raises, Python calls `__exit__` with the exception, and a true result means “dealt with”: the exception is dropped "
            + "and the program goes on behind the `with`. The result is not a report of success. Ctrl-C and a mistyped name go the same way.",
        Instead = "Return nothing: `None` is false, and the exception goes on. To end some exceptions on purpose, ask for them: "
            + "`return exc_type is not None and issubclass(exc_type, KeyError)`.",
        Interview = new(
            "What does the result of `__exit__` mean?",
            "True means: I have dealt with the exception, carry on behind the `with`. False or `None` means: let it go on. So clean-up code returns nothing, "
            + "and only something like `contextlib.suppress` returns true, for the types that it was given. The trade-off of a suppressing manager is that "
            + "the reader of the `with` can't see that the block may end in the middle, so that its name has to say so."),
        FineWhen = "When the class says by its name that it suppresses, ignores or catches; the rule is silent there, in tests, "
            + "and where `__exit__` stores the exception or passes it on, so that somebody may raise it.",
        Examples =
        [
            Example.Bad("""
                class Timer:
                    def __enter__(self):
                        self.start = perf_counter()
                        return self

                    def __exit__(self, exc_type, exc, traceback):
                        print(perf_counter() - self.start)
                        [|return True|]
                """).Saying("`__exit__` of `Timer` always returns `True`, so that its `with` hides every exception"),
            Example.Bad("""
                class Transaction:
                    def __exit__(self, exc_type, exc, traceback):
                        if exc_type is None:
                            self.commit()
                            [|return True|]
                        self.roll_back()
                        return True
                """),
            Example.Good("""
                class Timer:
                    def __enter__(self):
                        self.start = perf_counter()
                        return self

                    def __exit__(self, exc_type, exc, traceback):
                        print(perf_counter() - self.start)
                """),
            Example.Good("""
                class Optional:
                    def __exit__(self, exc_type, exc, traceback):
                        if exc_type is KeyError:
                            return True
                        return False
                """),
            Example.Bad("class A:\n    async def __aexit__(self, *args):\n        await self.close()\n        [|return 1|]")
                .Saying("`__aexit__` of `A` always returns `1`, so that its `with` hides every exception").Hidden(),
            Example.Bad("class A:\n    def __exit__(self, *args):\n        try:\n            self.close()\n        finally:\n            self.done = True\n        [|return 'closed'|]").Hidden(),
            Example.Bad("class A:\n    def __exit__(self, *args):\n        def g():\n            return False\n        g()\n        [|return True|]").Hidden(),
            Example.Good("class A:\n    def __exit__(self, *args):\n        return False").Hidden(),
            Example.Good("class A:\n    def __exit__(self, *args):\n        return None").Hidden(),
            Example.Good("class A:\n    def __exit__(self, *args):\n        return ''").Hidden(),
            Example.Good("class A:\n    def __exit__(self, *args):\n        return self.stack.__exit__(*args)").Hidden(),
            Example.Good("class A:\n    def __exit__(self, exc_type, *args):\n        return exc_type is KeyError").Hidden(),
            Example.Good("class A:\n    def __exit__(self, exc_type, *args):\n        if exc_type:\n            return True").Hidden(),
            Example.Good("class A:\n    def __exit__(self, exc_type, *args):\n        if exc_type is None:\n            raise AssertionError\n        return True").Hidden(),
            Example.Good("class Collector:\n    def __exit__(self, exc_type, exc, traceback):\n        if exc is not None:\n            self.errors.append(exc)\n        return True").Hidden(),
            Example.Good("class SuppressAll:\n    def __exit__(self, *args):\n        return True").Hidden(),
            Example.Good("class TestA:\n    class Manager:\n        def __exit__(self, *args):\n            return True").Hidden(),
            Example.Good("def __exit__(*args):\n    return True").Hidden(),
            Example.Good("class A:\n    def close(self):\n        return True").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(Check);
        on.Visit<AsyncFunctionDef>(Check);
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        if (function is not { Name.Text: "__exit__" or "__aexit__", Parent: ClassDef owner } || SaysSo(owner.Name.Text) || TestCode.Holds(function)
            || TestCode.IsFile(context.Tree) || context.Model.CompletionOf(function.Body) != Completion.Returns)
        {
            return;
        }

        Return? first = null;
        foreach (var node in context.Tree.Subtree(function))
        {
            if (node is Return result && context.Model.ScopeOf(result).Node == function)
            {
                if (!IsTrue(result.Value))
                {
                    return;
                }

                first ??= result;
            }

            if (node is Name { Ctx: ExprContext.Load } used && used.Parent is not Compare && IsException(used, function) && HandedOver.IsKept(used))
            {
                return;
            }
        }

        if (first != null)
        {
            context.Report(first.Span, function.Name.Text, owner.Name.Text, context.TextOf(first.Value!))
                .Label(function.Name.Span, "Python calls this when the block of the `with` raises")
                .Label(first.Span, "and drops the exception for this");
        }
    }

    /// <summary>True for a parameter other than <c>self</c>: the type, the exception, the traceback, or all of them.</summary>
    private static bool IsException(Name used, FunctionDefinition function)
    {
        var args = function.Args;
        for (var i = 1; i < args.Args.Length; i++)
        {
            if (args.Args[i].Name.Text == used.Id)
            {
                return true;
            }
        }

        return args.VarArg?.Name.Text == used.Id;
    }

    private static bool IsTrue(Expr? value) => value is Constant constant && constant.Value switch
    {
        bool truth => truth,
        string text => text.Length > 0,
        System.Numerics.BigInteger number => !number.IsZero,
        _ => false,
    };

    private static bool SaysSo(string name)
    {
        foreach (var word in Sayers)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
