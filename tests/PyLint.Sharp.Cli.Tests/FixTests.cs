using System.Diagnostics;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Tests;

public class FixTests : CommandLineTest
{
    private static readonly RuleCatalog Fixers = new(
    [
        new ToyRule("PLS201", "toy-safe", "old", Severity.Warning, "newer", FixSafety.Safe),
        new ToyRule("PLS202", "toy-unsafe", "brave", Severity.Warning, "calm", FixSafety.Unsafe),
        new ToyRule("PLS203", "toy-breaker", "fragile", Severity.Warning, "= =", FixSafety.Safe),
        new ToyRule("PLS204", "toy-euro", "money", Severity.Warning, "'€'", FixSafety.Safe),
    ]);

    private protected override RuleCatalog Catalog => Fixers;

    private string PathOf(string name) => Path.Combine(Folder, name);

    private string Read(string name) => File.ReadAllText(PathOf(name));

    [Test]
    public void Fix_applies_what_is_safe_and_reports_the_rest()
    {
        Write("a.py", "old = 1  # kept\nbrave = 2\n");
        var result = Run("check", "--fix", "--output-format", "full", "--explain-level", "none");
        Read("a.py").Should().Be("newer = 1  # kept\nbrave = 2\n");
        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("warning[PLS202]").And.EndWith(
            "Found 1 problem (1 warning) in 1 of 1 file — 1 fixable with --fix --unsafe-fixes. 1 problem fixed.\n");
        Run("check", "--fix", "--unsafe-fixes").ExitCode.Should().Be(0);
        Read("a.py").Should().Be("newer = 1  # kept\ncalm = 2\n");
        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    /// <summary>A patch must have the bytes of the file, and these agents obey what stands anywhere in a line.</summary>
    [TestCase("TF_BUILD", "True", "##vso[task.complete result=Succeeded]")]
    [TestCase("TEAMCITY_VERSION", "2026.1", "##TeamCity[buildStop]")]
    public void A_patch_in_a_log_gives_no_order(string variable, string value, string order)
    {
        Write("a.py", $"old = 1\n# {order}\n");
        Write("b.py", "old = 1  # ## [x]\n");
        var usual = Run("check", "--diff");
        usual.Output.Should().Contain(order).And.Contain("+newer = 1  # ## [x]");
        Set(variable, value);
        var result = Run("check", "--diff");
        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("--- a/b.py").And.NotContain(order);
        result.Error.Should().Be("pylint-sharp: warning: the patch of `a.py` is left out, because this build server would obey a line of it; `-o FILE` has all of it\n");
        Run("check", "--diff", "-o", "all.patch").Error.Should().BeEmpty();
        Read("all.patch").Should().Be(usual.Output);
    }

    /// <summary>A run that only fixes shows no findings, so somebody has to say why a file has none fixed.</summary>
    [TestCase("x = = 1\nold\n", "a value is missing between `=` and `=`", "(1:5)")]
    [TestCase("\u00e9 = 1\nold\n", "byte 0xE9 is not valid UTF-8", "(1:1)")]
    public void Only_fixing_says_which_files_cannot_be_fixed(string code, string reason, string place)
    {
        File.WriteAllBytes(Path.Combine(Folder, "a.py"), Encoding.Latin1.GetBytes(code));
        Write("b.py", "old\n");
        foreach (var option in new[] { "--diff", "--fix-only" })
        {
            var result = Run("check", option);
            result.Error.Should().StartWith("pylint-sharp: warning: a.py: nothing is fixed, because this file cannot be read: ")
                .And.Contain(reason).And.EndWith($"{place}\n");
            result.Error.Split('\n').Should().HaveCount(2);
        }

        Read("b.py").Should().Be("newer\n");
        Run("check", "--fix").Error.Should().BeEmpty("there the error is one of the findings");
        Run("check", "--fix-only", "b.py").Error.Should().BeEmpty();
    }

    [TestCase("--fix", 0)]
    [TestCase("--fix --exit-non-zero-on-fix", 1)]
    [TestCase("--fix-only", 0)]
    [TestCase("--diff", 1)]
    [TestCase("--diff --exit-zero", 0)]
    [TestCase("--fix --unfixable PLS201", 1)]
    [TestCase("--fix --fixable PLS202", 1)]
    [TestCase("--fix --fixable PLS2 --unfixable PLS201", 1)]
    [TestCase("--fix --fixable PLS201 --unfixable PLS2", 0)]
    [TestCase("--fix --config lint.unfixable=['toy-safe']", 1)]
    [TestCase("--fix --config lint.fixable=['PLS202']", 1)]
    [TestCase("--fix --config lint.fixable=['PLS202'] --fixable ALL", 0)]
    public void The_exit_code_tells_what_is_left(string options, int exitCode)
    {
        Write("a.py", "old = 1\n");
        Run(["check", .. options.Split(' ')]).ExitCode.Should().Be(exitCode);
    }

    [Test]
    public void Fix_only_hides_what_is_left()
    {
        Write("a.py", "old = 1\nbrave = 2\n");
        Run("check", "--fix-only").Should().Be(new CommandLineResult(0, "", ""));
        Read("a.py").Should().Be("newer = 1\nbrave = 2\n");
    }

    [Test]
    public void What_was_fixed_is_told_when_asked_for()
    {
        Write("a.py", "old = old\n");
        Run("check", "--fix", "--show-fixes").Error.Should().Be("pylint-sharp: fixed: a.py: 2 × PLS201 toy-safe\n");
    }

    [Test]
    public void A_fix_that_breaks_a_file_leaves_it_and_fails_the_run()
    {
        Write("a.py", "old = 1\nfragile = 2\n");
        Write("b.py", "old = 1\n");
        var result = Run("check", "--fix", "--output-format", "concise");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("a.py:1:1: error[PLS005] the fix of `toy-breaker` (PLS203), `toy-safe` (PLS201) would have made a syntax error");
        Read("a.py").Should().Be("old = 1\nfragile = 2\n");
        Read("b.py").Should().Be("newer = 1\n");
    }

    [Test]
    public void Standard_input_is_passed_on_fixed_and_reported_on_standard_error()
    {
        StandardInput = "old = 1\r\nbrave = 2";
        var result = Run("check", "--fix", "-", "--output-format", "concise");
        result.Output.Should().Be("newer = 1\r\nbrave = 2");
        result.Error.Should().Be("<stdin>:2:1: warning[PLS202] `brave` is flagged\n");
        StandardInput = "fine = 1";
        Run("check", "--fix", "-", "--output-format", "concise").Should().Be(new CommandLineResult(0, "fine = 1", ""));
    }

    [TestCase("old = '\u00FF'\n", "", TestName = "Standard_input_that_is_no_text_is_passed_on_as_it_came")]
    [TestCase("old = 1  # and much more\n", "--max-file-size=10", TestName = "Standard_input_that_is_too_long_is_passed_on_as_it_came")]
    [TestCase("old = = 1\n", "", TestName = "Standard_input_that_is_no_Python_is_passed_on_as_it_came")]
    public void Standard_input_that_cannot_be_fixed_is_passed_on(string text, string option)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        using var output = new MemoryStream();
        using var host = HostWith(output, TextWriter.Null, bytes);
        CommandLine.Run([.. new[] { "check", "--fix", "-", option }.Where(word => word.Length > 0)], host);
        output.ToArray().Should().Equal(bytes);
    }

