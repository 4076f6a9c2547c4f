namespace PyLint.Sharp.Cli.Tests.Files;

public class FileOptionTests : FileTest
{
    [Test]
    public void Exclude_takes_the_place_of_the_folders_that_are_left_out_by_themselves()
    {
        WriteBad("venv/a.py", "old/b.py", "sub/old/c.py", "sub/d_pb2.py", "e.py");
        Found("check", "--exclude", "old/").Should().Equal("e.py", "sub/d_pb2.py", "venv/a.py");
        Found("check", "--extend-exclude", "sub/old,*_pb2.py").Should().Equal("e.py", "old/b.py");
        Found("check", "--extend-exclude", "sub/old", "--extend-exclude", "e.py").Should().Equal("old/b.py", "sub/d_pb2.py");
    }

    [Test]
    public void Include_and_extension_say_what_is_python()
    {
        WriteBad("a.py", "b.txt", "sub/c.cgi", "sub/d.py3", "BUILD");
        Found("check", "--include", "*.cgi,BUILD").Should().Equal("BUILD", "sub/c.cgi");
        Found("check", "--extension", "cgi:python,.py3").Should().Equal("a.py", "sub/c.cgi", "sub/d.py3");
        Found("check", "--include", "sub/*", "--extension", "txt").Should().Equal("b.txt", "sub/c.cgi", "sub/d.py3");
        Run("check", "--extension", "cgi:perl").Should().Be(
            new CommandLineResult(2, "", "pylint-sharp: error: `--extension` takes an extension, or `cgi:python`, not `cgi:perl`\n"));
        Run("check", "--exclude", "a,[b").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: `[b` is no pattern: `[` is not closed\n"));
    }

    /// <summary>What pre-commit needs: it names files, and wants those that a walk would find.</summary>
    [Test]
    public void A_named_file_is_left_out_only_by_force()
    {
        WriteBad("a.py", "venv/b.py", "sub/gen/c.py", "sub/d.py");
        Write("sub/.gitignore", "gen\n");
        string[] named = ["a.py", "venv/b.py", "sub/gen/c.py", "sub/gen", "venv", "sub/d.py"];
        Found(["check", .. named]).Should().Equal("a.py", "sub/d.py", "sub/gen/c.py", "venv/b.py");
        Found(["check", "--force-exclude", .. named]).Should().Equal("a.py", "sub/d.py").And.Equal(Found("check"));
        Found(["check", "--force-exclude", "--no-respect-gitignore", .. named]).Should().Equal("a.py", "sub/d.py", "sub/gen/c.py");
        Found(["check", "--force-exclude", "--exclude", "a.py", .. named]).Should().Equal("sub/d.py", "venv/b.py");
    }

    [Test]
    public void A_path_outside_the_current_folder_is_seen_from_its_repository()
    {
        var other = Directory.CreateTempSubdirectory("pylint-sharp-tests-").FullName;
        Directory.CreateDirectory(Path.Combine(other, ".git"));
        Directory.CreateDirectory(Path.Combine(other, "gen"));
        File.WriteAllText(Path.Combine(other, ".gitignore"), "gen/\n");
        var (kept, ignored) = (Path.Combine(other, "a.py"), Path.Combine(other, "gen", "b.py"));
        File.WriteAllText(kept, "bad\n");
        File.WriteAllText(ignored, "bad\n");
        Found("check", "--force-exclude", kept, ignored).Should().Equal(kept.Replace('\\', '/'));
        Directory.Delete(other, recursive: true);
    }

    [TestCase("gen/a.py", "")]
    [TestCase("a.py", "a.py:1:1: error[PLS201] `bad` is flagged\n")]
    public void Standard_input_is_left_out_by_its_name(string name, string output)
    {
        Write(".gitignore", "gen\n");
        StandardInput = "bad\n";
        Run("check", "-", "--stdin-filename", name, "--force-exclude", "--output-format", "concise").Output.Should().Be(output);
        Run("check", "-", "--stdin-filename", name, "--output-format", "concise").Output.Should().Be($"{name}:1:1: error[PLS201] `bad` is flagged\n");
        Run("check", "-", "--stdin-filename", name, "--force-exclude", "--fix", "--output-format", "concise").Output.Should().Be("bad\n");
    }

