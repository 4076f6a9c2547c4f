using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// The outermost code of a program, of a thread or of a request: whoever called it can't handle a failure, so that it must end here.
/// </summary>
internal static class Boundary
{
    private static readonly string[] Mains = ["main", "_main", "__main__", "amain", "async_main", "main_async", "run_main"];

    /// <summary>The last name of decorators that hand the function to a framework, which calls it for each request, command or event.</summary>
    private static readonly string[] Registrars =
    [
        "route", "get", "post", "put", "patch", "delete", "head", "options", "websocket", "api_view", "action", "view_config", "middleware",
        "errorhandler", "exception_handler", "before_request", "after_request", "teardown_request", "command", "group", "callback", "task", "shared_task",
        "event", "on_event", "on", "listen", "listener", "listens_for", "receiver", "subscribe", "consumer", "handler", "message_handler", "tool", "job",
        "scheduled_job", "cronjob", "hook", "register", "agent", "rpc",
    ];

    /// <summary>Functions whose argument is called by somebody else: a thread, a pool, an event loop, a timer.</summary>
    private static readonly string[] Starters =
    [
        "Thread", "Process", "Timer", "submit", "apply_async", "run_in_executor", "to_thread", "start_new_thread", "create_task", "ensure_future", "call_soon",
        "call_later", "call_soon_threadsafe", "add_done_callback", "register", "signal", "add_handler", "after", "schedule", "do", "subscribe",
    ];

    private static readonly string[] HandlerWords = ["worker", "thread", "daemon", "handle", "handler", "callback", "hook", "excepthook", "on", "task", "background"];
    private static readonly string[] LoopWords = ["loop", "serve", "server", "listen", "listener", "poll", "watch", "consume", "consumer", "monitor", "scheduler", "forever", "repl"];

    /// <summary>True in code that is such a place, not in what it calls.</summary>
    public static bool Holds(Node node, SemanticModel model)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case FunctionDefinition function:
                    return Is(function, node, model);
                case ClassDef or Lambda:
                    return false;
                case If guard when IsMainGuard(guard):
                    return true;
            }
        }

        return false;
    }

    /// <summary>True for <c>if __name__ == "__main__":</c>.</summary>
    public static bool IsMainGuard(If statement) =>
        statement.Test is Compare { Left: Name { Id: "__name__" }, Ops: [CompareOperator.Eq], Comparators: [Constant { Value: "__main__" }] }
            or Compare { Left: Constant { Value: "__main__" }, Ops: [CompareOperator.Eq], Comparators: [Name { Id: "__name__" }] };

    private static bool Is(FunctionDefinition function, Node inside, SemanticModel model)
    {
        var name = function.Name.Text;
        return Array.IndexOf(Mains, name) >= 0
            || (name.Length > 3 && name.StartsWith("do_", StringComparison.Ordinal) && char.IsUpper(name[3]))
            || HasWord(name, HandlerWords)
            || (HasWord(name, LoopWords) && IsInWhile(inside, function))
            || (name == "run" && HasBase(function, "Thread", "Process", "Runnable"))
            || (IsOfShell(name) && HasBase(function, "Cmd"))
            || IsRegistered(function)
            || IsStarted(function, model);
    }

    /// <summary>True when one of the words stands between the underscores of a name, or before its first capital: <c>handleError</c>.</summary>
    private static bool HasWord(string name, string[] words)
    {
        var capital = name.AsSpan().IndexOfAnyInRange('A', 'Z');
        foreach (var part in name.AsSpan().Split('_'))
        {
            foreach (var word in words)
            {
                if (name.AsSpan()[part].SequenceEqual(word) || (capital > 0 && name.AsSpan()[..capital].SequenceEqual(word)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsInWhile(Node inside, FunctionDefinition function) => inside.Ancestor<While>() is { } loop && function.Contains(loop);

    /// <summary>What <c>cmd.Cmd</c> calls for each line that the user types, and for each tabulator.</summary>
    private static bool IsOfShell(string name) =>
        name.StartsWith("do_", StringComparison.Ordinal) || name.StartsWith("complete", StringComparison.Ordinal) || name.StartsWith("_complete", StringComparison.Ordinal)
        || name is "default" or "onecmd";

    private static bool HasBase(FunctionDefinition function, params ReadOnlySpan<string> ends)
    {
        if (function.Parent is not ClassDef owner)
        {
            return false;
        }

        foreach (var parent in owner.Bases)
        {
            foreach (var end in ends)
            {
                if (HandedOver.NameOf(parent).EndsWith(end, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsRegistered(FunctionDefinition function)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (Array.IndexOf(Registrars, HandedOver.NameOf(decorator is Call call ? call.Func : decorator)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the main guard does nothing but call the function, or when it is given to a thread, a pool or an event loop.</summary>
    private static bool IsStarted(FunctionDefinition function, SemanticModel model)
    {
        if (function.Parent is ClassDef || model.ScopeOf(function).OwnSymbol(function.Name.Text) is not { } symbol)
        {
            return false;
        }

        foreach (var reference in symbol.References)
        {
            if (IsGivenAway(reference) || IsWholeGuard(reference))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGivenAway(Name reference)
    {
        var given = reference.Parent is Call { Func: var callee } started && callee == reference ? started : (Expr)reference;
        return given.Parent switch
        {
            Keyword { Name.Text: "target" or "command" } => given == reference,
            Call call => call.Func != given && Array.IndexOf(Starters, HandedOver.NameOf(call.Func)) >= 0,
            _ => false,
        };
    }

    private static bool IsWholeGuard(Name reference)
    {
        Node around = reference;
        while (around.Parent is Expr or ExprStmt)
        {
            around = around.Parent;
        }

        return around is ExprStmt && around.Parent is If { Body.Length: 1 } guard && IsMainGuard(guard) && reference.Parent is Call { Parent: not Attribute };
    }
}
