namespace PyLint.Sharp.Benchmarks;

/// <summary>The files that a measurement goes over.</summary>
internal static class Corpus
{
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Measures on a thread whose stack is as big as the command's.</summary>
    public static int Run(string path, Action<List<string>> measure)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            Console.Error.WriteLine($"there is no file or folder `{path}`");
            return 2;
        }

        return OnDeepStack(() => measure(Find(path)));
    }

    public static int OnDeepStack(Action measure)
    {
        var thread = new Thread(() => measure(), StackSize);
        thread.Start();
        thread.Join();
        return 0;
    }

    private static List<string> Find(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories)
            .Where(file => !file.Contains("site-packages", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)]
        : [path];
}
