namespace PyLint.Sharp.Cli.Completions;

/// <summary>
/// The scripts that teach shells to complete command lines. They hold nothing but words of ours, so nothing needs quoting, and start no
/// program: what is offered is there at once.
/// </summary>
/// <remarks>
/// All do the same, each in its shell's way. The words before the cursor tell the verb, whether an option waits for its value, and which
/// argument it is. That gives a kind of value, or the options. Of the word at the cursor, what stands before a separator or a comma stays.
/// </remarks>
internal static class CompletionScripts
{
    /// <summary>The shells, and how the script of each is made.</summary>
    public static IReadOnlyDictionary<string, Func<CompletionTable, string>> ByShell { get; } =
        new SortedDictionary<string, Func<CompletionTable, string>>(StringComparer.Ordinal)
        {
            ["bash"] = BashScript.Of,
            ["fish"] = FishScript.Of,
            ["pwsh"] = PowerShellScript.Of,
            ["zsh"] = ZshScript.Of,
        };
}
