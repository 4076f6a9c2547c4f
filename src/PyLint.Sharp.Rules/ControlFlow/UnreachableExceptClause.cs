using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An exception type behind <c>except</c> that an earlier one, or one beside it, always takes first.</summary>
public sealed class UnreachableExceptClause : Rule
{
    private const string Unreachable = "`except {type}` never runs: `except {earlier}` above takes the same exceptions";
    private const string Member = "`{type}` never arrives here: `except {earlier}` above takes it";
    private const string Twice = "`{type}` is listed twice";
    private const string Renamed = "`{type}` is the same class as `{other}`, which stands beside it";
    private const string Covered = "`{type}` is a kind of `{parent}` already, which stands beside it";

    /// <summary>Names that became others' aliases with Python 3.10 and 3.11: code for older versions needs both.</summary>
    private static readonly string[] YoungAliases = ["asyncio.TimeoutError", "asyncio.exceptions.TimeoutError", "concurrent.futures.TimeoutError", "socket.timeout"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS215",
        Name = "unreachable-except-clause",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases =
        [
            "B025", "B014", "E0701", "bad-except-order", "W0705", "duplicate-except", "W0714", "overlapping-except", "reportUnusedExcept", "S1045", "S5713", "WPS448",
        ],
        Message = Unreachable,
        OtherMessages = [Member, Twice, Renamed, Covered],
        Why = "Python tries the `except` clauses from top to bottom and runs the first whose type is the exception's class or a base of it. It "
            + "doesn't look for the best match, so that a base class above takes everything which a subclass below was written for.",
        Instead = "Put the special exceptions first and the general ones last. In one tuple, name only the base class.",
        Interview = new(
            "In which order does Python try `except` clauses, and why does the order matter for `OSError` and `FileNotFoundError`?",
            "In the order of the source, and the first that fits wins. `FileNotFoundError` derives from `OSError`, so that behind `except "
            + "OSError` its handler is dead code, and nothing says so when the program starts. I sort handlers from special to general. Where "
            + "both would do the same I keep `OSError` alone, although the longer list might tell a reader which failure I thought of: a comment "
            + "does that better."),
        FineWhen = "Never for exceptions that Python or this file defines; about classes from elsewhere the rule is silent. Names that mean the "
            + "same only in recent Pythons, such as `socket.timeout` and `TimeoutError`, may stand beside each other.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                try:
                    text = path.read_text()
                except OSError:
                    text = None
                except [|FileNotFoundError|]:
                    text = ""
                """, fixedTo: """
                try:
                    text = path.read_text()
                except FileNotFoundError:
                    text = ""
                except OSError:
                    text = None
                """).Saying("`except FileNotFoundError` never runs: `except OSError` above takes the same exceptions"),
            Example.Bad("""
                try:
                    value = table[key]
                except (LookupError, [|KeyError|]):
                    value = 0
                """, fixedTo: """
                try:
                    value = table[key]
                except LookupError:
                    value = 0
                """).Saying("`KeyError` is a kind of `LookupError` already, which stands beside it"),
            Example.Good("""
                try:
                    text = path.read_text()
                except FileNotFoundError:
                    text = ""
                except OSError:
                    text = None
                """),
            Example.Good("""
                try:
                    value = table[key]
                except (KeyError, IndexError):
                    value = 0
                """),
            Example.Bad("class A(Exception):\n    pass\nclass B(A):\n    pass\ntry:\n    f()\nexcept A:\n    g()\nexcept [|B|]:\n    h()",
                fixedTo: "class A(Exception):\n    pass\nclass B(A):\n    pass\ntry:\n    f()\nexcept B:\n    h()\nexcept A:\n    g()").Hidden(),
            Example.Bad("try:\n    f()\nexcept Exception:\n    g()\nexcept [|(KeyError, ValueError)|] as e:\n    # why\n    h(e)\nprint()",
                fixedTo: "try:\n    f()\nexcept (KeyError, ValueError) as e:\n    # why\n    h(e)\nexcept Exception:\n    g()\nprint()").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError:\n    g()\nexcept [|KeyError|]:\n    h()").Hidden(),
            Example.Bad("import library\ntry:\n    f()\nexcept KeyError:\n    g()\nexcept (library.Error, [|KeyError|]):\n    h()",
                fixedTo: "import library\ntry:\n    f()\nexcept KeyError:\n    g()\nexcept library.Error:\n    h()")
                .Saying("`KeyError` never arrives here: `except KeyError` above takes it").Hidden(),
            Example.Bad("try:\n    f()\nexcept (OSError, [|IOError|], [|FileNotFoundError|], ValueError):\n    g()",
                fixedTo: "try:\n    f()\nexcept (OSError, ValueError):\n    g()").From("ruff B014, pylint W0714").Hidden(),
            Example.Bad("try:\n    f()\nexcept (OSError, [|EnvironmentError|]):\n    g()", fixedTo: "try:\n    f()\nexcept OSError:\n    g()")
                .Saying("`EnvironmentError` is the same class as `OSError`, which stands beside it").Hidden(),
            Example.Bad("try:\n    f()\nexcept (KeyError, [|KeyError|]):\n    g()", fixedTo: "try:\n    f()\nexcept KeyError:\n    g()").Saying("`KeyError` is listed twice").Hidden(),
            Example.Bad("import json\ntry:\n    f()\nexcept ([|json.JSONDecodeError|], ValueError):\n    g()", fixedTo: "import json\ntry:\n    f()\nexcept ValueError:\n    g()").Hidden(),
            Example.Bad("try: f()\nexcept Exception: g()\nexcept [|KeyError|]: h()", fixedTo: "try: f()\nexcept KeyError: h()\nexcept Exception: g()").Hidden(),
            Example.Good("import library\ntry:\n    f()\nexcept library.Error:\n    g()\nexcept library.SpecialError:\n    h()").Hidden(),
            Example.Good("import library\nclass A(library.Error):\n    pass\ntry:\n    f()\nexcept (A, ValueError):\n    g()").Hidden(),
            Example.Good("import socket\ntry:\n    f()\nexcept (socket.timeout, TimeoutError):\n    g()").Hidden(),
            Example.Good("try:\n    f()\nexcept* OSError:\n    g()\nexcept* FileNotFoundError:\n    h()").Hidden(),
            Example.Good("if x:\n    Broad = Exception\nelse:\n    Broad = KeyError\ntry:\n    f()\nexcept Broad:\n    g()\nexcept KeyError:\n    h()").Hidden(),
            Example.Good("types = (KeyError, ValueError)\ntry:\n    f()\nexcept types:\n    g()\nexcept KeyError:\n    h()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Try>(Check);

    private static void Check(Try attempt, RuleContext context)
    {
        if (attempt.Handlers is [{ Type: not Tuple }] || HandlerTypes.AreTooMany(attempt))
        {
            return;
        }

        for (var i = 0; i < attempt.Handlers.Length; i++)
        {
            CheckHandler(attempt, i, context);
        }
    }

    private static void CheckHandler(Try attempt, int index, RuleContext context)
    {
        var handler = attempt.Handlers[index];
        var types = HandlerTypes.Of(handler);
        var (taken, isAnySame) = CountTaken(attempt, index, types, context.Model);
        if (taken > 0 && taken == types.Length)
        {
            var (takenBy, by) = Taker(attempt, index, types[0], context.Model)!.Value;
            var found = context.Report(Unreachable, handler.Type!.Span, OneLine(handler.Type, context), OneLine(takenBy.Type!, context))
                .Label(by.Span, "is tried first");
            if (!isAnySame && HandlerMove.Before(handler, FirstTaker(attempt, index, types, context.Model), context.Text) is { } edits)
            {
                found.Fix(FixSafety.Unsafe, $"move `except {OneLine(handler.Type, context)}` up", edits);
            }

            return;
        }

        if (handler.Type is Tuple tuple)
        {
            CheckMembers(attempt, index, tuple, context);
        }
    }

    private static void CheckMembers(Try attempt, int index, Tuple tuple, RuleContext context)
    {
        var kept = tuple.Elts;
        List<DiagnosticBuilder>? all = null;
        foreach (var type in tuple.Elts)
        {
            if (FindMember(attempt, index, type, tuple, kept, context) is { } found)
            {
                kept = kept.Remove(type);
                (all ??= []).Add(found);
            }
        }

        all?[0].Fix(FixSafety.Safe, all.Count == 1 ? "drop it" : "drop what can't arrive", new TextEdit(tuple.Span, Written(kept, context)));
    }

    /// <summary>What is wrong with one type of a tuple. Of two that are the same the second is too much.</summary>
    private static DiagnosticBuilder? FindMember(Try attempt, int index, Expr type, Tuple tuple, ImmutableArray<Expr> kept, RuleContext context)
    {
        if (Taker(attempt, index, type, context.Model) is { } earlier)
        {
            return context.Report(Member, type.Span, context.TextOf(type), OneLine(earlier.Handler.Type!, context)).Label(earlier.By.Span, "is tried first");
        }

        foreach (var other in kept)
        {
            if (other == type || !Takes(other, type, context.Model))
            {
                continue;
            }

            var isSame = Takes(type, other, context.Model);
            if (isSame && other.Index > type.Index)
            {
                continue;
            }

            var found = isSame && context.TextOf(type) == context.TextOf(other)
                ? context.Report(Twice, type.Span, context.TextOf(type))
                : context.Report(isSame ? Renamed : Covered, type.Span, context.TextOf(type), context.TextOf(other));
            return found.Severity(Severity.Info).Why($"`{context.TextOf(other)}` catches every `{context.TextOf(type)}` too, so that the longer list says nothing more.");
        }

        return null;
    }

    private static (int Taken, bool IsAnySame) CountTaken(Try attempt, int index, ImmutableArray<Expr> types, SemanticModel model)
    {
        var (taken, isAnySame) = (0, false);
        foreach (var type in types)
        {
            if (Taker(attempt, index, type, model) is { } found)
            {
                taken++;
                isAnySame |= Takes(type, found.By, model);
            }
        }

        return (taken, isAnySame);
    }

    /// <summary>The first handler above that takes all exceptions of a type, and the one of its types that does.</summary>
    private static (ExceptHandler Handler, Expr By)? Taker(Try attempt, int index, Expr type, SemanticModel model)
    {
        for (var i = 0; i < index; i++)
        {
            foreach (var other in HandlerTypes.Of(attempt.Handlers[i]))
            {
                if (Takes(other, type, model))
                {
                    return (attempt.Handlers[i], other);
                }
            }
        }

        return null;
    }

    private static ExceptHandler FirstTaker(Try attempt, int index, ImmutableArray<Expr> types, SemanticModel model)
    {
        var first = attempt.Handlers[index];
        foreach (var type in types)
        {
            if (Taker(attempt, index, type, model) is { } found && found.Handler.Index < first.Index)
            {
                first = found.Handler;
            }
        }

        return first;
    }

    private static bool Takes(Expr other, Expr type, SemanticModel model) =>
        !IsYoungAlias(other, model) && !IsYoungAlias(type, model)
        && model.ClassNamedBy(type) is { IsUnknown: false } special
        && special.IsSubclassOf(model.ClassNamedBy(other)) == Answer.Yes;

    private static bool IsYoungAlias(Expr type, SemanticModel model) => Array.IndexOf(YoungAliases, model.QualifiedName(type)) >= 0;

    private static string Written(ImmutableArray<Expr> types, RuleContext context)
    {
        if (types.Length == 1)
        {
            return context.TextOf(types[0]);
        }

        var texts = new string[types.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = context.TextOf(types[i]);
        }

        return $"({string.Join(", ", texts)})";
    }

    private static string OneLine(Expr type, RuleContext context)
    {
        var text = context.TextOf(type);
        return text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : "(…)";
    }
}
