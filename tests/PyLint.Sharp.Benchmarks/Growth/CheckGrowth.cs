using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// How the time of the whole check, all rules, grows with kinds of content. Each kind has a process of its own, so that one which
/// takes forever can be ended, and no kind meets what another left in the collector's generations.
/// </summary>
internal static class CheckGrowth
{
    public static int Run()
    {
        Console.WriteLine("content                  slope   MB/s at 10 KB   at 10 MB");
        foreach (var kind in GrowthKind.All)
        {
            Console.WriteLine(Measure(kind).ToString());
        }

        return 0;
    }

    public static MeasuredGrowth Measure(GrowthKind kind)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(CheckGrowth).Assembly.GetName().Name!);
        using var process = Process.Start(new ProcessStartInfo(program, ["growth", "check", kind.Name]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(KindGrowth.Separator)).ToList();
        var problem = lines.Select(line => line[2]).FirstOrDefault(text => text.Length > 0);
        return new MeasuredGrowth(
            kind.Name,
            lines.ConvertAll(line => (double.Parse(line[0], CultureInfo.InvariantCulture), double.Parse(line[1], CultureInfo.InvariantCulture))),
            process.ExitCode switch
            {
                0 => problem,
                KindGrowth.TookTooLong => string.Create(CultureInfo.InvariantCulture, $"ended after {KindGrowth.Limit.TotalSeconds} s"),
                var code => string.Create(CultureInfo.InvariantCulture, $"crashed with {code}"),
            });
    }
}
