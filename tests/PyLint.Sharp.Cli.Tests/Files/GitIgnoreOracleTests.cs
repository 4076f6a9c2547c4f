using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Tests.Files;

/// <summary>Git is asked what random ignore files mean for random trees.</summary>
[Platform("Linux")]
public class GitIgnoreOracleTests : CommandLineTest
{
    private const int Repositories = 4;
    private const int Trees = 40;

    private string Home => Path.Combine(Folder, "home");

    [Test]
    public void Git_and_we_ignore_the_same_files([Range(0, Repositories - 1)] int number)
    {
        Git.Require();
        var root = Path.Combine(Folder, "root");
        var files = CreateRepository(root, number);
        var verdicts = VerdictsOfGit(root, Home, files);
        var layer = SettingsLayer.Empty
            .With(SettingTable.Exclude, [PathPattern.Parse(".git", root, out _)!], Origin.Default)
            .With(SettingTable.Include, [PathPattern.Parse("*", root, out _)!], Origin.Default);
        var settings = new EffectiveSettings(SettingsLayer.Empty, layer);
        var discovery = new FileDiscovery(new FileChoice(_ => settings) { ForcesExclude = true }, root, name => name == "HOME" ? Home : name == "GIT_CONFIG_NOSYSTEM" ? "1" : null);

        verdicts.Where(verdict => verdict.Value.IsIgnored != discovery.IsForcedOut(verdict.Key))
            .Select(verdict => $"{verdict.Key} by {verdict.Value.By}").Should().BeEmpty();
        discovery.Find(["."], []).Files.Where(file => file.Problem is null).Select(file => file.ShownPath).Where(path => Path.GetFileName(path) != ".gitignore")
            .Should().Equal(files.Where(file => !verdicts[file].IsIgnored));

        var ignored = verdicts.Values.Count(verdict => verdict.IsIgnored);
        TestContext.Out.WriteLine($"{verdicts.Count} cases, {ignored} ignored");
        verdicts.Count.Should().BeGreaterThan(1000);
        (ignored / (double)verdicts.Count).Should().BeInRange(0.1, 0.9, "both answers must occur");
    }

    /// <summary>Many small trees in one repository, because each question to git is a process.</summary>
    private List<string> CreateRepository(string root, int number)
    {
        var files = new List<string>();
        for (var i = 0; i < Trees; i++)
        {
            var tree = new IgnoreTree((number * Trees) + i, Path.Combine(root, $"{i}"));
            tree.CreateFiles();
            files.AddRange(tree.Files.Select(file => $"{i}/{file}"));
        }

        Directory.CreateDirectory(Home);
        new IgnoreTree(number, root).CreateRepository(Home);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static Dictionary<string, (bool IsIgnored, string By)> VerdictsOfGit(string root, string home, IReadOnlyCollection<string> paths)
    {
        var fields = Git.Run(root, home, string.Join('\0', paths) + '\0', "check-ignore", "-v", "-n", "-z", "--no-index", "--stdin").Split('\0');
        return fields.Chunk(4).Where(record => record.Length == 4)
            .ToDictionary(record => record[3], record => (record[2].Length > 0 && record[2][0] != '!', $"{record[0]}:{record[1]}: {record[2]}"));
    }
}
