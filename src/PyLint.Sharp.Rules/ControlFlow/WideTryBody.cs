using System.Globalization;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A <c>try</c> with many statements, of which one can raise what the handler names.</summary>
/// <remarks>Where the <c>try</c> is a whole function, try-wraps-whole-function says the same, and this rule yields to it.</remarks>
public sealed class WideTryBody : Rule
{
    private const int KeywordLength = 3;
    private const int LongestQuote = 40;

    private static readonly RuleOption<long> MaxStatements = RuleOption.Number(
        "max-statements", "How many statements may stand in a `try` of which one can raise what is caught.", 5);

    /// <summary>What the rule knows the sources of; a handler of any other type is left alone.</summary>
    private static readonly string[] Known = ["ValueError", "LookupError", "OSError", "ZeroDivisionError", "ImportError", "StopIteration", "EOFError"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS208",
        Name = "wide-try-body",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Info,
        Aliases = ["PLW0717", "W0717", "too-many-try-statements", "WPS229"],
        Message = "`{clause}` is meant for `{source}`, but {count} more statements stand in the `try`",
        Why = "The handler takes its exception from every line of the `try`, and from all that those lines call. If one of them raises it by a bug, the handler "
            + "answers the wrong failure, and the traceback that would have shown the bug is gone.",
        Instead = "Leave the call that may fail in the `try`. What prepares it goes before; what needs its result goes into `else:`, whose exceptions aren't caught.",
        Interview = new(
            "Why is `try: value = int(text)` with an `else:` better than one long `try`?",
            "Because the `ValueError` can then come from one place only. With ten lines in the `try`, a `ValueError` out of the other nine is reported as a bad "
            + "number. The `else` keeps those lines on the path of success without catching their errors. The trade-off is a second block for the reader; for "
            + "two or three lines that can't raise it I don't bother."),
        FineWhen = "In `try`/`finally`, at boundaries such as `main`, where the statements only prepare the one call, and where it isn't clear which call is meant: the rule is "
            + "silent there. What counts as long is the option `max-statements`.",
        Options = [MaxStatements],
        Examples =
        [
            Example.Bad("""
                def add_guest(guests, name, text):
                    [|try|]:
                        age = int(text)
                        guest = {"name": name, "age": age}
                        guests.append(guest)
                        guest["invited"] = True
                        guests.sort(key=by_name)
                        print(name, "is invited")
                        print(len(guests), "guests")
                    except ValueError:
                        print("not a number:", text)
                    return guests
                """).Saying("`except ValueError` is meant for `int(text)`, but 6 more statements stand in the `try`"),
            Example.Bad("""
                [|try|]:
                    port = settings["port"]
                    host = "localhost"
                    retries = 3
                    seconds = 10
                    print("connecting to", host)
                    print("on port", port)
                except KeyError:
                    port = 8080
                """),
            Example.Good("""
                def add_guest(guests, name, text):
                    try:
                        age = int(text)
                    except ValueError:
                        print("not a number:", text)
                    else:
                        guest = {"name": name, "age": age, "invited": True}
                        guests.append(guest)
                        guests.sort(key=by_name)
                        print(name, "is invited")
                        print(len(guests), "guests")
                    return guests
                """),
            Example.Good("""
                try:
                    port = settings["port"]
                except KeyError:
                    port = 8080
                host = "localhost"
                retries = 3
                seconds = 10
                print("connecting to", host)
                print("on port", port)
                """),
            Example.Bad("[|try|]:\n    import ssl\n    a = 1\n    b = 2\n    c = 3\n    d = 4\n    print(a)\nexcept ImportError:\n    ssl = None").Hidden(),
            Example.Bad("while True:\n    [|try|]:\n        r = a / b\n        print(r)\n        xs.append(r)\n        if r > 3:\n            print('big')\n        break\n    except ZeroDivisionError:\n        print('no')").Hidden(),
            Example.Bad("[|try|]:\n    n = int(t)\n    a = 1\n    b = 2\n    c = 3\n    def g():\n        return int('1')\n    print(a)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    print(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    m = int(t)\n    print(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    m = parse(t)\n    print(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    a, b = t\n    print(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    if n < 0:\n        raise ValueError(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("def g(x):\n    return int(x)\ntry:\n    n = int(t)\n    g(n)\n    print(n)\n    print(n)\n    print(n)\n    k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            // A `finally` alone is for clean-up.
            Example.Good("try:\n    n = int(t)\n    print(n)\n    print(n)\n    print(n)\n    print(n)\n    print(n)\nfinally:\n    h()").From("ruff #25390, PR #25440").Hidden(),
            Example.Good("try:\n    n = int(t)\n    print(n)\n    print(n)\n    print(n)\n    print(n)\n    print(n)\nexcept library.Error:\n    h()").Hidden(),
            Example.Good("def main():\n    try:\n        n = int(t)\n        print(n)\n        print(n)\n        print(n)\n        print(n)\n        k(n)\n    except ValueError:\n        print('no')").Hidden(),
            Example.Good("try:\n    a = 'x'\n    b = 'y'\n    c = 'z'\n    d = 'u'\n    e = 'v'\n    f = open(a, b, c, d, e)\nexcept OSError:\n    f = None\nelse:\n    f.close()").Hidden(),
            Example.Good("try:\n    with lock:\n        n = int(t)\n        print(n)\n        print(n)\n        print(n)\n        print(n)\n        k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    for t in ts:\n        n = int(t)\n        print(n)\n        print(n)\n        print(n)\n        print(n)\n        k(n)\nexcept ValueError:\n    n = 0").Hidden(),
            Example.Good("try:\n    n = int(t)\n    def g():\n        print(1)\n        print(2)\n        print(3)\n        print(4)\nexcept ValueError:\n    n = 0").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Try>(Check);

    private static void Check(Try attempt, RuleContext context)
    {
        var limit = context.Option(MaxStatements);
        if (attempt.Handlers.IsEmpty || attempt.Body.IsEmpty || attempt.Body[^1].SubtreeEnd - attempt.Body[0].Index <= limit || !AreKnown(attempt, context.Model)
            || FailureSources.Of(attempt, context.Model) is not { IsCertain: true, Only: { } source } || StatementOf(source.Place, attempt) is not { } statement)
        {
            return;
        }

        var count = CountBeside(statement, source.Place, attempt, context.Model);
        if (count + 1 <= limit || Boundary.Holds(attempt, context.Model) || TestCode.Holds(attempt) || GeneratedFile.Is(context.Tree))
        {
            return;
        }

        var handler = HandlerOf(source.Exception, attempt, context.Model);
        context.Report(
                new TextSpan(attempt.Span.Start, attempt.Span.Start + KeywordLength),
                HandlerTypes.Written(handler, context.Text),
                Quote(source.Place, context),
                count.ToString(CultureInfo.InvariantCulture))
            .Label(source.Place.Span, LabelOf(source, handler, context.Model))
            .YieldTo("PLS209", attempt.Span.Start);
    }

    private static bool AreKnown(Try attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            var types = HandlerTypes.Of(handler);
            if (types.IsEmpty)
            {
                return false;
            }

            foreach (var type in types)
            {
                if (!IsKnown(type, model))
                {
                    return false;
                }
            }
        }

        return !HandlerTypes.AreTooMany(attempt);
    }

    private static bool IsKnown(Expr type, SemanticModel model)
    {
        foreach (var exception in Known)
        {
            if (model.IsExceptionSubclass(type, exception) == Answer.Yes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The statement of the body that holds the place; null where that stands in a block inside, from which it can't be taken out.</summary>
    private static Stmt? StatementOf(Node place, Try attempt)
    {
        foreach (var statement in attempt.Body)
        {
            if (statement.Contains(place))
            {
                return statement is Assign or AnnAssign or AugAssign or ExprStmt or Return or Import or ImportFrom or Delete ? statement : null;
            }
        }

        return null;
    }

    /// <summary>The statements of the body without those of functions inside, and without those that only prepare the one call.</summary>
    private static int CountBeside(Stmt statement, Node place, Try attempt, SemanticModel model)
    {
        var count = 0;
        foreach (var other in attempt.Body)
        {
            if (other == statement || (other.Index < statement.Index && Prepares(other, place, model)))
            {
                continue;
            }

            foreach (var node in model.Tree.Subtree(other))
            {
                count += node is Stmt && model.ScopeOf(node) == model.ScopeOf(attempt) ? 1 : 0;
            }
        }

        return count;
    }

    private static bool Prepares(Stmt statement, Node place, SemanticModel model)
    {
        if (statement is not Assign { Targets: [Name target] })
        {
            return false;
        }

        foreach (var used in model.Tree.All<Name>(place))
        {
            if (used.Id == target.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static ExceptHandler HandlerOf(string exception, Try attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            foreach (var type in HandlerTypes.Of(handler))
            {
                if (model.Catches(type, exception) == Answer.Yes || model.IsExceptionSubclass(type, exception) == Answer.Yes)
                {
                    return handler;
                }
            }
        }

        return attempt.Handlers[0];
    }

    /// <summary>Of a key or position the handler says which of the two is meant, unless it names both.</summary>
    private static string LabelOf(in ExpectedFailure source, ExceptHandler handler, SemanticModel model)
    {
        var (ofKey, ofPosition) = (false, false);
        foreach (var type in HandlerTypes.Of(handler))
        {
            var name = model.KnownName(type);
            (ofKey, ofPosition) = (ofKey || name == "KeyError", ofPosition || name == "IndexError");
        }

        return (source.Exception, ofKey, ofPosition) switch
        {
            ("LookupError", true, false) => "raises `KeyError` when the key is missing",
            ("LookupError", false, true) => "raises `IndexError` when there is no such position",
            _ => $"raises `{source.Exception}` when {source.Cause}",
        };
    }

    private static string Quote(Node place, RuleContext context)
    {
        var text = context.TextOf(place);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        text = end < 0 ? text : text[..end] + "…";
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }
}
