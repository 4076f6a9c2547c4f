using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Ends processes as a terminal or a system does.</summary>
internal static class Signals
{
    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public static void Send(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends the test where processes would not notice the signal.</summary>
    public static void Require(string signal)
    {
        if (signal == "INT" && IgnoresInterrupts())
        {
            Assert.Ignore("whoever started the tests in the background has SIGINT ignored, and programs inherit that");
        }
    }

    /// <summary>Linux tells in a mask which signals a process ignores; SIGINT has the number 2.</summary>
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var mask
        && (ulong.Parse(mask.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;
}
