namespace PyLint.Sharp.Cli.Tests;

public class ProgressTests : CommandLineTest
{
    private const string Erase = "\r\e[K";

    [SetUp]
    public void WriteFiles()
    {
        Write("a.py", "bad\n");
        Write("b.py", "x = 1\n");
        IsErrorTerminal = true;
    }

    [Test]
    public void A_terminal_tells_how_far_the_run_is_until_it_ends() => Run("check").Error.Should().Be(
        $"{Erase}checked 1 of 2 files{Erase}{Erase}checked 2 of 2 files{Erase}");

    /// <summary>Lines of results and the line of progress share a terminal.</summary>
    [Test]
    public void Nothing_is_written_behind_the_line()
    {
        using var both = new StringWriter { NewLine = "\n" };
        using var output = new Echo(both);
        using var host = HostWith(output, both);
        CommandLine.Run(["check", "--output-format", "concise", "a.py", "b.py"], host);
        both.ToString().Split(Erase).Where(part => part.StartsWith("checked", StringComparison.Ordinal)).Should().OnlyContain(part => part.EndsWith("files"))
            .And.HaveCount(2);
    }

    [Test]
    public void A_short_run_tells_nothing()
    {
        ProgressDelay = TimeSpan.FromHours(1);
        Run("check").Error.Should().BeEmpty();
    }

    [Test]
    public void Nobody_is_told_who_does_not_want_it()
    {
        Run("check", "--no-progress").Error.Should().BeEmpty();
        Set("CI", "true");
        Run("check").Error.Should().BeEmpty();
        Set("CI", "");
        Run("check").Error.Should().NotBeEmpty();
        IsErrorTerminal = false;
        Run("check").Error.Should().BeEmpty();
    }

    /// <summary>Writes to the same place as standard error.</summary>
    private sealed class Echo(StringWriter both) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => both.Write(System.Text.Encoding.UTF8.GetString(buffer));
    }
}
