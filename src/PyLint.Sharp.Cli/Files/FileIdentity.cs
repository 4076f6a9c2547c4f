namespace PyLint.Sharp.Cli.Files;

/// <summary>What a folder is, by whatever path it is reached.</summary>
/// <param name="Device">The device that it lies on.</param>
/// <param name="Number">Its number on that device.</param>
/// <param name="Path">Where links lead; only for systems that don't tell the numbers.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Number, string? Path);
