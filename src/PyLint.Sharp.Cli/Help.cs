using PyLint.Sharp.Cli.Output;

namespace PyLint.Sharp.Cli;

/// <summary>The help texts. Written by hand: examples teach faster than a list that is made from the options.</summary>
internal static class Help
{
    public const string Overview = """
        pylint-sharp finds anti-patterns in Python code and explains them as an interviewer would.

        Usage: pylint-sharp [check] [PATH…]     check files and folders (what it does without a verb, too)
               pylint-sharp ast PATH…           the syntax trees as JSON, in the shape of Python's own `ast`
               pylint-sharp symbols PATH…       scopes and their names as JSON, in the shape of Python's own `symtable`
               pylint-sharp explain CODE|NAME   why a rule exists, better code, the interview question behind it
               pylint-sharp rules               all rules with area, level and fix
               pylint-sharp init                a file of settings to start from, each explained
               pylint-sharp config [KEY]        the settings that hold here, and who says so
               pylint-sharp baseline ACTION     the findings that are known, so that only new ones are reported
               pylint-sharp completions SHELL   the script that teaches bash, fish, pwsh or zsh to complete all this
               pylint-sharp version             the version
               pylint-sharp help VERB           the options of a verb

        Examples:
          pylint-sharp                          check the current folder
          pylint-sharp solution.py              check one file
          pylint-sharp explain PLS201           learn about a finding
          pylint-sharp check --select PLS2 src  only control flow and exceptions

        Exit codes: 0 nothing to complain about · 1 findings · 2 wrong command line, unreadable input or a defect

        """;

    public const string CheckShort = """
        Usage: pylint-sharp [check] [PATH…] [options]

        Checks Python files. PATH is a file, a folder or - for standard input; default: the current folder.

          --select RULES           run only these: codes, prefixes, names, codes of other linters, ALL
          --ignore RULES           leave these out
          --output-format F[:FILE] how the results are written
          --explain-level LEVEL    none, short (default), full: how much each finding explains
          --fix                    apply safe fixes to the files
          --diff                   show what --fix would change, as a patch
          --exit-zero              exit with 0 even when there are findings
          --help                   all options

        Examples:
          pylint-sharp src tests
          pylint-sharp check --select PLS2,shadowed-builtin --ignore E722 src

        Exit codes: 0 no warning and no error · 1 findings · 2 wrong command line, unreadable input or a defect

        """;

