using System.Text;

namespace PyLint.Sharp.Cli.Files;

/// <summary>A list of paths in a file, as <c>find</c> and <c>git ls-files</c> write it.</summary>
internal static class FileList
{
    /// <summary>Reads a list.</summary>
    /// <param name="source">The file; <c>-</c> for standard input.</param>
    /// <param name="isNul">True when NUL ends a path, else the end of a line does.</param>
    /// <param name="host">The outside world.</param>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static IReadOnlyList<string> Read(string source, bool isNul, Host host)
    {
        var content = source == "-" ? InputReader.ReadAll(host.Input) : ReadFile(Path.GetFullPath(source, host.CurrentDirectory), source);
        var start = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var paths = Encoding.UTF8.GetString(content.AsSpan(start)).Split(isNul ? '\0' : '\n');

        if (paths.FirstOrDefault(path => path.Contains('\0', StringComparison.Ordinal)) is { } wrong)
        {
            throw new UsageException($"`{wrong}` in the list of files `{source}` is no path; `-0` says that NUL ends a path");
        }

        // In a list everything is a path.
        return [.. paths.Select(path => isNul ? path : path.TrimEnd('\r')).Where(path => path.Length > 0).Select(path => path == "-" ? "./-" : path)];
    }

    private static byte[] ReadFile(string fullPath, string shownPath)
    {
        var problem = File.Exists(fullPath) ? FileKinds.ProblemOf(fullPath) : "there is no such file";
        var (bytes, reason) = problem is null ? FileReader.Read(fullPath) : (null, problem);
        return bytes ?? throw new UsageException($"cannot read the list of files `{shownPath}`: {reason ?? "it is too long"}");
    }
}
