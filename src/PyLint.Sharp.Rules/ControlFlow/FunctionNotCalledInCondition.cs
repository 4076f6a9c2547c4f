using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A function in a condition, or compared with a constant, that was meant to be called.</summary>
public sealed class FunctionNotCalledInCondition : Rule
{
    private const string Truth = "`{function}` is a function, which always counts as true: the parentheses of the call are missing";
    private const string Comparison = "this compares the function `{function}` itself with `{constant}`: the parentheses of the call are missing";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS227",
        Name = "function-not-called-in-condition",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases =
        [
            "W0126", "missing-parentheses-for-call-in-test", "W0143", "comparison-with-callable", "W0125", "using-constant-test",
            "reportUnnecessaryComparison",
        ],
        Message = Truth,
        OtherMessages = [Comparison],
        Why = "A function is an object like any other, and its name without parentheses is that object; nothing runs. Objects count as true unless "
            + "they say otherwise, and functions don't, so the condition never depends on what the function would have answered. Compared with `==`, "
            + "a function equals itself alone; with `<` it raises TypeError.",
        Instead = "Call it: `if is_ready():`. Where the question sounds like an attribute and needs no arguments, `@property` lets the caller leave "
            + "the parentheses out.",
        Interview = new(
            "What is the difference between `if user.is_active:` and `if user.is_active():`?",
            "It depends on the class. If `is_active` is a method, the first tests the method object, which is always true, so everybody counts as "
            + "active; only the second asks. If it is a property or a plain attribute, the first is right and the second calls a bool, which raises "
            + "TypeError. I make cheap questions without arguments properties, and name methods with a verb; a type checker finds the rest."),
        FineWhen = "An optional callback, `if on_done:`, is a parameter or attribute that may be None, and the rule is silent about it. So it is about "
            + "`callable(f)`, about asking whether two names mean the same function, and about what some systems lack, `if os.fork:`, where `hasattr` is meant.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def is_weekend():
                    return today() in ("sat", "sun")

                if [|is_weekend|]:
                    print("closed")
                """, fixedTo: """
                def is_weekend():
                    return today() in ("sat", "sun")

                if is_weekend():
                    print("closed")
                """).Saying("`is_weekend` is a function, which always counts as true: the parentheses of the call are missing"),
            Example.Bad("""
                class Stack:
                    def __init__(self):
                        self.items = []

                    def is_empty(self):
                        return not self.items

                    def pop(self):
                        if [|self.is_empty|]:
                            raise IndexError("the stack is empty")
                        return self.items.pop()
                """, fixedTo: """
                class Stack:
                    def __init__(self):
                        self.items = []

                    def is_empty(self):
                        return not self.items

                    def pop(self):
                        if self.is_empty():
                            raise IndexError("the stack is empty")
                        return self.items.pop()
                """).Saying("`self.is_empty` is a function, which always counts as true: the parentheses of the call are missing"),
            Example.Bad("""
                def roll():
                    return randint(1, 6)

                print("won" if [|roll|] == 6 else "lost")
                """, fixedTo: """
                def roll():
                    return randint(1, 6)

                print("won" if roll() == 6 else "lost")
                """).Saying("this compares the function `roll` itself with `6`: the parentheses of the call are missing"),
            Example.Good("""
                def is_weekend():
                    return today() in ("sat", "sun")

