using System.Text.RegularExpressions;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>A linter that is installed on this machine.</summary>
/// <param name="Words">What starts it.</param>
/// <param name="Version">Its version, and that of the Python that runs it where it says so.</param>
internal sealed partial record Tool(string[] Words, string Version)
{
    /// <summary>Takes the first way to start it that works; null where none does.</summary>
    public static Tool? Find(params string[] commands) => commands
        .Select(command => command.Split(' '))
        .Select(words => Command.Answer([.. words, "--version"]) is { } answer ? new Tool(words, VersionIn(answer)) : null)
        .FirstOrDefault(tool => tool is not null);

    public string[] With(params IEnumerable<string> arguments) => [.. Words, .. arguments];

    private static string VersionIn(string answer)
    {
        var version = Number().Match(answer).Value;
        var python = Python().Match(answer);
        return python.Success ? $"{version} on Python {python.Groups["version"].Value}" : version;
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Number();

    [GeneratedRegex(@"Python (?<version>\d+(\.\d+)+)")]
    private static partial Regex Python();
}
