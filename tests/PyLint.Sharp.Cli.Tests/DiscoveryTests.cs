using PyLint.Sharp.Cli.Tests.Files;

namespace PyLint.Sharp.Cli.Tests;

public class DiscoveryTests : FileTest
{
    [Test]
    public void Folders_are_walked_for_python_files_only()
    {
        foreach (var name in new[] { "a.py", "b.pyi", "c.pyw", "d.txt", "e.ipynb", "f", "sub/deep/g.py", ".hidden/h.py" })
        {
            Write(name, "bad\n");
        }

        Found("check").Should().Equal(".hidden/h.py", "a.py", "b.pyi", "c.pyw", "e.ipynb", "sub/deep/g.py");
    }

    [TestCase(".git")]
    [TestCase(".venv")]
    [TestCase("venv")]
    [TestCase("__pycache__")]
    [TestCase("node_modules")]
    [TestCase("site-packages")]
    [TestCase("build")]
    public void Folders_with_foreign_code_are_left_out_unless_they_are_named(string folder)
    {
        Write($"sub/{folder}/a.py", "bad\n");
        Write("b.py", "bad\n");
        Found("check").Should().Equal("b.py");
        Found("check", $"sub/{folder}").Should().Equal($"sub/{folder}/a.py");
        Found("check", $"sub/{folder}/a.py").Should().Equal($"sub/{folder}/a.py");
    }

    [Test]
    public void A_named_file_is_checked_whatever_it_is_called()
    {
        Write("script", "bad\n");
        Found("check", "script").Should().Equal("script");
    }

    [Test]
    public void A_file_that_is_named_twice_is_checked_once()
    {
        Write("sub/a.py", "bad\n");
        Found("check", "sub", "./sub/a.py", Path.Combine(Folder, "sub"), "sub/../sub/").Should().Equal("sub/a.py");
    }

    [Test]
    public void A_path_outside_the_current_folder_is_shown_in_full()
    {
        var other = Directory.CreateTempSubdirectory("pylint-sharp-tests-");
        File.WriteAllText(Path.Combine(other.FullName, "a.py"), "bad\n");
        Found("check", other.FullName).Should().Equal(Path.Combine(other.FullName, "a.py").Replace('\\', '/'));
        other.Delete(recursive: true);
    }

    [Test]
    public void A_folder_that_is_called_like_a_file_is_reported_and_walked()
    {
        Write("x.py/inner.py", "bad\n");
        Write("y.py", "bad\n");
        foreach (var path in new[] { ".", "x.py" })
        {
            var result = Run("check", "--output-format", "concise", path);
            result.ExitCode.Should().Be(2);
            result.Output.Should().StartWith("""
                x.py:1:1: error[PLS001] cannot read this file: it is a folder; the files in it are checked
                x.py/inner.py:1:1: error[PLS201] `bad` is flagged

                """.ReplaceLineEndings("\n"));
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_pipe_is_never_opened()
    {
        Shell("mkfifo pipe.py; ln -s pipe.py link.py");
        Write("a.py", "bad\n");
        foreach (var args in new[] { new[] { "check" }, ["check", "pipe.py", "link.py", "a.py"] })
        {
            var result = Run([.. args, "--output-format", "concise"]);
            result.ExitCode.Should().Be(2);
            result.Output.Should().Be("""
                a.py:1:1: error[PLS201] `bad` is flagged
                link.py:1:1: error[PLS001] cannot read this file: it is a pipe, a device or a socket, not a file
                pipe.py:1:1: error[PLS001] cannot read this file: it is a pipe, a device or a socket, not a file

                """.ReplaceLineEndings("\n"));
        }

        Run("check", "--output-format", "concise", "/dev/zero").Output.Should().Contain("it is a pipe, a device");
    }

    [Test]
    [Platform("Unix")]
    public void Links_lead_to_files_but_neither_in_circles_nor_out_of_the_folder()
    {
        Write("in/a.py", "bad\n");
        Write("out/b.py", "bad\n");
        Shell("cd in && ln -s a.py same.py && ln -s ../out/b.py other.py && ln -s .. up && ln -s nowhere broken.py && ln -s loop.py loop.py");
        var result = Run("check", "in", "--output-format", "concise");
        result.Output.Split('\n').Select(line => line.Split(": ")[0]).Should()
            .Equal("in/a.py:1:1", "in/broken.py:1:1", "in/loop.py:1:1", "in/same.py:1:1", "");
        result.Error.Should().Be("pylint-sharp: note: `in/other.py` is left out: it links to a place outside `in`\n");
        Found("check", "in/other.py").Should().Equal("in/other.py");
    }

    [Test]
    [Platform("Unix")]
    public void What_may_not_be_read_is_reported_and_the_rest_is_checked()
    {
        Assume.That(Environment.UserName, Is.Not.EqualTo("root"), "root may read everything");
        Write("a.py", "bad\n");
        Write("locked.py", "bad\n");
        Write("closed/b.py", "bad\n");
        Shell("chmod 000 locked.py closed");
        var result = Run("check", "--output-format", "concise");
        Shell("chmod 700 locked.py closed");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("a.py:1:1: error[PLS201]").And.Contain("locked.py:1:1: error[PLS001] cannot read this file: permission denied");
        result.Error.Should().Be("pylint-sharp: error: cannot look into folder `closed`: permission denied\n");
    }

    [Test]
    [Platform("Unix")]
    public void Names_of_files_cannot_write_to_the_terminal()
    {
        Write("a\u001b[2J\n\u202e.py", "bad\n");
        var result = Run("check", "--output-format", "concise", ".", "no\u001b[2J\nsuch");
        result.Output.Should().Be("a␛[2J␊<U+202E>.py:1:1: error[PLS201] `bad` is flagged\n");
        result.Error.Should().Be("pylint-sharp: error: no such file or folder: `no␛[2J␊such`\n");
    }

    [TestCase("")]
    [TestCase("a\0b")]
    public void A_path_that_no_file_can_have_is_a_missing_one(string path) =>
        Run("check", path).Should().Match<CommandLineResult>(result => result.ExitCode == 2 && result.Error.Contains("no such file or folder"));

    [Test]
    [Platform("Unix")]
    public void A_name_that_is_no_text_is_reported()
    {
        Shell("echo bad > $'bad\\xff.py'");
        var result = Run("check", "--output-format", "concise");

        // .NET could not delete it either.
        Shell("rm $'bad\\xff.py'");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Be("bad\ufffd.py:1:1: error[PLS001] cannot read this file: its name cannot be used to open it\n");
    }

    [Test]
    public void An_empty_file_is_a_clean_file()
    {
        Write("__init__.py", "");
        Run("check").Should().Be(new CommandLineResult(0, "All clear: 1 file, 0 problems.\n", ""));
    }

    [Test]
    public void A_file_that_is_far_too_long_is_not_read()
    {
        using (var file = File.Create(Path.Combine(Folder, "data.py")))
        {
            file.SetLength(11 << 20);
        }

        var result = Run("check", "--output-format", "concise");
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("data.py:1:1: error[PLS004] not checked completely: the file is longer than 10 MiB\n");
        Run("check").Output.Should().StartWith("error[PLS004] limit-reached: not checked completely: the file is longer than 10 MiB\n --> data.py\n\n");
    }
}
