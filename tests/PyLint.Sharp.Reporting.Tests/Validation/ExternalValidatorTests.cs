using System.Diagnostics;
using System.Text.Json;
using PyLint.Sharp.Reporting.Tests.Formats;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Reporting.Tests.Validation;

/// <summary>
/// Our reports and schemas in the eyes of other people's validators. They are not part of the build: <c>install.sh</c> fetches them, and
/// without them these tests are skipped.
/// </summary>
public class ExternalValidatorTests
{
    private const string Variable = "PYLINT_SHARP_VALIDATORS";
    private const string Schemas = "tests/PyLint.Sharp.Reporting.Tests/Schemas/";
    private const string Published = "src/PyLint.Sharp.Reporting/Schemas/pylint-sharp-result-1.schema.json";

    /// <summary>What Azure's own pipeline adds to a report: its ids and the link back to the build.</summary>
    private static readonly HashSet<string> MadeByTheHost = ["GHAzDO1019", "GHAzDO1020"];

    private static readonly FileReport[][] Runs = [[], [.. Hostile.Files], [Hostile.Crowd(10_000)]];

    [Test]
    public void Ajv_accepts_our_documents([Values("json", "jsonl", "sarif", "gitlab", "rdjson")] string name, [Range(0, 2)] int run)
    {
        var schema = name is "json" or "jsonl" ? Published : $"{Schemas}{name}.schema.json";
        var documents = Format.Of(name).Write(Runs[run]);
        var lines = name == "jsonl" ? documents : JsonSerializer.Serialize(JsonDocument.Parse(documents).RootElement) + '\n';
        var script = Repository.PathOf("tests/PyLint.Sharp.Reporting.Tests/Validation/validate.cjs");
        Start("node", [script, Folder(), Repository.PathOf(schema)], lines).Should().BeEmpty();
    }

    /// <summary>The rules of the format itself and those of Azure DevOps; the tool exits with 0 whatever it finds.</summary>
    [Test]
    public void The_multitool_finds_no_error_in_SARIF([Range(0, 2)] int run)
    {
        var tool = Directory.EnumerateFiles(Path.Combine(Folder(), "node_modules", "@microsoft"), "Sarif.Multitool*", SearchOption.AllDirectories)
            .Single(path => Path.GetFileName(path) is "Sarif.Multitool" or "Sarif.Multitool.exe");
        var folder = Directory.CreateTempSubdirectory("pylint-sharp-tests-").FullName;
        try
        {
            var (input, output) = (Path.Combine(folder, "in.sarif"), Path.Combine(folder, "out.sarif"));
            File.WriteAllText(input, Format.Of("sarif").Write(Runs[run]));
            Start(tool, ["validate", input, "--rule-kind", "Sarif;GHAzDO", "-o", output, "--log", "ForceOverwrite", "--max-file-size-in-kb", "100000"]);
            using var report = JsonDocument.Parse(File.ReadAllText(output));
            var results = report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
            results.Where(result => result.TryGetProperty("level", out var level) && level.GetString() == "error")
                .Where(result => !MadeByTheHost.Contains(result.GetProperty("ruleId").GetString()!))
                .Select(result => result.ToString())
                .Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return folder;
        }

        Assert.Ignore($"{Variable} names no folder with validators; Validation/install.sh makes one");
        throw new InvalidOperationException("NUnit ends an ignored test by an exception.");
    }

    private static string Start(string command, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors.Result + output.Result);
        return output.Result;
    }
}
