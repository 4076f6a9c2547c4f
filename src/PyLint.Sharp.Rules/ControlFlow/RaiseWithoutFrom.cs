using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A new exception raised in a handler without saying how it relates to the caught one.</summary>
public sealed class RaiseWithoutFrom : Rule
{

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS211",
        Name = "raise-without-from",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["B904", "W0707", "raise-missing-from"],
        Message = "`{new}` is raised while {caught} is handled, without `from`: it reads as if the handler itself had failed",
        Why = "Python keeps the caught exception as `__context__` of the new one, and the traceback joins the two by “During handling of the "
            + "above exception, another exception occurred”, its words for a mishap inside the handler. With `from` it sets `__cause__`, and the "
            + "traceback says “The above exception was the direct cause of the following exception”.",
        Instead = "`raise ConfigError(path) from error` when the old exception explains the new one; `raise ConfigError(path) from None` when it "
            + "would only distract.",
        Interview = new(
            "What is the difference between `raise New()`, `raise New() from e` and `raise New() from None` inside an `except` block?",
            "All three remember the caught exception in `__context__`. `from e` also sets `__cause__`, so that the traceback names it as the "
            + "direct cause; `from None` hides it from the traceback. I translate low-level errors at the border of a module with `from e`, "
            + "because whoever debugs needs the original. `from None` is for details that the caller can do nothing with, and its price is that "
            + "they are missing from the log."),
        FineWhen = "Raising the caught exception again needs no `from`. A `SystemExit` or a skipped test prints no traceback, so nothing is lost there, and a factory "
            + "such as `raise self.error(text)` may set the cause itself: the rule is silent on these.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                try:
                    port = int(text)
                except ValueError:
                    [|raise KeyError("port")|]
                """, fixedTo: """
                try:
                    port = int(text)
                except ValueError as e:
                    raise KeyError("port") from e
                """).Saying("`KeyError` is raised while `ValueError` is handled, without `from`: it reads as if the handler itself had failed"),
            Example.Bad("""
                class ConfigError(Exception):
                    pass

                try:
                    settings = load(path)
                except (OSError, ValueError) as error:
                    log(error)
                    [|raise ConfigError(path)|]
                """, fixedTo: """
                class ConfigError(Exception):
                    pass

