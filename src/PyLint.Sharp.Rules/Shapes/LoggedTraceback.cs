using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Handlers that record the exception with its traceback, so that a failure can be found later.</summary>
internal static class LoggedTraceback
{
    /// <summary>Of <c>traceback</c> and its like, and the caller's own: the names are unmistakable, however they were imported.</summary>
    private static readonly string[] Tracers =
        ["print_exc", "print_exception", "print_last", "format_exc", "format_exception", "format_tb", "print_tb", "exc_info", "excepthook", "TracebackException", "onerror", "on_error"];

    /// <summary>What frameworks and services call the function that takes note of the exception which is being handled.</summary>
    public static ImmutableArray<string> Reporters { get; } =
    [
        "capture_exception", "report_exception", "log_exception", "handle_error", "handleError", "call_exception_handler", "notify_exception", "record_exception",
    ];

    /// <summary>True when the handler calls one of these.</summary>
    public static bool IsReported(ExceptHandler handler)
    {
        foreach (var call in handler.Tree.All<Call>(handler))
        {
            if (Reporters.Contains(HandedOver.NameOf(call.Func)))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="handler">The handler.</param>
    /// <param name="reporters">Further functions that do it.</param>
    public static bool By(ExceptHandler handler, ImmutableArray<string> reporters)
    {
        foreach (var call in handler.Tree.All<Call>(handler))
        {
            if (Records(call, reporters))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Records(Call call, ImmutableArray<string> reporters)
    {
        var name = HandedOver.NameOf(call.Func);
        if (Array.IndexOf(Tracers, name) >= 0 || (!reporters.IsDefault && reporters.Contains(name)))
        {
            return true;
        }

        // A future's `exception()` takes no message; a logger's does, and a function of the program's own names what it is for.
        return (name == "exception" ? !call.Args.IsEmpty : name.Contains("_exception", StringComparison.Ordinal) || name.Contains("traceback", StringComparison.Ordinal) || name.EndsWith("_exc", StringComparison.Ordinal))
            || HasTraceback(call, name);
    }

    /// <summary>True for <c>exc_info=True</c> of a logger, <c>exception=error</c> of loguru's <c>opt</c>.</summary>
    private static bool HasTraceback(Call call, string name)
    {
        foreach (var keyword in call.Keywords)
        {
            var isAsked = keyword.Name?.Text == "exc_info" || (name == "opt" && keyword.Name?.Text == "exception");
            if (isAsked && keyword.Value is not Constant { Value: null or false })
            {
                return true;
            }
        }

        return false;
    }
}
