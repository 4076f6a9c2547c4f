namespace PyLint.Sharp.Cli.Tests.Completions;

public class CompletionTests : CommandLineTest
{
    private static readonly CompletionCase[] Cases =
    [
        new("", "ex", "explain"),
        new("help ", "ex", "explain"),
        new("src ", "ru"),
        new("check ", "--explain-l", "--explain-level"),
        new("check ", "--sin", "--since"),
        new("", "--exit-z", "--exit-zero"),
        new("rules ", "--out", "--output-format"),
        new("baseline ", "--base", "--baseline"),
        new("check -- ", "--"),
        new("version ", ""),
        new("check --color ", "", "auto", "always", "never"),
        new("check ", "--color=a", "auto", "always"),
        new("check ", "--color=", "auto", "always", "never"),
        new("", "--color=n", "never"),
        new("rules --color ", "n", "never"),
        new("check --profile ", "", "candidate", "reviewer", "teacher", "all"),
        new("init --profile ", "", "candidate", "reviewer", "teacher", "all"),
        new("check --fail-level ", "", "error", "warning", "info", "never"),
        new("check --explain-level ", "", "none", "short", "full"),
        new("--target-version ", "py31", "py310", "py311", "py312", "py313", "py314", "py315"),
        new("check --max-diagnostics ", "", "none"),
        new("check -j ", ""),
        new("check --output-format ", "g", "grouped", "github", "gitlab"),
        new("check --output-format ", "sarif:so", "solution.py"),
        new("check ", "--output-format=sarif:so", "solution.py"),
        new("explain --output-format ", "", "text", "md", "json"),
        new("rules --output-format ", "", "table", "md", "json"),
        new("config --output-format ", "", "text", "json"),
        new("ast --output-format ", "", "jsonl"),
        new("explain ", "toy-", "toy-error", "toy-warning", "toy-info", "toy-crash"),
        new("explain PLS201 ", "PLS30", "PLS301"),
        new("check --select ", "PLS20", "PLS201", "PLS202"),
        new("check --select ", "AL", "ALL"),
        new("check --ignore ", "PLS202,PLS30", "PLS301"),
        new("check ", "--extend-select=PLS202,toy-e", "toy-error"),
        new("baseline create --select ", "PLS30", "PLS301"),
        new("check --severity ", "toy-e", "toy-error="),
        new("check --severity ", "toy-error=", "error", "warning", "info"),
        new("check ", "--severity=toy-error=w", "warning"),
        new("check --per-file-ignores ", "solution.py:toy-i", "toy-info"),
        new("check ", "sol", "solution.py"),
        new("check src ", "s", "solution.py", "src"),
        new("check --exit-zero ", "sol", "solution.py"),
        new("check -o ", "sol", "solution.py"),
        new("check --config ", "sol", "solution.py"),
        new("check ", "--config=sol", "solution.py"),
        new("check --cache-dir ", "s", "src"),
        new("check ", "--cache-dir=s", "src"),
        new("ast ", "sol", "solution.py"),
        new("baseline ", "", "create", "update", "prune", "show"),
        new("baseline --config solution.py ", "p", "prune"),
        new("baseline prune ", "so", "solution.py"),
        new("completions ", "", "bash", "fish", "pwsh", "zsh"),
        new("completions bash ", ""),
        new("config ", "lint.sel", "lint.select"),
    ];

    /// <summary>Paths that need quoting, as bash, fish and zsh quote.</summary>
    private static readonly CompletionCase[] QuotedCases =
    [
        new("check ", "b", "b c.py"),
        new("check ", "b\\ c", "b c.py"),
        new("check ", "\"b c", "b c.py"),
    ];

    [TestCase("bash")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [TestCase("zsh")]
    public void A_shell_offers_verbs_options_values_and_files(string shell)
    {
        Write("solution.py", "");
        Write("b c.py", "");
        Directory.CreateDirectory(Path.Combine(Folder, "src"));
        Write($".script.{shell}", Run("completions", shell).Output);
        CompletionCase[] cases = shell == "pwsh" ? Cases : [.. Cases, .. QuotedCases];
        var answers = Shells.Ask(shell, Folder, cases).Zip(cases, (offered, asked) => (Asked: asked, Offered: Sorted(offered.Select(asked.Normal)))).ToList();
        answers.Should().HaveSameCount(cases);
        answers.Where(answer => answer.Offered != Sorted(answer.Asked.Offered)).Should().BeEmpty();
    }

    [TestCase("bash")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [TestCase("zsh")]
    public void Every_script_knows_all_verbs_options_and_rules(string shell)
    {
        var script = Run("completions", shell);
        script.ExitCode.Should().Be(0);
        var options = Verbs.Verb.Names.Select(Verbs.Verb.Find).OfType<Verbs.Verb>().SelectMany(verb => verb.Command.Options).Select(option => option.Name).Where(name => name.Length > 2);
        foreach (var word in Verbs.Verb.Names.Concat(options).Concat(["toy-error", "PLS201"]))
        {
            script.Output.Should().MatchRegex($@"[\s('|]{word}[\s)'|]");
        }
    }

    [Test]
    public void Zsh_finds_the_script_in_a_folder_of_functions()
    {
        Write("functions/_pylint-sharp", Run("completions", "zsh").Output);
        Write(".script.zsh", "fpath=($PWD/functions $fpath); compinit -u -D");
        CompletionCase asked = new("check --color ", "", "auto", "always", "never");
        Shells.Ask("zsh", Folder, [asked, asked]).Should().AllSatisfy(offered => offered.Should().BeEquivalentTo(asked.Offered));
    }

    [Test]
    public void An_unknown_shell_is_an_error()
    {
        Run("completions", "bsh").Should().Be(new CommandLineResult(
            2, "", "pylint-sharp: error: there are no completions for `bsh`; did you mean `bash`?; known: bash, fish, pwsh, zsh\n"));
        Run("completions").ExitCode.Should().Be(2);
    }

    private static string Sorted(IEnumerable<string> words) => string.Join(' ', words.Distinct().Order(StringComparer.Ordinal));
}
