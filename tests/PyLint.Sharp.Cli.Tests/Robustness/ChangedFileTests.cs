using System.Globalization;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R16: files that somebody else writes while they are checked and fixed.</summary>
public class ChangedFileTests : CommandLineTest
{
    private const int LongestFile = 4_000;

    private protected override RuleCatalog Catalog { get; } = new([new SoundRule()]);

    /// <summary>
    /// The other one writes whole lines with ever larger numbers, so a mix of two states of the file shows in its lines.
    /// <c>PYLINT_SHARP_RACES</c> sets the number of runs, in the place of 1,000.
    /// </summary>
    [Test]
    public void No_file_becomes_a_mix_of_two()
    {
        var path = Path.Combine(Folder, "a.py");
        Write("a.py", "old = 0\n");
        using var stop = new CancellationTokenSource();
        var writer = new Thread(() => Append(path, stop.Token));
        writer.Start();
        var (fixes, lost) = (0, 0);
        try
        {
            for (var run = 0; run < BuiltProgram.Wanted("PYLINT_SHARP_RACES", 1_000); run++)
            {
                var isLost = FixMeanwhile();
                var content = File.ReadAllText(path);
                Numbers(content).Should().BeInAscendingOrder();
                fixes += content.Contains("newer", StringComparison.Ordinal) ? 1 : 0;
                lost += isLost ? 1 : 0;
            }
        }
        finally
        {
            stop.Cancel();
            writer.Join();
        }

        fixes.Should().BePositive("a file that is never written cannot become a mix");
        lost.Should().BePositive("the other one must have been in the way");
        Directory.GetFiles(Folder).Should().ContainSingle("no temporary file is left");
    }

    /// <summary>True when the other one was quicker, and the file was left alone.</summary>
    private bool FixMeanwhile()
    {
        var result = Run("check", "--fix", "--output-format", "concise");
        result.Error.Should().MatchRegex(@"^(pylint-sharp: error: `a\.py` could not be fixed: it was changed by somebody else in the meantime\n)?$");
        result.ExitCode.Should().Be(result.Error.Length == 0 ? 0 : 2);
        return result.ExitCode == 2;
    }

    private static IEnumerable<int> Numbers(string content)
    {
        foreach (var line in content.Split('\n')[..^1])
        {
            line.Should().MatchRegex("^(old|newer) = [0-9]+$");
            yield return int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
        }

        (content.Length == 0 || content.EndsWith('\n')).Should().BeTrue("lines are whole");
    }

    private static void Append(string path, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            // One call of the system each, so that no half line is ever there.
            var mode = new FileInfo(path).Length > LongestFile ? FileMode.Truncate : FileMode.Append;
            using (var file = new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes($"old = {number.ToString(CultureInfo.InvariantCulture)}\n"));
            }

            Thread.Sleep(number % 8 == 0 ? 8 : 0);
        }
    }
}
