using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A call of a function or class of the file whose arguments don't fit its parameters.</summary>
public sealed class CallSignatureMismatch : Rule
{
    private const string Missing = "`{callee}` gets no argument for {parameters}: TypeError";
    private const string TooMany = "`{callee}` takes {expected}, but {given}: TypeError";
    private const string Unknown = "`{callee}` has no parameter `{name}`: TypeError";
    private const string Twice = "`{callee}` gets two arguments for `{parameter}`: TypeError";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS325",
        Name = "call-signature-mismatch",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases =
        [
            "E1120", "no-value-for-parameter", "E1121", "too-many-function-args", "E1123", "unexpected-keyword-arg", "E1124", "redundant-keyword-arg",
            "reportCallIssue", "S930", "S5549",
        ],
        Message = Missing,
        OtherMessages = [TooMany, Unknown, Twice],
        Why = "Python gives the arguments to the parameters when the call runs: first those by place, from left to right, then those by name. A parameter "
            + "without default that gets none, an argument for which none is left, a name that there isn't and a parameter that gets two raise TypeError. "
            + "Nothing checks that before, so a call on a rare path fails the first time somebody gets there. For a method, `self` is the first argument, "
            + "and Python gives it.",
        Instead = "Call it as it is defined, or change the definition: a default for what is often the same, `*args` for any number. Arguments by name survive a "
            + "change of the order.",
        Interview = new(
            "How does Python match arguments with parameters, and when do you use `*` and `/` in a signature?",
            "Arguments by place fill the parameters from the left, those by name find theirs, defaults fill the rest; too many go to `*args` and `**kwargs` if "
            + "there are such. Behind `*` a parameter can be given by name only, which I use for flags, so that nobody writes `f(x, True, False)`. Before "
            + "`/` it can be given by place only, so that I may rename it. `**kwargs` in my own functions hides typing mistakes, so I take it only to pass on."),
        FineWhen = "In a test that the call raises TypeError. Where `*args`, `**kwargs`, an unknown decorator or a second definition leave open what is called, "
            + "the rule is silent.",
        Examples =
        [
            Example.Bad("""
                def area(width, height):
                    return width * height

                print([|area|](3))
                """).Saying("`area` gets no argument for `height`: TypeError"),
            Example.Bad("""
                class Account:
                    def __init__(self, owner):
                        self.owner = owner

                    def deposit(amount):
                        self.balance += amount

                account = Account("ada", [|100|])
                account.deposit([|50|])
                """).Saying("`Account` takes 1 argument by place, but here are 2: TypeError"),
            Example.Bad("""
                def connect(host, *, timeout=10):
                    return host, timeout

                connect("localhost", [|time_out=5|])
                """).Saying("`connect` has no parameter `time_out`: TypeError"),
            Example.Good("""
                def area(width, height=1):
                    return width * height

                print(area(3), area(3, height=2))
                """),
            Example.Good("""
                def connect(host, **options):
                    return host, options

                connect("localhost", time_out=5)
                """),
            Example.Bad("def f(a, b):\n    return a\nf(1, 2, [|a=3|])").Saying("`f` gets two arguments for `a`: TypeError").Hidden(),
            Example.Bad("def f(a, b, c):\n    return a\n[|f|]()").Saying("`f` gets no argument for `a`, `b` and `c`: TypeError").Hidden(),
            Example.Bad("def f():\n    return 1\nf([|1|])").Saying("`f` takes no arguments by place, but here is 1: TypeError").Hidden(),
            Example.Bad("def f(a, /):\n    return a\nf([|a=1|])").Saying("`f` has no parameter `a`: TypeError").Hidden(),
            Example.Bad("def f(a, b=2):\n    return a\nf(1, 2, [|3|], 4)").Saying("`f` takes at most 2 arguments by place, but here are 4: TypeError").Hidden(),
            Example.Bad("f = lambda a: a\n[|f|]()").Hidden(),
            Example.Bad("([|lambda a: a|])()").Hidden(),
            Example.Bad("class A:\n    @staticmethod\n    def f(a):\n        return a\n    @classmethod\n    def g(cls, a):\n        return a\n[|A.f|]()\nA.g(1, [|2|])").Hidden(),
            Example.Bad("class A:\n    def f(self, a):\n        return a\n    def g(self):\n        return [|self.f|]()").Hidden(),
            Example.Bad("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: int = 0\n[|P|]()\nP(1, 2, [|3|])").Hidden(),
            Example.Bad("from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\n    y: int\n[|P|](1)").Hidden(),
            Example.Bad("from collections import namedtuple\nP = namedtuple('P', 'x y')\n[|P|](1)").Hidden(),
            Example.Bad("class A:\n    pass\nA([|1|])").Hidden(),
            Example.Bad("def f(a, *, b):\n    return a\n[|f|](*xs)").Saying("`f` gets no argument for `b`: TypeError").Hidden(),
            Example.Bad("class Row(dict):\n    pass\nRow({}, [|{}|])").Saying("`Row` takes at most 1 argument by place, but here are 2: TypeError").Raising("TypeError").Hidden(),
            Example.Bad("from functools import lru_cache\n@lru_cache\ndef f(a):\n    return a\n[|f|]()").Hidden(),
            Example.Bad("from functools import wraps\ndef f(a, b):\n    return a + b\n@wraps(f)\ndef g(a):\n    return f(a, 1)\ng(1, [|2|])").Hidden(),
            Example.Good("from functools import wraps\n@wraps\ndef g(a):\n    return a\ng(print, assigned=())").Hidden(),
            Example.Good("def f(a, b):\n    return a\nf(*xs)\nf(**d)\nf(1, **d)").Hidden(),
            Example.Good("def f(*args):\n    return args\nf()\nf(1, 2, 3)").Hidden(),
            Example.Good("from functools import wraps\ndef deco(g):\n    @wraps(g)\n    def inner(*args):\n        return g(*args)\n    return inner\n@deco\ndef f(a):\n    return a\nf()").Hidden(),
            Example.Good("@given(1)\ndef f(a):\n    return a\nf()").Hidden(),
            Example.Good("try:\n    from fast import f\nexcept ImportError:\n    def f(a):\n        return a\nf()").Hidden(),
            Example.Good("def f(a):\n    return a\nf.__defaults__ = (1,)\nf()").Hidden(),
            Example.Good("class A:\n    def f(self, a):\n        return a\nA.f = lambda self: 1\nA().f()").Hidden(),
            Example.Good("class A(B):\n    def f(self, a):\n        return a\nA(1, 2, 3)").Hidden(),
            Example.Good("class M(type):\n    def __call__(cls, *args):\n        return 1\nclass A(metaclass=M):\n    pass\nA(1, 2)").Hidden(),
            Example.Good("class A:\n    def f(self, a):\n        return a\n    def g(self):\n        return self.f()\nclass C(A):\n    def f(self, a=1):\n        return a").Hidden(),
            Example.Good("def f(a):\n    return a\ntry:\n    f()\nexcept TypeError:\n    print('no')").Hidden(),
            Example.Good("import unittest\ndef f(a):\n    return a\nclass T(unittest.TestCase):\n    def test(self):\n        with self.assertRaises(TypeError):\n            f()\n        self.assertRaises(TypeError, lambda: [f()])").Hidden(),
            Example.Good("def f(a):\n    return a\nclass T:\n    def test(self):\n        with self.check_raises_type_error('no'):\n            f()").Hidden(),
            Example.Good("from dataclasses import dataclass, field\n@dataclass\nclass P:\n    x: int\n    y: list = field(default_factory=list)\n    z: int = field(init=False, default=0)\nP(1, [2])").Hidden(),
            Example.Good("print(1, 2, nothing=3)").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Call>(Check);

    private static void Check(Call call, RuleContext context)
    {
        if (context.Model.OwnCalleeOf(call) is not { } callee || callee.Bind(call) is not { Errors: [var first, ..] errors }
            || ExpectedError.Covers(call, "TypeError", context.Model) || !IsReached(call, context.Model) || IsBroken(callee, context))
        {
            return;
        }

        var name = context.TextOf(call.Func);
        name = name.Contains('\n', StringComparison.Ordinal) || call.Func is Lambda ? "<lambda>" : name;
        var finding = first.Kind switch
        {
            CallErrorKind.TooMany => context.Report(TooMany, first.Node.Span, name, Expected(callee), Given(call)),
            CallErrorKind.UnexpectedKeyword => context.Report(Unknown, SpanOf(first), name, first.Name),
            CallErrorKind.GivenTwice => context.Report(Twice, SpanOf(first), name, first.Name),
            _ => context.Report(call.Func.Span, name, MissingNames(errors)),
        };
        if (callee.Node is { } definition)
        {
            finding.Label(HeaderOf(definition), $"`{callee.Name}` is defined here");
        }

        foreach (var error in errors[1..])
        {
            if (error.Kind != first.Kind)
            {
                finding.Label(SpanOf(error), LabelOf(error));
            }
        }
    }

    /// <summary>A parameter may be among what could not be read, or a whole <c>__init__</c>.</summary>
    private static bool IsBroken(Callee callee, RuleContext context) => callee.Node is Stmt definition && BrokenCode.IsSignature(definition, context.Tree);

    /// <summary>A call that no path leads to raises nothing.</summary>
    private static bool IsReached(Call call, SemanticModel model) => call.Ancestor<Stmt>() is { } statement && model.IsReachable(statement) != Answer.No;

    private static TextSpan SpanOf(in CallError error) => error.Kind == CallErrorKind.Missing && error.Node is Call call ? call.Func.Span : error.Node.Span;

    private static string LabelOf(in CallError error) => error.Kind switch
    {
        CallErrorKind.TooMany => "one too many",
        CallErrorKind.UnexpectedKeyword => $"there is no parameter `{error.Name}`",
        CallErrorKind.GivenTwice => $"`{error.Name}` has an argument already",
        _ => $"nothing for `{error.Name}`",
    };

    private static TextSpan HeaderOf(Node definition) => definition switch
    {
        FunctionDefinition function => function.Name.Span,
        ClassDef type => type.Name.Span,
        _ => definition.Span,
    };

    private static string MissingNames(ImmutableArray<CallError> errors)
    {
        var last = errors.Length - 1;
        while (errors[last].Kind != CallErrorKind.Missing)
        {
            last--;
        }

        var names = new StringBuilder();
        for (var i = 0; i <= last; i++)
        {
            if (errors[i].Kind == CallErrorKind.Missing)
            {
                names.Append(names.Length == 0 ? "" : i == last ? " and " : ", ").Append('`').Append(errors[i].Name).Append('`');
            }
        }

        return names.ToString();
    }

    /// <summary>The most that one of the signatures takes: a class of the library may have several.</summary>
    private static string Expected(Callee callee)
    {
        var (most, least) = (0, int.MaxValue);
        foreach (var signature in callee.Signatures)
        {
            var (places, needed) = PlacesOf(signature, callee.GetsReceiver);
            (most, least) = (Math.Max(most, places), Math.Min(least, needed));
        }

        return most switch
        {
            0 => "no arguments by place",
            1 => $"{(least < most ? "at most " : "")}1 argument by place",
            _ => $"{(least < most ? "at most " : "")}{most} arguments by place",
        };
    }

    /// <summary>How many arguments by place a signature takes behind the receiver, and how many of them it must get.</summary>
    private static (int Places, int Needed) PlacesOf(Signature signature, bool getsReceiver)
    {
        var (places, optional) = (0, 0);
        foreach (var parameter in signature.Parameters)
        {
            places += parameter.TakesPlace ? 1 : 0;
            optional += parameter.TakesPlace && parameter.HasDefault ? 1 : 0;
        }

        places -= getsReceiver && places > 0 ? 1 : 0;
        return (places, places - optional);
    }

    private static string Given(Call call) => call.Args.Length == 1 ? "here is 1" : $"here are {call.Args.Length}";
}
