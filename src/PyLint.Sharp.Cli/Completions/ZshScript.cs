namespace PyLint.Sharp.Cli.Completions;

/// <summary>Completion for zsh: to be evaluated behind <c>compinit</c>, or kept as a file <c>_pylint-sharp</c> in <c>fpath</c>.</summary>
internal static class ZshScript
{
    public static string Of(CompletionTable table) => $$"""
        #compdef pylint-sharp
        # zsh completion of pylint-sharp: eval "$(pylint-sharp completions zsh)"
        {{PosixTable.Functions(table)}}
        _pylint-sharp() {
            local verb=check value= dashes= word paths= list= separator= behind=
            local -i index=0 i
            local -a offered
            for ((i = 2; i < CURRENT; i++)); do
                word=${words[i]}
                if [[ -n $value ]]; then value=; continue; fi
                if ((i == 2)); then case $word in ({{PosixTable.Verbs(table)}}) verb=$word; continue;; esac; fi
                if [[ -z $dashes && $word == -- ]]; then dashes=1
                elif [[ -z $dashes && $word == -* ]]; then _pylint_sharp_option $verb $word
                else index+=1; fi
            done
            if [[ -n $value ]]; then
                _pylint_sharp_value $value
            elif [[ -z $dashes && $PREFIX == --*=* ]]; then
                _pylint_sharp_option $verb ${PREFIX%%=*}
                compset -P 1 '*='
                _pylint_sharp_value $value
            elif [[ -z $dashes && $PREFIX == -* ]]; then
                case $verb in
        {{PosixTable.Options(table)}}
                esac
            else
                case "$verb $index" in
        {{PosixTable.ArgumentValues(table)}}
                esac
                _pylint_sharp_value $value
                if ((CURRENT == 2)); then offered+=({{PosixTable.Verbs(table).Replace('|', ' ')}}); fi
            fi
            if [[ -n $separator && $PREFIX == *$separator* ]]; then
                compset -P 1 "*$separator"
                _pylint_sharp_value $behind
            fi
            if [[ -n $list ]]; then compset -P '*,'; fi
            local -i found=1
            if (($#offered)); then
                # A word that ends with its separator is followed by no blank.
                compadd -- ${offered:#*=} && found=0
                compadd -S '' -- ${(M)offered:#*=} && found=0
            fi
            case $paths in
                (files) _files && found=0;;
                (folders) _files -/ && found=0;;
            esac
            return found
        }
        if [[ $funcstack[1] == _pylint-sharp ]]; then _pylint-sharp "$@"; else compdef _pylint-sharp pylint-sharp; fi

        """;
}
