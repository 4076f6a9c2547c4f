using NUnit.Framework;

namespace PyLint.Sharp.Testing;

/// <summary>
/// Compares output with a file that is checked in. <c>UPDATE_SNAPSHOTS=1 dotnet test</c> writes the files anew; the diff is then
/// reviewed like any other change.
/// </summary>
public static class Snapshot
{
    private const string UpdateVariable = "UPDATE_SNAPSHOTS";

    /// <summary>Fails the test when the text is not that of the file; line ends don't count.</summary>
    /// <param name="actual">What the program says now.</param>
    /// <param name="path">The expected text, from the root of the repository.</param>
    public static void Verify(string actual, string path)
    {
        var file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, actual.ReplaceLineEndings("\n"));
        }
        else if (Difference(File.Exists(file) ? File.ReadAllText(file) : null, actual) is { } difference)
        {
            Assert.Fail($"{path}: {difference}\nIf that is meant: {UpdateVariable}=1 dotnet test, and review the diff.");
        }
    }

    /// <summary>The first line in which two texts differ, in words; null when they are equal.</summary>
    internal static string? Difference(string? expected, string actual)
    {
        if (expected is null)
        {
            return "there is no such file yet";
        }

        var (expectedLines, actualLines) = (Lines(expected), Lines(actual));
        for (var i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            var (left, right) = (expectedLines.ElementAtOrDefault(i), actualLines.ElementAtOrDefault(i));
            if (left != right)
            {
                return $"line {i + 1} differs\n  expected: {left ?? "(end of file)"}\n  actual:   {right ?? "(end of file)"}";
            }
        }

        return null;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
