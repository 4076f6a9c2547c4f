using System.Globalization;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// How fast bytes become a finished tree: decoding, tokens, parser, nodes, numbering; and how long the binder takes for that tree. The
/// files are read beforehand; the first round includes the JIT, the later ones are warm.
/// </summary>
internal static class ParseBenchmark
{
    public static int Run(string path, ParseOptions options) => Corpus.Run(path, paths => Measure(paths, options));

    private static void Measure(List<string> paths, ParseOptions options)
    {
        var files = paths.ConvertAll(File.ReadAllBytes);
        var megabytes = files.Sum(bytes => (long)bytes.Length) / 1e6;
        using var peer = options.Peer is { } python ? new PythonPeer(python, paths) : null;
        for (var round = 1; round <= options.Rounds; round++)
        {
            Timed parse = new(), bind = new();
            long nodes = 0;
            foreach (var bytes in files)
            {
                SyntaxTree tree;
                using (parse.Lap())
                {
                    tree = SyntaxTree.Parse(SourceText.Decode(bytes));
                }

                using (bind.Lap())
                {
                    SemanticModel.Create(tree);
                }

                nodes += tree.Nodes.Length;
            }

            var seconds = parse.Seconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: {files.Count} files, {megabytes:F2} MB, {nodes} nodes, {parse.Megabytes:F0} MB allocated, {seconds:F2} s, {megabytes / seconds:F1} MB/s"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"         bind: {bind.Megabytes:F0} MB allocated, {bind.Seconds:F3} s; ratio {bind.Seconds / seconds:F2}"));
            if (peer?.Measure() is { } other)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"         peer: {other:F2} s, {megabytes / other:F1} MB/s; ratio {other / seconds:F2}"));
            }
        }
    }
}
