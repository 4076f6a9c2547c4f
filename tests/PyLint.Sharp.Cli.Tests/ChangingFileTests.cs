namespace PyLint.Sharp.Cli.Tests;

/// <summary>What is checked is one state of a file, whatever happens to it meanwhile.</summary>
public class ChangingFileTests : CommandLineTest
{
    [Test]
    public void A_file_may_change_while_it_is_read()
    {
        const int runs = 300;
        var path = Path.Combine(Folder, "a.py");
        Write("a.py", "bad\n");
        using var end = new CancellationTokenSource();
        var writer = Task.Run(() => Change(path, end.Token));
        try
        {
            for (var i = 0; i < runs; i++)
            {
                var result = Run("check", "--output-format", "concise", "a.py", "--max-file-size", "1M");
                var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                lines.Where(line => !line.Contains("PLS201") && !line.Contains("PLS001") && !line.Contains("PLS004")).Should().BeEmpty();
                result.ExitCode.Should().Be(lines.Length == 0 ? 0 : lines[0].Contains("PLS001") ? 2 : 1);
                result.Error.Should().BeEmpty();
            }
        }
        finally
        {
            end.Cancel();
            writer.Wait();
        }
    }

    private static void Change(string path, CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.SetLength(i % 3 == 0 ? 0 : 4);
            stream.Seek(0, SeekOrigin.Begin);
            stream.Write("bad\n"u8);
            stream.Write(new string('\n', i % 5 * 400_000).Select(c => (byte)c).ToArray());
        }
    }
}
