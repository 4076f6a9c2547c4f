namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>A system without OpenSSL, as most small containers are: .NET would end the process where it wants a hash or a secret of it.</summary>
[Platform("Linux")]
public class WithoutOpenSslTests : CommandLineTest
{
    private const string Hide = "for file in /lib/libssl.so* /lib64/libssl.so* /lib/*/libssl.so* /usr/lib/libssl.so* /usr/lib64/libssl.so* /usr/lib/*/libssl.so*; do [ ! -f \"$file\" ] || mount --bind /dev/null \"$file\"; done";

    [SetUp]
    public void RequireMounts()
    {
        Write("a.py", "try:\n    x()\nexcept:\n    pass\n");
        if (!BuiltProgram.Has("unshare", "-rm", "sh", "-c", "mount --bind /dev/null /dev/full"))
        {
            Assert.Ignore("nothing can be hidden here");
        }
    }

    [Test]
    public void Every_format_is_written([Values("full", "jsonl", "sarif", "gitlab", "github")] string format)
    {
        var result = RunHidden("--output-format", format);
        result.Error.Should().BeEmpty();
        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("PLS201");
    }

    [Test]
    public void Fixes_and_the_cache_are_written()
    {
        RunHidden("--fix", "--unsafe-fixes", "--exit-zero").ExitCode.Should().Be(0);
        RunHidden("--cache-dir", "cache").ExitCode.Should().BeOneOf(0, 1);
        Directory.GetFiles(Path.Combine(Folder, "cache")).Should().Contain(file => file.EndsWith(".bin"));
    }

    private ProgramResult RunHidden(params string[] options) =>
        BuiltProgram.RunInShell(Folder, $"exec unshare -rm bash -c '{Hide}; exec \"$@\"' bash \"$@\"", ["check", .. options, "a.py"]);
}
