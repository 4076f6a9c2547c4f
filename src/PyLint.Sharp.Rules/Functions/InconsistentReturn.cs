using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Returns;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A function that returns a value on some paths and, without saying so, None on others.</summary>
public sealed class InconsistentReturn : Rule
{
    private const string End = "`{function}` returns a value on some paths, and None where it runs off its end";
    private const string Bare = "this `return` gives None, while other paths of `{function}` return a value";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS323",
        Name = "inconsistent-return",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["RET501", "RET502", "RET503", "R1710", "inconsistent-return-statements", "reportReturnType", "S3801", "R9710", "R9711", "WPS324"],
        Message = End,
        OtherMessages = [Bare],
        Why = "A function that runs off its end returns None, as does a bare `return`. Nothing tells the caller: he goes on with None, and the program "
            + "fails somewhere else with `'NoneType' object has no attribute …`. A reader can't see either whether the case was forgotten.",
        Instead = "Let every path say what it returns: `return None` where nothing was found, or raise an exception where that must not happen. PEP 8 asks "
            + "for the same: either all `return` statements return an expression, or none does.",
        Interview = new(
            "What does a Python function return when no `return` is reached, and why does it matter?",
            "None. In a function that otherwise returns values this is a hidden second type: each caller has to check for it, and nothing reminds him. So I "
            + "write `return None` and annotate `-> User | None` when absence is a normal answer, and raise when it isn't. Raising makes the caller's "
            + "code shorter, None keeps a frequent miss cheap; with the annotation a type checker finds whoever forgets."),
        FineWhen = "When the other paths raise, exit or loop for ever, None is never returned, and the rule is silent. A function that returns no value at all may "
            + "use a bare `return`, and one that shows a value without an argument may set it with one. Where a comment beside the `return` or at the end says "
            + "that None is meant, and in tests, the rule is silent too; where the docstring says it, it is an info.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                def [|find|](users, name):
                    for user in users:
                        if user.name == name:
                            return user
                """).Saying("`find` returns a value on some paths, and None where it runs off its end"),
            Example.Bad("""
                def average(xs):
                    if not xs:
                        [|return|]
                    return sum(xs) / len(xs)
                """, fixedTo: """
                def average(xs):
                    if not xs:
                        return None
                    return sum(xs) / len(xs)
                """).Saying("this `return` gives None, while other paths of `average` return a value"),
            Example.Good("""
                def find(users, name):
                    for user in users:
                        if user.name == name:
                            return user
                    return None
                """),
            Example.Good("""
                def average(xs):
                    if not xs:
                        raise ValueError("no numbers")
                    return sum(xs) / len(xs)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def [|f|](x) -> int:\n    if x:\n        return 1").Hidden(),
        Example.Bad("def [|f|](x) -> int | None:\n    if x:\n        return 1").Hidden(),
        Example.Bad("def [|f|](x):\n    try:\n        return int(x)\n    except ValueError:\n        print('no')").Hidden(),
        Example.Bad("def [|f|](x):\n    while x > 0:\n        x -= 1\n        if x == 3:\n            return x").Hidden(),
        Example.Bad("def [|f|](x):\n    if x:\n        return 1\n    elif x is None:\n        print('a')\n    else:\n        return 3").Hidden(),
        Example.Bad("def [|f|](x):\n    match x:\n        case 1:\n            return 1\n        case 'a':\n            return 2").Hidden(),
        Example.Bad("async def [|f|](x):\n    async with x:\n        if x.ok:\n            return 1").Hidden(),
        Example.Bad("def [|f|](x):\n    if x > 3:\n        return 1\n    if x > 2:\n        [|return|]\n    x.go()").Hidden(),
        Example.Bad("def [|f|](x):\n    def g():\n        return\n    if x:\n        return g").Hidden(),
        Example.Bad("from enum import Enum\nclass Color(Enum):\n    RED = 1\n    BLUE = 2\n    GREEN = 3\ndef [|f|](c):\n    match c:\n        case Color.RED | Color.BLUE:\n            return 1").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return\n    print(x)").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return None\n    print(x)").Hidden(),
        Example.Good("def f():\n    def g():\n        return 1\n    g()").Hidden(),
        // Ends without a return, on which others were wrong for years.
        Example.Good("def f(x):\n    if x:\n        return 1\n    raise KeyError(x)").Hidden(),
        Example.Good("import sys\ndef f(x):\n    if x:\n        return 1\n    sys.exit(2)").From("pylint #2908, #4019").Hidden(),
        Example.Good("import sys\ndef stop():\n    sys.exit(2)\ndef f(x):\n    if x:\n        return 1\n    stop()").From("pylint #4122").Hidden(),
        Example.Good("from typing import NoReturn\ndef stop() -> NoReturn:\n    os_abort()\ndef f(x):\n    if x:\n        return 1\n    stop()").Hidden(),
        Example.Good("from typing import NoReturn\ndef stop() -> NoReturn:\n    os_abort()\ndef f(x):\n    match x:\n        case 'a':\n            return 1\n        case _:\n            stop()").From("pylint #9664, #9674").Hidden(),
        Example.Bad("def [|f|](x):\n    match x:\n        case 'a':\n            return 1\n        case _:\n            print(x)").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return 1\n    assert False, x").From("pylint #3873").Hidden(),
        Example.Good("from typing import assert_never\ndef f(x):\n    if x:\n        return 1\n    assert_never(x)").From("pylint #9643, #11271").Hidden(),
        Example.Good("def f(parser, x):\n    if x:\n        return 1\n    parser.error('no')").Hidden(),
        Example.Good("class T:\n    def f(self, x):\n        try:\n            return int(x)\n        except ValueError:\n            self.fail('no number')").Hidden(),
        Example.Good("def f(x):\n    while True:\n        if x():\n            return 1").From("pylint #1772, #8280").Hidden(),
        Example.Good("def f(x):\n    match x:\n        case 1:\n            return 1\n        case _:\n            return 2").Hidden(),
        Example.Good("def f(x: bool):\n    match x:\n        case True:\n            return 1\n        case False:\n            return 2").Hidden(),
        Example.Good("from enum import Enum\nclass Color(Enum):\n    RED = 1\n    BLUE = 2\ndef f(c):\n    match c:\n        case Color.RED:\n            return 1\n        case Color.BLUE:\n            return 2").Hidden(),
        Example.Good("from colors import Color\ndef f(c):\n    match c:\n        case Color.RED:\n            return 1\n        case Color.BLUE:\n            return 2").Hidden(),
        Example.Good("def f(x):\n    match x:\n        case int():\n            return 1\n        case str():\n            return 2").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return 1\n    yield 2").Hidden(),
        Example.Good("class A:\n    def __init__(self, x):\n        if x:\n            return self.go()").Hidden(),
        // None lets the exception go on, and is the exit status of success.
        Example.Good("class A:\n    def __exit__(self, kind, *rest):\n        if kind is KeyError:\n            return self.handles").Hidden(),
        Example.Good("import sys\ndef main(paths):\n    if not paths:\n        return 2\n    show(paths)\nsys.exit(main(sys.argv[1:]))").OnlyAtModuleLevel("only there is it the program").Hidden(),
        Example.Good("from abc import ABC, abstractmethod\nclass A(ABC):\n    @abstractmethod\n    def f(self):\n        ...").Hidden(),
        Example.Good("from abc import ABC, abstractmethod\nclass A(ABC):\n    @property\n    @abstractmethod\n    def f(self):\n        if self.size:\n            return 1").Hidden(),
        Example.Good("from contextlib import suppress\ndef f(d):\n    with suppress(KeyError):\n        return d['a']").Hidden(),
        Example.Good("def f(d, lock):\n    with lock:\n        return d['a']").Hidden(),
        Example.Good("def f(x):\n    try:\n        return x()\n    finally:\n        print('done')").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return print('a')\n    print('b')").Hidden(),
        Example.Good("def f(x):\n    return 1\n    return").Hidden(),
        Example.Good("class A:\n    def size(self, n=None):\n        '''The size, or sets it.'''\n        if n is None:\n            return self.n + 1\n        self.n = n").Hidden(),
        Example.Bad("class A:\n    def [|size|](self, n=0):\n        if n is None:\n            return self.n + 1\n        self.n = n").Hidden(),
        Example.Bad("class A:\n    def [|size|](self, n=None):\n        if n is None:\n            return self.n + 1\n        if n > 3:\n            return 3\n        self.n = n").Hidden(),
        Example.Good("class A:\n    def names(self, *names):\n        if names:\n            self.all = names\n        else:\n            return [*self.all]").Hidden(),
        Example.Good("def f(event):\n    if event.done:\n        return 'break'\n    go(event)").Hidden(),
        Example.Good("def f(x):\n    if not x:\n        return  # None: nobody asked\n    return x + 1").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return x + 1\n    # else None").Hidden(),
        Example.Good("def f(x):\n    if x == 1:\n        return x + 1\n    if x == 2:\n        return 0\n    # Cannot get here.").Hidden(),
        Example.Good("import cmd\nclass Shell(cmd.Cmd):\n    def do_quit(self, line):\n        if not self.saved:\n            return\n        return True").Hidden(),
        Example.Bad("def [|f|](x):\n    if x:\n        return x + 1\n    # the end").Hidden(),
        Example.Bad("def [|f|](line):\n    if line:\n        return line.strip().split(',')").Hidden(),
        Example.Good("def f(line):\n    if line:\n        return line.show()\n    print(line)").Hidden(),
        Example.Good("def f(x):\n    if not isinstance(x, (int, str)):\n        return NotImplemented\n    if isinstance(x, int):\n        return 1\n    if isinstance(x, str):\n        return 2").Hidden(),
        Example.Bad("def [|f|](x):\n    if isinstance(x, int):\n        return 1\n    if isinstance(x, str):\n        return 2").Hidden(),
        Example.Good("class T:\n    def group(self, g):\n        try:\n            return g.name + 'x'\n        except KeyError:\n            self.skipTest('no group')").Hidden(),
        Example.Good("def test_g():\n    def caught():\n        try:\n            g()\n        except ValueError as e:\n            return e\n    assert caught() is None").Hidden(),
        Example.Good("class A:\n    def f(self, x):\n        if x:\n            return self.stop()\n        self.go()").Hidden(),
        Example.Good("def f(x):\n    if x:\n        return 1\n    else:\n        raise ValueError").Hidden(),
        Example.Good("def f(x):\n    try:\n        y = int(x)\n    except ValueError:\n        return 0\n    else:\n        return y").From("pylint #9451, #7350, #6790").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(Check);
        on.Visit<AsyncFunctionDef>(Check);
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        var returns = new OwnReturns(function, context.Model);
        if (function.Name.Text is "__init__" or "__exit__" or "__aexit__" || !MayDiffer(function, returns) || context.Model.IsGenerator(function) || returns.FirstWithValue(withUnknown: function.Returns is not null) is not { } given || IsExitStatus(function, given)
            || TestCode.Holds(function) || Decoration.IsAbstract(function, context.Model) || IntendedNone.IsEventHandler(function, given) || IntendedNone.IsAccessor(function, given, returns))
        {
            return;
        }

        for (var next = returns.Next(null); next != null; next = returns.Next(next))
        {
            if (next.Value is null && context.Model.IsReachable(next) != Answer.No && !IntendedNone.IsExplained(next, context.Text))
            {
                Report(context.Report(Bare, next.Span, function.Name.Text), function, given, context)
                    .Fix(FixSafety.Safe, "say `return None`", new TextEdit(new TextSpan(next.Span.End, next.Span.End), " None"));
            }
        }

        if (BodyEnd.ReachedFrom(function.Body, context.Model) is { } last && !BrokenCode.MayLeave(function, last, context.Tree)
            && !IntendedNone.IsSaidAtEnd(function, context.Text) && !IntendedNone.MayCoverAll(function, last, context.Model))
        {
            Report(context.Report(function.Name.Span, function.Name.Text), function, given, context);
        }
    }

    /// <summary>False where no <c>return</c> has a value, or where each has one and the last statement is one or raises.</summary>
    private static bool MayDiffer(FunctionDefinition function, OwnReturns returns)
    {
        var (hasValue, hasNone) = (false, function.Body is not [.., Return or Raise]);
        for (var next = returns.Next(null); next != null; next = returns.Next(next))
        {
            hasValue |= next.Value is not (null or Constant { Value: null });
            hasNone |= next.Value is null;
        }

        return hasValue && hasNone;
    }

    private static bool IsExitStatus(FunctionDefinition function, Return given) =>
        function is { Name.Text: "main", Returns: null, Parent: Module } && given.Value is Constant { Value: BigInteger };

    private static DiagnosticBuilder Report(DiagnosticBuilder finding, FunctionDefinition function, Return given, RuleContext context)
    {
        finding.Label(given.Span, "returns a value");
        if (function.Returns is not { } annotation)
        {
            return IntendedNone.IsDocumented(function) ? finding.Severity(Severity.Info) : finding;
        }

        if (AllowsNone(annotation, context))
        {
            return finding.Severity(Severity.Info);
        }

        return IsBuiltinClass(annotation, context.Model)
            ? finding.Severity(Severity.Error).Label(annotation.Span, "None is none of these")
            : finding;
    }

    private static bool AllowsNone(Expr annotation, RuleContext context)
    {
        var text = context.Text.Slice(annotation.Span);
        return text.Contains("None", StringComparison.Ordinal) || text.Contains("Optional", StringComparison.Ordinal) || text.Contains("Any", StringComparison.Ordinal);
    }

    /// <summary><c>int</c>, <c>list[int]</c> and the like; any other name may stand for a union with None.</summary>
    private static bool IsBuiltinClass(Expr annotation, SemanticModel model) => annotation switch
    {
        Name { Id: not "object" } name => model.IsBuiltin(name),
        Subscript { Value: Name name } => model.IsBuiltin(name),
        _ => false,
    };
}
