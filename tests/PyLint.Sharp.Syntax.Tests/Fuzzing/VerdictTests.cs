using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Fuzzing;

/// <summary>
/// CPython compiles what the generator calls valid. Where no Python 3.12 or later is installed, the programs must be those that
/// CPython has compiled before.
/// </summary>
[TestFixture]
public sealed class VerdictTests
{
    private const int Count = 300;
    private const string Recorded = "tests/PyLint.Sharp.Syntax.Tests/Fuzzing/verdicts.sha256";

    private const string Script = """
        import json, sys, warnings
        if sys.version_info < (3, 12):
            sys.exit(3)
        warnings.simplefilter('ignore')
        refused = []
        for index, source in enumerate(json.load(sys.stdin)):
            try:
                compile(source.encode(), 'generated', 'exec')
            except (SyntaxError, ValueError) as error:
                refused.append(f'{index}: {error}')
        json.dump(refused, sys.stdout)
        """;

    [Test]
    public void CPython_compiles_every_generated_program()
    {
        var programs = Enumerable.Range(0, Count).Select(seed => new ProgramGenerator(new Random(seed)).Program()).ToList();
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(programs)));
        if (RefusedByPython(programs) is { } refused)
        {
            refused.Should().BeEmpty();
        }

        digest.Should().Be(Repository.ReadText(Recorded).Trim(), "these programs were compiled; if CPython compiles the new ones, record their digest in {0}", Recorded);
    }

    /// <summary>What CPython refuses, or null without a CPython.</summary>
    private static string[]? RefusedByPython(List<string> programs) =>
        new[] { Environment.GetEnvironmentVariable("PYLINT_SHARP_PYTHON"), "python3.14", "python3.13", "python3.12", "python3" }
            .OfType<string>()
            .Select(python => Run(python, JsonSerializer.Serialize(programs)))
            .OfType<string>()
            .Select(output => JsonSerializer.Deserialize<string[]>(output))
            .FirstOrDefault();

    private static string? Run(string python, string input)
    {
        var start = new ProcessStartInfo(python, ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException)
        {
            return null; // not installed, or too old to read its input
        }
    }
}
