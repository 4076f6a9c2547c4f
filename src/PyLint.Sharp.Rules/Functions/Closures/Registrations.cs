using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Closures;

/// <summary>Names by which functions say that they keep a function and call it later: those of GUI toolkits, event loops and executors.</summary>
internal static class Registrations
{
    private static readonly string[] Functions =
    [
        "add_callback", "add_done_callback", "add_handler", "add_job", "add_listener", "after", "after_idle", "addCleanup", "bind", "call_at", "call_later",
        "call_soon", "call_soon_threadsafe", "connect", "enter", "enterabs", "on", "once", "register", "run_in_executor", "schedule", "submit", "subscribe",
    ];

    private static readonly string[] Keywords = ["callback", "command", "handler", "target"];

    /// <summary>True when the closure is an argument of such a call, or of a parameter with such a name.</summary>
    public static bool IsOne(Call call, Node closure)
    {
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Contains(closure) && keyword.Name is { Text: var name })
            {
                return Array.IndexOf(Keywords, name) >= 0 || name.StartsWith("on_", StringComparison.Ordinal);
            }
        }

        return call.Func is Attribute method && Array.IndexOf(Functions, method.Attr.Text) >= 0;
    }
}
