using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A <c>raise</c> of something that is no exception, or an exception that is returned where others get a result.</summary>
public sealed class RaiseNonException : Rule
{
    private const string Raised = "{what} can't be raised: Python raises TypeError instead";
    private const string NotImplementedRaised = "`NotImplemented` is a value, not an exception: Python raises TypeError instead";
    private const string NotImplementedReturned = "`{returned}` is returned, not raised: the caller gets a true value";
    private const string Returned = "`{exception}` is returned, not raised: the caller takes it for a result";

    private const string Right = "NotImplementedError";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS213",
        Name = "raise-non-exception",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["B016", "F901", "E0702", "E0710", "E0711", "raising-bad-type", "raising-non-exception", "notimplemented-raised", "reportGeneralTypeIssues", "S5632", "WPS423"],
        Message = Raised,
        OtherMessages = [NotImplementedRaised, NotImplementedReturned, Returned],
        Why = "Python raises only instances and subclasses of `BaseException`; for anything else it raises “TypeError: exceptions must derive "
            + "from BaseException”, and the handlers written for your own failure don't match. `NotImplemented` is the value by which an operator "
            + "method says “try the other side”; the exception for missing code is `NotImplementedError`. An exception that is returned is an "
            + "object like any other: no handler runs.",
        Instead = "Raise a class that derives from `Exception`: `raise ValueError(\"no such port\")`, or one of your own.",
        Interview = new(
            "What is the difference between `NotImplemented` and `NotImplementedError`?",
            "`NotImplemented` is a value that `__eq__`, `__add__` and their like return, so that Python asks the other operand. "
            + "`NotImplementedError` is an exception that a method raises when a subclass has to provide the code. Raising the first fails with a "
            + "TypeError, and returning the second from `__eq__` makes all objects look equal, because an exception class counts as true. For "
            + "methods that a subclass must define I prefer `abc.abstractmethod`, which already refuses to make the object."),
        FineWhen = "A function whose job is to make exceptions returns them, and a result type may hold one: the rule speaks about a returned "
            + "exception only where the same function returns ordinary values as well.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                def connect(port):
                    if port < 1024:
                        raise [|"port is reserved"|]
                """).Saying("a str can't be raised: Python raises TypeError instead"),
            Example.Bad("""
                class Shape:
                    def area(self):
                        raise [|NotImplemented|]
                """, fixedTo: """
                class Shape:
                    def area(self):
                        raise NotImplementedError
                """).Saying(NotImplementedRaised),
            Example.Bad("""
                def grade(points):
                    if points < 0:
                        return [|ValueError("negative")|]
                    return "passed" if points > 50 else "failed"
                """).Saying("`ValueError` is returned, not raised: the caller takes it for a result"),
            Example.Good("""
                def connect(port):
                    if port < 1024:
                        raise ValueError("port is reserved")
                """),
            Example.Good("""
                class Point:
                    def __eq__(self, other):
                        if not isinstance(other, Point):
                            return NotImplemented
                        return self.x == other.x

