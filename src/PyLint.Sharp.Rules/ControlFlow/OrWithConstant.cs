using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A condition with <c>or</c> or <c>and</c> whose operand is a constant, as in <c>if x == "a" or "b"</c>.</summary>
public sealed class OrWithConstant : Rule
{
    private const string AlwaysTrue = "this condition is always true: `{constant}` counts as true, and `or` compares it with nothing";
    private const string AlwaysFalse = "this condition is always false: `{constant}` counts as false";
    private const string NoEffect = "`{constant}` decides nothing in this condition";
    private const string OnlyFirst = "only `{constant}` is looked for: `or` gives its first operand, because it counts as true";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS226",
        Name = "or-with-constant",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["SIM222", "SIM223", "R1727", "condition-evals-to-constant", "S5797"],
        Message = AlwaysTrue,
        OtherMessages = [AlwaysFalse, NoEffect, OnlyFirst],
        Why = "`x == \"a\" or \"b\"` is `(x == \"a\") or \"b\"`: comparison binds closer than `or`, so that `or` doesn't repeat it for \"b\". A string that "
            + "is not empty counts as true, and so does every number but 0. The condition then doesn't depend on `x` any more.",
        Instead = "Compare with each value, or ask whether it is one of them: `if x in (\"a\", \"b\"):`.",
        Interview = new(
            "What does `if answer == \"y\" or \"yes\":` do?",
            "It always runs its body: Python reads `(answer == \"y\") or \"yes\"`, and a string that isn't empty counts as true. I write `if answer in "
            + "(\"y\", \"yes\"):`. For many values I take a set, which is looked up by hash; for two or three the tuple is as fast and also takes "
            + "values that can't be hashed."),
        FineWhen = "`name = given or \"anonymous\"` uses the value, not its truth, and is fine. A flag has a name, `if fast or DEBUG:`, and the rule is "
            + "silent about names.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                if [|answer == "y" or "yes"|]:
                    print("installing")
                """, fixedTo: """
                if answer in ("y", "yes"):
                    print("installing")
                """).Saying("this condition is always true: `\"yes\"` counts as true, and `or` compares it with nothing"),
            Example.Bad("""
                while [|command != "quit" or "exit"|]:
                    command = input("> ")
                """),
            Example.Bad("""
                if [|"http" or "ftp" in address|]:
                    print("a link")
                """).Saying("this condition is always true: `\"http\"` counts as true, and `or` compares it with nothing"),
            Example.Good("""
                if answer in ("y", "yes"):
                    print("installing")
                """),
            Example.Good("""
                name = given or "anonymous"
                if name == "root" or name == "admin":
                    print("careful")
                """),
            Example.Bad("if [|x == 1 or 2 or 3|]:\n    f()", fixedTo: "if x in (1, 2, 3):\n    f()").Hidden(),
            Example.Bad("if [|x and True|]:\n    f()").Saying("`True` decides nothing in this condition").Hidden(),
            Example.Bad("if [|x and 0|]:\n    f()").Saying("this condition is always false: `0` counts as false").Hidden(),
            Example.Bad("if [|x or ''|]:\n    f()").Saying("`''` decides nothing in this condition").Hidden(),
            Example.Bad("y = 1 if [|x == 'a' or 'b'|] else 2", fixedTo: "y = 1 if x in ('a', 'b') else 2").Hidden(),
            Example.Bad("if not ([|x == 'a' or 'b'|]):\n    f()", fixedTo: "if not (x in ('a', 'b')):\n    f()").Hidden(),
            Example.Bad("if z and ([|x == 'a' or 'b'|]):\n    f()", fixedTo: "if z and (x in ('a', 'b')):\n    f()").Hidden(),
            Example.Bad("print([x for x in xs if [|x == 'a' or 'b'|]])", fixedTo: "print([x for x in xs if x in ('a', 'b')])").Hidden(),
            Example.Bad("assert [|x == 1 or 2|]", fixedTo: "assert x in (1, 2)").Hidden(),
            Example.Bad("while [|x == 1 or -1|]:\n    f()", fixedTo: "while x in (1, -1):\n    f()").Hidden(),
            Example.Bad("if [|f(x) or 'b'|]:\n    f()").Hidden(),
            Example.Bad("if ([|'a' or 'b'|]) == x:\n    f()").Hidden(),
            Example.Good("if 'a' or x:\n    f()").Hidden(),
            Example.Good("while x or DEBUG:\n    f()").Hidden(),
            Example.Good("if f(x or 'b'):\n    g()").Hidden(),
            Example.Good("if (x or 'b') == 'c':\n    g()").Hidden(),
            Example.Good("def g(x):\n    return x == 1 or 2").Hidden(),
            Example.Good("while True:\n    f()\n    break").Hidden(),
            Example.Good("if not 1 and 1 and 1 or 0:\n    f()").Hidden(),
            Example.Good("if 0 and x:\n    f()").Hidden(),
            Example.Good("if True or x:\n    f()").Hidden(),
            Example.Good("if f(lambda: x or 1):\n    g()").Hidden(),
            Example.Good("if x == 'a' or x == 'b':\n    g()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<BoolOp>(Check);

    private static void Check(BoolOp operation, RuleContext context)
    {
        if (FirstConstant(operation.Values) is not { } constant || (operation.Parent is not Compare && IsAllConstant(operation)))
        {
            return;
        }

        if (IsLookedFor(operation))
        {
            context.Report(OnlyFirst, operation.Span, context.TextOf(operation.Values[0]));
        }
        else if (IsCondition(operation) && (operation.Values[0] != constant || IsLeftBehind(operation)))
        {
            var isTrue = Truth(constant) == true;
            var isOr = operation.Op == BoolOperator.Or;
            var message = isTrue != isOr ? NoEffect : isOr ? AlwaysTrue : AlwaysFalse;
            var found = context.Report(message, operation.Span, context.TextOf(constant));
            if (message == NoEffect)
            {
                found.Severity(Severity.Warning).Why($"`{(isOr ? "or" : "and")}` asks for the truth of both sides, and that of a constant never changes.");
            }

            if (EqualityList(operation, context) is { } list)
            {
                found.Fix(FixSafety.Safe, "ask whether it is one of them", new TextEdit(operation.Span, list));
            }
        }
    }

    private static Expr? FirstConstant(ImmutableArray<Expr> values)
    {
        foreach (var value in values)
        {
            if (Truth(value) is not null)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>True for what has no variable at all: it is written to try out Python, or to switch code off.</summary>
    private static bool IsAllConstant(Expr expression)
    {
        if (expression is UnaryOp { Op: UnaryOperator.Not, Operand: var operand })
        {
            return IsAllConstant(operand);
        }

        if (expression is not BoolOp operation)
        {
            return Truth(expression) is not null;
        }

        foreach (var value in operation.Values)
        {
            if (!IsAllConstant(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a constant counts as true; null for what is none.</summary>
    private static bool? Truth(Expr value) => value switch
    {
        Constant { Value: bool truth } => truth,
        Constant { Value: string text } => text.Length > 0,
        Constant { Value: byte[] bytes } => bytes.Length > 0,
        Constant { Value: null } => false,
        Constant { Value: Ellipsis } => true,
        Constant { Value: BigInteger number } => !number.IsZero,
        Constant { Value: double number } => number != 0,
        UnaryOp { Op: UnaryOperator.USub, Operand: Constant operand } => Truth(operand),
        _ => null,
    };

    /// <summary>True for <c>("a" or "b") in s</c>: nobody writes that for its first operand.</summary>
    private static bool IsLookedFor(BoolOp operation)
    {
        if (operation is not { Op: BoolOperator.Or, Parent: Compare { Left: var left, Ops.Length: 1 } } || left != operation || Truth(operation.Values[0]) != true)
        {
            return false;
        }

        foreach (var value in operation.Values)
        {
            if (Truth(value) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for <c>"a" or "b" in s</c>. Any other constant in front switches a condition on or off, and is meant.</summary>
    private static bool IsLeftBehind(BoolOp operation) =>
        operation is { Op: BoolOperator.Or, Values: [Constant { Value: string { Length: > 0 } }, .., Compare { Left: Constant { Value: string } }] };

    /// <summary>True where only the truth of the expression counts.</summary>
    private static bool IsCondition(Expr expression)
    {
        Node inner = expression;
        var around = expression.Parent;
        while (around is BoolOp or UnaryOp { Op: UnaryOperator.Not })
        {
            (inner, around) = (around, around.Parent);
        }

        return around switch
        {
            If statement => statement.Test == inner,
            While loop => loop.Test == inner,
            IfExp choice => choice.Test == inner,
            Assert assert => assert.Test == inner,
            Comprehension comprehension => inner is Expr filter && comprehension.Ifs.Contains(filter),
            _ => false,
        };
    }

    /// <summary><c>x in ("a", "b")</c> for <c>x == "a" or "b"</c>; null for any other shape.</summary>
    private static string? EqualityList(BoolOp operation, RuleContext context)
    {
        if (operation is not { Op: BoolOperator.Or, Values: [Compare { Left: Name or Attribute or Subscript or Call, Ops: [CompareOperator.Eq], Comparators: [var first] } compare, .. var rest] } || Truth(first) is null)
        {
            return null;
        }

        var list = context.TextOf(first);
        foreach (var value in rest)
        {
            if (Truth(value) is null)
            {
                return null;
            }

            list += $", {context.TextOf(value)}";
        }

        return $"{context.TextOf(compare.Left)} in ({list})";
    }
}
