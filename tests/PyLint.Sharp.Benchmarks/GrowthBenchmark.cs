using System.Diagnostics;
using System.Globalization;
using System.Text;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// How time and memory grow with a text, for kinds of content that have made parsers slow: the exponent of the time (1 is linear), and
/// the bytes that a finished tree holds for each byte of its source, the text itself included. A round parses the same number of bytes,
/// as one text or as many, and holds all trees to its end: so all sizes cost the garbage collector the same, and what is left is
/// the parser's own growth. Trees that are let go at once cost it nothing, the last column has their speed.
/// </summary>
internal static class GrowthBenchmark
{
    private const int SmallestSize = 10_000;
    private const int LargestSize = 10_000_000;
    private const int Factor = 10;
    private const int StackSize = 64 * 1024 * 1024;

    private const double SecondsForASize = 2;

    private static readonly (string Name, string Head, string Line, string Tail)[] Kinds =
    [
        ("functions", "", "def area{0}(width, height=1, *rest):\n    if width > height:\n        return [w * {0} for w in rest]\n    return width.size(height, key={0})\n\n\n", ""),
        ("classes", "", "class Shape{0}(Base):\n    kind: str = \"round\"\n\n    def draw(self):\n        self.count += {0}\n\n\n", ""),
        ("one sum", "total = 0", " + x{0}", "\n"),
        ("one chain of calls", "result = start", ".next(x{0})", "\n"),
        ("numbers in a list", "rows = [\n", "    {0}, -{0}.5,\n", "]\n"),
        ("strings in a dict", "rows = {{\n", "    \"key{0}\": \"value\",\n", "}}\n"),
        ("elif", "if x == 0:\n    pass\n", "elif x == {0}:\n    pass\n", ""),
        ("strings side by side", "text = (\n", "    \"line {0}\"\n", ")\n"),
        ("f-strings", "", "print(f\"{{name!r:>{{width}}}} of {0} {{a.b[{0}]}}\")\n", ""),
        ("comments", "", "# comment {0}\n", ""),
        ("one string", "text = \"\"\"\n", "line {0}\n", "\"\"\"\n"),
        ("match", "", "match point:\n    case Point(x={0}, y=_) | [a, {0}]:\n        pass\n", ""),
        ("unclosed brackets", "", "[)\n", ""),
        ("an error a line", "", "def broken{0}(:\n", ""),
    ];

    public static int Run()
    {
        var thread = new Thread(Measure, StackSize);
        thread.Start();
        thread.Join();
        return 0;
    }

    private static void Measure()
    {
        Console.WriteLine("content               slope   MB/s at 10 KB   at 10 MB   bytes held for one of source   let go, MB/s at 10 KB");
        foreach (var (name, head, line, tail) in Kinds)
        {
            var small = Write(head, line, tail, SmallestSize);
            var points = new List<(double Size, double Seconds)>();
            for (var size = SmallestSize; size <= LargestSize; size *= Factor)
            {
                points.Add((size, SecondsForAByte(Write(head, line, tail, size), hold: true)));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-20} {1 + SlopeOf(points),6:F2} {1e-6 / points[0].Seconds,15:F1} {1e-6 / points[^1].Seconds,10:F1} {BytesHeldBy(Write(head, line, tail, LargestSize / Factor)),30:F1} {1e-6 / SecondsForAByte(small, hold: false),23:F1}"));
        }
    }

    /// <summary>Of the line through the logarithms of all points that misses them least.</summary>
    private static double SlopeOf(List<(double Size, double Seconds)> points)
    {
        var x = points.Average(point => Math.Log(point.Size));
        var y = points.Average(point => Math.Log(point.Seconds));
        return points.Sum(point => (Math.Log(point.Size) - x) * (Math.Log(point.Seconds) - y)) / points.Sum(point => Math.Pow(Math.Log(point.Size) - x, 2));
    }

    private static byte[] Write(string head, string line, string tail, int size)
    {
        var text = new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, head);
        for (var i = 1; text.Length < size; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, line, i);
        }

        return Encoding.UTF8.GetBytes(text.AppendFormat(CultureInfo.InvariantCulture, tail).ToString());
    }

    /// <summary>The quickest of some rounds: what disturbs a round only ever makes it longer.</summary>
    private static double SecondsForAByte(byte[] source, bool hold)
    {
        var trees = new SyntaxTree[Math.Max(1, LargestSize / source.Length)];
        var best = double.MaxValue;
        for (var all = Stopwatch.StartNew(); all.Elapsed.TotalSeconds < SecondsForASize;)
        {
            Array.Clear(trees);
            GC.Collect();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < trees.Length; i++)
            {
                trees[hold ? i : 0] = SyntaxTree.Parse(SourceText.Decode(source));
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds / trees.Length / source.Length);
        }

        GC.KeepAlive(trees);
        return best;
    }

    private static double BytesHeldBy(byte[] source)
    {
        // What the parser keeps of its last file is not this tree's.
        SyntaxTree.Parse(SourceText.Decode("pass\n"u8));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tree = SyntaxTree.Parse(SourceText.Decode(source));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(tree);
        return (after - before) / (double)source.Length;
    }
}
