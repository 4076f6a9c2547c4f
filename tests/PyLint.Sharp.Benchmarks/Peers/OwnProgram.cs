using System.Globalization;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>The command as users get it: machine code, for the .NET that measures it.</summary>
internal sealed record OwnProgram(string Path)
{
    private const string Project = "src/PyLint.Sharp.Cli";

    /// <summary>Takes the program that is given, or else publishes one, which takes a minute or two.</summary>
    /// <exception cref="InvalidOperationException">There is none: what ends at once would be the quickest of all.</exception>
    public static OwnProgram Find(string? given, string scratch)
    {
        var path = given is null ? Publish(scratch) : System.IO.Path.GetFullPath(given);
        return Command.Answer([path, "version"])?.StartsWith("pylint-sharp ", StringComparison.Ordinal) == true
            ? new OwnProgram(path)
            : throw new InvalidOperationException($"`{path}` is no pylint-sharp");
    }

    private static string Publish(string scratch)
    {
        var dotnet = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.0");
        var folder = System.IO.Path.Combine(scratch, "program");
        Console.Error.WriteLine($"publishing for {dotnet} (--program FILE takes one that exists)");
        Command.Run(["dotnet", "publish", Repository.PathOf(Project), "-p:PublishProfile=native", $"-p:Dotnet={dotnet}", "-o", folder, "--disable-build-servers", "-v", "quiet"], mostExitCode: 0);
        return System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "pylint-sharp.exe" : "pylint-sharp");
    }
}
