using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>A CPython of this machine that says what it compiles.</summary>
/// <param name="Path">Its program.</param>
/// <param name="Minor">The second number of its version.</param>
internal sealed record InstalledPython(string Path, int Minor)
{
    // A warning is no refusal, and not every compiler raises SyntaxError alone.
    private const string Script = """
        import json, sys, warnings
        warnings.simplefilter("ignore")
        def compiles(source):
            try:
                compile(source, "f", "exec", dont_inherit=True)
                return True
            except (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError):
                return False
        print(json.dumps([compiles(source.encode("latin-1")) for source in json.load(sys.stdin)]))
        """;

    /// <summary>One of each version between two, from the folders of PATH and of pyenv.</summary>
    public static IReadOnlyList<InstalledPython> Find(int oldest, int newest) =>
        [.. from minor in Enumerable.Range(oldest, newest - oldest + 1)
            let path = Folders().Select(folder => System.IO.Path.Combine(folder, $"python3.{minor}")).FirstOrDefault(File.Exists)
            where path != null
            select new InstalledPython(path, minor)];

    /// <summary>As <see cref="Find"/>, but skips the test where there is none.</summary>
    public static IReadOnlyList<InstalledPython> FindOrIgnore(int oldest, int newest)
    {
        var pythons = Find(oldest, newest);
        if (pythons.Count == 0)
        {
            Assert.Ignore($"none of python3.{oldest} to python3.{newest} is installed");
        }

        TestContext.Out.WriteLine(string.Join('\n', pythons));
        return pythons;
    }

    /// <summary>For each program, whether it compiles.</summary>
    public IReadOnlyList<bool> Compiles(IEnumerable<byte[]> sources)
    {
        using var process = Process.Start(new ProcessStartInfo(Path, ["-I", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using (process.StandardInput)
        {
            process.StandardInput.Write(JsonSerializer.Serialize(sources.Select(Encoding.Latin1.GetString)));
        }

        return JsonSerializer.Deserialize<bool[]>(process.StandardOutput.ReadToEnd())!;
    }

    private static IEnumerable<string> Folders()
    {
        var pyenv = Environment.GetEnvironmentVariable("PYENV_ROOT")
            ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv");
        var versions = System.IO.Path.Combine(pyenv, "versions");
        // Before PATH: pyenv's own `shims` there name versions that are not switched on.
        var ofPyenv = Directory.Exists(versions) ? Directory.GetDirectories(versions).Select(folder => System.IO.Path.Combine(folder, "bin")) : [];
        return ofPyenv.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator))
            .Where(folder => System.IO.Path.GetFileName(folder) != "shims");
    }
}
