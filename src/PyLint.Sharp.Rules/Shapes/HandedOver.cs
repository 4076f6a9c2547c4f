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

    private static readonly string[] Takers = ["set_exception", "put", "put_nowait", "append", "send", "throw", "submit", "call_soon_threadsafe", "__exit__", "exc_info", "fail"];

    /// <summary>
    /// True when the caught exception, or what <c>sys.exc_info()</c> tells of it, is stored, returned, given to a function that may keep
    /// it, wrapped with its traceback or asked who it is, or when something is called that says by its name that it raises again.
    /// Printing and logging don't count.
    /// </summary>
    public static bool By(ExceptHandler handler)
    {
        var name = handler.Name?.Text;
        foreach (var node in handler.Tree.Subtree(handler))
        {
            if (node is Call call && IsTaker(call.Func))
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

    private static bool IsTaker(Expr callee) => Array.IndexOf(Takers, NameOf(callee)) >= 0 || RaisesAgain(callee);

    private static string NameOf(Expr callee) => callee switch { Attribute attribute => attribute.Attr.Text, Name variable => variable.Id, _ => "" };

    /// <summary>True for a name whose value goes on as it is, alone or in a tuple or list.</summary>
    private static bool IsKept(Name used)
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
