using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A function that is one <c>try</c> whose handler takes all errors, or several kinds as if they were one.</summary>
/// <remarks>broad-except asks which errors a handler takes, this rule how many lines it takes them from; what helps is not the same.</remarks>
public sealed class TryWrapsWholeFunction : Rule
{
    private const int FewestStatements = 3;
    private const int KeywordLength = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS209",
        Name = "try-wraps-whole-function",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Message = "all of `{function}` stands in one `try`, so that nobody sees which line may fail",
        Why = "A handler can't tell which statement of the `try` raised. With the whole function in it, an error of the last line is answered like one of the "
            + "first, half of the work may be done by then, and the reader can't see which failure the author had in mind.",
        Instead = "Keep in the `try` the one call that may fail in the way you expect, put what needs its result into `else:` or behind, and let other errors go "
            + "to the caller.",
        Interview = new(
            "How much code belongs into a `try`?",
            "As little as can raise what I handle, mostly one call: then the handler knows what happened and what is true now. What depends on success goes "
            + "into `else`, whose errors aren't caught. At a boundary, such as `main` or a request handler, a `try` around everything is right, since there "
            + "the answer to each failure is the same: log it and report. The price of several narrow ones is more lines, so I give each step its own function."),
        FineWhen = "In functions of one or two statements, in generators, in tests, at boundaries such as `main`, a worker or a request handler, and where each handler "
            + "ends in `raise`, as where errors of a library become those of the program: the rule is silent there. A comment in the handler that gives the reason helps as well.",
        Examples =
        [
            Example.Bad("""
                def average_price(path):
                    [|try|]:
                        text = path.read_text()
                        prices = [float(line) for line in text.splitlines()]
                        total = sum(prices)
                        return total / len(prices)
                    except Exception as error:
                        print("something went wrong:", error)
                        return None
                """).Saying("all of `average_price` stands in one `try`, so that nobody sees which line may fail"),
            Example.Bad("""
                def port_of(config):
                    [|try|]:
                        section = config["server"]
                        text = section["port"]
                        port = int(text)
                        return port
                    except (KeyError, ValueError, TypeError):
                        return 8080
                """),
            Example.Good("""
                def average_price(path):
                    text = path.read_text()
                    try:
                        prices = [float(line) for line in text.splitlines()]
                    except ValueError as error:
                        raise PriceError(path) from error
                    return sum(prices) / len(prices)
                """),
            Example.Good("""
                def main():
                    try:
                        config = read_config()
                        connect(config)
                        serve()
                    except Exception:
                        logger.exception("stopped")
                        return 1
                """),
            Example.Bad("def g(x):\n    'Doc.'\n    [|try|]:\n        f()\n        h()\n        k()\n    except:\n        return 0").Hidden(),
            Example.Bad("def g(x):\n    [|try|]:\n        f()\n        h()\n        k()\n    except KeyError:\n        raise\n    except Exception:\n        return 0\n    finally:\n        m()").Hidden(),
            Example.Bad("async def g(x):\n    [|try|]:\n        await f()\n        h()\n        k()\n    except BaseException:\n        return 0").Hidden(),
            Example.Good("def g(x):\n    try:\n        f(x)\n        return h()\n    except Exception:\n        log.exception('no')").Hidden(),
            Example.Good("def g(x):\n    try:\n        f(x)\n        h()\n        return k()\n    except KeyError:\n        return 0").Hidden(),
            Example.Good("def g(x):\n    y = f(x)\n    try:\n        f()\n        h()\n        return k()\n    except (KeyError, OSError):\n        return y").Hidden(),
            Example.Good("def g(x):\n    try:\n        f(x)\n        h()\n        yield 1\n    except (KeyError, OSError):\n        k()\n    finally:\n        m()").Hidden(),
            Example.Good("def g(x):\n    try:\n        f(x)\n        h()\n        k()\n    except Exception as e:\n        raise AppError from e").Hidden(),
            Example.Good("def g(x):\n    try:\n        f(x)\n        h()\n        k()\n    finally:\n        m()").Hidden(),
            Example.Good("def g(x):\n    try:\n        a = f(x)\n        b = h()\n        c = a + b\n    except (KeyError, OSError):\n        return 0\n    else:\n        return c").Hidden(),
            Example.Good("@app.route('/x')\ndef g():\n    try:\n        f()\n        h()\n        return k()\n    except (KeyError, OSError):\n        return 'no', 500").Hidden(),
            Example.Good("class H(logging.Handler):\n    def emit(self, record):\n        try:\n            f()\n            h()\n            k()\n        except Exception:\n            self.handleError(record)").Hidden(),
            Example.Good("def g():\n    try:\n        f()\n        h()\n        k()\n    except (KeyError, OSError):  # the others ask again\n        return None").Hidden(),
            Example.Bad("def g():\n    [|try|]:\n        f()\n        h()\n        k()\n    except Exception as e:\n        # show the error\n        print(e)").Hidden(),
            Example.Good("def test_g():\n    try:\n        f()\n        h()\n        k()\n    except (KeyError, OSError):\n        m()").Hidden(),
            Example.Good("try:\n    f()\n    h()\n    k()\nexcept (KeyError, OSError):\n    m()").OnlyAtModuleLevel("in a function it is the whole function").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(Check);
        on.Visit<AsyncFunctionDef>(Check);
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        if (OnlyStatementOf(function) is not TryStatement { Body.Length: >= FewestStatements, OrElse.IsEmpty: true } attempt || WidestOf(attempt, context.Model) is not { } handler
            || IsFine(attempt, function, context) || LoggedTraceback.IsReported(handler)
            || (!PrintOnly.Is(handler, context.Model) && ExplainedHandler.IsWithin(handler, attempt, context.Tree)))
        {
            return;
        }

        var found = context.Report(new TextSpan(attempt.Span.Start, attempt.Span.Start + KeywordLength), function.Name.Text);
        ExpectedFailure.Suggest(attempt, found, context.Model, ExceptionPath.MostLabels - 1);
        found.Label(HandlerTypes.ClauseOf(handler, context.Text), "answers the failure of each line alike");
        if (handler.Type is Tuple)
        {
            found.Severity(Severity.Info);
        }
    }

    /// <summary>The one statement of the function beside its docstring; null when there are more.</summary>
    private static Stmt? OnlyStatementOf(FunctionDefinition function) => function.Body switch
    {
        [ExprStmt { Value: Constant { Value: string } }, var only] => only,
        [var only] => only,
        _ => null,
    };

    /// <summary>A handler that takes everything, or several types as one, and doesn't always raise again.</summary>
    private static ExceptHandler? WidestOf(TryStatement attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            var isWide = handler.Type is null or Tuple { Elts.Length: > 1 } || model.KnownName(handler.Type) is "Exception" or "BaseException";
            if (isWide && (model.CompletionOf(handler.Body) & ~(Completion.Raises | Completion.Exits)) != 0)
            {
                return handler;
            }
        }

        return null;
    }

    private static bool IsFine(TryStatement attempt, FunctionDefinition function, RuleContext context) =>
        context.Model.IsGenerator(function)
        || function.Name.Text is "__del__" or "__exit__" or "__aexit__" or "__repr__" or "__str__"
        || TestCode.Holds(attempt)
        || Boundary.Holds(attempt, context.Model)
        || GeneratedFile.Is(context.Tree);
}