    public const string Check = """
        Usage: pylint-sharp [check] [PATH…] [options]

        Checks Python files. PATH is a file, a folder or - for standard input; default: the current folder.
        In folders: *.py, *.pyi, *.pyw and *.ipynb, without .git, .venv, build, node_modules and the like.

        Rules
          --select RULES           run only these: codes, prefixes, names, codes of other linters, ALL
          --extend-select RULES    run these too
          --ignore RULES           leave these out; of two selectors the more specific one decides
          --preview                let rules in preview run where codes, names or prefixes select them; neither ALL
                                   nor a profile does; --no-preview where a file says so
          --per-file-ignores PATTERN:RULES  leave these out in some files
          --severity RULE=LEVEL    error, warning or info for all findings of a rule
          --profile PROFILE        candidate (default), reviewer, teacher, all: what runs without --select
          --target-version VERSION py38 to py315: syntax that this Python lacks is an error (default: any)
        Configuration
          --config FILE|KEY=VALUE  use this file for everything, or set one key: lint.select='["PLS2"]'
          --isolated               use no configuration file
        Output
          --output-format F[:FILE] full (default), concise, grouped, json, jsonl, sarif, github, gitlab, junit,
                                   rdjson, checkstyle; several at once where all but one have a FILE; without it
                                   PYLINT_SHARP_OUTPUT_FORMAT of the environment counts, then the configuration
          -o, --output-file FILE   write the results to FILE; - is standard output (default)
          --explain-level LEVEL    none, short (default), full: each rule's whole page, once
          --max-diagnostics N      show the first N findings, in every format, and count the rest; none shows all
                                   (default: 100 for text in a terminal, else all); the exit code stays the same
          --sarif-max-results N    write the N most important results; none for all (default; GitHub shows 5000)
          --color WHEN             auto (default), always, never
          --width N                cells of a row (default: the terminal's, else 80)
        Fixing
          --fix                    apply safe fixes to the files; fixed standard input goes to standard output
          --unsafe-fixes           apply fixes too that may change what the program does or drop a comment
          --diff                   show what --fix would change, as a patch, and change nothing
          --fix-only               as --fix, but say nothing about what is left
          --show-fixes             tell what was fixed
          --fixable RULES          whose fixes are applied (default: all)
          --unfixable RULES        whose fixes are not
          --exit-non-zero-on-fix   exit with 1 when something was fixed
        Files
          --exclude PATTERNS       what is left out in folders, in the place of .git, .venv, build and the like
          --extend-exclude PATTERNS  what is left out too
          --include PATTERNS       what is Python in a folder, in the place of *.py, *.pyi, *.pyw and *.ipynb
          --extension EXT          files that end so are Python files too
          --no-respect-gitignore   don't ask .gitignore, .ignore and git's settings (--respect-gitignore does)
          --force-exclude          leave out named files too that would not be found (for pre-commit);
                                   --no-force-exclude where a file says so
          --follow-symlinks        enter linked folders, each once; --no-follow-symlinks where a file says so
          --files-from FILE        check the paths in FILE, one a line; - is standard input
          -0                       NUL ends a path in that list
          --stdin-filename PATH    the name that standard input is reported under
          --error-on-no-files      exit with 2 when there is nothing to check
        New code only
          --baseline FILE          leave out what this file of known findings has
          --new-only               the same with the nearest pylint-sharp-baseline.json
          --pass-on-stale-baseline do not fail when known findings are gone; without it the exit code is 1
          --since REV              findings on lines added or edited since a commit, branch or tag, and in files
                                   git doesn't track; --diff-base is the same. REV itself counts: for the point
                                   where a branch began use "$(git merge-base main HEAD)"
          --staged                 findings on lines that `git add` put into the next commit, as they are there
        Run
          --watch                  check again whenever something changes, until Ctrl-C or q
          -j, --jobs N             files at a time (default: one for each processor)
          --timeout-per-file SEC   give a file up after so many seconds; what the cache has costs no time
          --max-file-size SIZE     don't read longer files (default: 10M)
          --no-cache               check every file again, and keep nothing for the next run
          --cache-dir DIR          where findings are kept (default: .pylint-sharp-cache beside the configuration)
          --no-progress            don't tell on a terminal how far a long run is
          --timing                 say on standard error how long each rule took
          --ignore-suppressions    report what comments silence too, and count those comments (for exams)
          --fail-level LEVEL       error, warning (default), info, never: what makes the exit code 1
          --exit-zero              exit with 0 even when there are findings, but not when a file could not be checked
          -v, --verbose            say on standard error what happens and how long it takes
          -h                       the options that are used most
          --help                   this text

        RULES and PATTERNS are lists with commas, and options may be repeated. Of other options the last one counts.
        PATTERNS are held against names, and against paths seen from the current folder: `tests/data`, `*_pb2.py`.

        Examples:
          pylint-sharp src tests
          pylint-sharp check --select PLS2,shadowed-builtin --ignore E722 src
          pylint-sharp check --output-format jsonl -o findings.jsonl .
          cat solution.py | pylint-sharp check - --stdin-filename solution.py

        Exit codes: 0 no warning and no error · 1 findings · 2 wrong command line, unreadable input or a defect

        """;

    public const string Ast = """
        Usage: pylint-sharp ast PATH… [options]

        Prints the syntax tree of each file as one line of JSON: {"path": …, "tree": {…}}, with the names, fields and positions of
        Python's `ast` module. A file that is not Python gets {"path": …, "errors": [{"line": …, "column": …, "endLine": …,
        "endColumn": …, "message": …, "code": …}]} instead. The cells of a notebook are one program, and its lines are counted
        through. PATH is a file, a folder or - for standard input.

        Options
          --output-format FORMAT   jsonl, the only one
          -o, --output-file FILE   write to FILE; - is standard output (default)
          -j, --jobs N             files at a time (default: one for each processor)
          --config, --target-version, --exclude and the other options about files mean what they mean for check.
          -h, --help               this text

        Examples:
          pylint-sharp ast solution.py
          pylint-sharp ast src -o trees.jsonl

        Exit codes: 0 all files are Python · 1 some are not · 2 wrong command line, unreadable input or a defect

        """;

    public const string Symbols = """
        Usage: pylint-sharp symbols PATH… [options]

        Prints the scopes of each file as one line of JSON: {"path": …, "scope": {"type": …, "name": …, "line": …, "symbols":
        {NAME: [FLAG, …]}, "children": [scope, …]}}, with the flags of Python's `symtable` module: where a name is found (local, free,
        global_explicit, global_implicit), and what happens to it (assigned, referenced, parameter, imported, annotated, nonlocal).
        A file that is not Python gets {"path": …, "errors": […]} as from `ast`, and the cells of a notebook are one program, too.
        PATH is a file, a folder or - for standard input.

        Options
          --output-format FORMAT   jsonl, the only one
          -o, --output-file FILE   write to FILE; - is standard output (default)
          -j, --jobs N             files at a time (default: one for each processor)
          --config, --target-version, --exclude and the other options about files mean what they mean for check.
          -h, --help               this text

        Examples:
          pylint-sharp symbols solution.py
          pylint-sharp symbols src -o scopes.jsonl

        Exit codes: 0 all files are Python · 1 some are not · 2 wrong command line, unreadable input or a defect

        """;

