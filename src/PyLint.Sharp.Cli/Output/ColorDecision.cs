namespace PyLint.Sharp.Cli.Output;

/// <summary>Whether output is coloured, asked in the order that terminals and their users have agreed on.</summary>
internal static class ColorDecision
{
    /// <summary>Decides for <c>--color auto</c>.</summary>
    public static bool Decide(Func<string, string?> environment, bool isTerminal)
    {
        if (IsSet("NO_COLOR"))
        {
            return false;
        }

        if (IsSet("FORCE_COLOR"))
        {
            return environment("FORCE_COLOR") is not ("0" or "false");
        }

        if (IsSet("CLICOLOR_FORCE") && environment("CLICOLOR_FORCE") != "0")
        {
            return true;
        }

        var isUnwanted = environment("CLICOLOR") == "0" || environment("TERM") == "dumb" || IsSet("GITHUB_ACTIONS") || IsSet("GITLAB_CI");
        return isTerminal && !isUnwanted;

        bool IsSet(string name) => !string.IsNullOrEmpty(environment(name));
    }
}
