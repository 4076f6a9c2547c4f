using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Output;

/// <summary>Writes a configuration to start from: all settings with what they do. Made of their table, so none is forgotten.</summary>
internal static class SettingsTemplate
{
    private const int Width = 100;

    /// <summary>Only the profile is set; a default that stands as a comment is that of the version that reads it.</summary>
    public static void Write(TextWriter output, string profile)
    {
        output.WriteLine("# Settings of PyLint.Sharp. A line behind `#` that looks like a setting is its default.");
        foreach (var tables in SettingTable.All.GroupBy(TableOf))
        {
            if (tables.Key.Length > 0)
            {
                output.WriteLine();
                output.WriteLine($"[{tables.Key}]");
            }

            foreach (var setting in tables)
            {
                WriteSetting(output, setting, setting.Key[(tables.Key.Length > 0 ? tables.Key.Length + 1 : 0)..], setting == SettingTable.Profile ? profile : null);
            }
        }

        output.WriteLine();
        output.WriteLine("# Options of single rules stand in tables of their own, such as [rules.PLS301]; `pylint-sharp explain PLS301` names them.");
    }

    private static void WriteSetting(TextWriter output, Setting setting, string name, string? value)
    {
        output.WriteLine();
        var text = setting.DefaultText is null ? $"{setting.Documentation} It is {setting.TypeName} and has no default." : setting.Documentation;
        foreach (var line in Wrap(text))
        {
            output.WriteLine($"# {line}");
        }

        output.WriteLine((value, setting.DefaultText) switch
        {
            ({ } given, _) => $"{name} = {given}",
            (_, { } standard) => $"# {name} = {standard}",
            _ => $"# {name} =",
        });
    }

    private static string TableOf(Setting setting) => setting.Key.LastIndexOf('.') is >= 0 and var dot ? setting.Key[..dot] : "";

    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= Width)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return line;
    }
}
