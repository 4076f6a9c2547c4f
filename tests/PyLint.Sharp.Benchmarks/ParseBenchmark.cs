using System.Diagnostics;
using System.Globalization;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// How fast bytes become a finished tree: decoding, tokens, parser, nodes, numbering. The files are read beforehand; the first round
/// includes the JIT, the later ones are warm.
/// </summary>
internal static class ParseBenchmark
{
    private const int StackSize = 64 * 1024 * 1024;

    public static int Run(string path, int rounds)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            Console.Error.WriteLine($"there is no file or folder `{path}`");
            return 2;
        }

        var files = Read(path);
        var thread = new Thread(() => Measure(files, rounds), StackSize);
        thread.Start();
        thread.Join();
        return 0;
    }

    private static List<byte[]> Read(string path)
    {
        IEnumerable<string> paths = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories)
                .Where(file => !file.Contains("site-packages", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [path];
        return [.. paths.Select(File.ReadAllBytes)];
    }

    private static void Measure(List<byte[]> files, int rounds)
    {
        var megabytes = files.Sum(bytes => (long)bytes.Length) / 1e6;
        for (var round = 1; round <= rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            long nodes = 0;
            foreach (var bytes in files)
            {
                nodes += SyntaxTree.Parse(SourceText.Decode(bytes)).Nodes.Length;
            }

            var seconds = watch.Elapsed.TotalSeconds;
            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: {files.Count} files, {megabytes:F2} MB, {nodes} nodes, {allocated:F0} MB allocated, {seconds:F2} s, {megabytes / seconds:F1} MB/s"));
        }
    }
}
