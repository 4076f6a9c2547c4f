using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Configuration.Files;

/// <summary>Reads a file: its bytes, or why there are none; null for both when no such file exists.</summary>
public delegate (byte[]? Bytes, string? Problem) FileSource(string fullPath);

/// <summary>What decides about the configuration beside the files themselves.</summary>
public sealed record ConfigurationRequest
{
    /// <summary>Where the program was started; relative paths of the command line start here.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The version of this program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The one file to use for everything; null to look for files.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Settings as <c>KEY=VALUE</c>, the value in TOML.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>True when no file is to be used.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>The file of this user, for files without any other; null when there is none.</summary>
    public string? UserFile { get; init; }

    /// <summary>What options of the command line say.</summary>
    public SettingsLayer Options { get; init; } = SettingsLayer.Empty;
}
