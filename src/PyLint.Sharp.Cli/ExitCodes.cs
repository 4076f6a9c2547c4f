namespace PyLint.Sharp.Cli;

/// <summary>What the program's exit code tells; scripts rely on it.</summary>
internal static class ExitCodes
{
    /// <summary>No finding that fails the run.</summary>
    public const int Clean = 0;

    /// <summary>At least one finding of severity warning or error.</summary>
    public const int Findings = 1;

    /// <summary>A wrong command line, an input that could not be checked, or a defect of the program; the rest was done.</summary>
    public const int Trouble = 2;

    /// <summary>128 and the number of the signal, as shells count.</summary>
    public const int Interrupted = 130;

    /// <summary>128 and the number of the signal, as shells count.</summary>
    public const int Terminated = 143;
}
