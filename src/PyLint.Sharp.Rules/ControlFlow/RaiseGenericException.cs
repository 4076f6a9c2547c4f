using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary><c>raise Exception(…)</c>, or <c>RuntimeError</c> for an argument that has a bad value.</summary>
public sealed class RaiseGenericException : Rule
{
    /// <summary>A shorter file is a script that nobody imports.</summary>
    private const int ShortestProgram = 30;

    private const string Generic = "`raise {type}` can only be handled by catching every error";
    private const string Root = "`raise BaseException` passes every `except Exception`: what takes it takes Ctrl-C and `sys.exit()` too";
    private const string Argument = "`RuntimeError` doesn't say that {parameters} is at fault; `{better}` does";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS214",
        Name = "raise-generic-exception",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["TRY002", "W0719", "broad-exception-raised", "S112", "WPS454"],
        Message = Generic,
        OtherMessages = [Root, Argument],
        Why = "A handler chooses by type, and takes the subclasses too. For an `Exception` there is no narrower handler than `except Exception`, which takes "
            + "every bug as well, and for a `BaseException` none that leaves Ctrl-C alone; the only other way is to compare the text of the message, which breaks with the next typo that somebody corrects.",
        Instead = "Raise what says it: `ValueError` for a bad value, `TypeError` for a wrong type, `KeyError`, `FileNotFoundError`, … or a class of your own: "
            + "`class OrderError(Exception): …` takes one line.",
        Interview = new(
            "When do you write an exception class of your own, and when is a built-in one enough?",
            "A built-in one is enough where it means what happened: `ValueError` for an argument that is out of range. I write my own where callers "
            + "should be able to handle just this failure, and give a package one base class for all of its errors. The trade-off: each class is a "
            + "promise to the callers, so that I don't make one a message."),
        FineWhen = "In tests, which only need something that fails, and where a handler of the same function takes it. In a script of less than 30 lines it is an info: nobody is there to catch it.",
        Examples =
        [
            Example.Bad("""
                def withdraw(account, amount):
                    if amount > account.balance:
                        [|raise Exception("not enough money")|]
                    account.balance -= amount
                """).Saying("`raise Exception` can only be handled by catching every error"),
            Example.Bad("""
                def sample(items, count):
                    if count < 0:
                        [|raise RuntimeError("count is negative")|]
                    return items[:count]
                """).Saying("`RuntimeError` doesn't say that `count` is at fault; `ValueError` does"),
            Example.Good("""
                class NotEnoughMoney(Exception):
                    pass

                def withdraw(account, amount):
                    if amount > account.balance:
                        raise NotEnoughMoney(f"{amount} of {account.balance}")
                    account.balance -= amount
                """),
            Example.Good("""
                def sample(items, count):
                    if count < 0:
                        raise ValueError(f"count is negative: {count}")
                    return items[:count]
                """),
            Example.Bad("[|raise Exception|]").Hidden(),
            Example.Bad("[|raise BaseException('no')|]").Saying("`raise BaseException` passes every `except Exception`: what takes it takes Ctrl-C and `sys.exit()` too").Hidden(),
            Example.Bad("import builtins\n[|raise builtins.Exception()|]").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError as e:\n    [|raise Exception('no') from e|]").Hidden(),
            Example.Bad("def g(x):\n    if not isinstance(x, int):\n        [|raise RuntimeError(x)|]").Saying("`RuntimeError` doesn't say that `x` is at fault; `TypeError` does").Hidden(),
            Example.Bad("def g(*, low, high):\n    if low > high or len(low) == 0:\n        h()\n        [|raise RuntimeError|]").Hidden(),
            Example.Bad("def g(name=None, file=None):\n    if name is None and file is None:\n        [|raise RuntimeError|]").Saying("`RuntimeError` doesn't say that `name` or `file` is at fault; `ValueError` does").Hidden(),
            Example.Bad("try:\n    if x:\n        [|raise Exception('no')|]\nexcept KeyError:\n    g()").Hidden(),
            Example.Bad("try:\n    if x:\n        [|raise Exception('no')|]\nexcept Exception:\n    g()\n    raise").Hidden(),
            Example.Good("try:\n    if x:\n        raise Exception('not this one')\n    y = g(x)\nexcept Exception:  # plug-ins raise anything\n    y = None").Hidden(),
            Example.Bad("class A:\n    def g(self, x):\n        if x is None:\n            [|raise RuntimeError('no x')|]").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    g()\n    raise").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    error = e\nif error:\n    raise error").Hidden(),
            Example.Good("try:\n    f()\nexcept* KeyError:\n    raise Exception('no') from None").Hidden(),
            Example.Good("import sys\ntry:\n    raise Exception\nexcept Exception as e:\n    frame = e.__traceback__.tb_frame").Hidden(),
            Example.Good("def g(fallback):\n    if not fallback:\n        raise RuntimeError('no fallback')").Hidden(),
            Example.Good("import unittest\ndef broken():\n    raise Exception('no')\nclass T(unittest.TestCase):\n    def test(self):\n        self.g(broken)").OnlyAtModuleLevel("a file of tests is known by its outer level").Hidden(),
            Example.Good("def test_g():\n    def fail():\n        raise Exception('no')\n    check(fail)").Hidden(),
            Example.Good("class TestG:\n    def raiser(self):\n        raise Exception('no')").Hidden(),
            Example.Good("class Exceptions(Exception):\n    pass\nraise Exceptions").Hidden(),
            Example.Good("from errors import *\nraise Exception('no')").Hidden(),
            Example.Good("def g(x):\n    if x.closed:\n        raise RuntimeError('closed')").Hidden(),
            Example.Good("class A:\n    def g(self):\n        if self.closed:\n            raise RuntimeError('closed')").Hidden(),
            Example.Good("def g(x):\n    x = f(x)\n    if x < 0:\n        raise RuntimeError('f is broken')").Hidden(),
            Example.Good("def g(x):\n    if h(x):\n        raise RuntimeError('no')").Hidden(),
            Example.Good("def g(x):\n    if x > limit:\n        raise RuntimeError('no')").Hidden(),
            Example.Good("def g(x):\n    if x < 0:\n        pass\n    else:\n        raise RuntimeError('no')").Hidden(),
            Example.Good("def g(x):\n    if x < 0:\n        raise ValueError('no')\n    raise RuntimeError('never')").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Raise>(Check);