                try:
                    settings = load(path)
                except (OSError, ValueError) as error:
                    log(error)
                    raise ConfigError(path) from error
                """),
            Example.Good("""
                try:
                    port = int(text)
                except ValueError as error:
                    raise KeyError("port") from error
                """),
            Example.Good("""
                class Row:
                    def __getattr__(self, name):
                        try:
                            return self.fields[name]
                        except KeyError:
                            raise AttributeError(name) from None
                """),
            Example.Bad("try:\n    f()\nexcept OSError:\n    [|raise ValueError|]", fixedTo: "try:\n    f()\nexcept OSError as e:\n    raise ValueError from e").Hidden(),
            Example.Bad("import library\ntry:\n    f()\nexcept library.Error as err:\n    [|raise ( ValueError(1) )|]",
                fixedTo: "import library\ntry:\n    f()\nexcept library.Error as err:\n    raise ( ValueError(1) ) from err").Hidden(),
            Example.Bad("try:\n    f()\nexcept:\n    [|raise ValueError(1)|]").Saying("`ValueError` is raised while any exception is handled, without `from`: it reads as if the handler itself had failed").Hidden(),
            Example.Bad("from library import Oops\ntry:\n    f()\nexcept KeyError:\n    if x:\n        [|raise Oops(1)|]",
                fixedTo: "from library import Oops\ntry:\n    f()\nexcept KeyError as e:\n    if x:\n        raise Oops(1) from e").Hidden(),
            Example.Bad("e = 1\ntry:\n    f()\nexcept KeyError:\n    [|raise ValueError(e)|]",
                fixedTo: "e = 1\ntry:\n    f()\nexcept KeyError as error:\n    raise ValueError(e) from error").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError as e:\n    e = str(e)\n    [|raise ValueError(e)|]").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError:\n    if a:\n        [|raise ValueError(a)|]\n    [|raise ValueError(2)|]",
                fixedTo: "try:\n    f()\nexcept KeyError as e:\n    if a:\n        raise ValueError(a) from e\n    raise ValueError(2) from e").Hidden(),
            Example.Bad("try:\n    f()\nexcept* OSError:\n    [|raise ValueError(1)|]", fixedTo: "try:\n    f()\nexcept* OSError as e:\n    raise ValueError(1) from e").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError as e:\n    [|raise ValueError(e)|]", fixedTo: "try:\n    f()\nexcept KeyError as e:\n    raise ValueError(e) from e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    if x:\n        raise\n    e.args = (1,)\n    raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    raise e.with_traceback(None)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    def again():\n        raise ValueError(1)\n    later(again)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    g()\nelse:\n    raise ValueError(1)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    g()\nfinally:\n    raise ValueError(1)").Hidden(),
            Example.Good("import sys\ntry:\n    f()\nexcept KeyError:\n    raise SystemExit('no key')").Hidden(),
            Example.Good("try:\n    try:\n        f()\n    except TypeError:\n        raise KeyError\nexcept KeyError:\n    g()").Hidden(),
            Example.Good("import unittest\ntry:\n    import curses\nexcept ImportError:\n    raise unittest.SkipTest('needs curses')").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    raise make_error(1)").Hidden(),
            Example.Bad("from errors import *\ntry:\n    f()\nexcept KeyError as e:\n    [|raise ConfigError(1)|]",
                fixedTo: "from errors import *\ntry:\n    f()\nexcept KeyError as e:\n    raise ConfigError(1) from e").OnlyAtModuleLevel("a star import can't stand in a function").Hidden(),
            Example.Bad("from errors import *\ntry:\n    f()\nexcept KeyError as e:\n    [|raise ValueError(1)|]").OnlyAtModuleLevel("a star import can't stand in a function").Hidden(),
            Example.Bad("try:\n    from fast import ParseError\nexcept ImportError:\n    class ParseError(ValueError):\n        pass\ntry:\n    f()\nexcept KeyError as e:\n    [|raise ParseError(1)|]").Hidden(),
            Example.Good("try:\n    from fast import ParseError\nexcept ImportError:\n    class ParseError(ValueError):\n        def __init__(self, cause):\n            self.__cause__ = cause\ntry:\n    f()\nexcept KeyError as e:\n    raise ParseError(e)").Hidden(),
            Example.Bad("from library import *\nclass _NoKey(Exception):\n    pass\ntry:\n    f()\nexcept KeyError as e:\n    [|raise _NoKey(1)|]").OnlyAtModuleLevel("a star import can't stand in a function").Hidden(),
            Example.Good("from errors import *\ntry:\n    f()\nexcept KeyError as e:\n    raise SystemExit(1)").OnlyAtModuleLevel("a star import can't stand in a function").Hidden(),
            Example.Good("from errors import *\ntry:\n    f()\nexcept KeyError as e:\n    raise make_error(1)").OnlyAtModuleLevel("a star import can't stand in a function").Hidden(),
            Example.Good("def g(Error):\n    try:\n        f()\n    except KeyError as e:\n        raise Error(1)").Hidden(),
            Example.Good("class E(Exception):\n    def __init__(self, cause):\n        self.__cause__ = cause\ntry:\n    f()\nexcept KeyError as e:\n    raise E(e)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    try:\n        raise ValueError(1)\n    except ValueError:\n        g()").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    new = ValueError(1)\n    new.__cause__ = e\n    raise new").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Raise>(Check);

    private static void Check(Raise raise, RuleContext context)
    {
        if (raise is not { Exc: { } raised, Cause: null } || CauseFix.HandlerAround(raise) is not { } handler)
        {
            return;
        }

        var type = raised is Call call ? call.Func : raised;
        if (!MakesNew(type, raised, context.Model) || (context.Model.KnownName(type) is { } known && ExpectedError.Covers(raise, known, context.Model)))
        {
            return;
        }

        var caught = handler.Type is { } written ? $"`{context.TextOf(written)}`" : "any exception";
        var found = context.Report(raise.Span, context.TextOf(type), caught.AsSpan().IndexOfAny('\r', '\n') < 0 ? caught : "another exception");
        ExceptionPath.Start(found, (TryStatement)handler.Parent!)
            .Label(HandlerTypes.ClauseOf(handler, context.Text), "what this takes becomes the `__context__` of the new exception");
        if (CauseFix.NameFor(handler, context) is { } name && CauseFix.EditsFor(raise, handler, name, context) is { } edits)
        {
            found.Fix(FixSafety.Unsafe, handler.Name != null ? $"add `from {name}`" : $"catch it `as {name}` and add `from {name}`", edits);
        }
    }

    /// <summary>
    /// What is raised is an exception, even where a base of its class isn't known. That it is a class the model proves or, where it comes
    /// from elsewhere, its capital letter tells: what a function returns may have its cause already.
    /// </summary>
    private static bool MakesNew(Expr type, Expr raised, SemanticModel model)
    {
        var reference = model.ClassNamedBy(type);
        if (reference.IsUnknown)
        {
            var name = HandedOver.NameOf(type).TrimStart('_');
            return raised is Call && name.Length > 0 && char.IsUpper(name[0]) && !IsAllCapitals(name) && name is not ("SystemExit" or "SkipTest")
                && (model.QualifiedName(type) is not null || (type is Name written && IsSomeClass(written, model)));
        }

        return model.KnownName(type) is not ("unittest.SkipTest" or "unittest.case.SkipTest")
            && reference.Linearization.Contains("BaseException") != Answer.No
            && reference.Linearization.Contains("SystemExit") != Answer.Yes
            && !SetsCause(reference, model);
    }

    /// <summary>
    /// True for what only a star import can bind, a built-in included, and for what is a class or an import wherever the file binds it: which
    /// one it is doesn't matter, as long as none of them sets the cause.
    /// </summary>
    private static bool IsSomeClass(Name written, SemanticModel model)
    {
        if (model.SymbolOf(written) is not { } symbol)
        {
            return true;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind is not (BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom)
                || (binding.Node is ClassDef definition && (definition.Bases.Length != 1 || MentionsCause(definition, model))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllCapitals(string name) => name.AsSpan().IndexOfAnyInRange('a', 'z') < 0;

    private static bool SetsCause(ClassReference type, SemanticModel model)
    {
        foreach (var one in type.Linearization.Classes)
        {
            if (one.Source is { } source && (source.Model != model || MentionsCause(source.Node, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsCause(ClassDef definition, SemanticModel model)
    {
        foreach (var node in model.Tree.All<Attribute>(definition))
        {
            if (node is { Attr.Text: "__cause__" or "__suppress_context__" })
            {
                return true;
            }
        }

        return false;
    }
}
