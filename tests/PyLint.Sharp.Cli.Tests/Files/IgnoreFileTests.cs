namespace PyLint.Sharp.Cli.Tests.Files;

public class IgnoreFileTests : FileTest
{
    [Test]
    public void Ignore_files_hold_from_the_top_of_the_repository_on()
    {
        Write(".git/HEAD", "");
        Write(".gitignore", "gen_*.py\n/sub/local.py\n");
        Write("sub/.gitignore", "!gen_b.py\n");
        Write("sub/deep/.ignore", "c.py\n");
        foreach (var name in new[] { "gen_a.py", "a.py", "sub/gen_a.py", "sub/gen_b.py", "sub/local.py", "sub/deep/gen_a.py", "sub/deep/gen_b.py", "sub/deep/c.py" })
        {
            Write(name, "bad\n");
        }

        Found("check").Should().Equal("a.py", "sub/deep/gen_b.py", "sub/gen_b.py");
        Found("check", "sub/deep").Should().Equal("sub/deep/gen_b.py");
        Found("check", "--no-respect-gitignore", "sub/deep").Should().Equal("sub/deep/c.py", "sub/deep/gen_a.py", "sub/deep/gen_b.py");
        Found("check", "--no-respect-gitignore", "--respect-gitignore", "sub/deep").Should().Equal("sub/deep/gen_b.py");
        Run("ast", "sub/deep").Output.Should().StartWith("{\"path\":\"sub/deep/gen_b.py\"").And.NotContain("c.py");
    }

    [Test]
    public void Dot_ignore_goes_before_dot_gitignore()
    {
        Write(".ignore", "!a.py\nb.py\n");
        Write(".gitignore", "a.py\nc.py\n!b.py\n");
        Write("sub/.gitignore", "a.py\n!b.py\n");
        foreach (var name in new[] { "a.py", "b.py", "c.py", "sub/a.py", "sub/b.py", "sub/c.py" })
        {
            Write(name, "bad\n");
        }

        Found("check").Should().Equal("a.py", "sub/a.py");
    }

    [Test]
    public void A_repository_in_a_repository_has_its_own_rules()
    {
        Write(".git/HEAD", "");
        Write(".gitignore", "a.py\n");
        Write("inner/.git", "gitdir: ../.git/modules/inner\n");
        Write(".git/modules/inner/info/exclude", "b.py\n");
        Write(".git/modules/inner/config", "[core]\n\tignorecase = true\n");
        Write("inner/.gitignore", "C.py\n");
        foreach (var name in new[] { "a.py", "d.py", "inner/a.py", "inner/b.py", "inner/c.py" })
        {
            Write(name, "bad\n");
        }

        Found("check").Should().Equal("d.py", "inner/a.py");
    }

    [Test]
    public void The_files_of_the_user_hold_too()
    {
        Write("repo/.git/config", "[core]\n  excludesfile = \"~/my \\\"own\\\"\" # comment\n");
        Write("home/my \"own\"", "a.py\n");
        Write("home/.config/git/ignore", "b.py\n");
        Write("repo/a.py", "bad\n");
        Write("repo/b.py", "bad\n");
        Set("HOME", Path.Combine(Folder, "home"));
        Found("check", "repo").Should().Equal("repo/b.py");
        Write("repo/.git/config", "[other]\n  excludesfile = nowhere\n");
        Found("check", "repo").Should().Equal("repo/a.py");
        Set("XDG_CONFIG_HOME", Path.Combine(Folder, "elsewhere"));
        Found("check", "repo").Should().Equal("repo/a.py", "repo/b.py");
    }

    /// <summary>These files come with the submission, too: nothing in them keeps it from being checked.</summary>
    [TestCase(".git", "gitdir: a\0b\n")]
    [TestCase(".git", "gitdir: \n")]
    [TestCase(".git", "gitdir: elsewhere\n", "elsewhere/commondir", "a\0b")]
    [TestCase(".git/config", "[core]\n excludesFile = a\0b\n")]
    [TestCase(".git/config", "[core]\n excludesFile = ~/a\0b\n")]
    public void A_repository_that_is_damaged_is_none(params string[] files)
    {
        for (var i = 0; i < files.Length; i += 2)
        {
            Write(files[i], files[i + 1]);
        }

        Set("HOME", Folder);
        Write("a.py", "bad\n");
        Run("check", "--output-format", "concise").Should().Be(new CommandLineResult(1, "a.py:1:1: error[PLS201] `bad` is flagged\n", ""));
    }

    [TestCase("!", "`!`")]
    [TestCase("[ab", "`[ab`")]
    [TestCase("x\\", "`x\\`")]
    [TestCase("[[:none:]]", "`[[:none:]]`")]
    public void A_line_that_means_nothing_is_worth_a_warning(string line, string shown)
    {
        Write(".gitignore", $"# first\na.py\n{line}\n");
        Write("a.py", "bad\n");
        Write("b.py", "bad\n");
        var result = Run("check", "--output-format", "concise");
        result.Should().Be(new CommandLineResult(1, "b.py:1:1: error[PLS201] `bad` is flagged\n", $"pylint-sharp: warning: `.gitignore`, line 3: nothing can match {shown}\n"));
    }

    [Test]
    [Platform("Linux")]
    public void An_ignore_file_that_cannot_be_read_is_worth_a_warning()
    {
        Write("a/b.py", "bad\n");
        Shell("mkfifo a/.gitignore; mkdir .ignore");
        var result = Run("check", "--output-format", "concise");
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("a/b.py:1:1: error[PLS201] `bad` is flagged\n");
        result.Error.Should().Be("""
            pylint-sharp: warning: `.ignore` cannot be read: it is a folder
            pylint-sharp: warning: `a/.gitignore` cannot be read: it is a pipe, a device or a socket, not a file

            """.ReplaceLineEndings("\n"));
    }

    /// <summary>Whoever writes a pattern may be whoever is graded.</summary>
    [Test]
    [CancelAfter(20_000)]
    public void No_pattern_takes_long(CancellationToken _)
    {
        Write(".gitignore", string.Concat(Enumerable.Repeat("*a", 60)) + "b\n" + string.Concat(Enumerable.Repeat("**/a*/", 30)) + "b\n");
        Write(new string('a', 200) + ".py", "bad\n");
        Found("check").Should().HaveCount(1);
    }
}