    private static void Check(Raise statement, RuleContext context)
    {
        var type = statement.Exc is Call call ? call.Func : statement.Exc;
        var name = type is Name or Attribute ? context.Model.KnownName(type) : null;
        if (name is not ("Exception" or "BaseException" or "RuntimeError") || IsCaughtHere(statement, context.Model)
            || statement.Ancestor<TryStar>() != null || TestCode.Holds(statement) || TestCode.IsFile(context.Tree))
        {
            return;
        }

        var found = name switch
        {
            "RuntimeError" => ReportArgument(statement, context),
            "BaseException" => context.Report(Root, statement.Span),
            _ => context.Report(statement.Span, name),
        };
        if (context.Text.LineCount < ShortestProgram)
        {
            found?.Severity(Severity.Info);
        }
    }

    /// <summary>True when a handler right there takes it, or one further out in the function that takes all: then it never leaves, and asks for the stack or jumps.</summary>
    private static bool IsCaughtHere(Raise statement, SemanticModel model)
    {
        Node inner = statement;
        for (var around = statement.Parent; around is not (null or FunctionDefinition or ClassDef); (inner, around) = (around, around.Parent))
        {
            if (around is TryStatement attempt && inner is Stmt held && attempt.Body.Contains(held) && !attempt.Handlers.IsEmpty && (held == statement || TakesAll(attempt, model)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a handler takes every exception and raises none.</summary>
    private static bool TakesAll(TryStatement attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (handler.Type is null || HandlerTypes.BroadOf(handler, model) != null)
            {
                return (model.CompletionOf(handler.Body) & Completion.Raises) == 0;
            }
        }

        return false;
    }

    private static DiagnosticBuilder? ReportArgument(Raise statement, RuleContext context)
    {
        if (statement.Parent is not If branch || !branch.Body.Contains(statement) || !Compares(branch.Test)
            || ParameterIn(branch.Test, context.Model, null) is not { } parameter)
        {
            return null;
        }

        var other = ParameterIn(branch.Test, context.Model, parameter.Id);

        var isAboutType = branch.Test is UnaryOp { Operand: Call };
        return context.Report(Argument, statement.Span, other is null ? $"`{parameter.Id}`" : $"`{parameter.Id}` or `{other.Id}`", isAboutType ? "TypeError" : "ValueError")
            .Label(branch.Test.Span, "asks about the argument alone")
            .Help($"Raise `{(isAboutType ? "TypeError" : "ValueError")}`, and say in the message what was given.");
    }

    /// <summary>False for a test of truth alone, which is about an option rather than a value.</summary>
    private static bool Compares(Expr test) => test switch
    {
        Compare => true,
        UnaryOp negation => Compares(negation.Operand),
        BoolOp choice => Compares(choice.Values[0]) && Compares(choice.Values[^1]),
        _ => test is Call,
    };

    /// <summary>
    /// The first parameter that a condition asks about, but for one, when it asks about nothing but parameters and constants; else null.
    /// </summary>
    private static Name? ParameterIn(Expr test, SemanticModel model, string? except)
    {
        Name? found = null;
        foreach (var node in model.Tree.Subtree(test))
        {
            switch (node)
            {
                case Name name when IsParameter(name, model):
                    found ??= name.Id == except ? null : name;
                    break;
                case Name name when model.IsBuiltin(name):
                case Constant or Compare or BoolOp or UnaryOp or Tuple or List or Set:
                case Call call when model.IsBuiltin(call.Func, "isinstance") || model.IsBuiltin(call.Func, "len"):
                    break;
                default:
                    return null;
            }
        }

        return found;
    }

    private static bool IsParameter(Name name, SemanticModel model) =>
        model.SymbolOf(name) is { SoleBinding: { Kind: BindingKind.Parameter, Node: Arg parameter } } symbol
        && symbol.Scope == model.ScopeOf(name)
        && !(parameter.Parent is Arguments { Parent: FunctionDefinition { Parent: ClassDef } } around && around.Args is [var first, ..] && first == parameter);
}
