using System.Text;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>The scripts that teach shells to complete command lines. They hold nothing but words of ours, so nothing needs quoting.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells, and how the script of each is made.</summary>
    public static IReadOnlyDictionary<string, Func<CompletionWords, string>> ByShell { get; } =
        new SortedDictionary<string, Func<CompletionWords, string>>(StringComparer.Ordinal)
        {
            ["bash"] = Bash,
            ["fish"] = Fish,
            ["pwsh"] = PowerShell,
            ["zsh"] = Zsh,
        };

    private static string Bash(CompletionWords words) => $$"""
        # bash completion of pylint-sharp: eval "$(pylint-sharp completions bash)"
        _pylint_sharp() {
            local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=check word
            for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case $word in {{Join("|", words.Options.Keys)}}) verb=$word; break;; esac
            done
            case $prev in {{Join("|", CompletionWords.RuleOptions)}}|explain)
                COMPREPLY=($(compgen -W "{{Join(" ", words.Rules)}}" -- "$cur")); return;;
            esac
            case $cur in
            -*)
                case $verb in
        {{Lines(words, (verb, options) => $"        {verb}) COMPREPLY=($(compgen -W \"{Join(" ", options)}\" -- \"$cur\"));;")}}
                esac;;
            *)
                COMPREPLY=($(compgen -f -- "$cur"))
                if ((COMP_CWORD == 1)); then COMPREPLY+=($(compgen -W "{{Join(" ", words.Options.Keys)}}" -- "$cur")); fi;;
            esac
        }
        complete -o filenames -F _pylint_sharp pylint-sharp

        """;

    private static string Zsh(CompletionWords words) => $$"""
        #compdef pylint-sharp
        # zsh completion of pylint-sharp: eval "$(pylint-sharp completions zsh)"
        _pylint_sharp() {
            local verb=check word
            for word in "${words[@]:1:$((CURRENT-2))}"; do
                case $word in {{Join("|", words.Options.Keys)}}) verb=$word; break;; esac
            done
            case ${words[CURRENT-1]} in {{Join("|", CompletionWords.RuleOptions)}}|explain)
                compadd -- {{Join(" ", words.Rules)}}; return;;
            esac
            case $PREFIX in
            -*)
                case $verb in
        {{Lines(words, (verb, options) => $"        {verb}) compadd -- {Join(" ", options)};;")}}
                esac;;
            *)
                _files
                if ((CURRENT == 2)); then compadd -- {{Join(" ", words.Options.Keys)}}; fi;;
            esac
        }
        compdef _pylint_sharp pylint-sharp

        """;

    private static string Fish(CompletionWords words) => $$"""
        # fish completion of pylint-sharp: pylint-sharp completions fish | source
        complete -c pylint-sharp -n __fish_use_subcommand -a '{{Join(" ", words.Options.Keys)}}'
        complete -c pylint-sharp -n '__fish_seen_subcommand_from explain' -f -a '{{Join(" ", words.Rules)}}'
        {{Lines(words, (verb, options) => Join("\n", options.Select(option => FishOption(words, verb, option))))}}

        """;

    private static string FishOption(CompletionWords words, string verb, string option)
    {
        // Without a verb the options are those of check.
        var condition = verb == "check" ? $"not __fish_seen_subcommand_from {Join(" ", words.Options.Keys.Where(other => other != verb))}" : $"__fish_seen_subcommand_from {verb}";
        var values = CompletionWords.RuleOptions.Contains(option) ? $" -x -a '{Join(" ", words.Rules)}'" : "";
        return $"complete -c pylint-sharp -n '{condition}' -l {option[2..]}{values}";
    }

    private static string PowerShell(CompletionWords words) => $$"""
        # PowerShell completion of pylint-sharp: pylint-sharp completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName pylint-sharp -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $options = @{
        {{Lines(words, (verb, options) => $"        '{verb}' = @({Join(", ", options.Select(option => $"'{option}'"))})")}}
            }
            $rules = @({{Join(", ", words.Rules.Select(rule => $"'{rule}'"))}})
            $elements = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
            $verb = @($elements | Where-Object { $options.ContainsKey($_) } | Select-Object -First 1) + 'check' | Select-Object -First 1
            $before = @($elements | Where-Object { $_ -ne $wordToComplete })
            $found = if ($before.Count -gt 0 -and @({{Join(", ", CompletionWords.RuleOptions.Append("explain").Select(option => $"'{option}'"))}}) -contains $before[-1]) { $rules }
                elseif ($wordToComplete.StartsWith('-')) { $options[$verb] }
                elseif ($before.Count -eq 0) { $options.Keys }
            $found | Where-Object { $_.StartsWith($wordToComplete) } | Sort-Object | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;

    private static string Join(string separator, IEnumerable<string> words) => string.Join(separator, words);

    /// <summary>What each verb with options contributes, without the last line end.</summary>
    private static string Lines(CompletionWords words, Func<string, IReadOnlyList<string>, string> line)
    {
        var lines = new StringBuilder();
        foreach (var (verb, options) in words.Options)
        {
            if (options.Count > 0)
            {
                lines.Append(lines.Length > 0 ? "\n" : "").Append(line(verb, options));
            }
        }

        return lines.ToString();
    }
}
