using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>The program as users start it.</summary>
public class ProcessTests : CommandLineTest
{
    [Test]
    public void The_program_writes_utf8_without_a_mark_and_with_line_feeds()
    {
        Write("größe.py", "x = 1\n");
        var (exitCode, output, error) = Start("check", "größe.py", "--output-format", "jsonl");
        exitCode.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().StartWith("{\"kind\":\"run\",").And.Contain("\"path\":\"größe.py\"").And.NotContain("\r").And.EndWith("}\n");
    }

    [Test]
    public void The_program_ends_with_two_when_it_is_asked_for_nonsense()
    {
        var (exitCode, output, error) = Start("check", "nowhere");
        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Be("pylint-sharp: error: no such file or folder: `nowhere`\n");
    }

    /// <summary>The program runs without cultures, and .NET normalises nothing then.</summary>
    [Test]
    public void The_program_knows_names_by_their_normal_form()
    {
        Write("a.py", "ﬁ");
        Start("ast", "a.py").Output.Should().Contain("\"id\":\"fi\"");
    }

    private (int ExitCode, string Output, string Error) Start(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false, true),
            StandardErrorEncoding = new UTF8Encoding(false, true),
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
