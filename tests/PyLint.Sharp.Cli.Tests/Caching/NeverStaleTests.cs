namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>Whatever happens between two runs, the second says what a run without a cache says.</summary>
public class NeverStaleTests : CacheTest
{
    private const int Steps = 60;

    private static readonly string[] Formats = ["full", "json", "sarif"];

    private static readonly string[] Configurations =
    [
        "",
        "lint.select = [\"PLS1\", \"PLS2\", \"PLS9\"]\n",
        "lint.ignore = [\"bare-except\"]\n",
        "[lint]\nper-file-ignores = { \"a*\" = [\"PLS2\"] }\n",
        "[lint]\nper-file-ignores = { \"b*\" = [\"PLS2\"] }\n",
        "[lint]\nseverity = { PLS201 = \"info\" }\n",
        "[lint]\nextend-unsafe-fixes = [\"ALL\"]\n",
        "[rules.PLS301]\nallow = [\"list\"]\n",
        "target-version = \"py38\"\n",
        "profile = \"all\"\n",
        "profile = [\n",
    ];

    private static readonly string[][] Options = [[], [], [], ["--target-version", "py39"], ["--select", "PLS2"], ["--ignore-suppressions", "--cache-dir", ".pylint-sharp-cache"], ["-j", "4"]];

    [Test]
    public void A_cache_never_changes_what_is_said([Range(0, 7)] int seed)
    {
        var random = new Random(seed);
        var history = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            history.Add(Change(random));
            string[] args = ["check", ".", "--output-format", Formats[random.Next(Formats.Length)], .. Options[random.Next(Options.Length)]];
            history.Add(string.Join(' ', args));
            RequireSame(string.Join("; ", history.TakeLast(8)), args);
        }

        Directory.GetFiles(CacheFolder, "*.bin").Length.Should().BeGreaterThan(1);
        Directory.GetFiles(CacheFolder, "*.tmp").Should().BeEmpty();
    }

    private string Change(Random random)
    {
        var (name, other) = (Name(random), Name(random));
        var (path, target) = (Path.Combine(Folder, name), Path.Combine(Folder, other));
        switch (random.Next(8))
        {
            case 0 when File.Exists(path):
                File.Move(path, target, overwrite: true);
                return $"{name} becomes {other}";
            case 1 when File.Exists(path) && File.Exists(target) && name != other:
                var (left, right) = (File.ReadAllBytes(path), File.ReadAllBytes(target));
                WriteBytes(name, right);
                WriteBytes(other, left);
                return $"{name} and {other} change places";
            case 2:
                File.Delete(path);
                return $"{name} is deleted";
            case 3 or 4:
                var configuration = Configurations[random.Next(Configurations.Length)];
                Write("pylint-sharp.toml", configuration);
                return $"configuration {configuration}";
            case 5:
                return "nothing";
            default:
                WriteBytes(name, Snippets.File(random));
                return $"{name} is edited";
        }
    }

    private static string Name(Random random) => $"{(char)('a' + random.Next(4))}.{(random.Next(4) == 0 ? "pyi" : "py")}";
}
