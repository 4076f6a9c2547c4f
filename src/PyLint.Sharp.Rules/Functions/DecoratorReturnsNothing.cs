using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A decorator without <c>return</c>, or one whose wrapper loses what the wrapped function returns.</summary>
public sealed class DecoratorReturnsNothing : Rule
{
    private const string NoReturn = "`{decorator}` returns nothing, so `{decorated}` is None once it is decorated";
    private const string NoDecorator = "`{decorator}` returns nothing, and Python calls that None with `{decorated}`: TypeError";
    private const string Dropped = "`{wrapper}` drops what `{func}` returns, so every call of `{decorated}` gives None";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS320",
        Name = "decorator-returns-nothing",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["W0612", "unused-variable", "reportOptionalCall"],
        Message = NoReturn,
        OtherMessages = [NoDecorator, Dropped],
        Why = "`@decorate` above `def f` means `f = decorate(f)`. A function without `return` returns None, so a decorator that defines a wrapper and "
            + "stops there binds `f` to None, and the first call fails far away with `'NoneType' object is not callable`. A wrapper that calls the "
            + "function and doesn't return its result does the same to the result: callers get None without any error.",
        Instead = "End the decorator with `return wrapper`, and the wrapper with `return func(*args, **kwargs)`. A decorator with arguments has a "
            + "third level, which returns the decorator.",
        Interview = new(
            "What must a decorator return, and what must its wrapper return?",
            "The decorator returns whatever the name shall mean afterwards: a wrapper, the function itself when it only registers it, or any other object. "
            + "The wrapper returns what the function returned, unless changing that is its purpose. I keep the result in a variable only when work follows "
            + "the call; a `try` and `finally` around `return func(*args, **kwargs)` is shorter, and also holds when the function raises."),
        FineWhen = "When nothing uses the decorated name or the result of its calls, or the wrapper is annotated with `-> None` and says so: the rule is silent "
            + "then.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func(*args, **kwargs)

                @[|logged|]
                def area(width, height):
                    return width * height

                print(area(2, 3))
                """, fixedTo: """
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func(*args, **kwargs)
                    return wrapper

                @logged
                def area(width, height):
                    return width * height

                print(area(2, 3))
                """).Saying("`logged` returns nothing, so `area` is None once it is decorated").Raising("TypeError"),
            Example.Bad("""
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        [|func(*args, **kwargs)|]
                    return wrapper

                @logged
                def area(width, height):
                    return width * height

                print(area(2, 3) + 1)
                """, fixedTo: """
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func(*args, **kwargs)
                    return wrapper

                @logged
                def area(width, height):
                    return width * height

                print(area(2, 3) + 1)
                """).Saying("`wrapper` drops what `func` returns, so every call of `area` gives None").Raising("TypeError"),
            Example.Good("""
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func(*args, **kwargs)
                    return wrapper

                @logged
                def area(width, height):
                    return width * height

                print(area(2, 3))
                """),
            Example.Good("""
                commands = {}

                def command(func):
                    commands[func.__name__] = func
                    return func

                @command
                def stop():
                    print("stopped")

