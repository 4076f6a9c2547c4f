using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An <c>except</c> behind which stands no exception class.</summary>
public sealed class ExceptNonException : Rule
{
    private const string Wrong = "`except {written}` names {what}, not an exception class: the first exception that comes here becomes a TypeError";
    private const string Nothing = "`except ()` catches nothing";
    private const string One = "`{written}` is one class to `except`: only `{caught}` is caught";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS216",
        Name = "except-non-exception",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["B030", "PLW0711", "B029", "E0712", "W0711", "catching-non-exception", "binary-op-exception", "reportGeneralTypeIssues", "S5708", "S5714"],
        Message = Wrong,
        OtherMessages = [Nothing, One],
        Why = "What stands behind `except` is an expression, and Python evaluates it only when an exception arrives. It must give an exception "
            + "class or a tuple of such classes; anything else raises “TypeError: catching classes that do not inherit from BaseException is not "
            + "allowed”, in the very moment that the handler was written for. `A or B` is legal and gives `A`, because a class counts as true.",
        Instead = "Name the class itself, `except ValueError:`, and several in a tuple with parentheses: `except (KeyError, IndexError):`.",
        Interview = new(
            "Which exceptions does `except KeyError or IndexError:` catch?",
            "Only `KeyError`: `or` gives its first operand when that counts as true, and every class does. To catch both one writes a tuple. "
            + "The mistake passes every test that doesn't provoke an `IndexError`, which is why I test each failure that a handler names. A common "
            + "base class, here `LookupError`, would be shorter than the tuple, and catches relatives that I may not have meant."),
        FineWhen = "A tuple of classes in a variable or a class attribute is fine, and so is a conditional expression that chooses between two: "
            + "the rule speaks only where it knows the value.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                try:
                    value = table[key]
                except [|KeyError or IndexError|]:
                    value = 0
                """, fixedTo: """
                try:
                    value = table[key]
                except (KeyError, IndexError):
                    value = 0
                """).Saying("`KeyError or IndexError` is one class to `except`: only `KeyError` is caught"),
            Example.Bad("""
                try:
                    value = table[key]
                except [|[KeyError, IndexError]|]:
                    value = 0
                """, fixedTo: """
                try:
                    value = table[key]
                except (KeyError, IndexError):
                    value = 0
                """).Saying("`except [KeyError, IndexError]` names a list, not an exception class: the first exception that comes here becomes a TypeError").Raising("TypeError"),
            Example.Bad("""
                try:
                    port = int(text)
                except [|"ValueError"|]:
                    port = 8080
                """).Raising("TypeError"),
            Example.Good("""
                try:
                    value = table[key]
                except (KeyError, IndexError):
                    value = 0
                """),
            Example.Good("""
                RETRIED = (ConnectionError, TimeoutError)

