namespace PyLint.Sharp.Cli.Tests;

public class ChangeTests : GitTest
{
    private CommandLineResult Check(params string[] args) => Run(["check", "--output-format", "concise", .. args]);

    private string[] PlacesSince(string revision, params string[] args) => PlacesOf(Check(["--since", revision, .. args]));

    private static string[] PlacesOf(CommandLineResult result)
    {
        result.Error.Should().BeEmpty();
        result.ExitCode.Should().Be(result.Output.Length > 0 ? 1 : 0);
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(':', line.Split(':')[..2]))];
    }

    [Test]
    public void Only_added_and_edited_lines_count()
    {
        Write("a.py", "bad = 1\nx = 2\nbad = 3\nbad = 4\n");
        Write("same.py", "bad = 1\n");
        Write("less.py", "bad = 1\nx = 1\n");
        Commit();
        Write("a.py", "bad = 1\npoor = 2\nbad = 33\nbad = 4\nbad = 5\n");
        Write("less.py", "bad = 1\n");
        Write("sub/untracked.py", "x = 1\nbad = 1\n");
        PlacesSince("HEAD").Should().Equal("a.py:2", "a.py:3", "a.py:5", "sub/untracked.py:2");
        PlacesSince("HEAD", "sub").Should().Equal("sub/untracked.py:2");
        Check("--diff-base", "main").Should().Be(Check("--since", "HEAD"));
        Commit();
        PlacesSince("HEAD").Should().BeEmpty();
        PlacesSince("HEAD~1").Should().HaveCount(4);
    }

    [Test]
    public void Files_without_changed_lines_are_not_parsed()
    {
        Write("a.py", "crash (\n");
        Commit();
        Write("b.py", "bad\n");
        Run("check", "--since", "HEAD", "--output-format", "json").Output.Should().Contain("\"files\": 1,").And.NotContain("a.py");
    }

    [Test]
    public void What_the_engine_says_of_a_changed_file_counts_wherever_it_is()
    {
        Write("a.py", "x = = 1\nbad = 2\n");
        Commit();
        Write("a.py", "x = = 1\nbad = 2\nx = 3\n");
        PlacesSince("HEAD").Should().Equal("a.py:1");
    }

    [Test]
    public void Renaming_is_no_change_but_editing_on_the_way_is()
    {
        var lines = string.Concat(Enumerable.Range(0, 20).Select(number => $"bad = {number}\n"));
        Write("a.py", lines);
        Write("b.py", lines.Replace("bad", "poor", StringComparison.Ordinal));
        Commit();
        Directory.CreateDirectory(Path.Combine(Folder, "sub"));
        File.Move(Path.Combine(Folder, "a.py"), Path.Combine(Folder, "sub", "a.py"));
        File.Delete(Path.Combine(Folder, "b.py"));
        Write("c.py", lines.Replace("bad", "poor", StringComparison.Ordinal) + "poor = 'new'\n");
        PlacesSince("HEAD").Should().Equal("c.py:21");
        Git("add", "-A");
        PlacesOf(Check("--staged")).Should().Equal("c.py:21");
    }

    [Test]
    public void Names_and_lines_of_all_kinds_are_found()
    {
        Write("größe \"q\".py", "bad = 1\r\nx = 2\r\n");
        Write("old\nmac.py", "bad = 1\rx = 2\rbad = 3");
        Commit();
        Write("größe \"q\".py", "bad = 1\r\nbad = 2\r\n");
        Write("old\nmac.py", "bad = 1\rx = 2\rbad = 33\r");
        var result = Check("--since", "HEAD");
        result.Output.Should().Contain("größe \"q\".py:2:").And.NotContain(".py:1:").And.Contain("mac.py:3:");
    }

    /// <summary>Two lines, of which only the second says something else; the first has another end. Git says where that is a change.</summary>
    [TestCase("", "false", "1 2")]
    [TestCase("", "true", "2")]
    [TestCase("", "input", "2")]
    [TestCase("*.py text", "false", "2")]
    [TestCase("*.py eol=crlf", "false", "2")]
    [TestCase("*.py crlf", "false", "2")]
    [TestCase("*.py text=auto", "false", "2")]
    [TestCase("*.py -text", "true", "1 2")]
    [TestCase("*.py -text eol=lf", "true", "1 2")]
    [TestCase("*.txt text", "false", "1 2")]
    public void Line_ends_count_where_git_stores_them(string attributes, string autocrlf, string lines)
    {
        Write("größe.py", "bad = 1\nbad = 2\n");
        Commit();
        Git("config", "core.autocrlf", autocrlf);
        Write(".gitattributes", attributes + "\n");
        Write("größe.py", "bad = 1\r\nbad = 3\r\n");
        PlacesSince("HEAD").Should().Equal(lines.Split(' ').Select(line => $"größe.py:{line}"));
    }

    [Test]
    public void What_is_staged_has_the_line_ends_that_git_stores()
    {
        Write("a.py", "bad = 1\nbad = 2\n");
        Commit();
        Write("a.py", "bad = 1\nbad = 2\r\n");
        Git("add", "-A");
        PlacesOf(Check("--staged")).Should().Equal("a.py:2");
        Git("config", "core.autocrlf", "true");
        PlacesOf(Check("--staged")).Should().Equal("a.py:2");
        Git("add", "--renormalize", "-A");
        PlacesOf(Check("--staged")).Should().BeEmpty();
    }

    [Test]
    public void Staged_is_what_the_next_commit_has()
    {
        Write("a.py", "bad = 1\n");
        Commit();
        Write("a.py", "bad = 1\npoor = 2\n");
        Write("gone.py", "bad = 1\n");
        Write("build/gone.py", "bad = 1\n");
        Git("add", "-A");
        File.Delete(Path.Combine(Folder, "gone.py"));
        File.Delete(Path.Combine(Folder, "build", "gone.py"));
        Write("a.py", "crash\n");
        Write("untracked.py", "bad\n");
        PlacesOf(Check("--staged")).Should().Equal("a.py:2", "gone.py:1");
        PlacesOf(Check("--staged", "a.py")).Should().Equal("a.py:2");
    }

    [Test]
    public void Before_the_first_commit_all_that_is_staged_is_new()
    {
        Write("a.py", "bad\n");
        PlacesOf(Check("--staged")).Should().BeEmpty();
        Git("add", "a.py");
        PlacesOf(Check("--staged")).Should().Equal("a.py:1");
    }

    [Test]
    public void Another_repository_inside_and_links_have_histories_of_their_own()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("links are those of Unix");
        }

        Write("a.py", "bad\n");
        File.CreateSymbolicLink(Path.Combine(Folder, "link.py"), "a.py");
        Write("inner/b.py", "bad\n");
        Git("-C", "inner", "init", "-q");
        Git("-C", "inner", "add", "-A");
        Git("-C", "inner", "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x");
        Git("add", "a.py", "link.py");
        Git("-c", "advice.addEmbeddedRepo=false", "add", "inner");
        Git("commit", "-q", "-m", "x");
        PlacesSince("HEAD").Should().BeEmpty();
    }

    [Test]
    public void Nothing_that_a_repository_configures_is_run()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("the trap is a shell script");
            return;
        }

        Write("a.py", "bad = 1\n");
        Commit();
        var trap = Path.Combine(Folder, ".git", "trap");
        File.WriteAllText(trap, $"#!/bin/sh\ntouch '{Folder}/sprung'\ncat\n");
        File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var key in new[] { "filter.x.clean", "filter.x.smudge", "diff.x.textconv", "diff.x.command", "diff.external", "core.fsmonitor", "core.pager", "core.sshCommand" })
        {
            Git("config", key, trap);
        }

        Git("config", "filter.x.required", "true");
        File.CreateSymbolicLink(Path.Combine(Folder, ".git", "hooks", "post-index-change"), trap);
        File.WriteAllText(Path.Combine(Folder, ".git", "info", "attributes"), "* filter=x diff=x\n");
        Write("a.py", "bad = 1\nbad = 2\r\n");
        PlacesSince("HEAD").Should().Equal("a.py:2");
        PlacesOf(Check("--staged")).Should().BeEmpty();
        File.Exists(Path.Combine(Folder, "sprung")).Should().BeFalse();
        Git("status");
        File.Exists(Path.Combine(Folder, "sprung")).Should().BeTrue("a trap that git does not run proves nothing");
    }

    [TestCase("nothing", "git knows no commit `nothing`; a shallow clone lacks most of them, and needs `git fetch` before")]
    [TestCase("", "`--since` takes a commit, branch or tag, not ``")]
    [TestCase("main:a.py", "git knows no commit `main:a.py`")]
    [TestCase("-h", "`--since` takes a commit, branch or tag, not `-h`")]
    public void A_revision_that_is_none_is_an_error(string revision, string message)
    {
        Write("a.py", "bad\n");
        Commit();
        var result = revision.StartsWith('-') ? Check($"--since={revision}") : Check("--since", revision);
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("pylint-sharp: error: " + message);
    }

    [TestCase("`--staged` compares with the last commit, so it doesn't go with `--since`", "--staged", "--since", "HEAD")]
    [TestCase("`--since` doesn't go with fixes, which would change other lines too", "--since", "HEAD", "--fix")]
    [TestCase("`--staged` doesn't go with fixes, which would change other lines too", "--staged", "--diff")]
    [TestCase("`--since` compares files; standard input has no earlier state", "--since", "HEAD", "-")]
    public void What_contradicts_itself_is_an_error(string message, params string[] args)
    {
        Commit();
        Check(args).Should().Be(new CommandLineResult(2, "", $"pylint-sharp: error: {message}\n"));
    }

    [Test]
    public void Without_a_repository_or_git_there_is_no_telling()
    {
        Write("a.py", "bad\n");
        Commit();
        Git("config", "core.bare", "true");
        Check("--since", "HEAD").Error.Should().Contain("needs");
        Directory.Delete(Path.Combine(Folder, ".git"), recursive: true);
        Check("--since", "HEAD").Should().Be(new CommandLineResult(2, "", $"pylint-sharp: error: `--since` needs a git repository, and `{Folder}` is in none\n"));
        Set("PATH", $".{Path.PathSeparator}{Folder}");
        Check("--staged").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: `--staged` needs git, and there is none on the path\n"));
    }

    [Test]
    public void A_file_outside_of_the_repository_has_no_history()
    {
        Commit();
        var other = Directory.CreateTempSubdirectory("pylint-sharp-tests-");
        File.WriteAllText(Path.Combine(other.FullName, "a.py"), "bad\n");
        var result = Check("--since", "HEAD", other.FullName);
        other.Delete(recursive: true);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("it is outside of the repository");
    }

    [Test]
    public void Lines_of_a_notebook_are_those_of_its_file()
    {
        const string Start = "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"metadata\": {},\n   \"source\": [\n";
        const string End = "   ]\n  }\n ],\n \"metadata\": {\"language_info\": {\"name\": \"python\"}},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n";
        Write("a.ipynb", $"{Start}    \"bad = 1\\n\",\n    \"x = 2\"\n{End}");
        Commit();
        Write("a.ipynb", $"{Start}    \"bad = 1\\n\",\n    \"bad = 2\"\n{End}");
        Check("--since", "HEAD").Output.Should().StartWith("a.ipynb:cell 1:2:1: ").And.NotContain("cell 1:1:");
    }

    [Test]
    public void Known_findings_on_changed_lines_are_left_out_too()
    {
        Write("a.py", "bad = 1\npoor = 1\n");
        Run("baseline", "create").ExitCode.Should().Be(0);
        Commit();
        Write("a.py", "bad = 2\npoor = 1\nplain = 1\nbad = 3  # noqa\n");
        var result = Check("--since", "HEAD", "--new-only", "--fail-level", "info");
        PlacesOf(result).Should().Equal("a.py:3");
        var json = Run("check", "--since", "HEAD", "--new-only", "--output-format", "jsonl").Output;
        json.Should().Contain("\"baseline\":\"known\"").And.Contain("\"known\":1,");
        json.Split('\n').Count(line => line.Contains("\"kind\":\"finding\"", StringComparison.Ordinal)).Should().Be(3);
    }

    [Test]
    public void Fingerprints_don_t_depend_on_what_is_left_out()
    {
        Write("a.py", "bad = 1\n");
        Commit();
        Write("a.py", "bad = 1\nbad = 2\n");
        var all = Run("check", "--output-format", "jsonl").Output.Split('\n');
        Run("check", "--since", "HEAD", "--output-format", "jsonl").Output.Split('\n')[1].Should().Be(all[2]);
    }
}
