using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// Another program as the measure, kept running: it reads one line that says what to do, gets ready and says so in a line, and then
/// does it once for each line that it reads and answers with the seconds that it took.
/// </summary>
internal abstract class WarmPeer : IDisposable
{
    private readonly Process process;

    /// <exception cref="System.ComponentModel.Win32Exception">The program is not installed.</exception>
    protected WarmPeer(string program, IEnumerable<string> arguments, string question)
    {
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"`{program}` does not start");
        process.StandardInput.WriteLine(question);
        Greeting = process.StandardOutput.ReadLine() ?? "";
    }

    /// <summary>What it said when it was ready; empty when it ended instead.</summary>
    protected string Greeting { get; }

    /// <summary>Seconds for one round over all files.</summary>
    public double Measure()
    {
        process.StandardInput.WriteLine();
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended early");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
