using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Returns;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>The value of a call is used, but the function never returns one.</summary>
public sealed class ProcedureResultUsed : Rule
{
    private const string Used = "`{call}` is always None: `{function}` returns no value";
    private const string Returned = "`return print(…)` shows the text and returns None: the caller gets no value";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS324",
        Name = "procedure-result-used",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["E1111", "assignment-from-no-return", "E1128", "assignment-from-none", "S3699"],
        Message = Used,
        OtherMessages = [Returned],
        Why = "Every call has a value. A function without `return value` gives None when it is done, whatever it has printed or changed: showing a "
            + "result and returning it are two different things. So `print(show(3))` prints what `show` prints, and then `None`.",
        Instead = "Let the function return its result, and print where it is called. Where it is there for its effect, call it in a line of its own.",
        Interview = new(
            "What is the difference between a function that prints its result and one that returns it?",
            "What is returned can be used: stored, tested, combined, or printed in another form. What is printed is gone; the caller gets None. So I keep "
            + "computing and showing apart: functions return, and the outermost layer prints. That makes them testable without capturing output. A "
            + "function that exists for its effect returns None on purpose, which is also why `list.sort` does."),
        FineWhen = "`return f()` in a function that returns nothing itself is a short way to call and leave, and a method may be overridden by one "
            + "that returns something: the rule is silent on both.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def show(x):
                    print("x is", x)

                print([|show(3)|])
                """, fixedTo: """
                def show(x):
                    print("x is", x)

                show(3)
                """).Saying("`show(…)` is always None: `show` returns no value"),
            Example.Bad("""
                def area(width, height):
                    print(width * height)

                total = [|area(2, 3)|] + [|area(4, 5)|]
                """),
            Example.Bad("""
                def greet(name):
                    [|return print("hello", name)|]
                """, fixedTo: """
                def greet(name):
                    print("hello", name)
                """).Saying(Returned),
            Example.Good("""
                def area(width, height):
                    return width * height

                print(area(2, 3) + area(4, 5))
                """),
            Example.Good("""
                def show(x):
                    print("x is", x)

