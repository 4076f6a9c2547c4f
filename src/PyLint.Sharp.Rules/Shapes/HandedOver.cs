using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Handlers that give the exception to somebody who will raise it: another thread, a future, the caller.</summary>
internal static class HandedOver
{
    private static readonly string[] Takers = ["set_exception", "put", "put_nowait", "append", "send", "throw", "submit", "call_soon_threadsafe", "__exit__", "exc_info"];

    /// <summary>
    /// True when the caught exception, or what <c>sys.exc_info()</c> tells of it, is stored, returned or given to a method that keeps
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

    private static bool IsTaker(Expr callee)
    {
        var name = callee switch { Attribute attribute => attribute.Attr.Text, Name variable => variable.Id, _ => "" };
        return Array.IndexOf(Takers, name) >= 0 || name.Contains("reraise", StringComparison.Ordinal) || name.Contains("re_raise", StringComparison.Ordinal);
    }

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
            or Compare { Ops: [CompareOperator.Is or CompareOperator.IsNot] };
    }
}
