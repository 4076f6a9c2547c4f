using PyLint.Sharp.Cli.Tests.Robustness;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>
/// The program as machine code says what the program says that .NET runs. <c>PYLINT_SHARP_NATIVE</c> names it, as the profile
/// <c>native</c> makes it; without it these tests are skipped, because not every machine has a linker.
/// </summary>
[NonParallelizable]
public class NativeProgramTests
{
    private const string Variable = "PYLINT_SHARP_NATIVE";

    private static readonly string[] Formats =
        ["full", "grouped", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"];

    /// <summary>Each verb, each format, and each way to ask for nonsense.</summary>
    private static readonly string[] CommandLines =
    [
        "version", "--help", "check --help", "nonsense", "check nowhere", "check --selct X", "check --select XYZ", "check --config nowhere.toml",
        .. Formats.Select(format => $"check --output-format {format}"),
        "check --diff --unsafe-fixes", "check --explain-level full", "check --color always",
        "rules", "rules --output-format json", "explain PLS101", "explain bare-except", "explain nothing", "config", "config schema",
        "ast .", "symbols .", "baseline create --help", "init --help",
        "completions bash", "completions zsh", "completions fish", "completions pwsh",
    ];

    private string folder = "";
    private string program = "";

    [OneTimeSetUp]
    public void CreateFolder()
    {
        program = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (program.Length == 0)
        {
            Assert.Ignore($"{Variable} is not set");
        }

        folder = Directory.CreateTempSubdirectory("pylint-sharp-native-").FullName;
        WritePrograms("read");
    }

    [OneTimeTearDown]
    public void DeleteFolder()
    {
        if (folder.Length > 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCaseSource(nameof(CommandLines))]
    public void Machine_code_says_what_the_program_says(string commandLine)
    {
        var expected = Managed(PathOf("read"), commandLine);
        (expected.Output + expected.Error).Should().NotBeEmpty();
        Native(PathOf("read"), commandLine).Should().Be(expected);
    }

    [Test]
    public void Machine_code_fixes_what_the_program_fixes()
    {
        const string Fix = "check --fix --unsafe-fixes";
        Native(WritePrograms("native"), Fix).Should().Be(Managed(WritePrograms("managed"), Fix));
        var changed = 0;
        foreach (var original in Directory.GetFiles(PathOf("read"), "*.py", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(PathOf("read"), original);
            var expected = File.ReadAllBytes(Path.Combine(PathOf("managed"), name));
            File.ReadAllBytes(Path.Combine(PathOf("native"), name)).Should().Equal(expected);
            changed += expected.AsSpan().SequenceEqual(File.ReadAllBytes(original)) ? 0 : 1;
        }

        changed.Should().BePositive();
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private string WritePrograms(string name)
    {
        Programs.WriteAll(Directory.CreateDirectory(PathOf(name)).FullName);
        return PathOf(name);
    }

    private static CommandLineResult Managed(string folder, string commandLine) => Run(folder, "dotnet", ["exec", BuiltProgram.Path, .. commandLine.Split(' ')]);

    private CommandLineResult Native(string folder, string commandLine) => Run(folder, program, commandLine.Split(' '));

    private static CommandLineResult Run(string folder, string command, IEnumerable<string> args) =>
        Processes.Run(command, args, folder, "", ("PYLINT_SHARP_NO_CACHE", "1"));
}
