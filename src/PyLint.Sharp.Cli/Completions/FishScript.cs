using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>Completion for fish, from version 3.0 on.</summary>
internal static class FishScript
{
    public static string Of(CompletionTable table) => $$"""
        # fish completion of pylint-sharp: pylint-sharp completions fish | source
        # Prints the kind of an option's value: of which verb, which option.
        function __pylint_sharp_option
            switch "$argv[1] $argv[2]"
        {{OptionValues(table)}}
            end
        end
        # Prints the kind of an argument: of which verb, which one from 0 on.
        function __pylint_sharp_argument
            switch "$argv[1] $argv[2]"
        {{ArgumentValues(table)}}
            end
        end
        # Prints what is offered: of which kind, behind what, and what is typed of it.
        function __pylint_sharp_offer
            set -l prefix "$argv[2]"
            set -l text "$argv[3]"
            switch "$argv[1]"
        {{Values(table)}}
            end
        end
        function __pylint_sharp
            set -l words (commandline -opc)
            set -l text (commandline -ct)
            set -g __pylint_sharp_paths
            set -l verb check
            set -l index 0
            set -l value
            set -l dashes
            set -e words[1]
            set -l place (count $words)
            if contains -- "$words[1]" {{Verbs(table)}}
                set verb $words[1]
                set -e words[1]
            end
            for word in $words
                if set -q value[1]
                    set value
                else if test -z "$dashes" -a "x$word" = x--
                    set dashes 1
                else if test -z "$dashes"; and string match -q -- '-*' "$word"
                    set value (__pylint_sharp_option $verb "$word")
                else
                    set index (math $index + 1)
                end
            end
            if set -q value[1]
                __pylint_sharp_offer $value '' "$text"
            else if test -z "$dashes"; and string match -q -- '--*=*' "$text"
                set -l parts (string split -m 1 = -- "$text")
                set value (__pylint_sharp_option $verb "$parts[1]")
                __pylint_sharp_offer "$value" "$parts[1]=" "$parts[2]"
            else if test -z "$dashes"; and string match -q -- '-*' "$text"
                switch $verb
        {{Options(table)}}
                end
            else
                test $place -eq 0; and printf '%s\n' {{Verbs(table)}}
                set value (__pylint_sharp_argument $verb $index)
                __pylint_sharp_offer "$value" '' "$text"
            end
        end
        complete -c pylint-sharp -e
        complete -c pylint-sharp -f -a '(__pylint_sharp)'
        complete -c pylint-sharp -n '__pylint_sharp >/dev/null; set -q __pylint_sharp_paths[1]' -F

        """;

    private static string Verbs(CompletionTable table) => string.Join(' ', table.Verbs.Select(verb => verb.Name));

    private static string OptionValues(CompletionTable table) => Lines(
        from verb in table.Verbs
        from option in verb.Options
        where option.Value is not null
        group $"'{verb.Name} {option.Name}'" by option.Value!.Number into sharing
        select $"        case {string.Join(' ', sharing)}\n            echo {sharing.Key}");

    private static string ArgumentValues(CompletionTable table) => Lines(
        from verb in table.Verbs
        from index in Enumerable.Range(0, verb.Arguments.Count)
        let which = index == verb.Arguments.Count - 1 ? "*" : $"{index}"
        select $"        case '{verb.Name} {which}'\n            echo {verb.Arguments[index].Number}");

    private static string Options(CompletionTable table) => Lines(
        from verb in table.Verbs
        where verb.Options.Count > 0
        select $"            case {verb.Name}\n                printf '%s\\n' {string.Join(' ', verb.LongOptions)}");

    private static string Values(CompletionTable table) => Lines(
        from value in table.Values
        let lines = LinesOf(value)
        where lines.Count > 0
        select $"        case {value.Number}\n{Lines(lines.Select(line => $"            {line}"))}");

    private static List<string> LinesOf(CompletionValue value)
    {
        var lines = new List<string>();
        if (value.Separator is { } separator)
        {
            lines.Add($"if string match -q -- '*{separator}*' \"$text\"");
            lines.Add($"    set -l parts (string split -m 1 {separator} -- \"$text\")");
            lines.Add($"    __pylint_sharp_offer {value.Behind!.Number} \"$prefix$parts[1]{separator}\" \"$parts[2]\"");
            lines.Add("    return");
            lines.Add("end");
        }

        if (value.IsList)
        {
            lines.Add("set prefix \"$prefix\"(string replace -r -- '[^,]*$' '' \"$text\")");
        }

        if (value.Words.Count > 0)
        {
            lines.Add($"for word in {string.Join(' ', value.Words)}; echo \"$prefix$word\"; end");
        }

        // Files are fish's own affair, which knows quotes and what they are behind a separator.
        switch (value.Paths)
        {
            case PathKind.Files:
                lines.Add("set -g __pylint_sharp_paths files");
                break;
            case PathKind.Folders:
                lines.Add("for path in (__fish_complete_directories \"$text\" ''); echo \"$prefix$path\"; end");
                break;
        }

        return lines;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