    [Test]
    public void Files_come_from_a_list()
    {
        WriteBad("a.py", "b c.py", "-");
        Write("list", "a.py\r\n\nb c.py\n-");
        Found("check", "--files-from", "list").Should().Equal("-", "a.py", "b c.py");
        StandardInput = "b c.py\0a.py\0";
        Found("check", "--files-from", "-", "-0").Should().Equal("a.py", "b c.py");
        StandardInput = "a.py";
        Found("check", "b c.py", "--files-from", "-").Should().Equal("a.py", "b c.py");
        StandardInput = "";
        Run("check", "--files-from", "-").Error.Should().Be("pylint-sharp: warning: no Python files in the list\n");
        StandardInput = "nowhere.py\n";
        Run("check", "--files-from", "-").Should().Match<CommandLineResult>(result => result.ExitCode == 2 && result.Error.Contains("no such file or folder: `nowhere.py`"));
    }

    /// <summary>No path has a NUL: a list that has some was written for <c>-0</c>.</summary>
    [TestCase("--new-only")]
    [TestCase("--fix")]
    [TestCase("--error-on-no-files")]
    public void A_list_with_NULs_needs_the_option_for_it(string option)
    {
        WriteBad("a.py");
        Write("list", "a.py\0b.py\0");
        Write("pylint-sharp-baseline.json", "{\"schema\": \"pylint-sharp-baseline/1\", \"entries\": []}");
        Run("check", "--files-from", "list", option).Should().Be(new CommandLineResult(
            2, "", "pylint-sharp: error: `a.py␀b.py␀` in the list of files `list` is no path; `-0` says that NUL ends a path\n"));
    }

    [TestCase("there is no such file", "--files-from", "nowhere")]
    [TestCase("either the list of files or a file", "-", "--files-from", "-")]
    [TestCase("`-0` says how", "-0")]
    public void A_list_that_cannot_be_is_an_error(string message, params string[] args) =>
        Run(["check", .. args]).Should().Match<CommandLineResult>(result => result.ExitCode == 2 && result.Output.Length == 0 && result.Error.Contains(message));

    [Test]
    public void A_script_is_taken_when_it_is_named_and_not_anothers()
    {
        Write("script", "#!/usr/bin/env -S python3.12 -u\nbad\n");
        Write("sh", "#!/bin/sh\nbad\n");
        Write("uv", "#!/usr/bin/env -S uv run --script\nbad\n");
        Write("sh.py", "#!/bin/sh\nbad\n");
        Found("check").Should().Equal("sh.py:2:1: error[PLS201] `bad` is flagged");
        var result = Run("check", "script", "sh", "uv", "--output-format", "concise");
        result.Output.Should().Be("script:2:1: error[PLS201] `bad` is flagged\nuv:2:1: error[PLS201] `bad` is flagged\n");
        result.Error.Should().Be("pylint-sharp: note: `sh` is left out: its first line names another program than Python\n");
    }

    [Test]
    [Platform("Linux")]
    public void Linked_folders_are_entered_once_when_that_is_wanted()
    {
        WriteBad("in/a/x.py", "in/b/y.py", "out/z.py", "out/venv/v.py");
        Shell("cd in && ln -s ../.. a/up && ln -s ../out other && ln -s ../out again && ln -s b first && ln -s loop loop && ln -s ../out/venv venv && ln -s ../in ../out/back");
        Found("check", "in").Should().Equal("in/a/x.py", "in/b/y.py");
        Found("check", "in", "--follow-symlinks").Should().Equal("in/a/x.py", "in/again/z.py", "in/b/y.py");
    }

    [Test]
    public void No_file_at_all_is_an_error_when_that_is_wanted()
    {
        Write("a.txt", "");
        Run("check").Should().Match<CommandLineResult>(result => result.ExitCode == 0 && result.Error == "pylint-sharp: warning: no Python files in `.`\n");
        Run("check", "--error-on-no-files").Should().Match<CommandLineResult>(result => result.ExitCode == 2 && result.Error == "pylint-sharp: error: no Python files in `.`\n");
        Write("a.py", "bad\n");
        Run("check", "--error-on-no-files").ExitCode.Should().Be(1);
    }

    private void WriteBad(params string[] paths)
    {
        foreach (var path in paths)
        {
            Write(path, "bad\n");
        }
    }
}
