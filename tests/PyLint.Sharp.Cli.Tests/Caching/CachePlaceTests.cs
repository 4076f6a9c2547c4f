namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>When there is a cache, and where.</summary>
public class CachePlaceTests : CacheTest
{
    [SetUp]
    public void CreateFile() => Write("a.py", "try:\n    x = 1\nexcept:\n    pass\n");

    [Test]
    public void It_lies_beside_the_configuration_and_hides_from_git()
    {
        Write("pylint-sharp.toml", "");
        Write("sub/b.py", "x = 1\n");
        Run("check", "sub");
        File.ReadAllText(Path.Combine(CacheFolder, ".gitignore")).Should().Be("*\n");
        Directory.GetFiles(CacheFolder).Should().HaveCount(2).And.Contain(CacheFile);
    }

    [Test]
    public void A_search_does_not_enter_it()
    {
        Write(".pylint-sharp-cache/b.py", "try:\n    x = 1\nexcept:\n    pass\n");
        Run("check", ".", "--output-format", "concise").Output.Should().Contain("a.py").And.NotContain("b.py");
    }

    [TestCase("--no-cache")]
    [TestCase("--fix")]
    [TestCase("--diff")]
    [TestCase("--timing")]
    [TestCase("-v")]
    [TestCase("--isolated")]
    [TestCase("--ignore-suppressions")]
    public void There_is_none(string option)
    {
        Run("check", ".", option);
        Directory.Exists(CacheFolder).Should().BeFalse();
    }

    [Test]
    public void Standard_input_is_not_kept()
    {
        StandardInput = "x = 1\n";
        Run("check", "-");
        Directory.Exists(CacheFolder).Should().BeFalse();
    }

    [Test]
    public void The_environment_decides_and_the_command_line_beats_it()
    {
        Set("PYLINT_SHARP_CACHE_DIR", "one");
        Run("check", ".");
        Set("PYLINT_SHARP_NO_CACHE", "1");
        Run("check", ".", "--output-format", "json");
        Directory.GetFiles(Path.Combine(Folder, "one"), "*.bin").Should().ContainSingle();
        Run("check", ".", "--cache-dir", "two", "--isolated");
        Directory.GetFiles(Path.Combine(Folder, "two"), "*.bin").Should().ContainSingle();
        Directory.Exists(CacheFolder).Should().BeFalse();
    }

    [Test]
    public void A_folder_that_was_there_is_not_hidden_and_keeps_what_is_not_ours()
    {
        Write("mine/notes.bin", "");
        Write("mine/pylint-sharp-notes.txt", "");
        for (var i = 0; i < 40; i++)
        {
            Write($"mine/pylint-sharp-{i}.bin", "");
        }

        Run("check", ".", "--cache-dir", "mine");
        var left = Directory.GetFiles(Path.Combine(Folder, "mine")).Select(Path.GetFileName).ToList();
        left.Should().Contain(["notes.bin", "pylint-sharp-notes.txt"]).And.NotContain(".gitignore").And.HaveCount(34, "of our files 32 are kept");
    }

    [Test]
    [Platform("Unix")]
    public void A_link_in_the_place_of_the_folder_is_not_followed()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "elsewhere"));
        Directory.CreateSymbolicLink(CacheFolder, Path.Combine(Folder, "elsewhere"));
        Run("check", "a.py").ExitCode.Should().Be(1);
        Directory.GetFileSystemEntries(Path.Combine(Folder, "elsewhere")).Should().BeEmpty();
    }
}
