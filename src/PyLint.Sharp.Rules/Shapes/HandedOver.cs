using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Handlers that give the exception to somebody who will raise it: another thread, a future, the caller.</summary>
internal static class HandedOver
{
    /// <summary>What only shows an exception or asks about it.</summary>
    private static readonly string[] Showers =
    [
        "print", "pprint", "str", "repr", "format", "type", "isinstance", "issubclass", "len", "bool", "getattr", "hasattr", "dir", "vars", "id",
        "write", "log", "debug", "info", "warn", "warning", "error", "critical", "exception", "fatal", "print_exception", "format_exception", "echo",
    ];

    /// <summary>What takes the exception, named or not.</summary>
    private static readonly string[] Raisers = ["set_exception", "throw", "__exit__", "exc_info", "fail"];

    /// <summary>What may carry word of it to somebody else.</summary>
    private static readonly string[] Carriers = ["put", "put_nowait", "append", "send", "submit", "call_soon_threadsafe"];

    /// <summary>
    /// True when the caught exception, or what <c>sys.exc_info()</c> tells of it, is stored, returned, given to a function that may keep
    /// it, wrapped with its traceback or asked who it is, or when something is called that says by its name that it raises again.
    /// Printing and logging don't count.
    /// </summary>
    public static bool By(ExceptHandler handler) => Is(handler, isWordEnough: true);

    /// <summary>The same, but the exception itself must go: that an error list gets a word of it is not enough.</summary>
    public static bool Whole(ExceptHandler handler) => Is(handler, isWordEnough: false);

    private static bool Is(ExceptHandler handler, bool isWordEnough)
    {
        var name = handler.Name?.Text;
        foreach (var node in handler.Tree.Subtree(handler))
        {
            if (node is Call call && (IsTaker(call.Func) || (isWordEnough && Array.IndexOf(Carriers, NameOf(call.Func)) >= 0)))
            {
                return true;
            }

            if (node is Name { Ctx: ExprContext.Load } used && used.Id == name && IsKept(used))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for what says by its name that it raises the exception again, like <c>save_and_reraise_exception</c> of oslo.</summary>
    public static bool RaisesAgain(Expr callee)
    {
        var name = NameOf(callee);
        return name.Contains("reraise", StringComparison.Ordinal) || name.Contains("re_raise", StringComparison.Ordinal);
    }

    private static bool IsTaker(Expr callee) => Array.IndexOf(Raisers, NameOf(callee)) >= 0 || RaisesAgain(callee);

    /// <summary>The last name of what is called.</summary>
    public static string NameOf(Expr callee) => callee switch { Attribute attribute => attribute.Attr.Text, Name variable => variable.Id, _ => "" };

    /// <summary>True for a name whose value goes on as it is, alone or in a tuple or list.</summary>
    public static bool IsKept(Name used)
    {
        Node inner = used;
        while (inner.Parent is Tuple or List)
        {
            inner = inner.Parent;
        }

        return inner.Parent is Assign or AnnAssign or Return or Yield or NamedExpr
            or Attribute { Attr.Text: "__traceback__" }
            || (inner.Parent is Call call && inner != call.Func && Array.IndexOf(Showers, NameOf(call.Func)) < 0)
            || inner.Parent is Keyword
            || inner.Parent is Compare { Ops: [CompareOperator.Is or CompareOperator.IsNot] };
    }
}
