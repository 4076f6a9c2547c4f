using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Files;

/// <summary>What a search of folders takes.</summary>
/// <param name="SettingsOf">The settings for what is in a folder.</param>
internal sealed record FileChoice(Func<string, EffectiveSettings> SettingsOf)
{
    /// <summary>What is taken where no configuration counts.</summary>
    public static FileChoice Default { get; } = new(static _ => EffectiveSettings.Default);

    /// <summary>True for a folder that is not searched.</summary>
    public bool LeavesOut(DirectoryInfo folder) => Of(folder.FullName).Excludes(folder.FullName);

    /// <summary>True for a file that is taken when it is found.</summary>
    public bool Takes(FileSystemInfo file) => Of(file.FullName) is var settings && settings.Includes(file.FullName) && !settings.Excludes(file.FullName);

    private EffectiveSettings Of(string fullPath) => SettingsOf(Path.GetDirectoryName(fullPath) ?? fullPath);
}