                    def __hash__(self):
                        return hash(self.x)
                """),
            Example.Bad("raise [|NotImplemented('later')|]", fixedTo: "raise NotImplementedError('later')").Saying(NotImplementedRaised).Raising("TypeError").Hidden(),
            Example.Bad("class A:\n    pass\nraise [|A()|]").Saying("an object of class `A` can't be raised: Python raises TypeError instead").Raising("TypeError").Hidden(),
            Example.Bad("class A:\n    pass\nraise [|A|]").Saying("the class `A` can't be raised: Python raises TypeError instead").Raising("TypeError").Hidden(),
            Example.Bad("raise [|(ValueError, 'text')|]").Saying("a tuple can't be raised: Python raises TypeError instead").Raising("TypeError").Hidden(),
            Example.Bad("message = 'no'\nraise [|message|]").Raising("TypeError").Hidden(),
            Example.Bad("raise [|f'no {x}'|]").Hidden(),
            Example.Bad("raise [|int|]").Saying("the class `int` can't be raised: Python raises TypeError instead").Raising("TypeError").Hidden(),
            Example.Bad("def bad():\n    pass\nraise [|bad|]").Saying("a function can't be raised: Python raises TypeError instead").Raising("TypeError").Hidden(),
            Example.Bad("class A:\n    def __add__(self, other):\n        return [|NotImplementedError|]").Saying("`NotImplementedError` is returned, not raised: the caller gets a true value").Hidden(),
            Example.Bad("def g():\n    return [|NotImplementedError('later')|]").Hidden(),
            Example.Bad("def g(x):\n    if x:\n        return 'text'\n    return [|KeyError|]").Saying("`KeyError` is returned, not raised: the caller takes it for a result").Hidden(),
            Example.Good("def error(code):\n    if code == 1:\n        return KeyError(code)\n    return ValueError(code)").Hidden(),
            Example.Good("def error(code):\n    if code == 1:\n        return KeyError(code)\n    return None").Hidden(),
            Example.Good("def error(code):\n    if code == 1:\n        return KeyError(code)\n    return table[code]").Hidden(),
            Example.Good("raise 1 / 0").Hidden(),
            Example.Good("import library\nraise library.Error").Hidden(),
            Example.Good("import library\nclass A(library.Error):\n    pass\nraise A()").Hidden(),
            Example.Good("raise make_error()").Hidden(),
            Example.Good("def g(error=None):\n    if error:\n        raise error").Hidden(),
            Example.Good("error = None\nfor x in xs:\n    error = x\nraise error").Hidden(),
            Example.Good("try:\n    raise 'text'\nexcept TypeError:\n    print('as it should be')").Hidden(),
            Example.Good("def g(x):\n    def make():\n        return KeyError(x)\n    raise make()\n    return 1").Hidden(),
            Example.Good("raise BaseExceptionGroup('two', [KeyError(1), ValueError(2)])").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Raise>(CheckRaise);
        on.Visit<Return>(CheckReturn);
    }

    private static void CheckRaise(Raise raise, RuleContext context)
    {
        if (raise.Exc is not { } raised)
        {
            return;
        }

        var callee = raised is Call call ? call.Func : raised;
        if (context.Model.IsBuiltin(callee, "NotImplemented"))
        {
            var found = context.Report(NotImplementedRaised, raised.Span);
            if (context.Model.ScopeOf(raise).Lookup(Right) is null)
            {
                found.Fix(FixSafety.Safe, $"raise `{Right}`", new TextEdit(callee.Span, Right));
            }
        }
        else if (WhatIsNoException(raised, context.Model) is { } what && !ExpectedError.Covers(raise, "TypeError", context.Model))
        {
            context.Report(raised.Span, what);
        }
    }

    private static string? WhatIsNoException(Expr raised, SemanticModel model)
    {
        if (raised is Call && model.ClassNamedBy(((Call)raised).Func) is { IsUnknown: false } made && made.Linearization.Contains("BaseException") == Answer.Yes)
        {
            return null;
        }

        if (raised is BinOp)
        {
            // `raise 1 / 0` has raised before anything is to be raised.
            return null;
        }

        var type = model.TypeOf(raised);
        return type.Kind switch
        {
            PyTypeKind.Unknown or PyTypeKind.Union or PyTypeKind.Never => null,
            // A variable that is None until something fails is raised where it isn't.
            PyTypeKind.None => raised is Constant ? "`None`" : null,
            PyTypeKind.Instance => IsNoException(type, model) ? $"an object of class `{type.Name}`" : null,
            PyTypeKind.Class => IsNoException(type, model) ? $"the class `{type.ToString()[5..^1]}`" : null,
            PyTypeKind.Library => type.Library!.DerivesFrom("BaseException") || !type.IsExact ? null : $"an object of class `{type.Name}`",
            PyTypeKind.Int or PyTypeKind.Iterator or PyTypeKind.Ellipsis or PyTypeKind.Array => $"an {type.Name}",
            _ => $"a {type.Name}",
        };
    }

    private static bool IsNoException(PyType type, SemanticModel model) => type switch
    {
        { Origin: ClassDef definition } => model.ClassOf(definition).IsException == Answer.No,
        { Kind: PyTypeKind.Class, Library: { } library } => !library.DerivesFrom("BaseException"),
        _ => false,
    };

    private static void CheckReturn(Return statement, RuleContext context)
    {
        if (statement.Value is not (Call { Func: Name or Attribute } or Name or Attribute))
        {
            return;
        }

        var type = statement.Value is Call call ? call.Func : statement.Value;
        if (context.Model.IsBuiltin(type, Right))
        {
            context.Report(NotImplementedReturned, statement.Value.Span, context.TextOf(statement.Value));
        }
        else if (context.Model.ClassNamedBy(type) is { IsUnknown: false } reference
            && reference.Linearization.Contains("BaseException") == Answer.Yes
            && OtherResult(statement, context) is { } other)
        {
            context.Report(Returned, statement.Value.Span, context.TextOf(type)).Label(other.Span, "an ordinary result of the same function");
        }
    }

    /// <summary>A <c>return</c> of the same function whose value is proven to be an ordinary one.</summary>
    private static Expr? OtherResult(Return statement, RuleContext context)
    {
        if (statement.Ancestor<FunctionDefinition>() is not { } function)
        {
            return null;
        }

        var scope = context.Model.ScopeOf(statement);
        foreach (var node in context.Tree.All<Return>(function))
        {
            if (node is { Value: { } value } && node != statement && context.Model.ScopeOf(node) == scope && IsOrdinary(context.Model.TypeOf(value)))
            {
                return value;
            }
        }

        return null;
    }

    private static bool IsOrdinary(PyType type) => type.IsNumber
        || type.Kind is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Dict or PyTypeKind.Set;
}
