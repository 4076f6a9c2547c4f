using System.Globalization;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>The table of <c>--timing</c>.</summary>
internal static class TimingTable
{
    /// <summary>Writes the rules, the most expensive first.</summary>
    public static void Write(TextWriter output, RuleTimings timings)
    {
        var table = timings.ToTable().Sort(static (x, y) => y.Time.CompareTo(x.Time));
        var width = table.Select(timing => timing.Rule.Name.Length).Append("rule".Length).Max();
        output.WriteLine($"code    {"rule".PadRight(width)}  {"ms",10}  {"hits",6}");
        foreach (var timing in table)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{timing.Rule.Code}  {timing.Rule.Name.PadRight(width)}  {timing.Time.TotalMilliseconds,10:F2}  {timing.Hits,6}"));
        }
    }
}