                stop()
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def repeat(n):\n    def decorate(f):\n        return f\n@[|repeat(3)|]\ndef one():\n    return n", fixedTo: "def repeat(n):\n    def decorate(f):\n        return f\n    return decorate\n@repeat(3)\ndef one():\n    return n")
            .Saying("`repeat` returns nothing, and Python calls that None with `one`: TypeError").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef repeat(n):\n    def decorate(f):\n        @wraps(f)\n        def g():\n            return f() * n\n    return decorate\n@[|repeat(3)|]\ndef one():\n    return 1\none()", fixedTo: "from functools import wraps\ndef repeat(n):\n    def decorate(f):\n        @wraps(f)\n        def g():\n            return f() * n\n        return g\n    return decorate\n@repeat(3)\ndef one():\n    return 1\none()")
            .Saying("`decorate` returns nothing, so `one` is None once it is decorated").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef d(f):\n    @wraps(f)\n    def g():\n        return f()\n@[|d|]\ndef one():\n    return 1\n@[|d|]\ndef two():\n    return 2\none()\ntwo()").Raising("TypeError").Hidden(),
        Example.Bad("from functools import update_wrapper\ndef d(f):\n    if f is None:\n        return None\n    def g():\n        return f()\n    update_wrapper(g, f)\n@[|d|]\nclass One:\n    pass\nOne()").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef d(f):\n    @wraps(f)\n    def g(*a):\n        result = [|f(*a)|]\n        print(result)\n    return g\n@d\ndef one(x):\n    return x\nones = [one(x) for x in 'ab']").Hidden(),
        Example.Good("import atexit\ndef at_end(f):\n    def g():\n        f()\n    atexit.register(g)\n@at_end\ndef bye():\n    print('bye')").Hidden(),
        Example.Good("from functools import wraps\ndef quiet(f):\n    @wraps(f)\n    def g(*a) -> None:\n        f(*a)\n    return g\n@quiet\ndef one(x):\n    return x\nprint(one(1))").Hidden(),
        Example.Good("from functools import wraps\ndef logged(f):\n    @wraps(f)\n    def g(*a):\n        f(*a)\n    return g\n@logged\ndef show(x):\n    print(x)\nx = show(1)").Hidden(),
        Example.Good("from functools import wraps\ndef logged(f):\n    @wraps(f)\n    def g(*a):\n        f(*a)\n    return g\n@logged\ndef count(x):\n    return x\ncount(1)").Hidden(),
        Example.Good("def d(f):\n    def g():\n        return f()\n    raise NotImplementedError\n@d\ndef one():\n    return 1\none()").Hidden(),
        Example.Good("def d(f):\n    def g():\n        return f()\n    yield g\n@d\ndef one():\n    return 1\nnext(one)").Hidden(),
        Example.Good("from contextlib import contextmanager\n@contextmanager\ndef d(f):\n    def g():\n        return f()\n    print(g)\n@d\ndef one():\n    return 1\none()").Hidden(),
        Example.Good("def d(f):\n    print(f)\n@d\ndef one():\n    return 1\none()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, node.DecoratorList, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, node.DecoratorList, context));
        on.Visit<ClassDef>(static (node, context) => Check(node, node.DecoratorList, context));
    }

    private static void Check(Stmt definition, ImmutableArray<Expr> decorators, RuleContext context)
    {
        foreach (var decorator in decorators)
        {
            if (Decoration.NamedBy(decorator, context.Model) is { DecoratorList.IsEmpty: true } function)
            {
                Check(new Decorated(decorator, definition), function, context);
            }
        }
    }

    private static void Check(in Decorated use, FunctionDefinition named, RuleContext context)
    {
        var inner = InnerOf(named);
        if (inner != null && ReturnsNothing(named, context.Model) && !BrokenCode.Is(named, context.Tree))
        {
            if (use.IsCalled || IsMissed(use, inner, context.Model))
            {
                Report(use.IsCalled ? NoDecorator : NoReturn, use, named, context);
            }
        }
        else if (use.IsCalled && inner is { DecoratorList.IsEmpty: true } && IsReturned(inner, context.Model) && InnerOf(inner) is { } wrapper)
        {
            if (ReturnsNothing(inner, context.Model) && IsMissed(use, wrapper, context.Model))
            {
                Report(NoReturn, use, inner, context);
            }

            CheckWrapper(use, inner, wrapper, context);
        }
        else if (!use.IsCalled && inner != null)
        {
            CheckWrapper(use, named, inner, context);
        }
    }

    /// <summary>The only function that a body defines at its own level.</summary>
    private static FunctionDefinition? InnerOf(FunctionDefinition function)
    {
        FunctionDefinition? found = null;
        foreach (var statement in function.Body)
        {
            if (statement is FunctionDefinition inner)
            {
                if (found != null)
                {
                    return null;
                }

                found = inner;
            }
        }

        return found;
    }

