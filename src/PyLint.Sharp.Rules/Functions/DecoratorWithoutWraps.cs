using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A decorator whose wrapper doesn't take over name, docstring and signature of what it wraps.</summary>
public sealed class DecoratorWithoutWraps : Rule
{
    private const string Replaced = "`{decorated}` calls itself `{wrapper}` once it is decorated: `@wraps({func})` is missing";
    private const string Unused = "`{wrapper}` takes the place of `{func}` under a name of its own: `@wraps({func})` is missing";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS319",
        Name = "decorator-without-wraps",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Message = Replaced,
        OtherMessages = [Unused],
        Why = "`@decorate` above `def f` means `f = decorate(f)`: the name `f` now means the function that the decorator returned. That one brings its "
            + "own `__name__`, `__doc__`, annotations and signature. So `help(f)`, tracebacks, logs, documentation and everything that looks "
            + "functions up by name, as routers of web frameworks and `pickle` do, see `wrapper`, and two decorated functions look the same.",
        Instead = "Put `@functools.wraps(func)` above the inner function: it copies these attributes and keeps the original as `__wrapped__`, where "
            + "`inspect.signature` and `inspect.unwrap` find it.",
        Interview = new(
            "What does `functools.wraps` do, and what goes wrong without it?",
            "A decorator replaces the function by its wrapper. `wraps` copies `__name__`, `__qualname__`, `__module__`, `__doc__`, `__dict__` and the "
            + "annotations to the wrapper and links back by `__wrapped__`. Without it every decorated function is called `wrapper` in logs and `help()` is "
            + "empty. It doesn't change how the wrapper is called: it still accepts any arguments and fails inside, which is "
            + "where a `ParamSpec` helps the type checker."),
        FineWhen = "When the inner function is meant as a new one, as in `compose(f, g)`: the rule speaks of functions that the file uses after an `@`, and "
            + "as an info of those that pass any arguments on to their only callable. It is silent where `update_wrapper`, `wrapt` or another decorator "
            + "may do the work.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                import functools

                def twice(func):
                    def [|wrapper|](*args, **kwargs):
                        func(*args, **kwargs)
                        return func(*args, **kwargs)
                    return wrapper

                @twice
                def greet(name):
                    print("Hello", name)
                """, fixedTo: """
                import functools