    public const string Explain = """
        Usage: pylint-sharp explain CODE|NAME… [options]

        Explains rules: what they flag, why it matters, better code, and what an interviewer asks about it.
        Rules are named by code, by name, or as other linters call them.

        Options
          --all                    explain every rule
          --output-format FORMAT   text (default), md, json
          --color WHEN             auto (default), always, never
          --width N                cells of a row (default: the terminal's, else 80)
          -h, --help               this text

        Examples:
          pylint-sharp explain PLS201
          pylint-sharp explain bare-except shadowed-builtin
          pylint-sharp explain E722 --output-format md
          pylint-sharp explain --all --output-format json

        """;

    public const string Rules = """
        Usage: pylint-sharp rules [options]

        Lists the rules with area, level, fix, and whether they run unless they are selected; without selectors
        also what the engine itself has to say of files.

        Options
          --select RULES           only these: codes, prefixes, names, codes of other linters, ALL
          --ignore RULES           not these
          --output-format FORMAT   table (default), json, md
          --color WHEN             auto (default), always, never
          --width N                cells of a row (default: the terminal's, else 80)
          -h, --help               this text

        Examples:
          pylint-sharp rules
          pylint-sharp rules --select PLS2
          pylint-sharp rules --output-format json

        """;

    public const string Completions = """
        Usage: pylint-sharp completions SHELL

        Prints the script that teaches a shell (bash, fish, pwsh, zsh) to complete verbs, options, values and paths.

        Examples:
          eval "$(pylint-sharp completions bash)"                                  # in ~/.bashrc
          eval "$(pylint-sharp completions zsh)"                                   # in ~/.zshrc, below compinit
          pylint-sharp completions fish | source                                   # in config.fish
          pylint-sharp completions pwsh | Out-String | Invoke-Expression           # in $PROFILE

        """;

    public const string Config = """
        Usage: pylint-sharp config [KEY…] [options]
               pylint-sharp config --files [PATH…] [options]

        Shows settings, and who says so: a file, the command line, the profile, or nobody. KEY is one such as lint.select, a group
        of them such as lint or rules.PLS301, or nothing for all; a single key is explained too.

        The nearest of .pylint-sharp.toml, pylint-sharp.toml and pyproject.toml with a table [tool.pylint-sharp] counts, else
        pylint-sharp/pylint-sharp.toml in the user's configuration folder.

        Options
          --show-for PATH          the file or folder whose settings are shown (default: the current folder)
          --files                  list the files that would be checked, one a line, and no settings
          --output-format FORMAT   text (default), json
          -h, --help               this text
          --config, --isolated, --select and the other options about rules mean what they mean for check.

        Examples:
          pylint-sharp config
          pylint-sharp config lint.select
          pylint-sharp config --show-for src/app.py --output-format json

        """;

    public const string Init = """
        Usage: pylint-sharp init [options]

        Writes pylint-sharp.toml in the current folder, with every setting, what it does and its default as comments.

        Options
          --profile PROFILE        candidate (default), reviewer, teacher, all: what the file turns on
          --force                  write it where there is one already, which is lost
          -h, --help               this text

        Examples:
          pylint-sharp init
          pylint-sharp init --profile teacher

        """;

    public const string Baseline = """
        Usage: pylint-sharp baseline create|update|prune|show [PATH…] [options]

        Keeps the findings that are known in pylint-sharp-baseline.json, so that `check --new-only` reports the
        others. A known finding is known again when its code moves, is indented or changes its line; another file
        or rule makes it new. Commit the file.

          create                   record all findings; refuses where the file exists or syntax errors hide findings
          update                   record what is found now, and forget what is gone
          prune                    forget what is gone, and record nothing
          show                     list what is recorded

        Options
          --baseline FILE          the file (default: pylint-sharp-baseline.json here, or in the nearest folder above)
          -j, --jobs N             files at a time (default: one for each processor)
          --no-cache, --cache-dir  as for check
          -h, --help               this text
          --config, --isolated, --select and the other options about rules mean what they mean for check.

        Examples:
          pylint-sharp baseline create
          pylint-sharp check --new-only
          pylint-sharp baseline prune src

        Exit codes: 0 done · 1 pruned, but not what there is of files that met a limit · 2 nothing was written

        """;

    public const string Version = """
        Usage: pylint-sharp version

        Prints the version.

        """;

    /// <summary>Writes a text to standard output.</summary>
    public static int Write(string text, Host host)
    {
        using var output = OutputTarget.Standard(host);
        output.Text.Write(text.ReplaceLineEndings("\n"));
        output.Complete();
        return ExitCodes.Clean;
    }
}
