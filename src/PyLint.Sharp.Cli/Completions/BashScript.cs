namespace PyLint.Sharp.Cli.Completions;

/// <summary>Completion for bash, from version 3.2 on, the one of macOS.</summary>
internal static class BashScript
{
    public static string Of(CompletionTable table) => $$"""
        # bash completion of pylint-sharp: eval "$(pylint-sharp completions bash)"
        {{PosixTable.Functions(table)}}
        _pylint_sharp() {
            local current=${COMP_WORDS[COMP_CWORD]} verb=check value= index=0 dashes= glued= word i
            local paths= list= separator= behind= text head prefix=
            local -a line offered
            line=() offered=() COMPREPLY=()
            # Bash cuts words at = and :, which here belong to them.
            for ((i = 1; i <= COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if ((${#line[@]})) && [[ -n $glued || $word =~ ^[=:]+$ ]]; then line[${#line[@]}-1]+=$word; else line+=("$word"); fi
                if [[ $word =~ ^[=:]+$ ]]; then glued=1; else glued=; fi
            done
            text=${line[${#line[@]}-1]}
            if [[ $current =~ ^[=:]+$ ]]; then head=$text; else head=${text%"$current"}; fi
            for ((i = 0; i < ${#line[@]} - 1; i++)); do
                word=${line[i]}
                if [[ -n $value ]]; then value=; continue; fi
                if ((i == 0)); then case $word in {{PosixTable.Verbs(table)}}) verb=$word; continue;; esac; fi
                if [[ -z $dashes && $word == -- ]]; then dashes=1
                elif [[ -z $dashes && $word == -* ]]; then _pylint_sharp_option "$verb" "$word"
                else index=$((index + 1)); fi
            done
            if [[ -n $value ]]; then
                _pylint_sharp_value "$value"
            elif [[ -z $dashes && $text == --*=* ]]; then
                _pylint_sharp_option "$verb" "${text%%=*}"
                prefix=${text%%=*}= text=${text#*=}
                _pylint_sharp_value "$value"
            elif [[ -z $dashes && $text == -* ]]; then
                case $verb in
        {{PosixTable.Options(table)}}
                esac
            else
                case "$verb $index" in
        {{PosixTable.ArgumentValues(table)}}
                esac
                _pylint_sharp_value "$value"
                if ((${#line[@]} == 1)); then offered+=({{PosixTable.Verbs(table).Replace('|', ' ')}}); fi
            fi
            if [[ -n $separator && $text == *"$separator"* ]]; then
                prefix+=${text%%"$separator"*}$separator text=${text#*"$separator"}
                _pylint_sharp_value "$behind"
            fi
            if [[ -n $list ]]; then word=${text##*,} prefix+=${text%"$word"} text=$word; fi
            for word in "${offered[@]}"; do
                if [[ $word == "$text"* ]]; then COMPREPLY+=("$prefix$word"); fi
            done
            # Where words of ours are all there is, the separator that ends one is followed by no blank.
            if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
            if [[ -n $paths ]]; then
                compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$prefix$word"); done < <(
                    if [[ $paths == folders ]]; then compgen -d -- "$text"; else compgen -f -- "$text"; fi)
            else
                compopt +o bashdefault +o default 2>/dev/null
            fi
            for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=${COMPREPLY[i]#"$head"}; done
        }
        # What bash itself completes counts where nothing is found: paths in quotes, with ~ or with variables.
        complete -o bashdefault -o default -F _pylint_sharp pylint-sharp

        """;
}
