using System.Globalization;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// How the parser's time and memory grow with a text: the exponent of the time (1 is linear), and the bytes that a finished tree holds
/// for each byte of its source, the text itself included. The last column has the speed of trees that are let go at once.
/// </summary>
internal static class ParseGrowth
{
    private const int SizeToHold = GrowthClock.LargestSize / 10;

    public static int Run() => Corpus.OnDeepStack(Measure);

    private static void Measure()
    {
        Console.WriteLine("content                  slope   MB/s at 10 KB   at 10 MB   bytes held for one of source   let go, MB/s at 10 KB");
        foreach (var kind in GrowthKind.All)
        {
            var small = kind.Write(GrowthClock.SmallestSize);
            var points = new List<(double Size, double Seconds)>();
            foreach (var size in GrowthClock.Sizes)
            {
                points.Add((size, size * GrowthClock.SecondsForAByte(kind.Write(size), Parse, hold: true)));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Name,-23} {Statistics.Slope(points),6:F2} {SpeedOf(points[0]),15:F1} {SpeedOf(points[^1]),10:F1} {BytesHeldBy(kind.Write(SizeToHold)),30:F1} {1e-6 / GrowthClock.SecondsForAByte(small, Parse, hold: false),23:F1}"));
        }
    }

    private static double SpeedOf((double Size, double Seconds) point) => point.Size / point.Seconds / 1e6;

    private static SyntaxTree Parse(byte[] source) => SyntaxTree.Parse(SourceText.Decode(source));

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