                def twice(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        func(*args, **kwargs)
                        return func(*args, **kwargs)
                    return wrapper

                @twice
                def greet(name):
                    print("Hello", name)
                """).Saying("`greet` calls itself `wrapper` once it is decorated: `@wraps(func)` is missing"),
            Example.Bad("""
                def repeat(times):
                    def decorate(func):
                        def [|wrapper|](*args, **kwargs):
                            for _ in range(times):
                                func(*args, **kwargs)
                        return wrapper
                    return decorate

                @repeat(3)
                def greet(name):
                    print("Hello", name)
                """, fixedTo: """
                from functools import wraps
                def repeat(times):
                    def decorate(func):
                        @wraps(func)
                        def wrapper(*args, **kwargs):
                            for _ in range(times):
                                func(*args, **kwargs)
                        return wrapper
                    return decorate

                @repeat(3)
                def greet(name):
                    print("Hello", name)
                """).OnlyAtModuleLevel("the import goes to the top of the file"),
            Example.Good("""
                import functools

                def twice(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        func(*args, **kwargs)
                        return func(*args, **kwargs)
                    return wrapper
                """),
            Example.Good("""
                def compose(outer, inner):
                    def composed(value):
                        return outer(inner(value))
                    return composed
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def d(func):\n    def [|inner|](*args, **kwargs):\n        return func(*args, **kwargs)\n    return inner", fixedTo: "from functools import wraps\ndef d(func):\n    @wraps(func)\n    def inner(*args, **kwargs):\n        return func(*args, **kwargs)\n    return inner")
            .OnlyAtModuleLevel("the import goes to the top of the file")
            .Saying("`inner` takes the place of `func` under a name of its own: `@wraps(func)` is missing").Hidden(),
        Example.Bad("from functools import wraps\ndef d(f):\n    async def [|g|](x):\n        return await f(x)\n    return g\n@d\nasync def work(x):\n    return x", fixedTo: "from functools import wraps\ndef d(f):\n    @wraps(f)\n    async def g(x):\n        return await f(x)\n    return g\n@d\nasync def work(x):\n    return x").Hidden(),
        Example.Bad("def d(func=None, *, n=1):\n    def decorate(f):\n        def [|g|](x):\n            return f(x) * n\n        return g\n    if func is None:\n        return decorate\n    return decorate(func)\n@d(n=2)\ndef one(x):\n    return x").Hidden(),
        Example.Bad("def d(f):\n    if f.__doc__:\n        def [|g|]():\n            return f()\n        return g\n    return f\n@d\ndef one():\n    return 1").Hidden(),
        Example.Bad("def d(f):\n    def [|g|](): return f()\n    return g\n@d\nclass One:\n    pass").Hidden(),
        Example.Bad("wraps = 1\ndef d(f):\n    def [|g|]():\n        return f()\n    return g\n@d\ndef one():\n    return wraps").Hidden(),
        Example.Good("from functools import update_wrapper\ndef d(f):\n    def g(*a, **k):\n        return f(*a, **k)\n    update_wrapper(g, f)\n    return g\ndef e(f):\n    def g(*a, **k):\n        return f(*a, **k)\n    return update_wrapper(g, f)").Hidden(),
        Example.Good("from functools import update_wrapper\nclass Counted:\n    def __init__(self, f):\n        update_wrapper(self, f)\n        self.f = f\n    def __call__(self, *a, **k):\n        return self.f(*a, **k)").Hidden(),
        Example.Good("import wrapt\n@wrapt.decorator\ndef d(wrapped, instance, args, kwargs):\n    return wrapped(*args, **kwargs)\ndef e(f):\n    @wrapt.function_wrapper\n    def g(*a, **k):\n        return f(*a, **k)\n    return g").Hidden(),
        Example.Good("def d(f):\n    def g(*a, **k):\n        return f(*a, **k)\n    g.__name__ = f.__name__\n    return g").Hidden(),
        Example.Bad("def repeat(times):\n    def decorate(f):\n        def [|g|](*a, **k):\n            return [f(*a, **k) for _ in range(times)]\n        return g\n    return decorate")
            .Saying("`g` takes the place of `f` under a name of its own: `@wraps(f)` is missing").Hidden(),
        Example.Bad("def retry(f, times=3):\n    def [|g|](*a, **k):\n        for _ in range(times):\n            f(*a, **k)\n    return g").Hidden(),
        Example.Good("def bind(f, first):\n    def g(*a, **k):\n        return f(first, *a, **k)\n    return g").Hidden(),
        Example.Good("def checked(app):\n    def check(*args, **kwargs):\n        path, respond = args\n        return app(path, respond)\n    return check").Hidden(),
        Example.Good("known = []\ndef register(f):\n    known.append(f)\n    return f\n@register\ndef one():\n    return 1").Hidden(),
        Example.Good("def adder(f):\n    def add(x):\n        return f(x) + 1\n    return add\nadd = adder(abs)").Hidden(),
        Example.Good("def d(f):\n    def g():\n        return f\n    return g\n@d\ndef one():\n    return 1").Hidden(),
        Example.Good("def d(f):\n    def g():\n        return f()\n    g()\n    return f\n@d\ndef one():\n    return 1").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, context));
    }

    private static void Check(FunctionDefinition wrapper, RuleContext context)
    {
        var model = context.Model;
        if (!wrapper.DecoratorList.IsEmpty || Decoration.FunctionAround(wrapper, model) is not { } decorator
            || Decoration.SymbolOf(wrapper, model) is not { } symbol || !IsReturnedAsItIs(symbol)
            || WrappedBy(wrapper, decorator, model) is not { } wrapped)
        {
            return;
        }

        foreach (var use in Decoration.UsesOf(decorator, model))
        {
            Report(wrapper, wrapped, use, context);
            return;
        }

        // Only what hands any arguments on is surely no function of its own. Of 13 more in CPython's library whose inner function has
        // parameters of its own, five replace the function: the others adapt one interface to another.
        if (decorator.DecoratorList.IsEmpty && HandsAllOn(wrapper, wrapped, !IsOnlyParameter(wrapped, decorator), context))
        {
            Report(wrapper, wrapped, null, context);
        }
    }

    /// <summary>False when something else gets the wrapper or sets its attributes: that may do what <c>wraps</c> does.</summary>
    private static bool IsReturnedAsItIs(Symbol wrapper)
    {
        foreach (var reference in wrapper.References)
        {
            if (reference.Parent is Attribute { Ctx: ExprContext.Store, Attr.Text: "__name__" or "__doc__" or "__wrapped__" or "__dict__" or "__qualname__" or "__signature__" }
                || reference.Parent is Attribute { Attr.Text: "__dict__" }
                || (reference.Parent is Call call && call.Func != reference))
            {
                return false;
            }
        }

        return Decoration.Returns(wrapper);
    }

    /// <summary>The first parameter of the decorator when the wrapper calls it, and no other one.</summary>
    private static Arg? WrappedBy(FunctionDefinition wrapper, FunctionDefinition decorator, SemanticModel model)
    {
        Arg? found = null;
        foreach (var call in model.Tree.All<Call>(wrapper))
        {
            if (Decoration.ParameterNamed(call.Func, decorator, model) is { } parameter)
            {
                if (found != null && found != parameter)
                {
                    return null;
                }

                found = parameter;
            }
        }

        return found == FirstOf(decorator, model) ? found : null;
    }

    private static Arg? FirstOf(FunctionDefinition decorator, SemanticModel model)
    {
        var skipped = model.ScopeOf(decorator).Kind == ScopeKind.Class && decorator.DecoratorList.IsEmpty ? 1 : 0;
        var arguments = decorator.Args;
        return skipped < arguments.PosOnlyArgs.Length ? arguments.PosOnlyArgs[skipped]
            : skipped - arguments.PosOnlyArgs.Length < arguments.Args.Length ? arguments.Args[skipped - arguments.PosOnlyArgs.Length]
            : null;
    }

    private static bool IsOnlyParameter(Arg parameter, FunctionDefinition decorator) =>
        decorator.Args is { PosOnlyArgs.IsEmpty: true, Args: [var only], VarArg: null, KwOnlyArgs.IsEmpty: true, KwArg: null } && only == parameter;

    /// <param name="wrapper">The inner function.</param>
    /// <param name="wrapped">The parameter that it calls.</param>
    /// <param name="withoutMore">True when arguments beside what the wrapper gets make it a function of its own, as those of <c>partial</c>.</param>
    /// <param name="context">The file.</param>
    private static bool HandsAllOn(FunctionDefinition wrapper, Arg wrapped, bool withoutMore, RuleContext context)
    {
        if (wrapper.Args is not { Args.IsEmpty: true, VarArg.Name.Text: var rest, KwArg.Name.Text: var named })
        {
            return false;
        }

        foreach (var node in context.Tree.Subtree(wrapper))
        {
            if (node is Call { Func: Name func, Args: [.., Starred { Value: Name spread }], Keywords: [.., { Name: null, Value: Name others }] }
                && func.Id == wrapped.Name.Text && spread.Id == rest && others.Id == named
                && !(withoutMore && node is not Call { Args.Length: 1, Keywords.Length: 1 }))
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(FunctionDefinition wrapper, Arg wrapped, Decorated? use, RuleContext context)
    {
        var (name, func) = (wrapper.Name.Text, wrapped.Name.Text);
        DiagnosticBuilder report;
        if (use is { Decorator: { } decorator, Definition: var definition })
        {
            report = context.Report(wrapper.Name.Span, definition is FunctionDefinition function ? function.Name.Text : ((ClassDef)definition).Name.Text, name, func)
                .Label(decorator.Span, $"puts `{name}` in the place of what stands below");
        }
        else
        {
            report = context.Report(Unused, wrapper.Name.Span, name, func).Severity(Severity.Info);
        }

        var edits = new List<TextEdit>();
        if (OwnLine.IndentBefore(wrapper.HeaderStart, context.Text) is { } indent && WrapsAt(wrapper, context, edits) is { } wraps)
        {
            edits.Add(new TextEdit(new TextSpan(wrapper.HeaderStart, wrapper.HeaderStart), $"@{wraps}({func}){ImportInsertion.LineBreak(context.Text)}{indent}"));
            report.Fix(FixSafety.Safe, $"add `@{wraps}({func})`", [.. edits]);
        }
    }

    /// <summary>How <c>wraps</c> can be named there, with the edit that imports it where none does; null where it can't.</summary>
    private static string? WrapsAt(FunctionDefinition wrapper, RuleContext context, List<TextEdit> edits)
    {
        var module = context.Model.ScopeOf(wrapper).Lookup("functools");
        if (module is { SoleBinding: { Kind: BindingKind.Import, Node: Alias { AsName: null, Name.Text: "functools" } } })
        {
            return "functools.wraps";
        }

        return ImportInsertion.Add(wrapper, "functools", "wraps", null, context, edits) ? "wraps" : null;
    }
}
