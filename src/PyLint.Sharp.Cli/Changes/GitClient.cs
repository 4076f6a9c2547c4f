using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>
/// Asks git about a repository, never through a shell. A repository may be somebody's submission and its configuration hostile, so only
/// commands are used that read objects and the index: no diff (external programs, text conversion), no look at the work tree (clean
/// filters), no hooks, no fetching of what is missing. Files are compared outside of it.
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
        var (output, exitCode, complaint) = Finish(Start(args));
        return exitCode == 0 ? (output, "") : (null, complaint);
    }

    /// <summary>What git writes about files that belong to no repository, whose settings and attributes are nobody's but git's own.</summary>
    /// <param name="place">The folder of the files, with its full path.</param>
    /// <param name="args">A command that exits with 1 where files differ.</param>
    /// <exception cref="UsageException">It fails.</exception>
    public byte[] Compare(string place, IReadOnlyList<string> args)
    {
        var start = StartInfo(["-c", "core.attributesFile=/dev/null", .. args]);
        start.WorkingDirectory = place;

        // In a hook, variables say which repository is meant; `GIT_DIFF_OPTS` and others change what a comparison says.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && name != "GIT_EXEC_PATH").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(place);
        start.Environment["GIT_CONFIG_NOSYSTEM"] = start.Environment["GIT_ATTR_NOSYSTEM"] = "1";
        var (output, exitCode, complaint) = Finish(Start(start));
        return exitCode is 0 or 1 ? output : throw new UsageException($"git cannot compare files: {Sentence(complaint)}");
    }

    /// <summary>Starts git; whoever calls this ends it.</summary>
    /// <exception cref="UsageException">It can't be started.</exception>
    public Process Start(IReadOnlyList<string> args) => Start(StartInfo(args));

    private static (byte[] Output, int ExitCode, string Complaint) Finish(Process started)
    {
        using var process = started;
        process.StandardInput.Close();
        var complaint = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (output.ToArray(), process.ExitCode, complaint.Result);
    }

    private ProcessStartInfo StartInfo(IReadOnlyList<string> args)
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

        return start;
    }

    private Process Start(ProcessStartInfo start)
    {
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
