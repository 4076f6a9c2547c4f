using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow.Recursion;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A function that calls itself on every path before it can return.</summary>
public sealed class InfiniteRecursion : Rule
{
    private const string Calls = "`{function}` calls itself on every path: it has no case that ends";
    private const string Getter = "the property `{name}` reads itself: reading it calls this function again";
    private const string Setter = "the setter of `{name}` assigns the property itself: that calls this function again";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS224",
        Name = "infinite-recursion",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["S2190"],
        Message = Calls,
        OtherMessages = [Getter, Setter],
        Why = "Each call waits on the stack for the one that it makes. When no path returns before it calls again, nothing ever comes back, and "
            + "after about 1000 calls (`sys.getrecursionlimit()`) Python gives up with `RecursionError`. A property is a function behind an "
            + "attribute: `self.name` in the getter of `name` calls that getter.",
        Instead = "Start with the case that needs no call, such as the empty list or 0, and return from it. Make sure that every call is nearer "
            + "to it. A property keeps its value under another name, by convention `self._name`.",
        Interview = new(
            "What does every recursive function need, and what happens in Python without it?",
            "A base case that returns without a call, and a step that brings the arguments nearer to it. Without them Python raises "
            + "`RecursionError` when its limit is reached, 1000 frames by default. Python doesn't turn tail calls into loops, so even a correct "
            + "recursion fails on a list of some thousand elements: there I take a loop with a stack of my own, and keep recursion for what is "
            + "shallow by nature, such as balanced trees."),
        FineWhen = "Hardly ever. Where an exception is the base case on purpose, the rule is silent as soon as a `try`, `assert` or `raise` shows it.",
        Examples =
        [
            Example.Bad("""
                def factorial(n):
                    return n * [|factorial(n - 1)|]
                """).Saying("`factorial` calls itself on every path: it has no case that ends"),
            Example.Bad("""
                class Account:
                    @property
                    def balance(self):
                        return [|self.balance|]
                """).Saying("the property `balance` reads itself: reading it calls this function again"),
            Example.Bad("""
                def ask():
                    answer = input("yes or no? ")
                    if answer not in ("yes", "no"):
                        print("please answer yes or no")
                        ask()
                    return [|ask()|]
                """),
            Example.Good("""
                def factorial(n):
                    if n < 2:
                        return 1
                    return n * factorial(n - 1)
                """),
            Example.Good("""
                class Account:
                    def __init__(self, balance):
                        self._balance = balance

                    @property
                    def balance(self):
                        return self._balance
                """),
            Example.Bad("def f(n):\n    if n:\n        [|f(n - 1)|]\n    else:\n        f(n)\n    return 1").Hidden(),
            Example.Bad("def f(n):\n    while [|f(n)|]:\n        return 1").Hidden(),
            Example.Bad("def f(n):\n    for x in [|f(n)|]:\n        return 1").Hidden(),
            Example.Bad("def f(n):\n    with [|f(n)|] as x:\n        return x").Hidden(),
            Example.Bad("def f(n):\n    try:\n        return [|f(n)|]\n    finally:\n        g()").Hidden(),
            Example.Bad("def f(n):\n    return [|f(n)|] and g() or h()").Hidden(),
            Example.Bad("def f(n):\n    return [|f(n)|] if n else f(0)").Hidden(),
            Example.Bad("def f(n):\n    return [x for x in [|f(n)|] if x]").Hidden(),
            Example.Bad("def f(n):\n    match n:\n        case 1:\n            return [|f(2)|]\n        case _:\n            return f(3)").Hidden(),
            Example.Bad("async def f(n):\n    return await [|f(n)|]").Hidden(),
            Example.Bad("import functools\n@functools.cache\ndef f(n):\n    return [|f(n - 1)|] + 1").Hidden(),
            Example.Bad("class A:\n    def f(self):\n        return [|self.f()|]").Saying("`A.f` calls itself on every path: it has no case that ends").Hidden(),
            Example.Bad("class A:\n    @staticmethod\n    def f(x):\n        return [|A.f(x)|]").Hidden(),
            Example.Bad("class A:\n    @classmethod\n    def f(cls):\n        return [|cls.f()|]").Hidden(),
            Example.Bad("class A:\n    @property\n    def x(self):\n        return self._x\n    @x.setter\n    def x(self, value):\n        [|self.x|] = value")
                .Saying("the setter of `x` assigns the property itself: that calls this function again").Hidden(),
            Example.Bad("class A:\n    @property\n    def x(self):\n        print('x')\n        if [|self.x|]:\n            return 1").Hidden(),
            Example.Good("class A:\n    @property\n    def x(self):\n        if self.ready:\n            return 1\n        return self.x").Hidden(),
            Example.Good("class A:\n    @property\n    def x(self):\n        return self.child.x").Hidden(),
            Example.Good("class A:\n    @property\n    def x(self):\n        self.__dict__['x'] = 1\n        return super().x").Hidden(),
            Example.Good("import functools\nclass A:\n    @functools.cached_property\n    def x(self):\n        return self.x").Hidden(),
            Example.Good("class A:\n    def x(self):\n        return self.x").Hidden(),
            Example.Good("class A(B):\n    def f(self):\n        return super().f()").Hidden(),
            Example.Good("class A:\n    def f(self):\n        return self.child.f()").Hidden(),
            Example.Good("class A:\n    def f(self):\n        return self.f()\nclass C(A):\n    def f(self):\n        return 1").Hidden(),
            Example.Good("def f(n):\n    return n and f(n - 1)").Hidden(),
            Example.Good("def f(n):\n    return f(n - 1) if n else 0").Hidden(),
            Example.Good("def f(n):\n    yield n\n    yield from f(n + 1)").Hidden(),
            Example.Good("def f(n):\n    return (x for y in n for x in f(y))").Hidden(),
            Example.Good("def f(n):\n    return [f(x) for x in n]").Hidden(),
            Example.Good("def f(n):\n    for x in n:\n        f(x)").Hidden(),
            Example.Good("def f(n):\n    if n == 0:\n        raise ValueError\n    f(n - 1)").Hidden(),
            Example.Good("def _f(n):\n    assert n\n    _f(n - 1)").Hidden(),
            Example.Good("def f(n):\n    try:\n        return f(n - 1)\n    except RecursionError:\n        return n").Hidden(),
            Example.Good("import sys\ndef f(n):\n    if n == 0:\n        sys.exit()\n    return f(n - 1)").Hidden(),
            Example.Good("def f(n):\n    while n:\n        if n > 3:\n            break\n        return f(n)").Hidden(),
            Example.Good("def f(n):\n    return lambda: f(n)").Hidden(),
            Example.Good("def f(n):\n    def g():\n        return f(n)\n    return g").Hidden(),
            Example.Good("async def f(n):\n    spawn(f(n))").Hidden(),
            Example.Good("def even(n):\n    return odd(n - 1)\ndef odd(n):\n    return even(n - 1)").Hidden(),
            Example.Good("def f(n):\n    return 1\ng = f\ndef f(n):\n    return f(n)").Hidden(),
            Example.Good("@retry\ndef f(n):\n    return f(n)").Hidden(),
            Example.Good("def f(f):\n    return f()").Hidden(),
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
        if (!MentionsItself(function, context) || context.Model.IsGenerator(function) || BrokenCode.Is(function, context.Tree))
        {
            return;
        }

        var access = AccessOf(function, context.Model);
        if (SelfCalls.FirstOnEveryPath(function, access, context.Model) is not { } call)
        {
            return;
        }

        var finding = access switch
        {
            SelfAccess.Get => context.Report(Getter, call.Span, function.Name.Text),
            SelfAccess.Set => context.Report(Setter, call.Span, function.Name.Text),
            _ => context.Report(call.Span, NameOf(function)),
        };
        finding.Label(function.Name.Span, access == SelfAccess.Call ? "starts here again, until RecursionError" : "called by each access to the attribute");
        if (access != SelfAccess.Call)
        {
            finding.Help($"keep the value under another name: `self._{function.Name.Text}`");
        }
    }