                try:
                    answer = ask(server)
                except RETRIED:
                    answer = ask(spare)
                """),
            Example.Bad("try:\n    f()\nexcept ([|KeyError or IndexError|]) as e:\n    g(e)", fixedTo: "try:\n    f()\nexcept (KeyError, IndexError) as e:\n    g(e)").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|KeyError and IndexError|]:\n    g()", fixedTo: "try:\n    f()\nexcept (KeyError, IndexError):\n    g()")
                .Saying("`KeyError and IndexError` is one class to `except`: only `IndexError` is caught").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|KeyError | IndexError|]:\n    g()", fixedTo: "try:\n    f()\nexcept (KeyError, IndexError):\n    g()")
                .Saying("`except KeyError | IndexError` names a union of types, not an exception class: the first exception that comes here becomes a TypeError").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|{KeyError, IndexError}|]:\n    g()", fixedTo: "try:\n    f()\nexcept (KeyError, IndexError):\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|()|]:\n    g()").Saying(Nothing).Hidden(),
            Example.Bad("try:\n    f()\nexcept [|ValueError('x')|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept (OSError, [|'ValueError'|]):\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept ([|(KeyError, IndexError)|], OSError):\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("def failed():\n    pass\ntry:\n    f()\nexcept [|failed|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("class Failed:\n    pass\ntry:\n    f()\nexcept [|Failed|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|None|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("import socket\ntry:\n    f()\nexcept [|socket|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|int|]:\n    g()").Raising("TypeError").Hidden(),
            Example.Good("import library\ntry:\n    f()\nexcept library.Error or OSError:\n    g()").Hidden(),
            Example.Good("import library\nclass Failed(library.Error):\n    pass\ntry:\n    f()\nexcept Failed:\n    g()").Hidden(),
            Example.Good("types = KeyError, IndexError\ntry:\n    f()\nexcept types + (OSError,):\n    g()").Hidden(),
            Example.Good("try:\n    f()\nexcept (KeyError, IndexError) if lenient else ():\n    g()").Hidden(),
            Example.Good("class A:\n    errors = (KeyError,)\n    def run(self):\n        try:\n            f()\n        except self.errors:\n            g()").Hidden(),
            Example.Good("def run(error):\n    try:\n        f()\n    except error:\n        g()").Hidden(),
            Example.Good("errors = [KeyError]\ntry:\n    f()\nexcept tuple(errors):\n    g()").Hidden(),
            Example.Good("try:\n    f()\nexcept (*errors, OSError):\n    g()").Hidden(),
            Example.Good("try:\n    try:\n        f()\n    except 'text':\n        g()\nexcept TypeError:\n    h()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExceptHandler>(Check);

    private static void Check(ExceptHandler handler, RuleContext context)
    {
        switch (handler.Type)
        {
            case null:
                return;
            case Tuple { Elts.IsEmpty: true } empty:
                ExceptionPath.Start(context.Report(Nothing, empty.Span), (TryStatement)handler.Parent!);
                return;
            case Tuple tuple:
                foreach (var type in tuple.Elts)
                {
                    CheckType(type, handler, context);
                }

                return;
            default:
                CheckType(handler.Type, handler, context);
                return;
        }
    }

    private static void CheckType(Expr type, ExceptHandler handler, RuleContext context)
    {
        if (type is BoolOp operation)
        {
            if (AreAllExceptions(operation.Values, context.Model))
            {
                var caught = operation.Op == BoolOperator.Or ? operation.Values[0] : operation.Values[^1];
                var found = ExceptionPath.Start(context.Report(One, type.Span, context.TextOf(type), context.TextOf(caught)), (TryStatement)handler.Parent!);
                OfferTuple(found.Label(caught.Span, "the value of the whole expression"), operation.Values, handler, context);
            }
        }
        else if (WhatIsNoClass(type, handler, context.Model) is { } what && !ExpectedError.Covers(handler.Parent!, "TypeError", context.Model))
        {
            var written = context.TextOf(type);
            var found = context.Report(type.Span, written.AsSpan().IndexOfAny('\r', '\n') < 0 ? written : "…", what);
            ExceptionPath.Start(found, (TryStatement)handler.Parent!);
            var classes = type switch
            {
                List list => list.Elts,
                Set set => set.Elts,
                BinOp { Left: not BinOp } union => [union.Left, union.Right],
                _ => [],
            };
            OfferTuple(found, classes, handler, context);
        }
    }

    private static string? WhatIsNoClass(Expr type, ExceptHandler handler, SemanticModel model)
    {
        if (type is BinOp { Op: BinaryOperator.BitOr, Left: var left, Right: var right })
        {
            return AreAllExceptions([left, right], model) ? "a union of types" : null;
        }

        if (type is Call call && model.ClassNamedBy(call.Func) is { IsUnknown: false } made && made.Linearization.Contains("BaseException") == Answer.Yes)
        {
            return "an exception object";
        }

        var found = model.TypeOf(type);
        return found.Kind switch
        {
            PyTypeKind.Unknown or PyTypeKind.Union or PyTypeKind.Never or PyTypeKind.Instance => null,
            PyTypeKind.Tuple => type is Tuple && type != handler.Type ? "a tuple inside a tuple" : null,
            PyTypeKind.Class => IsNoException(found, model) ? "another class" : null,
            PyTypeKind.Library => found.IsExact && !found.Library!.DerivesFrom("BaseException") ? $"an object of class `{found.Name}`" : null,
            PyTypeKind.None => type is Constant ? "`None`" : null,
            PyTypeKind.Int or PyTypeKind.Iterator or PyTypeKind.Ellipsis or PyTypeKind.Array => $"an {found.Name}",
            _ => $"a {found.Name}",
        };
    }

    private static bool IsNoException(PyType type, SemanticModel model) => type switch
    {
        { Origin: ClassDef definition } => model.ClassOf(definition).IsException == Answer.No,
        { Library: { } library } => !library.DerivesFrom("BaseException"),
        _ => false,
    };

    private static bool AreAllExceptions(ImmutableArray<Expr> types, SemanticModel model)
    {
        foreach (var type in types)
        {
            if (model.ClassNamedBy(type) is not { IsUnknown: false } reference || reference.Linearization.Contains("BaseException") != Answer.Yes)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Offered only for the type as a whole: in a tuple, a tuple would be no better.</summary>
    private static void OfferTuple(DiagnosticBuilder found, ImmutableArray<Expr> types, ExceptHandler handler, RuleContext context)
    {
        if (types.IsEmpty || handler.Type is not { } written || written is Tuple || !AreAllExceptions(types, context.Model))
        {
            return;
        }

        var texts = new string[types.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = context.TextOf(types[i]);
        }

        var list = string.Join(", ", texts) + (texts.Length == 1 ? "," : "");
        found.Fix(FixSafety.Safe, "catch a tuple", new TextEdit(written.Span, IsInParentheses(written.Span, context.Text) ? list : $"({list})"));
    }

    private static bool IsInParentheses(TextSpan span, SourceText text) => span.Start > 0 && text[span.Start - 1] == '(' && span.End < text.Length && text[span.End] == ')';
}
