using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Files;

/// <summary>What a search of folders takes.</summary>
/// <param name="SettingsOf">The settings for what is in a folder.</param>
internal sealed record FileChoice(Func<string, EffectiveSettings> SettingsOf)
{
    /// <summary>What is taken in a folder and below it.</summary>
    /// <param name="settingsOf">The settings for what is in a folder.</param>
    /// <param name="currentDirectory">Where the program was started.</param>
    public static FileChoice For(Func<string, EffectiveSettings> settingsOf, string currentDirectory)
    {
        var root = settingsOf(currentDirectory);
        return new FileChoice(settingsOf)
        {
            ForcesExclude = root.Get(SettingTable.ForceExclude),
            FollowsLinks = root.Get(SettingTable.FollowSymlinks),
        };
    }

    /// <summary>What is taken where no configuration counts.</summary>
    public static FileChoice Default { get; } = new(static _ => EffectiveSettings.Default);

    /// <summary>True when a named file or folder may be left out, as if it had been found.</summary>
    public bool ForcesExclude { get; init; }

    /// <summary>True when links to folders are followed.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>True for a file or folder that settings leave out.</summary>
    public bool Excludes(string fullPath) => Of(fullPath).Excludes(fullPath);

    /// <summary>True for a file that is taken when it is found.</summary>
    public bool Includes(string fullPath) => Of(fullPath).Includes(fullPath);

    /// <summary>True for a path below a folder that settings leave neither out itself nor with a folder on the way.</summary>
    public bool IsWithin(string fullPath, string root)
    {
        var part = fullPath;
        while (part is not null && part != root && !Excludes(part))
        {
            part = Path.GetDirectoryName(part);
        }

        return part == root && fullPath != root;
    }

    /// <summary>True where <c>.gitignore</c>, <c>.ignore</c> and the like hold.</summary>
    public bool RespectsIgnoreFiles(string folder) => SettingsOf(folder).Get(SettingTable.RespectGitignore);

    private EffectiveSettings Of(string fullPath) => SettingsOf(Path.GetDirectoryName(fullPath) ?? fullPath);
}