    [TestCase("old = 1\r\nx = 2\rold = 3\n\told", "newer = 1\r\nx = 2\rnewer = 3\n\tnewer", TestName = "Line_ends_of_all_kinds")]
    [TestCase("\uFEFFold = 'ä'\n", "\uFEFFnewer = 'ä'\n", TestName = "A_byte_order_mark")]
    [TestCase("\f\nold = 1   \n\n\n", "\f\nnewer = 1   \n\n\n", TestName = "White_space")]
    public void Everything_beside_the_fix_keeps_its_bytes(string before, string after)
    {
        before = before.Replace("\n\told", "\nold", StringComparison.Ordinal);
        after = after.Replace("\n\tnewer", "\nnewer", StringComparison.Ordinal);
        File.WriteAllBytes(PathOf("a.py"), Encoding.UTF8.GetBytes(before));
        Run("check", "--fix");
        File.ReadAllBytes(PathOf("a.py")).Should().Equal(Encoding.UTF8.GetBytes(after));
    }

    [TestCase("koi8-r")]
    [TestCase("shift_jis")]
    [TestCase("cp1251")]
    [TestCase("iso-8859-5")]
    public void Code_pages_of_old_are_written_too(string cookie)
    {
        var line = Encoding.ASCII.GetBytes($"# coding: {cookie}\n");
        byte[] rest = [.. " = '"u8, 0xC0, 0xC1, .. "'\n"u8];
        File.WriteAllBytes(PathOf("a.py"), [.. line, .. "old"u8, .. rest]);
        Run("check", "--fix").ExitCode.Should().Be(0);
        File.ReadAllBytes(PathOf("a.py")).Should().Equal([.. line, .. "newer"u8, .. rest]);
    }

