using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An <c>except Exception</c> below the outermost level that neither raises again nor keeps the traceback.</summary>
/// <remarks>
/// Where the handler does nothing at all, swallowed-exception says so; where it only prints and the code behind then works with what it
/// hasn't got, print-only-handler does. Both name the damage, which is more than the breadth of the type: this rule yields to them.
/// </remarks>
public sealed class BroadExcept : Rule
{
    private const string Everything = "`{clause}` takes every error, a mistyped name included, for the one that you expect";
    private const string Sometimes = "`{clause}` lets the error out on some paths only; on the others it is lost";
    private const string LooksFine = "`{clause}` exits with status 0, so every failure looks like success";

    private static readonly RuleOption<ImmutableArray<string>> Reporters = RuleOption.Words(
        "reporters",
        "The names of functions that record an exception with its traceback; a handler that calls one of them is accepted.",
        [.. LoggedTraceback.Reporters]);

    private static readonly RuleOption<bool> FlagsLogged = RuleOption.Flag(
        "flag-logged", "Flags handlers that record the traceback, too.", false);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS202",
        Name = "broad-except",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["BLE001", "W0718", "broad-exception-caught", "S5754"],
        Message = Everything,
        OtherMessages = [Sometimes, LooksFine],
        Why = "`Exception` is the base of nearly all errors: beside the one that you have in mind it takes the `NameError` of a mistyped name, the "
            + "`TypeError` of a wrong call and the `AttributeError` of a `None`. The handler then treats a bug as bad luck, and its traceback, "
            + "which names the line, is thrown away.",
        Instead = "Name the exceptions that you expect and can handle, and let the others through. Where everything must be caught, log it with its "
            + "traceback (`logger.exception(…)`) or end the handler with `raise`.",
        Interview = new(
            "When is `except Exception` right, and what do you lose with it elsewhere?",
            "At a boundary: the main function, a worker's loop, a request handler. There a failure must end as a log entry with a traceback and "
            + "not as a dead process. Below that I name the types, since only for those do I know what to do. The price of the narrow handler is a "
            + "crash when I forgot one, and I take it: a traceback on the first day is cheaper than a wrong result that nobody sees."),
        FineWhen = "In `main()`, under `if __name__ == \"__main__\":`, in a thread's or a worker's function and in what a framework calls for each "
            + "request or command. Where the handler logs with the traceback, raises again, or hands the exception itself to somebody. In tests, in "
            + "`__del__` and `__exit__`, and in `__repr__` and `__str__`, which must not fail. Around one line that runs anybody's code: `eval`, `exec`, `repr`, "
            + "`hasattr`, a callback or another function that a variable holds, around an import by name, and around what looks into an object of anybody, "
            + "by `dir(thing)` or `getattr(thing, name)`. With a comment that gives the reason, unless all that the "
            + "handler does is to print.",
        Options = [Reporters, FlagsLogged],
        Examples =
        [
            Example.Bad("""
                def read_port(text):
                    try:
                        return int(text)
                    except [|Exception|]:
                        return 8080
                """).Saying("`except Exception` takes every error, a mistyped name included, for the one that you expect"),
            Example.Bad("""
                def save(order, strict):
                    try:
                        store.write(order)
                    except [|Exception|] as error:
                        if strict:
                            raise
                        return str(error)
                """).Saying("`except Exception` lets the error out on some paths only; on the others it is lost"),
            Example.Good("""
                def read_port(text):
                    try:
                        return int(text)
                    except ValueError:
                        return 8080
                """),
            Example.Good("""
                def save(order):
                    try:
                        store.write(order)
                    except Exception:
                        logger.exception("order %s is not saved", order.number)
                        return False
                    return True
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        // Our probe of ruff and pylint: the member of the tuple is what is broad.
        Example.Bad("try:\n    f()\nexcept (ValueError, [|Exception|]):\n    g()").Hidden(),
        Example.Bad("import builtins\ntry:\n    f()\nexcept [|builtins.Exception|]:\n    g()").Hidden(),
        Example.Bad("try:\n    f()\nexcept KeyError:\n    g()\nexcept [|Exception|]:\n    h()").Hidden(),
        Example.Bad("try:\n    f()\nexcept* [|Exception|]:\n    h()").Hidden(),
        Example.Bad("import sys\ntry:\n    f()\nexcept [|Exception|]:\n    sys.exit(0)").Saying("`except Exception` exits with status 0, so every failure looks like success").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|] as e:\n    logger.error('no: %s', e)").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|] as e:\n    logger.error('no', exc_info=False)").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|] as e:\n    errors.append(str(e))").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|] as e:\n    print(e)").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|]:\n    pass").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|] as e:\n    # handle the error\n    print(e)").Hidden(),
        Example.Bad("# Fill the cache.\ntry:\n    f()\nexcept [|Exception|]:\n    g()").Hidden(),
        Example.Bad("try:\n    f()\nexcept [|Exception|]:\n    # BLE001\n    g()").Hidden(),
        Example.Bad("try:\n    f()\nexcept ((KeyError, [|Exception|]), OSError):\n    g()").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception:  # the cache is only a help\n    g()").Hidden(),
        Example.Good("class A:\n    def __repr__(self):\n        try:\n            return f(self.a)\n        except Exception:\n            return '<A>'").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception:\n    warn_unhandled_exception()").Hidden(),
        Example.Good("def g(call, x):\n    try:\n        return call(x)\n    except Exception:\n        return None").Hidden(),
        Example.Good("# Broken plug-ins raise anything.\n# They are left out.\ntry:\n    f()\nexcept Exception:\n    g()").Hidden(),
        Example.Good("import inspect\ndef g(thing):\n    try:\n        text = str(inspect.signature(thing))\n    except Exception:\n        text = ''\n    return text").Hidden(),
        Example.Good("def g(thing, name):\n    try:\n        return hasattr(thing, name)\n    except Exception:\n        return False").Hidden(),
        Example.Good("class Shell(cmd.Cmd):\n    def do_read(self, line):\n        try:\n            self.data = load(line)\n        except Exception as e:\n            print(e)\n    def _complete_name(self, text):\n        try:\n            return names(text)\n        except Exception:\n            return []").Hidden(),
        Example.Good("class H:\n    def handleError(self, record):\n        try:\n            show(record)\n        except Exception:\n            show('no record')").Hidden(),
        Example.Bad("class H:\n    def manhandled(self, record):\n        try:\n            show(record)\n        except [|Exception|]:\n            show('no record')").Hidden(),
        Example.Good("# At exit the modules don't work anymore.\ntry:\n    line = f()\n    g()\nexcept Exception:\n    line = None").Hidden(),
        Example.Good("import unittest\nclass T(unittest.TestCase):\n    pass\ndef can_wrap(sock):\n    try:\n        sock.wrap()\n    except Exception:\n        return False\n    return True").OnlyAtModuleLevel("a file of tests is known by its outer level").Hidden(),
        Example.Good("for call, thing in registry:\n    try:\n        call(thing)\n    except Exception as e:\n        info('no: %s', e)").Hidden(),
        Example.Good("def g(self, stem):\n    completer = self.completer\n    try:\n        return completer(stem)\n    except Exception:\n        return None").Hidden(),
        Example.Bad("def find(stem):\n    return stem\ndef g(self, stem):\n    try:\n        return find(stem)\n    except [|Exception|]:\n        return None").Hidden(),
        Example.Good("def g(name):\n    try:\n        module = __import__(name)\n        names = dir(module)\n    except Exception:\n        return None\n    return names").Hidden(),
        // Whatever looks into an object runs its properties and its `__getattr__`.
        Example.Good("def g(thing):\n    try:\n        names = dir(thing)\n        names = [x for x in names if x[0] != '_']\n    except Exception:\n        return None\n    return names").Hidden(),
        Example.Good("def annotations_of(thing):\n    return getattr(thing, '__annotations__', None)\ndef g(thing):\n    try:\n        found = annotations_of(thing)\n    except Exception:\n        found = None\n    return found").Hidden(),
        Example.Good("def names_of(thing):\n    return sorted(thing.__dir__())\ndef g(thing, n):\n    try:\n        names = names_of(thing)\n        names = names[:n]\n    except Exception:\n        return None\n    return names").Hidden(),
        Example.Good("try:\n    import linecache\nexcept ImportError:\n    linecache = None\ndef g(frame):\n    try:\n        line = linecache.getline(frame.name, frame.line)\n    except Exception:\n        line = ''\n    return line").Hidden(),
        Example.Good("import runpy\ndef g(path):\n    try:\n        return runpy.run_path(path)\n    except Exception:\n        return None").Hidden(),
        Example.Bad("def number_of(order):\n    return getattr(order, 'number', None)\ndef g(order):\n    try:\n        number = number_of(order)\n    except [|Exception|]:\n        number = None\n    return number").Hidden(),
        Example.Bad("def g(thing, n):\n    try:\n        names = dir(thing)\n        save(n)\n    except [|Exception|]:\n        names = []\n    return names").Hidden(),
        Example.Good("import os\ndef _safe_get(k):\n    try:\n        return os.environ[k]\n    except Exception:\n        return None").Hidden(),
        Example.Good("def g(text, names):\n    try:\n        return eval(text, names)\n    except Exception:\n        return None").Hidden(),
        Example.Bad("while True:\n    try:\n        n = int(input())\n        break\n    except [|Exception|]:\n        print('again')").Hidden(),
        Example.Bad("def handle_total(xs):\n    def total():\n        try:\n            return f(xs)\n        except [|Exception|]:\n            return 0\n    return total()").Hidden(),
        Example.Bad("def load():\n    try:\n        return f()\n    except [|Exception|]:\n        return 0\nif __name__ == '__main__':\n    data = load()\n    g(data)").OnlyAtModuleLevel("the main guard stands there").Hidden(),
        Example.Bad("class Exceptional(Exception):\n    pass\ntry:\n    f()\nexcept Exceptional:\n    g()\nexcept [|Exception|]:\n    h()").Hidden(),
        // With `from None`, as a bare `raise e` would be useless-handler's.
        Example.Good("def g():\n    try:\n        f()\n    except Exception as e:\n        undo()\n        raise e from None").From("pylint #8308").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception as e:\n    raise e from None").From("ruff #19727").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception as e:\n    raise RuntimeError('no') from e").Hidden(),
        Example.Good("import sys\ntry:\n    f()\nexcept Exception as e:\n    sys.exit('no')").Hidden(),
        // Who logs with the traceback, whatever the logger is called.
        Example.Good("from app import log\ntry:\n    f()\nexcept Exception:\n    log.exception('no')").From("ruff #15473").Hidden(),
        Example.Good("from loguru import logger\ntry:\n    f()\nexcept Exception as e:\n    logger.opt(exception=e).error('no')").From("ruff #19075").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception as exc:\n    self.log.warning('no', exc_info=exc)").From("ruff #17898").Hidden(),
        Example.Good("import logging\ntry:\n    f()\nexcept Exception:\n    logging.getLogger(__name__).error('no', exc_info=True)").From("ruff #18253, pylint #9010").Hidden(),
        Example.Good("import traceback\ntry:\n    f()\nexcept Exception:\n    traceback.print_exc()").Hidden(),
        Example.Good("def g(names, onerror):\n    for name in names:\n        try:\n            f(name)\n        except Exception:\n            onerror(name)").Hidden(),
        Example.Good("import sentry_sdk\ntry:\n    f()\nexcept Exception:\n    sentry_sdk.capture_exception()").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception as e:\n    future.set_exception(e)").Hidden(),
        Example.Good("class A:\n    def g(self):\n        try:\n            f()\n        except Exception as e:\n            self.error = e").Hidden(),
        // The boundaries.
        Example.Good("def main():\n    try:\n        f()\n    except Exception as e:\n        print(e)").Hidden(),
        Example.Good("if __name__ == '__main__':\n    try:\n        f()\n    except Exception as e:\n        print(e)").Hidden(),
        Example.Good("def start():\n    try:\n        f()\n    except Exception as e:\n        print(e)\nif __name__ == '__main__':\n    start()").OnlyAtModuleLevel("the main guard stands there").Hidden(),
        Example.Good("import threading\ndef pump():\n    while True:\n        try:\n            f()\n        except Exception as e:\n            print(e)\nthreading.Thread(target=pump).start()").Hidden(),
        Example.Good("def work(jobs):\n    try:\n        f()\n    except Exception as e:\n        print(e)\npool.submit(work, jobs)").Hidden(),
        Example.Good("class Pump(threading.Thread):\n    def run(self):\n        try:\n            f()\n        except Exception as e:\n            print(e)").Hidden(),
        Example.Good("def serve_forever():\n    while True:\n        try:\n            f()\n        except Exception as e:\n            print(e)").Hidden(),
        Example.Good("@app.route('/x')\ndef x():\n    try:\n        return f()\n    except Exception as e:\n        return str(e), 500").Hidden(),
        Example.Good("class H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        try:\n            f()\n        except Exception as e:\n            self.send_error(500, str(e))").Hidden(),
        Example.Good("class A:\n    def __exit__(self, *args):\n        try:\n            f()\n        except Exception:\n            self.failed = True").Hidden(),
        Example.Good("import unittest\nclass T(unittest.TestCase):\n    def check(self):\n        try:\n            f()\n        except Exception as e:\n            self.fail(str(e))").Hidden(),
        Example.Good("def test_f():\n    try:\n        f()\n    except Exception as e:\n        assert 'no' in str(e)").Hidden(),
        Example.Good("from errors import *\ntry:\n    f()\nexcept Exception:\n    h()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExceptHandler>(Check);

    private static void Check(ExceptHandler handler, RuleContext context)
    {
        if (handler.Parent is not TryStatement attempt || HandlerTypes.BroadOf(handler, context.Model) is not { } broad || IsWorse(handler, context))
        {
            return;
        }

        var ends = context.Model.CompletionOf(handler.Body);
        var loses = ends & ~(Completion.Raises | Completion.ExitsNonZero | Completion.ExitsUnknown);
        if ((loses == Completion.None && ends != Completion.None) || IsAccepted(handler, context))
        {
            return;
        }

        var message = (ends & Completion.Raises) != 0 ? Sometimes : loses == Completion.ExitsZero ? LooksFine : Everything;
        var found = context.Report(message, broad.Span, HandlerTypes.Written(handler, context.Text))
            .YieldTo(PrintOnly.Is(handler, context.Model) ? "PLS205" : "PLS204", handler.Span.Start);
        ExceptionPath.Through(handler, attempt, found, context);
    }

    /// <summary>True when the handler names <c>BaseException</c> as well, which except-base-exception is about.</summary>
    private static bool IsWorse(ExceptHandler handler, RuleContext context)
    {
        foreach (var type in HandlerTypes.Of(handler))
        {
            if (context.Model.KnownName(type) == "BaseException")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAccepted(ExceptHandler handler, RuleContext context) =>
        (!context.Option(FlagsLogged) && LoggedTraceback.By(handler, context.Option(Reporters)))
        || HandedOver.Whole(handler)
        || handler.Ancestor<FunctionDefinition>() is { Name.Text: "__del__" or "__exit__" or "__aexit__" or "__repr__" or "__str__" }
        || (!PrintOnly.Is(handler, context.Model) && ExplainedHandler.IsWithin(handler, (TryStatement)handler.Parent!, context.Tree))
        || IsCalledSafe(handler)
        || ForeignCode.IsRunBy((TryStatement)handler.Parent!, context.Model)
        || TestCode.Contains(handler)
        || Boundary.Holds(handler, context.Model)
        || GeneratedFile.Is(context.Tree);

    /// <summary>True for a function that says by its name that it never fails.</summary>
    private static bool IsCalledSafe(ExceptHandler handler) =>
        handler.Ancestor<FunctionDefinition>() is { } function && function.Name.Text.AsSpan().TrimStart('_').StartsWith("safe_", StringComparison.Ordinal);
}
