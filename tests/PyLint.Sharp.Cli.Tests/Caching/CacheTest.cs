using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>Runs with a cache, and the real rules: theirs are the labels, fixes and texts that must come back.</summary>
public abstract class CacheTest : CommandLineTest
{
    private protected override RuleCatalog Catalog => BuiltInRules.Catalog;

    protected string CacheFolder => Path.Combine(Folder, ".pylint-sharp-cache");

    [SetUp]
    public void AllowCache() => Set("PYLINT_SHARP_NO_CACHE", "");

    protected string CacheFile => Directory.GetFiles(CacheFolder, "*.bin").Should().ContainSingle().Subject;

    /// <summary>The run with the cache must say what the run without it says.</summary>
    protected void RequireSame(string what, params string[] args)
    {
        var expected = Run([.. args, "--no-cache"]);
        var actual = Run(args);
        actual.Error.Should().Be(expected.Error, what);
        actual.Output.Should().Be(expected.Output, what);
        actual.ExitCode.Should().Be(expected.ExitCode, what);
    }

    protected void WriteBytes(string path, byte[] content) => File.WriteAllBytes(Path.Combine(Folder, path), content);
}
