using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>
/// Asks git about a repository, never through a shell. A repository may be somebody's submission and its configuration hostile, so only
/// commands are used that read objects and the index: no diff (external programs, text conversion), no look at the work tree (clean
/// filters), no hooks, no fetching of what is missing.
/// </summary>
internal sealed class GitClient
{
    private static readonly string[] Safely =
    [
        "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false", "-c", "core.quotePath=false",
        "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit",
    ];

    private readonly string program;
    private readonly string folder;

    private GitClient(string program, string folder) => (this.program, this.folder) = (program, folder);

    /// <summary>Finds git on the path, where the current folder doesn't count: it is what is checked.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static GitClient Find(Host host, string option)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        var found = (host.Environment("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(place => Path.Combine(place, name))
            .FirstOrDefault(File.Exists);
        return found is null
            ? throw new UsageException($"`{option}` needs git, and there is none on the path")
            : new GitClient(found, host.CurrentDirectory);
    }

    /// <summary>What git writes, and null with its complaint where it fails.</summary>
    public (byte[]? Output, string Complaint) Run(params IReadOnlyList<string> args)
    {
        using var process = Start(args);
        process.StandardInput.Close();
        var complaint = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? (output.ToArray(), "") : (null, complaint.Result);
    }

    /// <summary>Starts git; whoever calls this ends it.</summary>
    /// <exception cref="UsageException">It can't be started.</exception>
    public Process Start(IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program, [.. Safely, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in new[] { ("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0") })
        {
            start.Environment[name] = value;
        }

        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_PATHSPECS", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"cannot start `{program}`: {exception.Message}");
        }
    }

    /// <summary>The sentence of a complaint that tells most.</summary>
    public static string Sentence(string complaint)
    {
        var line = complaint.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0) ?? "it gives no reason";
        return line.StartsWith("fatal: ", StringComparison.Ordinal) ? line["fatal: ".Length..] : line;
    }

    /// <summary>Splits what <c>-z</c> separates; names that are no UTF-8 come out changed, and nothing is found by them.</summary>
    public static IEnumerable<string> Records(byte[] output) => Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number as git writes it.</summary>
    public static int Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