    [Test]
    public void The_encoding_of_a_file_is_kept_and_limits_its_fixes()
    {
        var latin = Encoding.Latin1;
        File.WriteAllBytes(PathOf("a.py"), latin.GetBytes("# coding: latin-1\nold = 'ä'\n"));
        File.WriteAllBytes(PathOf("b.py"), latin.GetBytes("# coding: latin-1\nold = money\n"));
        var result = Run("check", "--fix");
        File.ReadAllBytes(PathOf("a.py")).Should().Equal(latin.GetBytes("# coding: latin-1\nnewer = 'ä'\n"));
        File.ReadAllBytes(PathOf("b.py")).Should().Equal(latin.GetBytes("# coding: latin-1\nold = money\n"));
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("`b.py` could not be fixed: its encoding, iso-8859-1, has no place for the fix");
    }

    [Test]
    public void A_file_keeps_its_mode_and_a_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("links and modes are those of Unix");
            return;
        }

        Write("sub/a.py", "old = 1\n");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute;
        File.SetUnixFileMode(PathOf("sub/a.py"), mode);
        File.CreateSymbolicLink(PathOf("link.py"), "sub/a.py");
        Run("check", "--fix", "link.py");
        Read("sub/a.py").Should().Be("newer = 1\n");
        File.GetUnixFileMode(PathOf("sub/a.py")).Should().Be(mode);
        new FileInfo(PathOf("link.py")).LinkTarget.Should().Be("sub/a.py");
    }

    [Test]
    public void A_file_that_changed_since_it_was_read_is_not_written()
    {
        Write("a.py", "old = 1\n");
        SafeWriter.Replace(PathOf("a.py"), "something else"u8.ToArray(), "new"u8.ToArray()).Should().Be("it was changed by somebody else in the meantime");
        Read("a.py").Should().Be("old = 1\n");
        SafeWriter.Replace(PathOf("gone.py"), [], "new"u8.ToArray()).Should().Be("it is no longer there");
        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    [Test]
    public void Diff_shows_what_fix_would_do_and_changes_nothing()
    {
        Write("a.py", "one\ntwo\nthree\nold = 4\nfive\nsix\nseven\neight\nnine\nten\neleven\nold = 12");
        var result = Run("check", "--diff");
        result.Error.Should().BeEmpty();
        result.Output.Should().Be("""
            --- a/a.py
            +++ b/a.py
            @@ -1,7 +1,7 @@
             one
             two
             three
            -old = 4
            +newer = 4
             five
             six
             seven
            @@ -9,4 +9,4 @@
             nine
             ten
             eleven
            -old = 12
            \ No newline at end of file
            +newer = 12
            \ No newline at end of file

            """.ReplaceLineEndings("\n"));
        Read("a.py").Should().Contain("old = 4");
    }

    [Test]
    public void Git_applies_the_diff_and_gets_what_fix_writes()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["plain.py"] = Encoding.UTF8.GetBytes("x = 1\n\n\n\n\n\n\n\n\nold = 1\n"),
            ["no newline.py"] = Encoding.UTF8.GetBytes("old = 1"),
            ["crlf.py"] = Encoding.UTF8.GetBytes("a = 1\r\nold = 1\r\nb = 1\n"),
            ["latin.py"] = Encoding.Latin1.GetBytes("# coding: latin-1\nold = 'ä'\n"),
            ["a \"quote\".py"] = Encoding.UTF8.GetBytes("\uFEFFold = 1\n"),
            ["größe/b.py"] = Encoding.UTF8.GetBytes("old = 'ß'\n\nold\n"),
        };
        WriteAll(files);
        using var diff = new MemoryStream();
        using var host = HostWith(diff, TextWriter.Null);
        CommandLine.Run(["check", "--diff"], host);
        Run("check", "--fix").ExitCode.Should().Be(0);
        var expected = files.Keys.ToDictionary(name => name, name => File.ReadAllBytes(PathOf(name)));
        WriteAll(files);
        File.WriteAllBytes(PathOf("patch"), diff.ToArray());
        Git("init", "-q");
        Git("apply", "--whitespace=nowarn", "patch");
        foreach (var (name, content) in expected)
        {
            File.ReadAllBytes(PathOf(name)).Should().Equal(content, name);
        }
    }

    [Test]
    public void A_diff_for_a_terminal_cannot_move_the_cursor()
    {
        IsTerminal = true;
        Write("a.py", "old = '\e[2J'\n");
        Run("check", "--diff", "--color", "never").Output.Should().NotContain("\e").And.Contain("+newer = '");
    }

    /// <summary>The runner skips white space before an order, so a line of context can be one.</summary>
    [Test]
    public void A_patch_is_guarded_and_still_applies()
    {
        Set("GITHUB_ACTIONS", "true");
        Write("a.py", "x = \"\"\"\n::error::order\n\"\"\"\nold = 1\n");
        var patch = Run("check", "--diff", "a.py").Output;
        patch.Should().MatchRegex("^::stop-commands::([0-9a-f]+)\n--- a/a.py\n(?s:.*)\n ::error::order\n(?s:.*)\n::\\1::\n$");
        Run("check", "--diff", "a.py", "-o", "patch").Output.Should().BeEmpty();
        Read("patch").Should().StartWith("--- a/a.py");
    }

    /// <summary>With <c>--selct X --fix</c> everything would be fixed but X alone.</summary>
    [TestCase("--selct", "PLS2")]
    [TestCase("--ignore", "toy-saef")]
    [TestCase("--unfixable", "toy-saef")]
    public void Nothing_is_fixed_where_it_is_not_clear_what_should_be(string option, string value)
    {
        Write("a.py", "old = 1\n");
        var result = Run("check", "--fix", option, value, "a.py");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("; did you mean `");
        Read("a.py").Should().Be("old = 1\n");
    }

    /// <summary>R17; <c>PYLINT_SHARP_KILLS</c> sets how often, in the place of 12 times.</summary>
    [Test]
    public void A_run_that_is_killed_leaves_the_old_file_or_the_new_one()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("PYLINT_SHARP_KILLS"), out var asked) ? asked : 12;
        var (before, after) = (new string[40], new string[40]);
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = string.Concat(Enumerable.Repeat($"value_{i} = 1  # noqa: PLS201\n", 300));
            after[i] = string.Concat(Enumerable.Repeat($"value_{i} = 1\n", 300));
        }

        var random = new Random(3);
        var changed = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            for (var i = 0; i < before.Length; i++)
            {
                Write($"f{i:00}.py", before[i]);
            }

            using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll"), "check", "--fix", "--select", "PLS2,PLS901", "-o", "out"])
            {
                WorkingDirectory = Folder,
            })!;
            WaitForFirstWrite(process, before[0]);
            Thread.Sleep(random.Next(30));
            process.Kill();
            process.WaitForExit();
            for (var i = 0; i < before.Length; i++)
            {
                var content = Read($"f{i:00}.py");
                content.Should().BeOneOf(before[i], after[i]);
                changed += content == after[i] ? 1 : 0;
            }
        }

        changed.Should().BePositive("a kill before the first write proves nothing");
    }

    private void WaitForFirstWrite(Process process, string before)
    {
        while (!process.HasExited && Read("f00.py") == before)
        {
            Thread.Sleep(1);
        }
    }

    private void WriteAll(Dictionary<string, byte[]> files)
    {
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllBytes(PathOf(name), content);
        }
    }

    private void Git(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", args) { WorkingDirectory = Folder, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            error.Should().BeEmpty();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("git is not installed");
        }
    }
}
