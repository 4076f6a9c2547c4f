namespace PyLint.Sharp.Cli.Tests.Watching;

/// <summary>The whole program, started as somebody starts it who then edits files.</summary>
[CancelAfter(60_000)]
public class WatchTests : CommandLineTest
{
    private const string Bad = "try:\n    x()\nexcept:\n    pass\n";

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [Platform("Unix")]
    public void What_is_edited_is_checked_again_until_somebody_ends_it(string signal, int exitCode, CancellationToken cancellation)
    {
        Signals.Require(signal);
        Write("a.py", "x = 1\n");
        Write("sub/b.py", "x = 1\n");
        using var process = new WatchingProcess(Folder, cancellation);
        process.NextRun().Should().BeEmpty();
        Write("sub/b.py", Bad);
        process.WaitFor("sub/b.py:3");
        Write("new/folder/c.py", Bad);
        process.WaitFor("new/folder/c.py:3", "sub/b.py:3");
        Replace("sub/b.py", "\n" + Bad);
        process.WaitFor("new/folder/c.py:3", "sub/b.py:4");
        Directory.Delete(Path.Combine(Folder, "new"), recursive: true);
        process.WaitFor("sub/b.py:4");
        process.End(signal);
        process.ExitCode.Should().Be(exitCode);
        process.ErrorsWith("watch: checked at").Should().NotContain("q or").And.NotContain("error");
    }

    [Test]
    public void Configuration_above_and_ignore_files_count_too(CancellationToken cancellation)
    {
        Write("project/src/a.py", Bad);
        Write("project/src/b.py", Bad);
        using var process = new WatchingProcess(Path.Combine(Folder, "project", "src"), cancellation);
        process.NextRun().Should().Equal("a.py:3", "b.py:3");
        Write("project/pylint-sharp.toml", "exclude = [\"b.py\"]\n");
        process.WaitFor("a.py:3");
        Write("project/pylint-sharp.toml", "nonsense = 1\n");
        process.WaitFor();
        process.ErrorsWith("nonsense").Should().Contain("unknown");
        File.Delete(Path.Combine(Folder, "project", "pylint-sharp.toml"));
        process.WaitFor("a.py:3", "b.py:3");
        Write("project/src/.ignore", "a.py\n");
        process.WaitFor("b.py:3");
    }

    [Test]
    public void Ignore_files_count_wherever_git_looks_for_them(CancellationToken cancellation)
    {
        Write("project/.git/HEAD", "ref: refs/heads/main\n");
        Write("project/src/a.py", Bad);
        Write("project/src/b.py", Bad);
        using var process = new WatchingProcess(Path.Combine(Folder, "project", "src"), cancellation);
        process.NextRun().Should().Equal("a.py:3", "b.py:3");
        Write("project/.gitignore", "a.py\n");
        process.WaitFor("b.py:3");
        Write("project/.git/info/exclude", "b.py\n");
        process.WaitFor();
        File.Delete(Path.Combine(Folder, "project", ".gitignore"));
        process.WaitFor("a.py:3");
        Write("project/.git/config", "[core]\nexcludesFile = mine\n");
        Write("project/mine", "*.py\n");
        process.WaitFor();
    }

    [Test]
    [Platform("Unix")]
    public void What_links_lead_to_is_watched_where_they_are_followed(CancellationToken cancellation)
    {
        Write("elsewhere/one/a.py", Bad);
        Write("elsewhere/other/b.py", Bad);
        Write("elsewhere/file.py", Bad);
        Write("src/x.py", "x = 1\n");
        Link("src/link", "elsewhere/one");
        File.CreateSymbolicLink(Path.Combine(Folder, "src", "linked.py"), Path.Combine(Folder, "elsewhere", "file.py"));
        using var process = new WatchingProcess(Path.Combine(Folder, "src"), cancellation, "--follow-symlinks");
        process.NextRun().Should().Equal("link/a.py:3", "linked.py:3");
        Write("elsewhere/one/a.py", "\n" + Bad);
        process.WaitFor("link/a.py:4", "linked.py:3");
        Write("elsewhere/one/deep/c.py", Bad);
        process.WaitFor("link/a.py:4", "link/deep/c.py:3", "linked.py:3");
        Write("elsewhere/file.py", "\n\n" + Bad);
        process.WaitFor("link/a.py:4", "link/deep/c.py:3", "linked.py:5");
        Directory.Delete(Path.Combine(Folder, "src", "link"));
        Link("src/link", "elsewhere/other");
        process.WaitFor("link/b.py:3", "linked.py:5");
        Write("elsewhere/other/b.py", "\n" + Bad);
        process.WaitFor("link/b.py:4", "linked.py:5");
        Write("elsewhere/other/.ignore", "b.py\n");
        process.WaitFor("linked.py:5");
    }

    [Test]
    public void What_is_written_beside_the_code_starts_no_run(CancellationToken cancellation)
    {
        Write("a.py", Bad);
        Write("node_modules/a.py", "x = 1\n");
        using var process = new WatchingProcess(Folder, cancellation, "--output-format", "sarif:out.sarif", "--cache-dir", "kept");
        process.NextRun().Should().Equal("a.py:3");
        Write("node_modules/a.py", Bad);
        Write("notes.txt", "x");
        process.IsQuiet().Should().BeTrue();
    }

    [Test]
    public void A_folder_that_is_deleted_is_watched_again_when_it_is_back(CancellationToken cancellation)
    {
        Write("src/a.py", Bad);
        Write("b.py", Bad);
        using var process = new WatchingProcess(Folder, cancellation, "src", "b.py");
        process.WaitFor("b.py:3", "src/a.py:3");
        Directory.Delete(Path.Combine(Folder, "src"), recursive: true);
        process.WaitFor("b.py:3");
        Write("src/a.py", "\n" + Bad);
        process.WaitFor("b.py:3", "src/a.py:4");
        Write("src/a.py", "\n\n" + Bad);
        process.WaitFor("b.py:3", "src/a.py:5");
        Replace("b.py", "\n" + Bad);
        process.WaitFor("b.py:4", "src/a.py:5");
        Replace("b.py", "\n\n" + Bad);
        process.WaitFor("b.py:5", "src/a.py:5");
    }

    [Test]
    public void The_key_q_ends_it_and_a_terminal_is_cleared()
    {
        Write("a.py", "bad\n");
        IsTerminal = true;
        var keys = new Queue<char>("xq");
        ReadKey = keys.Dequeue;
        var result = Run("check", "--watch");
        result.ExitCode.Should().Be(130);
        result.Output.Should().StartWith("\e[2J\e[3J\e[H");
        keys.Should().BeEmpty();
    }

    [Test]
    public void What_cannot_be_watched_is_an_error()
    {
        Run("check", "--watch", "-").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: `--watch` needs files; standard input can't be read again\n"));
        Run("check", "--watch", "nowhere.py").Error.Should().StartWith("pylint-sharp: error: no such file or folder: `nowhere.py`");
        Run("check", "--watch", "--since", "-x").ExitCode.Should().Be(2);
    }

    private void Link(string path, string target) => Directory.CreateSymbolicLink(Path.Combine(Folder, path), Path.Combine(Folder, target));

    /// <summary>As editors save: a new file in the place of the old one.</summary>
    private void Replace(string path, string content)
    {
        Write(path + ".tmp", content);
        File.Move(Path.Combine(Folder, path + ".tmp"), Path.Combine(Folder, path), overwrite: true);
    }
}
