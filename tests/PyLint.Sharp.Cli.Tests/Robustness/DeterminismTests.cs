using System.Globalization;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R22: the same files give the same bytes, whatever runs beside, wherever they lie, whatever the country.</summary>
public class DeterminismTests : CommandLineTest
{
    private static readonly string[] Formats = ["full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle"];

    private protected override RuleCatalog Catalog => BuiltInRules.Catalog;

    [SetUp]
    public void WritePrograms()
    {
        Programs.WriteAll(Folder);
        Write("Iı/i.py", "try:\n    İI(ı, 1.5)\nexcept:\n    pass\n");
    }

    [TestCaseSource(nameof(Formats))]
    public void The_number_of_threads_does_not_show(string format)
    {
        var alone = Run("check", "--output-format", format, "-j", "1");
        alone.Output.Should().Contain("i.py");
        foreach (var threads in new[] { "2", "16", "2" })
        {
            Run("check", "--output-format", format, "-j", threads).Should().Be(alone);
        }
    }

    [TestCaseSource(nameof(Formats))]
    public void The_place_of_the_folder_does_not_show(string format)
    {
        var here = Run("check", "--output-format", format);
        var elsewhere = Directory.CreateTempSubdirectory("pylint-sharp-tests-elsewhere-").FullName;
        Directory.Delete(elsewhere);
        Directory.Move(Folder, elsewhere);
        Directory.CreateDirectory(Folder);
        using var output = new MemoryStream();
        using var host = new Host
        {
            Output = output,
            Error = TextWriter.Null,
            Input = Stream.Null,
            CurrentDirectory = elsewhere,
            Environment = _ => null,
            Catalog = () => BuiltInRules.Catalog,
        };
        CommandLine.Run(["check", "--output-format", format], host).Should().Be(here.ExitCode);
        Directory.Delete(elsewhere, recursive: true);

        // SARIF names the folder that its paths start from.
        Host.Utf8.GetString(output.ToArray()).Replace(elsewhere, Folder).Should().Be(here.Output);
    }

    [Test]
    public void The_culture_of_the_thread_does_not_show([Values("full", "json", "sarif", "junit")] string format, [Values("tr-TR", "de-DE")] string culture)
    {
        var here = Run("check", "--output-format", format);
        var (before, beforeAll) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture);
            Run("check", "--output-format", format).Should().Be(here);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, beforeAll);
        }
    }

    [Test]
    public void The_environment_of_the_process_does_not_show()
    {
        string[] args = ["check", "--output-format", "full", "--output-format", "sarif:x.sarif", "--fail-level", "error"];
        var usual = Start(args, ("LC_ALL", "C"), ("TZ", "UTC"));
        usual.Output.Should().Contain("i.py");
        Start(args, ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Asia/Kolkata")).Should().Be(usual);
        Start(args, ("LC_ALL", "de_DE"), ("LANG", "de_DE"), ("TZ", "America/St_Johns"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")).Should().Be(usual);
    }

    private (int ExitCode, string Output, string Error, string Report) Start(string[] args, params (string Name, string Value)[] environment)
    {
        var result = BuiltProgram.Run(Folder, args, environment);
        return (result.ExitCode, result.Output, result.Error, File.ReadAllText(Path.Combine(Folder, "x.sarif")));
    }
}
