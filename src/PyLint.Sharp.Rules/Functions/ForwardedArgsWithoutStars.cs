using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary><c>func(args, kwargs)</c> where <c>func(*args, **kwargs)</c> hands on what the function got.</summary>
public sealed class ForwardedArgsWithoutStars : Rule
{
    private const string Both = "`{func}` gets the tuple `{args}` and the dict `{kwargs}` as two arguments: the stars are missing";
    private const string OnlyTuple = "`{func}` gets the tuple `{args}` as one argument: the star is missing";
    private const string OnlyDict = "`{func}` gets the dict `{kwargs}` as one argument: the two stars are missing";

    /// <summary>Parameters with such names are told of the call and don't make it.</summary>
    private static readonly string[] Observers = ["hook", "callback", "key", "listener", "observer", "handler", "log", "report", "record", "trace", "notify", "check", "validat", "on_"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS318",
        Name = "forwarded-args-without-stars",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Message = Both,
        OtherMessages = [OnlyTuple, OnlyDict],
        Why = "A star means two things. In a `def`, `*args` collects the arguments given by place into one tuple and `**kwargs` those given by name "
            + "into one dict. In a call, the stars take tuple and dict apart again. Without them the function gets the containers "
            + "themselves: `func(args, kwargs)` passes two arguments, whatever the caller gave, and mostly ends in a `TypeError` that complains "
            + "about the number of arguments.",
        Instead = "Hand everything on with `func(*args, **kwargs)`.",
        Interview = new(
            "What do the stars do in `def wrapper(*args, **kwargs)`, and what in `func(*args, **kwargs)`?",
            "In the `def` they collect, in the call they spread: `args` is an ordinary tuple in between, `kwargs` an ordinary dict. Together they let "
            + "a wrapper fit any function, so that a decorator need not know what it decorates. The price is that the signature says nothing; "
            + "`functools.wraps` gives the name and the docstring back, and where I know the parameters I write them out."),
        FineWhen = "When the function called wants the containers: a hook with parameters named `args` and `kwargs`, a function that builds a cache key, "
            + "a call of `print` or `len`. The rule speaks only of the callable that a wrapper wraps, and of `super()` calls that cannot fit.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func([|args, kwargs|])
                    return wrapper

                @logged
                def area(width, *, height=1):
                    return width * height

                area(3, height=2)
                """, fixedTo: """
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__)
                        return func(*args, **kwargs)
                    return wrapper

                @logged
                def area(width, *, height=1):
                    return width * height

                area(3, height=2)
                """).Saying("`func` gets the tuple `args` and the dict `kwargs` as two arguments: the stars are missing").Raising("TypeError"),
            Example.Bad("""
                class Shape:
                    def __init__(self, name):
                        self.name = name

                class Square(Shape):
                    def __init__(self, side, *args, **kwargs):
                        super().__init__([|args, kwargs|])
                        self.side = side

                Square(2, "tile")
                """, fixedTo: """
                class Shape:
                    def __init__(self, name):
                        self.name = name

                class Square(Shape):
                    def __init__(self, side, *args, **kwargs):
                        super().__init__(*args, **kwargs)
                        self.side = side

                Square(2, "tile")
                """).Raising("TypeError"),
            Example.Good("""
                import functools

