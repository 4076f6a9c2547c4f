using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Calls that say by their name that they undo something, or that they only tell.</summary>
internal static class CleanUpWords
{
    /// <summary>Parts of the names of what undoes something.</summary>
    private static readonly string[] Undoing =
    [
        "close", "release", "shutdown", "stop", "unlink", "remove", "rmtree", "chdir", "restore", "reset", "pop", "clear", "join", "terminate", "kill", "cancel",
        "disconnect", "unlock", "give", "return", "cleanup", "clean_up", "teardown", "rollback", "roll_back", "unregister", "undo", "delete", "drop", "quit", "exit",
        "leave", "detach", "dispose", "free", "uninstall", "unpatch", "disable", "logout", "revert",
    ];

    private static readonly string[] Tellers = ["print", "debug", "info", "warning", "error", "log", "echo"];

    /// <summary>True for a call of something named for putting back what was opened, taken or changed.</summary>
    public static bool Undoes(Call call)
    {
        var name = HandedOver.NameOf(call.Func);
        foreach (var word in Undoing)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a call that prints or logs.</summary>
    public static bool Tells(Call call) => Array.IndexOf(Tellers, HandedOver.NameOf(call.Func)) >= 0;
}
