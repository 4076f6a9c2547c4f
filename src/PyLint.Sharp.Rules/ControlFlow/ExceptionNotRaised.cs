using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A statement that makes an exception and drops it.</summary>
public sealed class ExceptionNotRaised : Rule
{
    private const string Raise = "`{exception}` is made but not raised: the program goes on as if nothing had happened";
    private const string Warn = "`{exception}` is made but not issued: nobody is warned";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS212",
        Name = "exception-not-raised",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["PLW0133", "W0133", "pointless-exception-statement", "S3984"],
        Message = Raise,
        OtherMessages = [Warn],
        Why = "Calling an exception class only makes an object. Without `raise` in front nothing jumps to a handler: Python drops the object "
            + "and runs the next line, with the very values that the check was meant to keep out.",
        Instead = "Write `raise` in front of it; to warn and go on, `warnings.warn(text, category)`.",
        Interview = new(
            "What happens on a line that says `ValueError(\"negative\")`, and how would you notice the mistake?",
            "An instance is made and thrown away; control falls through to the next statement. A happy-path test never sees it, so I "
            + "write the failing test too: `with pytest.raises(ValueError)`. A linter finds it for free, but only where it can tell that the "
            + "name is an exception class; the test works for every class and costs the time to write it."),
        FineWhen = "When the exception is assigned, returned, passed on or compared, or when a test checks that making it fails: the rule "
            + "is about statements that do nothing else.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def set_age(age):
                    if age < 0:
                        [|ValueError("age is negative")|]
                    print(age)
                """, fixedTo: """
                def set_age(age):
                    if age < 0:
                        raise ValueError("age is negative")
                    print(age)
                """).Saying("`ValueError` is made but not raised: the program goes on as if nothing had happened"),
            Example.Bad("""
                class EmptyQueue(LookupError):
                    pass

                def pop(queue):
                    if not queue:
                        [|EmptyQueue()|]
                    return queue.pop()
                """, fixedTo: """
                class EmptyQueue(LookupError):
                    pass

