using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>The same files give the same bytes, whoever asks, how, and from where.</summary>
public class DeterminismTests : CommandLineTest
{
    [TestCase("full")]
    [TestCase("json")]
    [TestCase("gitlab")]
    public void Output_is_the_same_on_every_machine(string format)
    {
        for (var i = 0; i < 20; i++)
        {
            Write($"src/I{i}ı.py", $"try:\n    x = {i}\nexcept:\n    pass\nlist = [1]\ntitle = 'I'\n");
        }

        Write("one/here", "");
        Write("two/here", "");
        string[] args = ["check", Path.Combine(Folder, "src"), "--output-format", format];
        var expected = Start(Path.Combine(Folder, "one"), args, "1");
        expected.Should().Contain("PLS201").And.Contain("I19");
        Start(Path.Combine(Folder, "one"), args, "2", "tr_TR.UTF-8", "Asia/Tokyo").Should().Be(expected);
        Start(Path.Combine(Folder, "two"), args, "16", "de_DE.UTF-8", "America/St_Johns").Should().Be(expected);
        Start(Path.Combine(Folder, "two"), args, "1", "C", "UTC").Should().Be(expected);
    }

    private static string Start(string folder, string[] args, string jobs, string locale = "C.UTF-8", string zone = "UTC")
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll"), .. args, "-j", jobs])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        (start.Environment["LC_ALL"], start.Environment["LANG"], start.Environment["TZ"]) = (locale, locale, zone);
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        process.ExitCode.Should().Be(1);
        return Encoding.Latin1.GetString(output.ToArray());
    }
}