                def logged(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        print("calling", func.__name__, args, kwargs)
                        return func(*args, **kwargs)
                    return wrapper

                @logged
                def area(width, *, height=1):
                    return width * height

                area(3, height=2)
                """),
            Example.Good("""
                def total(*amounts):
                    return sum(amounts)

                total(1, 2)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def call(func, *args, **kwargs):\n    return func([|args, kwargs|])\ncall(abs, -1)", fixedTo: "def call(func, *args, **kwargs):\n    return func(*args, **kwargs)\ncall(abs, -1)").Raising("TypeError").Hidden(),
        Example.Bad("def call(func, *args, **kwargs):\n    return func(*args, [|kwargs|])\ncall(abs, -1)", fixedTo: "def call(func, *args, **kwargs):\n    return func(*args, **kwargs)\ncall(abs, -1)")
            .Saying("`func` gets the dict `kwargs` as one argument: the two stars are missing").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef d(f):\n    @wraps(f)\n    def g(*a):\n        return f([|a|])\n    return g\n@d\ndef add(x, y):\n    return x + y\nadd(1, 2)", fixedTo: "from functools import wraps\ndef d(f):\n    @wraps(f)\n    def g(*a):\n        return f(*a)\n    return g\n@d\ndef add(x, y):\n    return x + y\nadd(1, 2)")
            .Saying("`f` gets the tuple `a` as one argument: the star is missing").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef d(f):\n    @wraps(f)\n    def g(*a, **k):\n        return f([|a|], **k)\n    return g").Hidden(),
        Example.Bad("class Counted:\n    def __init__(self, func):\n        self.func = func\n        self.calls = 0\n    def __call__(self, *args, **kwargs):\n        self.calls += 1\n        return self.func([|args, kwargs|])\nCounted(abs)(-1)").Raising("TypeError").Hidden(),
        Example.Bad("class A:\n    def __init__(self):\n        pass\nclass B(A):\n    def __init__(self, *args):\n        super().__init__([|args|])\nB()").Raising("TypeError").Hidden(),
        Example.Bad("from functools import wraps\ndef d(n):\n    def decorate(f):\n        @wraps(f)\n        def g(*a, **k):\n            return f(n, [|a, k|])\n        return g\n    return decorate").Hidden(),
        Example.Good("from functools import wraps\ndef traced(f):\n    @wraps(f)\n    def g(*args, **kwargs):\n        return f(args, kwargs)\n    return g\n@traced\ndef show(args, kwargs):\n    return args, kwargs").Hidden(),
        Example.Good("from functools import wraps\ndef memo(func, make):\n    seen = {}\n    @wraps(func)\n    def g(*args, **kwargs):\n        where = make(args, kwargs)\n        if where not in seen:\n            seen[where] = func(*args, **kwargs)\n        return seen[where]\n    return g").Hidden(),
        Example.Good("def run(hook, *args, **kwargs):\n    hook(args, kwargs)").Hidden(),
        Example.Good("import logging\ndef f(*args, **kwargs):\n    logging.info('%s %s', args, kwargs)\n    print(args, kwargs, len(args))").Hidden(),
        Example.Good("class Rows(list):\n    def __init__(self, *args):\n        super().__init__(args)\nclass Base:\n    def __init__(self, items):\n        self.items = items\nclass Some(Base):\n    def __init__(self, *args):\n        super().__init__(args)").Hidden(),
        Example.Good("class Call:\n    def __init__(self, *args, **kwargs):\n        self.args = args\n        self.kwargs = kwargs\n        self.both = (args, kwargs)").Hidden(),
        Example.Good("def collect(f):\n    return lambda *a: f(a)\ndef apply(f, *a):\n    return f(a)").Hidden(),
        Example.Good("from functools import wraps\ndef packed(f):\n    @wraps(f)\n    def g(*a):\n        return f(a)\n    return g\n@packed\ndef total(numbers):\n    return sum(numbers)\ntotal(1, 2)").Hidden(),
        Example.Good("def show(what, how):\n    print(what, how)\ndef f(*args, **kwargs):\n    show(args, kwargs)").Hidden(),
        Example.Good("def call(func, *args, **kwargs):\n    args = args[0]\n    kwargs = list(kwargs)\n    return func(args, kwargs)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, context));
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        if (function.Args is not { VarArg: { } rest })
        {
            return;
        }

        var (tuple, dict) = (SoleSymbol(function, rest, context.Model), function.Args.KwArg is { } named ? SoleSymbol(function, named, context.Model) : null);
        foreach (var reference in tuple?.References ?? [])
        {
            if (reference.Parent is Call call && context.Model.ScopeOf(reference).Node == function)
            {
                Check(new Forwarding(function, call, reference, BareIn(call, dict, context.Model)), context);
            }
            else if (reference.Parent is Starred { Parent: Call half } && BareIn(half, dict, context.Model) is { } bare)
            {
                Check(new Forwarding(function, half, null, bare), context);
            }
        }
    }

    private static Symbol? SoleSymbol(FunctionDefinition function, Arg parameter, SemanticModel model) =>
        Parameters.SymbolOf(function, parameter, model) is { SoleBinding: not null } symbol ? symbol : null;

    private static Name? BareIn(Call call, Symbol? dict, SemanticModel model)
    {
        if (dict is null || (call.Func is Name called && model.SymbolOf(called) == dict))
        {
            return dict is null ? null : (Name)call.Func;
        }

        foreach (var argument in call.Args)
        {
            if (argument is Name name && name.Id == dict.Name && model.SymbolOf(name) == dict)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A call that gets the tuple or the dict of its function's parameters without stars.</summary>
    private readonly record struct Forwarding(FunctionDefinition Function, Call Call, Name? Tuple, Name? Dict)
    {
        /// <summary>Both come last and in order, so that stars would make a call of it.</summary>
        public bool IsPlain => Call.Args is [.., var last] && last == (Dict ?? Tuple)
            && (Tuple is null || Dict is null || (Call.Args is [.., var before, _] && before == Tuple));

        /// <summary>A tuple alone is often what a function wants; with the dict behind it, hardly ever.</summary>
        public bool IsTupleAlone => Dict is null;
    }

    private static void Check(in Forwarding found, RuleContext context)
    {
        if (!found.IsPlain)
        {
            return;
        }

        if (found.Call.Func is Attribute { Value: Call { Func: var super } } && context.Model.IsBuiltin(super, "super"))
        {
            if (context.Model.BindingOf(found.Call).Fits == Answer.No)
            {
                Report(found, Severity.Error, context);
            }
        }
        else if (OwnerOfWrapped(found, context.Model) is { } owner && !SpreadsElsewhere(found, context))
        {
            CheckUses(found, owner, context);
        }
    }

    /// <summary>The function or class that got the callable: a decorator, the function itself, or the class of a callable object.</summary>
    private static Node? OwnerOfWrapped(in Forwarding found, SemanticModel model)
    {
        if (found.Call.Func is Name name)
        {
            var around = Decoration.FunctionAround(found.Function, model);
            return Observes(name.Id) ? null
                : around != null && Decoration.ParameterNamed(name, around, model) != null ? around
                : !found.IsTupleAlone && Decoration.ParameterNamed(name, found.Function, model) != null ? found.Function
                : null;
        }

        return found is { IsTupleAlone: false, Function.Name.Text: "__call__", Call.Func: Attribute { Value: Name } stored }
            && model.ScopeOf(found.Function) is { Kind: ScopeKind.Class, Node: ClassDef owner }
            && !Observes(stored.Attr.Text)
            && HoldsParameter(model.ClassOf(owner).OwnAttribute(model.AttributeName(stored)), model)
            ? owner
            : null;
    }

    private static bool HoldsParameter(ClassAttribute? attribute, SemanticModel model) =>
        attribute is { Bindings: [{ Kind: AttributeBindingKind.Self, Method: { } method, Value: { } value }] } && Decoration.ParameterNamed(value, method, model) != null;

    private static bool Observes(string name)
    {
        foreach (var word in Observers)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where another callable gets the arguments spread, this one is asked about them: for a cache key, say.</summary>
    private static bool SpreadsElsewhere(in Forwarding found, RuleContext context)
    {
        foreach (var node in context.Tree.Subtree(found.Function))
        {
            if (node is Starred { Value: Name spread, Parent: Call other } && other != found.Call
                && spread.Id == found.Function.Args.VarArg!.Name.Text
                && context.TextOf(other.Func) != context.TextOf(found.Call.Func))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckUses(in Forwarding found, Node owner, RuleContext context)
    {
        var (isUsed, fails) = (false, false);
        if (owner is FunctionDefinition decorator && owner != found.Function)
        {
            foreach (var use in Decoration.UsesOf(decorator, context.Model))
            {
                if (use.Definition is FunctionDefinition function)
                {
                    if (WantsContainers(function))
                    {
                        return;
                    }

                    isUsed = true;
                    fails |= !Takes(function.Args, found.Call.Args.Length);
                }
            }
        }

        if (!found.IsTupleAlone || fails || (!isUsed && CopiesSignature(found.Function, context.Model)))
        {
            Report(found, fails ? Severity.Error : Severity.Warning, context);
        }
    }

    private static bool WantsContainers(FunctionDefinition function)
    {
        foreach (var parameter in function.Args.Args)
        {
            if (parameter.Name.Text.Contains("arg", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a call with so many arguments by place, and none by name, fits.</summary>
    private static bool Takes(Arguments arguments, int count)
    {
        var most = arguments.PosOnlyArgs.Length + arguments.Args.Length;
        return count >= most - arguments.Defaults.Length && (count <= most || arguments.VarArg != null) && !arguments.KwDefaults.Contains(null);
    }

    private static bool CopiesSignature(FunctionDefinition wrapper, SemanticModel model)
    {
        foreach (var decorator in wrapper.DecoratorList)
        {
            if (decorator is Call call && model.KnownName(call.Func) == "functools.wraps")
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(in Forwarding found, Severity severity, RuleContext context)
    {
        var callee = context.TextOf(found.Call.Func);
        if (found is { Tuple: { } tuple, Dict: { } dict })
        {
            context.Report(new TextSpan(tuple.Span.Start, dict.Span.End), callee, tuple.Id, dict.Id).Severity(severity)
                .Fix(FixSafety.Unsafe, "add the stars", Star(tuple, "*"), Star(dict, "**"));
        }
        else if (found.Tuple is { } alone)
        {
            context.Report(OnlyTuple, alone.Span, callee, alone.Id).Severity(severity).Fix(FixSafety.Unsafe, "add the star", Star(alone, "*"));
        }
        else if (found.Dict is { } named)
        {
            context.Report(OnlyDict, named.Span, callee, named.Id).Severity(severity).Fix(FixSafety.Unsafe, "add the stars", Star(named, "**"));
        }
    }

    private static TextEdit Star(Name name, string stars) => new(new TextSpan(name.Span.Start, name.Span.Start), stars);
}