                if is_weekend():
                    print("closed")
                """),
            Example.Good("""
                def download(url, on_done=None):
                    data = fetch(url)
                    if on_done:
                        on_done(data)
                    return data
                """),
            Example.Bad("def f():\n    return 1\nwhile not [|f|]:\n    g()", fixedTo: "def f():\n    return 1\nwhile not f():\n    g()").Hidden(),
            Example.Bad("def f(x):\n    return 1\nif a and [|f|]:\n    g()").Hidden(),
            Example.Bad("def f(x=1):\n    return 1\nassert [|f|]", fixedTo: "def f(x=1):\n    return 1\nassert f()").Hidden(),
            Example.Bad("def f():\n    return 1\nprint([x for x in y if [|f|]])", fixedTo: "def f():\n    return 1\nprint([x for x in y if f()])").Hidden(),
            Example.Bad("def f():\n    return 1\nif 3 < [|f|]:\n    g()", fixedTo: "def f():\n    return 1\nif 3 < f():\n    g()").Hidden(),
            Example.Bad("def f():\n    return 1\nif [|f|] in ('a', 'b'):\n    g()", fixedTo: "def f():\n    return 1\nif f() in ('a', 'b'):\n    g()").Hidden(),
            Example.Bad("def f():\n    return 1\nif [|f|] != -1:\n    g()", fixedTo: "def f():\n    return 1\nif f() != -1:\n    g()").Hidden(),
            Example.Bad("async def f():\n    return 1\nif [|f|]:\n    g()").Hidden(),
            Example.Bad("import os\nif [|os.path.exists|]:\n    g()").Hidden(),
            Example.Bad("import os\nif [|os.getcwd|] == '/':\n    g()", fixedTo: "import os\nif os.getcwd() == '/':\n    g()").Saying("this compares the function `os.getcwd` itself with `'/'`: the parentheses of the call are missing").Hidden(),
            Example.Bad("from os import getpid\nwhile [|getpid|]:\n    g()", fixedTo: "from os import getpid\nwhile getpid():\n    g()").Hidden(),
            Example.Good("import os, time\nif os.getuid and time.tzset:\n    g()").Hidden(),
            Example.Bad("import time\nif [|time.time|] > 3:\n    g()", fixedTo: "import time\nif time.time() > 3:\n    g()").Hidden(),
            Example.Bad("from random import random\nif [|random|] < 0.5:\n    g()", fixedTo: "from random import random\nif random() < 0.5:\n    g()").Hidden(),
            Example.Bad("class A:\n    def ok(self):\n        return 1\na = A()\nif [|a.ok|]:\n    g()", fixedTo: "class A:\n    def ok(self):\n        return 1\na = A()\nif a.ok():\n    g()").Hidden(),
            Example.Bad("text = input()\nif [|text.isdigit|]:\n    g()", fixedTo: "text = input()\nif text.isdigit():\n    g()").Hidden(),
            Example.Good("text = input()\nif text.real:\n    g()").Hidden(),
            Example.Good("def f():\n    return 1\nif callable(f):\n    g()").Hidden(),
            Example.Good("def f():\n    return 1\nif g is f or f is None or f == g:\n    g()").Hidden(),
            Example.Good("def f():\n    return 1\nif f in (g, h) or f == None:\n    g()").Hidden(),
            Example.Good("def f():\n    return 1\nh = f or g").Hidden(),
            Example.Good("class A:\n    pass\nif A:\n    g()").Hidden(),
            Example.Good("class A:\n    @property\n    def ok(self):\n        return 1\n    def f(self):\n        if self.ok:\n            self.go()").Hidden(),
            Example.Good("class A:\n    def ok(self):\n        return 1\n    def f(self):\n        self.ok = None\n        if self.ok:\n            self.go()").Hidden(),
            Example.Good("class A:\n    def __init__(self, done=None):\n        self.done = done\n    def f(self):\n        if self.done:\n            self.done()").Hidden(),
            Example.Good("class A(B):\n    def ok(self):\n        return 1\n    def f(self):\n        if self.ok:\n            self.go()").Hidden(),
            Example.Good("try:\n    from fast import f\nexcept ImportError:\n    f = None\nif f:\n    f()").Hidden(),
            Example.Good("if g:\n    def f():\n        return 1\nelse:\n    f = None\nif f:\n    f()").Hidden(),
            Example.Good("try:\n    from os import fork\nexcept ImportError:\n    fork = None\nif fork:\n    fork()").Hidden(),
            Example.Good("import os\nif os.fork:\n    os.fork()\nfork = getattr(os, 'fork', None)\nif fork:\n    fork()").Hidden(),
            Example.Good("import os\nos.getlogin = None\nif os.getlogin:\n    g()").Hidden(),
            Example.Good("@decorate\ndef f():\n    return 1\nif f:\n    g()").Hidden(),
            Example.Good("import sys\nif sys.argv or sys.platform == 'linux':\n    g()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<If>(static (node, context) => CheckCondition(node.Test, context));
        on.Visit<While>(static (node, context) => CheckCondition(node.Test, context));
        on.Visit<IfExp>(static (node, context) => CheckCondition(node.Test, context));
        on.Visit<Assert>(static (node, context) => CheckCondition(node.Test, context));
        on.Visit<UnaryOp>(static (node, context) => CheckOperand(node.Operand, context));
        on.Visit<BoolOp>(static (node, context) => CheckOperands(node.Values, context));
        on.Visit<Comprehension>(static (node, context) => CheckOperands(node.Ifs, context));
        on.Visit<MatchCase>(static (node, context) => CheckCondition(node.Guard, context));
        on.Visit<Compare>(CheckComparison);
    }

    private static void CheckOperands(ImmutableArray<Expr> operands, RuleContext context)
    {
        foreach (var operand in operands)
        {
            CheckOperand(operand, context);
        }
    }

    private static void CheckOperand(Expr operand, RuleContext context)
    {
        if (operand is Name or Attribute && Conditions.Is(operand))
        {
            CheckCondition(operand, context);
        }
    }

    private static void CheckCondition(Expr? condition, RuleContext context)
    {
        if (condition is Name or Attribute && FunctionOf(condition, context.Model) is { } callee)
        {
            Offer(context.Report(condition.Span, context.TextOf(condition)), condition, callee, context);
        }
    }

    private static void CheckComparison(Compare compare, RuleContext context)
    {
        if (compare is { Ops: [not (CompareOperator.Is or CompareOperator.IsNot)], Comparators: [var right] })
        {
            CheckCompared(compare.Left, right, context);
            CheckCompared(right, compare.Left, context);
        }
    }

    /// <summary>With a constant or a display of constants; asking for None is asking whether there is a function.</summary>
    private static void CheckCompared(Expr expression, Expr other, RuleContext context)
    {
        if (expression is Name or Attribute && IsConstant(other) && FunctionOf(expression, context.Model) is { } callee)
        {
            Offer(context.Report(Comparison, expression.Span, context.TextOf(expression), context.TextOf(other)), expression, callee, context);
        }
    }

    /// <summary>A call is offered only where it needs no arguments and gives the answer, not a coroutine.</summary>
    private static void Offer(DiagnosticBuilder finding, Expr expression, Callee callee, RuleContext context)
    {
        if (callee.Node is FunctionDefinition function)
        {
            finding.Label(function.Name.Span, "the function");
        }

        if (callee.Node is not AsyncFunctionDef && NeedsNothing(callee))
        {
            finding.Fix(FixSafety.Unsafe, $"call `{context.TextOf(expression)}()`", new TextEdit(new TextSpan(expression.Span.End, expression.Span.End), "()"));
        }
    }

    private static bool NeedsNothing(Callee callee)
    {
        foreach (var signature in callee.Signatures)
        {
            var isFree = true;
            for (var i = callee.GetsReceiver ? 1 : 0; i < signature.Parameters.Length; i++)
            {
                isFree &= signature.Parameters[i].HasDefault;
            }

            if (isFree)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConstant(Expr value)
    {
        var elements = value switch { Tuple tuple => tuple.Elts, List list => list.Elts, Set set => set.Elts, _ => [] };
        foreach (var element in elements)
        {
            if (!IsConstant(element))
            {
                return false;
            }
        }

        return !elements.IsEmpty || value is Constant { Value: not null } or UnaryOp { Operand: Constant { Value: not null } };
    }

    /// <summary>The function or method, of the file or of Python, that an expression surely is.</summary>
    private static Callee? FunctionOf(Expr expression, SemanticModel model)
    {
        if (expression is Name name && model.SymbolOf(name) is not { SoleBinding.Kind: BindingKind.Function or BindingKind.ImportFrom })
        {
            return null;
        }

        return model.CalleeNamedBy(expression) switch
        {
            { Node: FunctionDefinition } ours => ours,
            { Node: null } library when model.KnownName(expression) is var known && (known is null || IsEverywhere(known)) => library,
            _ => null,
        };
    }

    /// <summary>What isn't there on every system is asked for before it is called; a class is no function.</summary>
    private static bool IsEverywhere(string name) => !PlatformFunctions.Has(name) && Semantics.Knowledge.StandardLibrary.Find(name)?.Kind == LibraryMemberKind.Function;
}
