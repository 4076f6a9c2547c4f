namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>A cache file may hold anything.</summary>
public class DamagedCacheTests : CacheTest
{
    private const int PurposeBytes = 32;
    private static readonly string[] Check = ["check", "a.py", "b.py", "--output-format", "json"];

    private string expected = "";
    private byte[] whole = [];

    [SetUp]
    public void FillCache()
    {
        Write("a.py", "list = [1]\ntry:\n    x = 1\nexcept:\n    pass\nseen = {[]}\n");
        Write("b.py", "import os.path\ntry:\n    x = os.path.exists('b')\nexcept:  # noqa: PLS201 so be it\n    pass\n");
        expected = Run([.. Check, "--no-cache"]).Output;
        Run(Check).Output.Should().Be(expected).And.Contain("PLS201").And.Contain("so be it");
        whole = File.ReadAllBytes(CacheFile);
    }

    [Test]
    public void A_wrong_bit_changes_nothing_and_is_repaired()
    {
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])whole.Clone();
            var place = i < 40 ? i : i < 80 ? whole.Length - 1 - (i - 40) : random.Next(whole.Length);
            damaged[place] ^= (byte)(1 << random.Next(8));
            RequireRepair(damaged, $"byte {place}");
        }
    }

    [Test]
    public void A_file_that_is_cut_or_grown_changes_nothing_and_is_repaired()
    {
        var random = new Random(2);
        for (var i = 0; i < 100; i++)
        {
            RequireRepair(whole[..(i < 70 ? i : random.Next(whole.Length))], $"cut {i}");
        }

        RequireRepair([.. whole, 0], "a byte more");
        RequireRepair([.. whole, .. whole], "twice");
        RequireRepair("#!/usr/bin/env python\n"u8.ToArray(), "a script");
    }

    /// <summary>Whoever can compute the checksum may tell lies, but can't make the program fail.</summary>
    [Test]
    public void Nonsense_behind_a_right_checksum_is_survived()
    {
        var entries = Cli.Caching.CacheFile.Read(whole, whole.AsSpan(0, PurposeBytes));
        entries.Should().HaveCount(2);
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var forged = entries.ToDictionary(entry => entry.Key, entry =>
            {
                var bytes = entry.Value.ToArray();
                bytes[random.Next(PurposeBytes, bytes.Length)] = (byte)random.Next(256);
                return new ReadOnlyMemory<byte>(i % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            });
            File.WriteAllBytes(CacheFile, Cli.Caching.CacheFile.Write(whole.AsSpan(0, PurposeBytes), forged));
            Run(Check).Error.Should().BeEmpty();
        }
    }

    [Test]
    public void A_folder_in_the_place_of_the_cache_file_is_left_alone()
    {
        var path = CacheFile;
        File.Delete(path);
        Directory.CreateDirectory(path);
        Run(Check).Should().Be(new CommandLineResult(1, expected, ""));
        Directory.GetFiles(CacheFolder, "*.tmp").Should().BeEmpty();
    }

    [Test]
    public void A_cache_folder_that_can_not_be_is_not_missed()
    {
        Run([.. Check, "--cache-dir", "a.py/cache"]).Should().Be(new CommandLineResult(1, expected, ""));
        Run([.. Check, "--cache-dir", "a.py"]).Should().Be(new CommandLineResult(1, expected, ""));
    }

    private void RequireRepair(byte[] damaged, string what)
    {
        File.WriteAllBytes(CacheFile, damaged);
        Run(Check).Should().Be(new CommandLineResult(1, expected, ""), what);
        File.ReadAllBytes(CacheFile).Should().HaveCount(whole.Length, what);
    }
}