                show(3)
                """),
            Example.Bad("def f(x):\n    x.go()\ny = [|f(1)|]").Hidden(),
            Example.Bad("def g():\n    def f(x):\n        x.go()\n    y = [|f(1)|]\n    z()", fixedTo: "def g():\n    def f(x):\n        x.go()\n    f(1)\n    z()").Hidden(),
            Example.Bad("def f(x):\n    x.go()\nif [|f(1)|] == 3:\n    g()").Hidden(),
            Example.Bad("def f(x):\n    x.go()\nfor y in [|f(1)|]:\n    g()").Hidden(),
            Example.Bad("def f(x):\n    x.go()\nprint([y for y in [|f(1)|]])").Hidden(),
            Example.Bad("def f(x):\n    x.go()\na, b = [|f(1)|]").Hidden(),
            Example.Bad("def f(x):\n    x.go()\n[|f(1)|].go()").Hidden(),
            Example.Bad("def f(x):\n    x.go()\nprint([|f(1)|][0], [|f(2)|](3))").Hidden(),
            Example.Bad("def f(x):\n    x.go()\nprint(f'{[|f(1)|]}', 'a' + [|f(1)|], end='')").Hidden(),
            Example.Bad("def f(x):\n    if x:\n        return\n    x.go()\nprint([|f(1)|], 2)").Hidden(),
            Example.Bad("def f(x):\n    if x:\n        return None\n    x.go()\ny = [|f(1)|]").Hidden(),
            Example.Bad("def f(x):\n    g = lambda: 1\n    def h():\n        return 2\n    h()\nwhile (y := [|f(1)|]):\n    pass").Hidden(),
            Example.Bad("class A:\n    def f(self):\n        self.x = 1\nx = [|A().f()|]").Hidden(),
            Example.Bad("x = [|print('a')|]").Saying("`print(…)` is always None: `print` returns no value").Hidden(),
            Example.Bad("def f(x):\n    [|return (print(x))|]").Hidden(),
            Example.Bad("def f(x):\n    if x:\n        [|return print('no')|]\n    return x").Hidden(),
            Example.Good("def f(x):\n    x.go()\nassert f(1) is None\n_ = f(1)").Hidden(),
            Example.Good("def f(x):\n    x.go()\ndef g(x):\n    if x:\n        return f(x)\n    x.go()").Hidden(),
            Example.Good("def f(x):\n    x.go()\ndef g(x):\n    return f(x)").Hidden(),
            Example.Good("def f(x):\n    if x:\n        return print('no')\n    x.go()").Hidden(),
            Example.Good("def f(x):\n    x.go()\nregister(lambda x: f(x + 1))").Hidden(),
            Example.Good("def f(x):\n    x.go()\nf(1) or g()").Hidden(),
            Example.Good("def f(x):\n    x.go()\nh(f(1))").Hidden(),
            Example.Good("class A:\n    def f(self):\n        self.x = 1\n    def g(self):\n        return [self.f()]\n    def h(self):\n        y = self.f()\n        return y").Hidden(),
            Example.Good("def make():\n    return A()\nclass A:\n    def f(self):\n        pass\nx = A().f()").Hidden(),
            Example.Good("def f(x):\n    raise NotImplementedError\ny = f(1)").Hidden(),
            Example.Good("def f(x):\n    '''To be written.'''\ny = f(1)").Hidden(),
            Example.Good("def f(x):\n    yield x\ny = f(1)").Hidden(),
            Example.Good("async def f(x):\n    x.go()\ny = f(1)").Hidden(),
            Example.Good("@decorate\ndef f(x):\n    x.go()\ny = f(1)").Hidden(),
            Example.Good("import sys\ndef f(x):\n    sys.exit(x)\ny = f(1)").Hidden(),
            Example.Good("def f(x):\n    if x:\n        return 1\n    return x.go()\ny = f(1)").Hidden(),
            Example.Good("if a:\n    def f(x):\n        x.go()\nelse:\n    def f(x):\n        return x\ny = f(1)").Hidden(),
            Example.Good("def f(x):\n    x.go()\nf = wrap(f)\ny = f(1)").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Call>(CheckCall);
        on.Visit<Return>(CheckReturn);
    }

    private static void CheckCall(Call call, RuleContext context)
    {
        // Most calls are statements, or are returned.
        if (call.Parent!.Kind is NodeKind.ExprStmt or NodeKind.Return || !IsUsed(call, context.Model))
        {
            return;
        }

        var function = Procedure.CalledBy(call, context.Model);
        if (function is null && !context.Model.IsBuiltin(call.Func, "print"))
        {
            return;
        }

        var name = context.TextOf(call.Func);
        var shown = call.Args.IsEmpty && call.Keywords.IsEmpty ? $"{name}()" : $"{name}(…)";
        var finding = context.Report(call.Span, shown, function?.Name.Text ?? name);
        if (function != null)
        {
            finding.Label(function.Name.Span, "no path returns a value");
        }

        if (Fails(call))
        {
            finding.Severity(Severity.Error).Help("TypeError or AttributeError: let the function return its result");
        }

        OfferFix(finding, call, context);
    }

    /// <summary>True where the value is stored, shown, compared or looked into; passing it on, testing it and returning it may have other reasons.</summary>
    private static bool IsUsed(Call call, SemanticModel model) => call.Parent switch
    {
        Assign { Targets: [Name { Id: "_" }] } => false,
        Assign or AugAssign or AnnAssign or NamedExpr or FormattedValue => true,
        Call around when around.Func != call => model.IsBuiltin(around.Func, "print"),
        Compare compare => !IsComparedWithNone(call, compare),
        _ => Fails(call),
    };

    private static bool IsComparedWithNone(Call call, Compare compare) =>
        compare.Left is Constant { Value: null } || (compare.Left == call ? compare.Comparators[0] is Constant { Value: null } : compare.Ops.Length > 1);

    /// <summary>True where None makes Python raise.</summary>
    private static bool Fails(Call call) => call.Parent switch
    {
        ForStatement loop => loop.Iter == call,
        Comprehension source => source.Iter == call,
        Assign { Targets: [Tuple or List] } or Attribute or BinOp { Op: not BinaryOperator.Mod } or YieldFrom or AugAssign => true,
        Subscript subscript => subscript.Value == call,
        Call around => around.Func == call,
        Starred => true,
        _ => false,
    };

    private static void OfferFix(DiagnosticBuilder finding, Call call, RuleContext context)
    {
        switch (call.Parent)
        {
            case Call { Args: [var only], Keywords.IsEmpty: true, Parent: ExprStmt statement } when only == call:
                finding.Fix(FixSafety.Unsafe, "call it without `print`", new TextEdit(statement.Span, context.TextOf(call)));
                break;
            case Assign { Targets: [Name target] } statement when context.Model.IsEverRead(target) == Answer.No:
                finding.Fix(FixSafety.Unsafe, "call it without keeping None", new TextEdit(statement.Span, context.TextOf(call)));
                break;
        }
    }

    private static void CheckReturn(Return statement, RuleContext context)
    {
        if (statement.Value is not Call call || !context.Model.IsBuiltin(call.Func, "print") || statement.Ancestor<FunctionDefinition>() is not { } function)
        {
            return;
        }

        var isLast = function.Body[^1] == statement;
        if (!isLast && new OwnReturns(function, context.Model).FirstWithValue(withUnknown: true) is null)
        {
            return;
        }

        var finding = context.Report(Returned, statement.Span);
        if (isLast && context.Text.Slice(new TextSpan(statement.Span.Start, call.Span.Start)).TrimEnd() is "return")
        {
            finding.Fix(FixSafety.Unsafe, "print without `return`", new TextEdit(new TextSpan(statement.Span.Start, call.Span.Start), ""));
        }
    }
}
