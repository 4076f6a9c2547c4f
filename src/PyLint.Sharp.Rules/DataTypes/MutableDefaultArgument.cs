using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.DataTypes.Defaults;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A default of a parameter that is a list, dict, set or their like: one object for all calls.</summary>
public sealed class MutableDefaultArgument : Rule
{
    private const string Changed = "`{name}` defaults to one {type} that all calls share, and {function} changes it";
    private const string Kept = "`{name}` defaults to one {type} that all calls share, and {function} hands it out";
    private const string Passed = "`{name}` defaults to one {type} that all calls share, and what {function} does with it may change it";
    private const string Read = "`{name}` defaults to one {type} that all calls share; so far {function} only reads it";

    private static readonly string[] SharingWords = ["cache", "memo", "share", "calls", "purpose", "intended", "intention", "deliberate"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS107",
        Name = "mutable-default-argument",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Aliases = ["B006", "W0102", "dangerous-default-value", "reportCallInDefaultInitializer", "S5717", "WPS404"],
        Message = Changed,
        OtherMessages = [Kept, Passed, Read],
        Why = "Python evaluates a default once, when it runs the `def`, and keeps the object in `__defaults__` of the function. Every call "
            + "that leaves the argument out gets that same object. What one call puts into it is still there in the next one, so the "
            + "function gives other results the second time, and a test that calls it once doesn't see it.",
        Instead = "Make `None` the default, and the object inside: `if items is None: items = []`. Where the function only reads, an immutable "
            + "default such as `()` says so. Beware of `items = items or []`: it drops an empty list that the caller handed in to be filled.",
        Interview = new(
            "When is a default argument evaluated, and what follows for `def add(item, items=[])`?",
            "Once, when the `def` runs, not at each call. The list lives in `add.__defaults__`, so calls that leave `items` out share it and "
            + "it grows from call to call. I take `None` as default and make a new list inside, at the price of two more lines and of "
            + "`None` in the annotation; where `None` is a meaningful argument, a private sentinel object takes its place. For a cache "
            + "on purpose I would rather take `functools.cache`, which can be cleared and says what it is."),
        FineWhen = "When the sharing is meant, as for a cache that lives as long as the function: give the parameter a leading underscore, or "
            + "call it `cache` or `memo` and say so in a comment, and the rule is silent. So it is for a parameter annotated as `Sequence`, "
            + "`Mapping` or `Iterable` that the function doesn't change. A list of one element in a function inside of a function is an info: it serves as a "
            + "variable there, for which `nonlocal` is the plainer word.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def add(item, items=[|[]|]):
                    items.append(item)
                    return items
                """, fixedTo: """
                def add(item, items=None):
                    if items is None:
                        items = []
                    items.append(item)
                    return items
                """).Saying("`items` defaults to one list that all calls share, and `add` changes it"),
            Example.Bad("""
                class Team:
                    def __init__(self, members=[|[]|]):
                        self.members = members
                """, fixedTo: """
                class Team:
                    def __init__(self, members=None):
                        if members is None:
                            members = []
                        self.members = members
                """).Saying("`members` defaults to one list that all calls share, and `__init__` hands it out"),
            Example.Good("""
                def add(item, items=None):
                    if items is None:
                        items = []
                    items.append(item)
                    return items
                """),
            Example.Good("""
                def square(n, _cache={}):
                    if n not in _cache:
                        _cache[n] = n * n
                    return _cache[n]
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def f(x=[|{}|]):\n    return x.get(1)").Saying("`x` defaults to one dict that all calls share; so far `f` only reads it").From("pylint #3664, #3642, scipy #21208").Hidden(),
        Example.Bad("def f(x=[|[]|]):\n    send(x)").Saying("`x` defaults to one list that all calls share, and what `f` does with it may change it").Hidden(),
        Example.Bad("def f(*, x=[|set()|]):\n    \"\"\"Doc.\"\"\"\n    x.add(1)", fixedTo: "def f(*, x=None):\n    \"\"\"Doc.\"\"\"\n    if x is None:\n        x = set()\n    x.add(1)").Hidden(),
        Example.Bad("def f(a, /, x: list=[|[]|]):\n    x += a", fixedTo: "def f(a, /, x: list | None=None):\n    if x is None:\n        x = []\n    x += a")
            .Saying("`x` defaults to one list that all calls share, and `f` changes it").Hidden(),
        Example.Bad("from typing import Sequence\ndef f(x: Sequence[int] = [|[]|]):\n    x.append(1)").Saying("`x` defaults to one list that all calls share, and `f` changes it").From("ruff #572, #2605").Hidden(),
        Example.Bad("DEFAULTS = [1]\ndef f(x=[|DEFAULTS|]):\n    x.append(2)").OnlyAtModuleLevel("only names of the module are looked through").From("ruff #11030, PR #11122").Hidden(),
        Example.Bad("f = lambda x=[|[]|]: x.append(1)").Saying("`x` defaults to one list that all calls share, and this lambda changes it").Hidden(),
        Example.Bad("async def f(x=[|dict()|]):\n    y = x\n    y[1] = 2").Saying("`x` defaults to one dict that all calls share, and `f` changes it").Hidden(),
        Example.Bad("def f(x=[|[]|]): return x").Saying("`x` defaults to one list that all calls share, and `f` hands it out").Hidden(),
        Example.Bad("def fib(n, seen=[|{}|]):\n    if n in seen:\n        return seen[n]\n    seen[n] = n if n < 2 else fib(n - 1) + fib(n - 2)\n    return seen[n]").From("ruff #4693, #8104, PR #17652").Hidden(),
        Example.Bad("def g():\n    def f(state=[|[0]|]):\n        state[0] += 1\n        return state[0]\n    return f").Hidden(),
        Example.Bad("def f(n, memo=[|{}|]):\n    memo[n] = n").Hidden(),
        Example.Bad("def f(x=[|[]|]):\n    x = list(x)\n    x.append(1)").Saying("`x` defaults to one list that all calls share; so far `f` only reads it").Hidden(),
        Example.Bad("def f(x=[|[]|], y=1):\n    if y:\n        x = [y]\n    x.append(1)").Saying("`x` defaults to one list that all calls share, and what `f` does with it may change it").Hidden(),
        Example.Bad("def f(x=[|[]|]):\n    return x or [1]").Saying("`x` defaults to one list that all calls share; so far `f` only reads it").Hidden(),
        Example.Bad("def f(x=[|[]|]):\n    if x:\n        x.append(1)").Saying("`x` defaults to one list that all calls share; so far `f` only reads it").Hidden(),
        Example.Bad("def f(x=[|[1]|]):\n    if x:\n        x.append(1)").Saying("`x` defaults to one list that all calls share, and `f` changes it").Hidden(),
        Example.Bad("from collections import deque\ndef f(x=[|deque()|]):\n    x.popleft()").Hidden(),
        Example.Bad("def f(x=[|[k for k in 'ab']|]):\n    x.sort()").Hidden(),
        Example.Good("from typing import Mapping, Optional\ndef f(x: Mapping[str, int] = {}, y: Optional[Mapping] = {}):\n    return x['a'], y['a']").From("ruff #572, #2605").Hidden(),
        Example.Good("from collections.abc import Iterable\ndef f(x: 'int | None' = None, y: Iterable[int] | None = []):\n    for z in y:\n        print(x, z)").Hidden(),
        Example.Good("from types import MappingProxyType\ndef f(x=frozenset(), y=(), z=MappingProxyType({}), w=''):\n    return x, y, z, w").Hidden(),
        Example.Good("def f(n, cache={}):  # kept between calls\n    cache[n] = n").Hidden(),
        Example.Good("from shop import make, Basket\ndef f(x=Basket(), y=make):\n    return x, y").Hidden(),
        Example.Bad("def f(x=[|{}|], y=[|[1]|]):\n    return {**x, 'a': [z for z in y], 'b': y + [2]}").Saying("`x` defaults to one dict that all calls share; so far `f` only reads it").Hidden(),
        Example.Good("class A:\n    def __init__(self):\n        self.names = []\n    def f(self):\n        def g(x=self.names):\n            x.append(1)\n        return g").Hidden(),
        Example.Bad("def f(x=[|[]|]):\n    for i, y in enumerate(x):\n        print(i, ', '.join(x), len(x))").Saying("`x` defaults to one list that all calls share; so far `f` only reads it").Hidden(),
        Example.Good("MISSING = {}\ndef f(x=MISSING):\n    return x is MISSING").Hidden(),
        Example.Good("def publish(value, names=globals()):\n    names['it'] = value").Hidden(),
        Example.Bad("def f(x=[|[]|], y=[|{}|]):\n    send(*x, **y)").Saying("`x` defaults to one list that all calls share; so far `f` only reads it").Hidden(),
        Example.Good("from typing import overload\n@overload\ndef f(x: int, y: list = []): ...").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, node.Args, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, node.Args, context));
        on.Visit<Lambda>(static (node, context) => Check(node, node.Args, context));
    }

    private static void Check(Node function, Arguments arguments, RuleContext context)
    {
        for (var i = 0; i < arguments.Defaults.Length; i++)
        {
            Check(function, Parameters.OfDefault(arguments, i), arguments.Defaults[i], context);
        }

        for (var i = 0; i < arguments.KwDefaults.Length; i++)
        {
            if (arguments.KwDefaults[i] is { } value)
            {
                Check(function, arguments.KwOnlyArgs[i], value, context);
            }
        }
    }

    private static void Check(Node function, Arg parameter, Expr value, RuleContext context)
    {
        if (value is Constant || !MakesOrNamesObject(value, context.Model) || parameter.Name.Text.StartsWith('_'))
        {
            return;
        }

        var type = InPlaceMethods.KindOf(value, context.Model);
        if (!InPlaceMethods.IsMutable(type) || (function is FunctionDefinition definition && Parameters.IsOverload(definition, context.Model))
            || Parameters.SymbolOf(function, parameter, context.Model) is not { } symbol
            || (value is Name && IsSentinel(symbol)))
        {
            return;
        }

        var fate = new DefaultTrail(function, value, type, context.Model).Follow(symbol);
        var isCache = IsCalledCache(parameter.Name.Text);
        if ((fate.Use == DefaultUse.Changed || !ReadOnlyAnnotation.Is(parameter.Annotation, context.Model)) && !(isCache && IsExplained(parameter, context)))
        {
            Report(function, parameter, value, InPlaceMethods.NameOf(type), fate, isCache || IsMemo(symbol), context);
        }
    }

    /// <summary>
    /// True for a display, a known call that makes an object, and a variable of the module that holds one. The built-ins for namespaces
    /// hand out what there is: nobody hopes for a new one in each call.
    /// </summary>
    private static bool MakesOrNamesObject(Expr value, SemanticModel model) => value switch
    {
        Name name => model.SymbolOf(name) is { Scope.Kind: ScopeKind.Module, SoleBinding.Value: { } bound and not Name } && MakesOrNamesObject(bound, model),
        List or Dict or Set or ListComp or DictComp or SetComp => true,
        Call call => model.KnownName(call.Func) is not (null or "globals" or "locals" or "vars"),
        _ => false,
    };

    /// <summary>True when the function asks whether the object is what it got: then it stands for a missing argument.</summary>
    private static bool IsSentinel(Symbol symbol)
    {
        foreach (var reference in symbol.References)
        {
            if (reference.Parent is Compare { Ops: [CompareOperator.Is or CompareOperator.IsNot], Comparators: [Name] })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCalledCache(string name) =>
        name.Contains("cache", StringComparison.OrdinalIgnoreCase) || name.Contains("memo", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a comment on the line of the parameter or the line above that says so; one that silences a linter says nothing.</summary>
    private static bool IsExplained(Arg parameter, RuleContext context)
    {
        foreach (var comment in CommentsBeside.Of(parameter))
        {
            if (SaysShared(context.Text.Slice(comment)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysShared(ReadOnlySpan<char> comment)
    {
        foreach (var word in SharingWords)
        {
            if (comment.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when results are stored under a key and returned from there: then the sharing is what makes the function work.</summary>
    private static bool IsMemo(Symbol symbol)
    {
        var (stores, returns) = (false, false);
        foreach (var reference in symbol.References)
        {
            stores |= reference.Parent is Subscript { Ctx: ExprContext.Store };
            returns |= reference.Parent is Subscript { Parent: Return };
        }

        return stores && returns;
    }

    /// <summary>True for a list of one element in a function inside of a function, which each call of the outer one makes anew: a variable that the inner one may change.</summary>
    private static bool IsCell(Node function, Expr value) => value is List { Elts.Length: 1 } && function.Ancestor<FunctionDefinition>() != null;

    private static void Report(Node function, Arg parameter, Expr value, string type, DefaultFate fate, bool isMemo, RuleContext context)
    {
        var definition = function as FunctionDefinition;
        var (message, severity, label) = fate.Use switch
        {
            DefaultUse.Changed => (Changed, IsCell(function, value) ? Severity.Info : isMemo ? Severity.Warning : Severity.Error, "the next call starts with what this leaves behind"),
            DefaultUse.Kept => (Kept, Severity.Error, "whoever gets it can change the default"),
            DefaultUse.Passed => (Passed, Severity.Warning, "may be changed from here on"),
            _ => (Read, Severity.Info, ""),
        };
        var report = context.Report(message, value.Span, parameter.Name.Text, type, definition != null ? $"`{definition.Name}`" : "this lambda").Severity(severity);
        if (fate.Place is { } place)
        {
            report.Label(new TextSpan(place.Span.Start, Math.Min(place.Span.End, context.Text.LineSpan(context.Text.LineOf(place.Span.Start)).End)), label);
        }

        if (isMemo)
        {
            report.Help("If it is meant as a cache, `@functools.cache` above the function says so; otherwise make `None` the default and the object inside.");
        }
        else if (definition != null && value is not Name && NoneFix.EditsFor(definition, parameter, value, context) is { } edits)
        {
            report.Fix(FixSafety.Unsafe, $"make `None` the default and the {type} inside", edits);
        }
    }
}