                def pop(queue):
                    if not queue:
                        raise EmptyQueue()
                    return queue.pop()
                """),
            Example.Good("""
                def set_age(age):
                    if age < 0:
                        raise ValueError("age is negative")
                    print(age)
                """),
            Example.Good("""
                failure = TimeoutError("no answer")
                future.set_exception(failure)
                """),
            Example.Bad("import subprocess\n[|subprocess.TimeoutExpired('x', 1)|]", fixedTo: "import subprocess\nraise subprocess.TimeoutExpired('x', 1)").Hidden(),
            Example.Bad("[|DeprecationWarning('old')|]").Saying("`DeprecationWarning` is made but not issued: nobody is warned").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError:\n    [|RuntimeError('no')|]", fixedTo: "try:\n    f()\nexcept KeyError as e:\n    raise RuntimeError('no') from e").Hidden(),
            Example.Bad("class A(Exception):\n    def __init__(self, x):\n        super().__init__(x)\n[|A(1)|]",
                fixedTo: "class A(Exception):\n    def __init__(self, x):\n        super().__init__(x)\nraise A(1)").Hidden(),
            Example.Good("import pytest\npytest.raises(ValueError)").Hidden(),
            Example.Good("import pytest\nwith pytest.raises(TypeError):\n    UnicodeDecodeError()").Hidden(),
            Example.Good("import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        self.assertRaises(TypeError, UnicodeDecodeError)\n        with self.assertRaises(TypeError):\n            UnicodeDecodeError()").Hidden(),
            Example.Good("try:\n    UnicodeDecodeError()\nexcept TypeError:\n    print('needs arguments')").Hidden(),
            Example.Good("import library\nlibrary.SomeError('x')").Hidden(),
            Example.Good("import library\nclass A(library.Base):\n    pass\nA()").Hidden(),
            Example.Good("class A:\n    pass\nA()").Hidden(),
            Example.Bad("def test_load_is_lazy():\n    try:\n        load()\n    except KeyError:\n        [|AssertionError('loads too early')|]").Hidden(),
            Example.Good("def test_groups_take_errors():\n    ExceptionGroup('two', [KeyError(1), ValueError(2)])").Hidden(),
            Example.Good("import warnings\nwarnings.warn('old', DeprecationWarning)").Hidden(),
            Example.Good("class A(Exception):\n    def __init__(self):\n        print('made')\n        errors.append(self)\nA()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExprStmt>(Check);

    private static void Check(ExprStmt statement, RuleContext context)
    {
        if (statement.Value is not Call { Func: Name or Attribute } call || IsOfParameter(call.Func, context.Model))
        {
            return;
        }

        var type = context.Model.ClassNamedBy(call.Func);
        if (type.IsUnknown || type.Linearization.Contains("BaseException") != Answer.Yes || IsTried(statement, call, context.Model) || KeepsItself(type, context.Model))
        {
            return;
        }

        var isWarning = type.Linearization.Contains("Warning") == Answer.Yes;
        var found = context.Report(isWarning ? Warn : Raise, statement.Span, context.TextOf(call.Func));
        if (!isWarning)
        {
            var raise = new TextEdit(new TextSpan(statement.Span.Start, statement.Span.Start), "raise ");
            found.Fix(FixSafety.Unsafe, "raise it", [raise, .. CauseOf(statement, context)]);
        }
    }

    /// <summary>True for <c>self.close</c> and the like, of which most statements are: nobody finds a class there.</summary>
    private static bool IsOfParameter(Expr callee, SemanticModel model)
    {
        while (callee is Attribute attribute)
        {
            callee = attribute.Value;
        }

        return callee is Name name && model.SymbolOf(name)?.SoleBinding is { Kind: BindingKind.Parameter };
    }

    /// <summary>In a handler the caught exception is the cause.</summary>
    private static TextEdit[] CauseOf(ExprStmt statement, RuleContext context) =>
        CauseFix.HandlerAround(statement) is { } handler && CauseFix.NameFor(handler, context) is { } name
            ? CauseFix.EditsFor(statement, handler, name, context) ?? []
            : [];

    /// <summary>
    /// True where making the object is what is tried out: in a test, or alone in a <c>with</c> or <c>try</c>. How <c>AssertionError</c> is made nobody
    /// tests: where a test makes one, it forgets to fail.
    /// </summary>
    private static bool IsTried(ExprStmt statement, Call call, SemanticModel model) =>
        statement.Parent switch
        {
            WithStatement around => around.Body.Length == 1,
            TryStatement around => around.Body.Length == 1 && around.Body[0] == statement,
            _ => TestCode.Holds(statement) && !model.IsBuiltin(call.Func, "AssertionError"),
        };

    /// <summary>True when an <c>__init__</c> or <c>__new__</c> of the file, or of another one, hands the object to someone.</summary>
    private static bool KeepsItself(ClassReference type, SemanticModel model)
    {
        foreach (var one in type.Linearization.Classes)
        {
            if (one.Source is { } source && (source.Model != model || HandsSelfOver(source.Node, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HandsSelfOver(ClassDef definition, SemanticModel model)
    {
        foreach (var node in definition.Body)
        {
            if (node is FunctionDefinition { Name.Text: "__new__" }
                || (node is FunctionDefinition { Name.Text: "__init__" } function && PassesSelf(function, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool PassesSelf(FunctionDefinition function, SemanticModel model)
    {
        var self = function.Args is { Args: [var first, ..] } ? first.Name.Text : null;
        foreach (var name in model.Tree.All<Name>(function))
        {
            if (name is { Parent: Call or Keyword or Assign or List or Tuple } && name.Id == self && name.Parent is not Call { Func: Name { Id: "super" } })
            {
                return true;
            }
        }

        return false;
    }
}