    private static string NameOf(FunctionDefinition function) =>
        function.Parent is ClassDef owner ? $"{owner.Name.Text}.{function.Name.Text}" : function.Name.Text;

    /// <summary>True when it calls something of its name, or has an attribute of its name where it may be a property.</summary>
    private static bool MentionsItself(FunctionDefinition function, RuleContext context)
    {
        var name = function.Name.Text;
        foreach (var call in context.Tree.All<Call>(function))
        {
            if (HandedOver.NameOf(call.Func) == name)
            {
                return true;
            }
        }

        if (!function.DecoratorList.IsEmpty)
        {
            foreach (var attribute in context.Tree.All<Attribute>(function))
            {
                if (attribute.Attr.Text == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How the function is called: as a property, when it is one and nothing replaces it, or by calls.</summary>
    private static SelfAccess AccessOf(FunctionDefinition function, SemanticModel model)
    {
        if (function.DecoratorList is not [var decorator] || model.ScopeOf(function) is not { Kind: ScopeKind.Class, Node: ClassDef owner }
            || Receiver.Of(function, model) is null || model.ClassOf(owner).Property(function.Name.Text) is null)
        {
            return SelfAccess.Call;
        }

        return model.IsBuiltin(decorator, "property") ? SelfAccess.Get
            : decorator is Attribute { Attr.Text: "setter", Value: Name } ? SelfAccess.Set
            : SelfAccess.Call;
    }
}
