using System.IO.Compression;
using System.Xml.Linq;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>The .NET tool, packed from what the tests were built with and installed as users do it.</summary>
[NonParallelizable]
public class PackageTests
{
    private const long LargestPackage = 3 << 20;

    private static readonly (string, string)[] Quiet =
        [("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1")];

    private string folder = "";
    private string package = "";

    [OneTimeSetUp]
    public void Pack()
    {
        Processes.Require("dotnet", "--version");
        folder = Directory.CreateTempSubdirectory("pylint-sharp-package-").FullName;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        Dotnet("pack", Repository.PathOf("src/PyLint.Sharp.Cli"), "-c", configuration, "--no-build", "-o", Path.Combine(folder, "feed"));
        package = Directory.GetFiles(Path.Combine(folder, "feed")).Should().ContainSingle().Which;
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_package_says_what_it_is()
    {
        using var zip = ZipFile.OpenRead(package);
        var nuspec = XDocument.Parse(TextOf(zip, "PyLint.Sharp.nuspec")).Root!.Elements().Single();
        string ValueOf(string name) => nuspec.Elements().Single(element => element.Name.LocalName == name).Value;
        ValueOf("id").Should().Be("PyLint.Sharp");
        ValueOf("version").Should().Be(Verbs.VersionVerb.Number);
        ValueOf("license").Should().Be("MIT");
        ValueOf("description").Should().Contain("Python").And.EndWith(".");
        nuspec.Elements().Should().NotContain(element => element.Name.LocalName == "dependencies", "a tool brings along all it needs");
        TextOf(zip, ValueOf("readme")).ReplaceLineEndings("\n").Should().Be(Repository.ReadText("src/PyLint.Sharp.Cli/README.md"));
        TextOf(zip, "LICENSE").ReplaceLineEndings("\n").Should().Be(Repository.ReadText("LICENSE"));
        TextOf(zip, "tools/net10.0/any/DotnetToolSettings.xml").Should().Contain("<Command Name=\"pylint-sharp\" EntryPoint=\"pylint-sharp.dll\"");
    }

    /// <summary>As text for people, and beside the program, where publishing puts it too.</summary>
    [Test]
    public void The_package_gives_notice_of_every_library_in_it()
    {
        using var zip = ZipFile.OpenRead(package);
        var notices = Repository.ReadText(NoticeTests.File);
        TextOf(zip, "THIRD-PARTY-NOTICES.txt").ReplaceLineEndings("\n").Should().Be(notices);
        TextOf(zip, "tools/net10.0/any/THIRD-PARTY-NOTICES.txt").ReplaceLineEndings("\n").Should().Be(notices);
        var libraries = zip.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name))
            .Where(name => name != "pylint-sharp" && !name.StartsWith("PyLint.Sharp.", StringComparison.Ordinal));
        NoticeTests.Named.Should().BeEquivalentTo(libraries);
    }

    /// <summary>Without what only those need who compile against libraries.</summary>
    [Test]
    public void The_package_is_small()
    {
        using var zip = ZipFile.OpenRead(package);
        zip.Entries.Select(entry => entry.Name).Where(name => name.EndsWith(".xml", StringComparison.Ordinal)).Should().BeEquivalentTo("DotnetToolSettings.xml", "[Content_Types].xml");
        new FileInfo(package).Length.Should().BeLessThan(LargestPackage);
    }

    /// <summary>As pre-commit installs it: from the one folder, with no other source of packages.</summary>
    [Test]
    public void It_installs_from_a_local_feed_and_runs()
    {
        File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        var tools = Path.Combine(folder, "installed");
        Dotnet("tool", "install", "PyLint.Sharp", "--configfile", Path.Combine(folder, "nuget.config"), "--tool-path", tools, "--add-source", Path.Combine(folder, "feed"), "--no-cache");
        var tool = Path.Combine(tools, "pylint-sharp");
        Processes.Run(tool, ["--version"], folder).Should().Be(new CommandLineResult(0, $"pylint-sharp {Verbs.VersionVerb.Number}\n", ""));
        var sample = Repository.PathOf("samples/data-types/two-sum");
        var found = Processes.Run(tool, ["check", "--isolated", "--no-cache", "--output-format", "concise", sample], folder);
        found.ExitCode.Should().Be(1);
        found.Output.Should().Contain("PLS101");
    }

    /// <summary>All but the compiler, whose work is done.</summary>
    [Test]
    public void The_action_installs_it_once_a_job()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!;
        Directory.CreateDirectory(Path.Combine(folder, "commands"));
        var command = Path.Combine(folder, "commands", "dotnet");
        File.WriteAllText(command, $"""
            #!/usr/bin/env bash
            printf '%s\n' "$*" >>"{folder}/calls"
            PATH='{path}'
            if [ "$1" = pack ]; then mkdir -p "{folder}/temp/pylint-sharp-feed"; cp "{package}" "{folder}/temp/pylint-sharp-feed"; else exec dotnet "$@"; fi
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var action = new ActionFile();
        var step = action.Scripts.First();
        var temp = $"{folder}/temp";
        Dictionary<string, string> expressions = new() { ["github.action_path"] = Repository.Root, ["runner.temp"] = temp };
        for (var run = 0; run < 2; run++)
        {
            var result = action.Run(step, folder, expressions, [("PATH", $"{folder}/commands{Path.PathSeparator}{path}"), .. Quiet]);
            result.ExitCode.Should().Be(0, result.Output + result.Error);
        }

        File.ReadAllLines(Path.Combine(folder, "calls")).Should().Equal(
            $"pack {Repository.Root}/src/PyLint.Sharp.Cli -c Release -o {temp}/pylint-sharp-feed".Replace("//", "/", StringComparison.Ordinal),
            $"tool install PyLint.Sharp --tool-path {temp}/pylint-sharp --source {temp}/pylint-sharp-feed --no-cache");
        Processes.Run(Path.Combine(temp, "pylint-sharp", "pylint-sharp"), ["version"], folder).ExitCode.Should().Be(0);
    }

    private static string TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private void Dotnet(params string[] args)
    {
        var result = Processes.Run("dotnet", args, folder, "", Quiet);
        result.ExitCode.Should().Be(0, result.Output + result.Error);
    }
}
