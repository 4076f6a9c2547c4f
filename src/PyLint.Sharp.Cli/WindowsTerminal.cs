using System.Runtime.InteropServices;
using System.Text;

namespace PyLint.Sharp.Cli;

/// <summary>Makes a Windows console understand UTF-8 and ANSI colours; elsewhere terminals do by themselves.</summary>
internal static class WindowsTerminal
{
    private const int StandardOutput = -11;
    private const uint ProcessAnsiSequences = 4;

    public static void Prepare(bool isTerminal)
    {
        if (!isTerminal || !OperatingSystem.IsWindows())
        {
            return;
        }

        Console.OutputEncoding = Encoding.UTF8;
        var handle = GetStdHandle(StandardOutput);
        if (GetConsoleMode(handle, out var mode))
        {
            SetConsoleMode(handle, mode | ProcessAnsiSequences);
        }
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int number);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
