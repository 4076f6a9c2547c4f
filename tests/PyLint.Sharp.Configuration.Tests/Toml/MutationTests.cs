using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Configuration.Tests.Files;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary><c>PYLINT_SHARP_TOML_MUTATIONS</c> says how many, and with it the seed is another each time.</summary>
public class MutationTests
{
    private const string Script = """
        import json, sys, tomllib
        def verdict(text):
            try:
                tomllib.loads(text)
                return ''
            except RecursionError:
                return '?'
            except ValueError as error:
                return str(error)
        json.dump([verdict(text) for text in json.load(sys.stdin)], sys.stdout)
        """;

    private static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("PYLINT_SHARP_TOML_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : null;

    private static readonly int Seed = Wanted is null ? 1 : Environment.TickCount;

    private static List<string> Texts => [.. Mutations.Of(Seed, Wanted ?? 5_000).Where(text => !HasLoneSurrogate(text))];

    [Test]
    public void Python_refuses_the_same_texts()
    {
        var python = Python.Required(11);
        var texts = Texts;
        var verdicts = Judge(python, texts);
        var different = texts.Zip(verdicts)
            .Where(pair => !IsKnown(pair.First, pair.Second) && (Error(pair.First) is null) != (pair.Second.Length == 0))
            .Select(pair => $"{JsonSerializer.Serialize(pair.First)}: we say {Error(pair.First)?.Message ?? "yes"}, Python says {pair.Second}");
        TestContext.Out.WriteLine($"seed {Seed}: {texts.Count} texts, {verdicts.Count(verdict => verdict.Length == 0)} valid");
        different.Should().BeEmpty();
    }

    [Test]
    public void Whatever_the_text_there_is_a_configuration_or_an_error_with_its_place()
    {
        foreach (var text in Texts)
        {
            var resolver = new Project().With("/p/pylint-sharp.toml", text).Resolve();
            var settings = resolver.For("/p");
            var errors = resolver.Errors.ToList();
            (settings is null).Should().Be(errors.Count > 0, "{0}", text);
            errors.Should().NotContain(error => error.Position == null || error.Message.Length == 0);
        }
    }

    /// <summary>Where we are right and Python is not: it reads numbers of any length, and knows no year 0 and no leap second.</summary>
    private static bool IsKnown(string text, string verdict) =>
        verdict == "?"
        || Error(text)?.Message.Contains("64 bits", StringComparison.Ordinal) == true
        || (Error(text) is null && (text.Contains(":60", StringComparison.Ordinal) || verdict.Contains("Invalid date or datetime", StringComparison.Ordinal)));

    private static TomlError? Error(string text) => TomlDocument.Read(Encoding.UTF8.GetBytes(text)).Error;

    private static bool HasLoneSurrogate(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;

    private static string[] Judge(Python python, List<string> texts)
    {
        using var process = Process.Start(new ProcessStartInfo(python.Command, ["-I", "-S", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(JsonSerializer.Serialize(texts));
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
