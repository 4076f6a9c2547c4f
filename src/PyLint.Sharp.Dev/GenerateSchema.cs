using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Dev;

/// <summary><c>dev generate-schema</c>: writes the JSON Schema of <c>pylint-sharp.toml</c> again from the settings and the rules.</summary>
internal static class GenerateSchema
{
    public const string Output = "src/PyLint.Sharp.Configuration/Generated/pylint-sharp.schema.json";

    /// <summary>The text that <see cref="Output"/> should have.</summary>
    public static string Generate() => SettingsSchema.Write(BuiltInRules.Catalog);

    public static void Run(string repository)
    {
        var path = Path.Combine(repository, Output);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Generate());
    }
}
