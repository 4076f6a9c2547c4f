namespace PyLint.Sharp.Cli.Tests.Completions;

/// <summary>Asks installed shells what they offer. Bash and zsh complete only on a terminal, which <c>script</c> makes for them.</summary>
internal static class Shells
{
    /// <summary>What a shell offers at the end of each line, in the order of the lines.</summary>
    /// <param name="shell">Its name, as <c>completions</c> takes it.</param>
    /// <param name="folder">Where it runs; it holds the script as <c>.script.SHELL</c>, as hidden as all that is not to be offered.</param>
    /// <param name="cases">The lines.</param>
    public static List<string[]> Ask(string shell, string folder, IReadOnlyList<CompletionCase> cases) => shell switch
    {
        "bash" => AskBash(folder, cases),
        "zsh" => AskZsh(folder, cases),
        "fish" => AskFish(folder, cases),
        _ => AskPowerShell(folder, cases),
    };

    /// <summary>What all completions make of the line when they are inserted, as a command gets it: quoting is bash's affair.</summary>
    private static List<string[]> AskBash(string folder, IReadOnlyList<CompletionCase> cases)
    {
        Processes.Require("bash", "--version");
        const string Start = "PS1=; source .script.bash; pylint-sharp() { printf '%s\\t' \"$@\" >>.offered; echo >>.offered; }\n";
        OnTerminal("bash --norc --noprofile -i", folder, Start + string.Concat(cases.Select(line => $"{line.Line}\e*\n")) + "exit\n");
        var lines = File.ReadAllLines(Path.Combine(folder, ".offered"));
        lines.Should().HaveSameCount(cases);
        return [.. cases.Zip(lines, (asked, line) =>
        {
            var behind = line.Split('\t', StringSplitOptions.RemoveEmptyEntries).Skip(asked.Before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).ToArray();
            return behind is [var only] && only == asked.Typed ? [] : behind;
        })];
    }

    /// <summary>What reaches <c>compadd</c> and matches.</summary>
    private static List<string[]> AskZsh(string folder, IReadOnlyList<CompletionCase> cases)
    {
        Processes.Require("zsh", "--version");
        File.WriteAllText(Path.Combine(folder, ".start.zsh"), """
            PS1=
            exec 3>.offered
            autoload -Uz compinit && compinit -u -D
            source .script.zsh
            compadd() {
                local hit; local -a hits
                if [[ -z ${(M)@:#-[OAD]} ]]; then
                    builtin compadd -A hits "$@"
                    for hit in $hits; do print -rn -- "$IPREFIX$hit"$'\t' >&3; done
                fi
                builtin compadd "$@"
            }
            offer() { _main_complete; print >&3; compstate[insert]= compstate[list]= }
            zle -C offer complete-word offer
            bindkey '^X' offer
            bindkey '^G' kill-whole-line
            """);
        OnTerminal("zsh -f -i", folder, "source .start.zsh\n" + string.Concat(cases.Select(line => $"{line.Line}\x18\a")) + "exit\n");
        var lines = File.ReadAllLines(Path.Combine(folder, ".offered"));
        lines.Should().HaveSameCount(cases);
        return [.. lines.Select(line => line.Split('\t', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static List<string[]> AskFish(string folder, IReadOnlyList<CompletionCase> cases)
    {
        Processes.Require("fish", "--version");
        const string Script = "source .script.fish; for line in $argv; for word in (complete -C $line); printf '%s\\n' (string split -f 1 \\t -- $word); end; echo; end";
        return Groups(Run("fish", ["--no-config", "-c", Script, .. cases.Select(line => line.Line)], folder, ""), cases.Count);
    }

    private static List<string[]> AskPowerShell(string folder, IReadOnlyList<CompletionCase> cases)
    {
        Processes.Require("pwsh", "-Version");
        File.WriteAllText(Path.Combine(folder, ".ask.ps1"), """
            Invoke-Expression (Get-Content -Raw .script.pwsh)
            foreach ($line in $args) {
                [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches | ForEach-Object { $_.CompletionText }
                ''
            }
            """);
        return Groups(Run("pwsh", ["-NoProfile", "-File", ".ask.ps1", .. cases.Select(line => line.Line)], folder, ""), cases.Count);
    }

    private static List<string[]> Groups(string output, int count)
    {
        var (found, offers) = (new List<string[]>(), new List<string>());
        foreach (var line in output.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                offers.Add(line);
            }
            else if (found.Count < count)
            {
                found.Add([.. offers]);
                offers.Clear();
            }
        }

        return found;
    }

    private static void OnTerminal(string command, string folder, string typed)
    {
        Processes.Require("script", "--version");
        Run("script", ["-qec", command, "/dev/null"], folder, typed);
    }

    private static string Run(string command, IEnumerable<string> args, string folder, string input) =>
        Processes.Run(command, args, folder, input, ("HOME", folder), ("TERM", "xterm"), ("INPUTRC", "/dev/null")).Output;
}