    private static bool IsReturned(FunctionDefinition inner, SemanticModel model) => Decoration.SymbolOf(inner, model) is { } symbol && Decoration.Returns(symbol);

    private static bool ReturnsNothing(FunctionDefinition function, SemanticModel model) =>
        function is FunctionDef && !model.IsGenerator(function) && Decoration.ValueReturnOf(function) is null
        && (model.CompletionOf(function.Body) & (Completion.FallsThrough | Completion.Returns)) != 0;

    /// <summary>True when the inner function is of no use otherwise, or the decorated name is used.</summary>
    private static bool IsMissed(in Decorated use, FunctionDefinition inner, SemanticModel model) =>
        model.ScopeOf(inner).OwnSymbol(inner.Name.Text) is { References.IsEmpty: true } || model.ScopeOf(use.Definition).OwnSymbol(NameOf(use.Definition)) is { References.IsEmpty: false };

    private static string NameOf(Stmt definition) => definition is FunctionDefinition function ? function.Name.Text : ((ClassDef)definition).Name.Text;

    private static void Report(string message, in Decorated use, FunctionDefinition decorator, RuleContext context)
    {
        var report = context.Report(message, use.Decorator.Span, decorator.Name.Text, NameOf(use.Definition)).Label(decorator.Name.Span, "ends without `return`");
        var last = decorator.Body[^1];
        if (InnerOf(decorator) is { } inner
            && Decoration.SymbolOf(inner, context.Model) != null
            && OwnLine.IndentBefore(last.Span.Start, context.Text) is { Length: > 0 } indent
            && OwnLine.EndsAt(last.Span.End, context.Text))
        {
            var end = context.Text.LineSpan(context.Text.LineOf(last.Span.End)).End;
            report.Fix(
                FixSafety.Unsafe, $"return `{inner.Name.Text}`",
                new TextEdit(new TextSpan(end, end), $"{ImportInsertion.LineBreak(context.Text)}{indent}return {inner.Name.Text}"));
        }
    }

    private static void CheckWrapper(in Decorated use, FunctionDefinition decorator, FunctionDefinition wrapper, RuleContext context)
    {
        var model = context.Model;
        if (use.Definition is not FunctionDef { DecoratorList.Length: 1 } function || wrapper.Returns is Constant { IsNone: true }
            || !IsReturned(wrapper, model) || !ReturnsNothing(wrapper, model) || BrokenCode.Is(wrapper, context.Tree)
            || model.IsGenerator(function) || Decoration.ValueReturnOf(function) is null
            || UsedCallOf(function, model) is not { } used || !IsFirst(use, decorator, model))
        {
            return;
        }

        foreach (var call in context.Tree.All<Call>(wrapper))
        {
            if (Decoration.ParameterNamed(call.Func, decorator, model) is { } func)
            {
                var report = context.Report(Dropped, call.Span, wrapper.Name.Text, func.Name.Text, function.Name.Text).Label(used.Span, "uses the result: None");
                if (call.Parent is ExprStmt statement && statement == wrapper.Body[^1])
                {
                    report.Fix(FixSafety.Unsafe, $"return what `{func.Name.Text}` returns", new TextEdit(new TextSpan(statement.Span.Start, statement.Span.Start), "return "));
                }

                return;
            }
        }
    }

    /// <summary>A call of the decorated function whose result somebody wants.</summary>
    private static Call? UsedCallOf(FunctionDefinition function, SemanticModel model)
    {
        foreach (var reference in Decoration.SymbolOf(function, model)?.References ?? [])
        {
            if (reference.Parent is Call { Parent: not ExprStmt } call && call.Func == reference)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>One report is enough for a wrapper that wraps many.</summary>
    private static bool IsFirst(in Decorated use, FunctionDefinition decorator, SemanticModel model)
    {
        foreach (var other in Decoration.UsesOf(decorator, model))
        {
            if (other.Definition is FunctionDef function && Decoration.ValueReturnOf(function) != null && UsedCallOf(function, model) != null)
            {
                return other == use;
            }
        }

        return false;
    }
}
