using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using Library = PyLint.Sharp.Semantics.Knowledge.StandardLibrary;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Which places of the body of a <c>try</c> its handlers may be meant for.</summary>
internal readonly struct FailureSources
{
    private static readonly (string Exception, string[] Words)[] WordsOfCallees =
    [
        ("ValueError", ["parse", "conv", "decode", "load", "from", "int", "float", "num", "valid", "check", "index", "remove", "date", "read", "split", "pack", "get", "set", "make", "create", "build", "to_"]),
        ("LookupError", ["pop", "remove", "lookup", "find", "index", "select", "get", "item", "key", "resolve", "load", "del", "format"]),
        ("OSError",
        [
            "open", "read", "write", "close", "send", "recv", "connect", "load", "save", "dump", "stat", "exist", "dir", "remove", "unlink", "copy", "move", "flush", "seek", "listen",
            "bind", "accept", "request", "get", "post", "run", "exec", "call", "fetch", "load", "sock", "file", "path", "spawn", "start", "log", "create", "make", "touch", "term", "proc",
        ]),
        ("ZeroDivisionError", ["div", "mean", "avg", "average", "ratio", "rate", "percent", "calc", "comp"]),
        ("ImportError", ["import", "load", "module"]),
        ("StopIteration", ["next", "send"]),
        ("EOFError", ["input", "read", "recv", "load", "ask", "prompt"]),
    ];

    private FailureSources(ExpectedFailure? only, bool isCertain) => (Only, IsCertain) = (only, isCertain);

    /// <summary>The one place that raises what is caught in a well-known way; null where there are none or several.</summary>
    public ExpectedFailure? Only { get; }

    /// <summary>False when something else may raise it as well, for all that its name says.</summary>
    public bool IsCertain { get; }

    public static FailureSources Of(TryStatement attempt, SemanticModel model)
    {
        var (only, isCertain) = (default(ExpectedFailure?), true);
        foreach (var statement in attempt.Body)
        {
            foreach (var node in model.Tree.Subtree(statement))
            {
                if (model.ScopeOf(node) != model.ScopeOf(attempt))
                {
                    isCertain &= node is not (GeneratorExp or ListComp);
                    continue;
                }

                if (SourceAt(node, model) is { } failure && IsCaught(failure.Exception, attempt, model))
                {
                    isCertain &= only is null;
                    only ??= failure;
                }
                else
                {
                    isCertain &= !IsPlausible(node, attempt, model);
                }
            }
        }

        return new FailureSources(only, isCertain);
    }

    /// <summary>True when a handler names exactly this, a part of it or what it is a part of, and not more.</summary>
    public static bool IsCaught(string exception, TryStatement attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            foreach (var type in HandlerTypes.Of(handler))
            {
                var isPart = exception is "OSError" or "LookupError" && model.IsExceptionSubclass(type, exception) == Answer.Yes;
                if (isPart || model.Catches(type, exception) == Answer.Yes)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ExpectedFailure? SourceAt(Node node, SemanticModel model) => node switch
    {
        BinOp { Op: BinaryOperator.Div or BinaryOperator.FloorDiv or BinaryOperator.Mod, Right: not Constant, Left: not (Constant { Value: string } or JoinedStr) } =>
            new ExpectedFailure(node, "ZeroDivisionError", "the divisor is zero"),
        _ => ExpectedFailure.Of(node, model),
    };

    private static bool IsPlausible(Node node, TryStatement attempt, SemanticModel model) => node switch
    {
        Raise or YieldFrom or Await or Yield => true,
        Assign { Targets: [Tuple or List, ..], Value: not Tuple } => IsCaught("ValueError", attempt, model),
        For { Target: Tuple } or Comprehension { Target: Tuple } => IsCaught("ValueError", attempt, model),
        Subscript { Ctx: not ExprContext.Store } => IsCaught("LookupError", attempt, model),
        WithItem => true,
        Call call => IsPlausible(call, attempt, model),
        _ => false,
    };

    private static bool IsPlausible(Call call, TryStatement attempt, SemanticModel model)
    {
        if (model.KnownName(call.Func) is { } known)
        {
            foreach (var exception in Library.RaisesOf(known))
            {
                if (exception != "TypeError" && IsCaught(exception, attempt, model))
                {
                    return true;
                }
            }

            if (model.IsBuiltin(call.Func))
            {
                return false;
            }
        }

        if (model.BindingOf(call).Callee is { Node: FunctionDefinition function })
        {
            return MayRaise(function, attempt, model);
        }

        var name = HandedOver.NameOf(call.Func);
        foreach (var (exception, words) in WordsOfCallees)
        {
            if (IsCaught(exception, attempt, model) && (name.Length == 0 || char.IsUpper(name[0]) || HasWord(name, words)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the function itself holds a place that raises what is caught, or any call: it isn't followed further.</summary>
    private static bool MayRaise(FunctionDefinition function, TryStatement attempt, SemanticModel model)
    {
        foreach (var node in model.Tree.Subtree(function))
        {
            if (node is Raise or Subscript or WithItem
                || (node is Call call && !(model.IsBuiltin(call.Func) && HandedOver.NameOf(call.Func) is "print" or "len" or "str" or "isinstance" or "range"))
                || (SourceAt(node, model) is { } failure && IsCaught(failure.Exception, attempt, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
