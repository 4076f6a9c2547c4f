using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An <c>assert</c> that checks what callers, users or files give, and one that can't fail.</summary>
public sealed class AssertForValidation : Rule
{
    private const string Argument = "`assert` checks the argument `{name}` of `{function}`, and `python -O` leaves the check out";
    private const string Outside = "`assert` checks `{name}`, which comes from outside the program, and `python -O` leaves the check out";
    private const string Pair = "this `assert` never fails: a tuple with elements counts as true";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS222",
        Name = "assert-for-validation",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["S101", "F631", "B011", "W0199", "assert-on-tuple", "reportAssertAlwaysTrue", "S5905"],
        Message = Argument,
        OtherMessages = [Outside, Pair],
        Why = "`assert test` means `if __debug__ and not test: raise AssertionError`. Under `python -O`, or with PYTHONOPTIMIZE set, "
            + "the compiler writes no code for it, so the check is gone where it counts most: in production. Where it is there, the caller "
            + "sees an `AssertionError`, which says that the program is wrong, not the argument.",
        Instead = "Raise what fits: `ValueError` for a value that is not allowed, `TypeError` for a type. Keep `assert` for what can only "
            + "be false when your own code has a bug.",
        Interview = new(
            "When do you use `assert`, and when do you raise an exception?",
            "`assert` states what I hold for impossible: an invariant, or the state after a step. It documents, helps the type checker, and "
            + "may vanish under `-O` without changing what a correct program does. Arguments, input and files are wrong every day, so they "
            + "get `ValueError` or `TypeError`, which callers can catch and which nobody can switch off. It costs a line more, and buys a "
            + "message that the caller understands."),
        FineWhen = "In tests, for invariants of your own variables, for private functions, and to tell the type checker what you know "
            + "(`assert match is not None`): the rule is silent about these.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                def withdraw(balance, amount):
                    assert [|amount > 0|], "the amount must be positive"
                    return balance - amount
                """).Saying("`assert` checks the argument `amount` of `withdraw`, and `python -O` leaves the check out")
                .OnlyAtModuleLevel("a function inside another is not public"),
            Example.Bad("""
                age = int(input("age: "))
                assert [|age >= 0|]
                """).Saying("`assert` checks `age`, which comes from outside the program, and `python -O` leaves the check out"),
            Example.Bad("""
                assert [|(total == 100, "the shares must add up")|]
                """, fixedTo: """
                assert total == 100, "the shares must add up"
                """).Saying(Pair),
            Example.Good("""
                def withdraw(balance, amount):
                    if amount <= 0:
                        raise ValueError("the amount must be positive")
                    return balance - amount
                """),
            Example.Good("""
                def median(xs):
                    ordered = sorted(xs)
                    assert len(ordered) == len(xs)
                    return ordered[len(ordered) // 2]
                """),
            Example.Bad("class Account:\n    def pay(self, amount):\n        if amount != self.last:\n            assert [|amount > self.limit|]")
                .OnlyAtModuleLevel("a class inside a function is not public").Hidden(),
            Example.Bad("class Account:\n    def __init__(self, *rates):\n        assert [|all(rate > 0 for rate in rates)|]")
                .Saying("`assert` checks the argument `rates` of `Account.__init__`, and `python -O` leaves the check out")
                .OnlyAtModuleLevel("a class inside a function is not public").Hidden(),
            Example.Bad("def scale(x):\n    assert [|isinstance(x, int)|]\n    return x * 2").OnlyAtModuleLevel("a function inside another is not public").Hidden(),
            Example.Bad("with open('a') as f:\n    for line in f:\n        assert [|line|]").Hidden(),
            Example.Bad("with open('a') as f:\n    head = f.readline().strip()\n    assert [|head == 'id'|], head").Hidden(),
            Example.Bad("assert [|(x, 'a')|]", fixedTo: "assert x, 'a'").Hidden(),
            Example.Bad("assert [|(\n    x or\n    y,\n    'a'\n)|]", fixedTo: "assert (x or\n    y), 'a'").Hidden(),
            Example.Bad("assert [|(x := f(), 'a')|]", fixedTo: "assert (x := f()), 'a'").Hidden(),
            Example.Bad("assert [|(x, y, z)|]").Hidden(),
            Example.Bad("assert [|(x, 'a')|], 'b'").Hidden(),
            Example.Bad("assert [|(x, y)|]").Hidden(),
            Example.Good("assert ()").Hidden(),
            Example.Good("assert (*xs,)").Hidden(),
            Example.Good("def test_pay(amount):\n    assert amount > 0").Hidden(),
            Example.Good("class TestPay:\n    def check(self, amount):\n        assert amount > 0").Hidden(),
            Example.Good("import unittest\nclass Pay(unittest.TestCase):\n    def check(self, amount):\n        assert amount > 0").Hidden(),
            Example.Good("def _scale(x):\n    assert x > 0\n    return x").Hidden(),
            Example.Good("class _Account:\n    def pay(self, x):\n        assert x > 0").Hidden(),
            Example.Good("def outer():\n    def inner(x):\n        assert x > 0\n    return inner").Hidden(),
            Example.Good("def scale(x: int | None):\n    assert x is not None\n    return x * 2").Hidden(),
            Example.Good("def scale(x: object):\n    assert isinstance(x, int)\n    return x * 2").Hidden(),
            Example.Good("def send(request: Request):\n    assert is_prepared(request)\n    return request.url").Hidden(),
            Example.Good("def scale(x):\n    if x > 0:\n        return x\n    else:\n        assert x == 0\n        return 1").Hidden(),
            Example.Good("import re\ndef head(text):\n    found = re.match('a', text)\n    assert found is not None\n    return found[0]").Hidden(),
            Example.Good("def pay(amount):\n    amount = abs(amount)\n    assert amount >= 0").Hidden(),
            Example.Good("class Account:\n    def pay(self, amount):\n        assert self.is_open\n        return amount").Hidden(),
            Example.Good("from typing import assert_never\ndef f(x):\n    if x is None:\n        return 1\n    assert_never(x)").Hidden(),
            Example.Good("def f(kind):\n    assert False, kind").Hidden(),
            Example.Good("answer = 42\nassert answer == 42").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Assert>(Check);

    private static void Check(Assert assert, RuleContext context)
    {
        if (assert.Test is Tuple pair)
        {
            CheckTuple(assert, pair, context);
        }
        else if (!TestCode.Contains(assert))
        {
            CheckValidation(assert, context);
        }
    }

    private static void CheckTuple(Assert assert, Tuple pair, RuleContext context)
    {
        foreach (var element in pair.Elts)
        {
            if (element is not Starred)
            {
                var found = context.Report(Pair, pair.Span).Severity(Severity.Error).Help("write the message behind the test, without parentheses around both");
                if (assert.Msg is null && pair.Elts is [not Starred, Constant { Value: string } or JoinedStr])
                {
                    var fix = $"{Single(pair.Elts[0], context)}, {Single(pair.Elts[1], context)}";
                    found.Fix(FixSafety.Safe, "take the parentheses away", new TextEdit(pair.Span, fix));
                }

                return;
            }
        }
    }

    /// <summary>Without the parentheses of the tuple, an expression of several lines needs its own, and so does <c>:=</c>.</summary>
    private static string Single(Expr expression, RuleContext context)
    {
        var text = context.TextOf(expression);
        return expression is NamedExpr or Yield or YieldFrom || text.Contains('\n', StringComparison.Ordinal) ? $"({text})" : text;
    }

    private static void CheckValidation(Assert assert, RuleContext context)
    {
        Name? argument = null;
        Name? outside = null;
        var function = context.Model.ScopeOf(assert).Node as FunctionDefinition;
        foreach (var node in context.Tree.Subtree(assert.Test))
        {
            if (node is not Name name || context.Model.SymbolOf(name) is not { } symbol || IsFixed(symbol, assert))
            {
                continue;
            }

            if (function != null && symbol.Scope.Node == function && symbol.SoleBinding is { Kind: BindingKind.Parameter })
            {
                argument ??= Receiver.Is(name, function, context.Model) ? null : name;
            }
            else if (OutsideValue.Is(name, context.Model))
            {
                outside ??= name;
            }
            else
            {
                // A variable of one's own makes it an invariant.
                return;
            }
        }

        if (outside != null)
        {
            context.Report(Outside, assert.Test.Span, outside.Id);
        }
        else if (argument != null && function != null && IsPublic(function, context) && !IsLastCase(assert) && !IsForTypeChecker(assert.Test, argument, context))
        {
            context.Report(assert.Test.Span, argument.Id, context.Model.ScopeOf(assert).Qualname!);
        }
    }

    /// <summary>True for what the test itself binds, and for modules, functions and classes.</summary>
    private static bool IsFixed(Symbol symbol, Assert assert) =>
        (symbol.Scope.Kind == ScopeKind.Comprehension && assert.Contains(symbol.Scope.Node))
        || symbol.SoleBinding is { Kind: BindingKind.Import or BindingKind.ImportFrom or BindingKind.Function or BindingKind.Class }
        || symbol.Scope.Kind == ScopeKind.Module && symbol.SoleBinding is { Kind: BindingKind.Assignment, Value: Constant or Tuple or List or Set or Dict };

    private static bool IsPublic(FunctionDefinition function, RuleContext context)
    {
        Node definition = function;
        while (true)
        {
            var name = definition is FunctionDefinition called ? called.Name.Text : ((ClassDef)definition).Name.Text;
            if (name.StartsWith('_') && !NameMangling.IsSpecial(name))
            {
                return false;
            }

            switch (context.Model.ScopeOf(definition))
            {
                case { Kind: ScopeKind.Module }:
                    return true;
                case { Kind: ScopeKind.Class, Node: var around }:
                    definition = around;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>True in an <c>else</c> or <c>case</c>: it states that the cases before were all others.</summary>
    private static bool IsLastCase(Assert assert)
    {
        for (Node inner = assert; inner.Parent is not (null or FunctionDefinition); inner = inner.Parent)
        {
            if (inner.Parent is MatchCase || (inner.Parent is If branch && inner is Stmt statement && branch.OrElse.Contains(statement)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for <c>x is not None</c>, <c>isinstance(x, T)</c> and <c>is_ready(x)</c> where an annotation allows more.</summary>
    private static bool IsForTypeChecker(Expr test, Name argument, RuleContext context) =>
        context.Model.SymbolOf(argument) is { SoleBinding.Node: Arg { Annotation: not null } }
        && (test is Compare { Ops: [CompareOperator.IsNot], Comparators: [Constant { Value: null }] }
            || (test is Call { Args: [Name checkedName, ..] } && checkedName.Id == argument.Id));
}
