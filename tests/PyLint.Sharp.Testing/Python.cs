using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Testing;

/// <summary>An installed CPython, against which our reading of Python is checked.</summary>
/// <param name="Command">What starts it.</param>
/// <param name="Minor">The minor number of its version: 14 of Python 3.14.</param>
/// <param name="Library">The folder of its standard library.</param>
public sealed record Python(string Command, int Minor, string Library)
{
    private const int Oldest = 8;
    private const int Newest = 14;
    private const string Script = "import os, sys; print(*sys.version_info[:2], os.path.dirname(os.__file__))";

    private static readonly Lazy<Python?> Found = new(() => Commands().Select(Probe).FirstOrDefault(found => found is not null));

    /// <summary>
    /// The newest Python whose grammar we know, or null where none is installed. <c>PYLINT_SHARP_PYTHON</c> names another.
    /// </summary>
    public static Python? Installed => Found.Value;

    /// <summary>The newest Python, or the end of the test where there is none.</summary>
    /// <param name="minor">The version that the test needs at least.</param>
    public static Python Required(int minor = Oldest)
    {
        if (Installed is not { } python || python.Minor < minor)
        {
            NUnit.Framework.Assert.Ignore($"needs an installed Python 3.{minor} to 3.{Newest}");
            throw new InvalidOperationException("NUnit ends an ignored test by an exception.");
        }

        return python;
    }

    /// <summary>The library's modules and their tests, without installed packages; sorted, so that a seed means the same again.</summary>
    public IReadOnlyList<string> LibraryFiles() =>
        [.. Directory.EnumerateFiles(Library, "*.py", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(path => !path[Library.Length..].Split('/', '\\').Any(part => part is "site-packages" or "dist-packages"))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Commands() => Environment.GetEnvironmentVariable("PYLINT_SHARP_PYTHON") is { Length: > 0 } named
        ? [named]
        : [.. Enumerable.Range(Oldest, Newest - Oldest + 1).Reverse().Select(minor => string.Create(CultureInfo.InvariantCulture, $"python3.{minor}")), "python3"];

    private static Python? Probe(string command)
    {
        var start = new ProcessStartInfo(command, ["-I", "-S", "-c", Script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var answer = process.StandardOutput.ReadToEnd().Trim().Split(' ', 3);
            process.WaitForExit();
            return process.ExitCode == 0 && answer is ["3", var minor, var library] && int.Parse(minor, CultureInfo.InvariantCulture) is >= Oldest and <= Newest and var number
                ? new Python(command, number, library)
                : null;
        }
        catch (Win32Exception)
        {
            return null; // not installed
        }
    }
}
