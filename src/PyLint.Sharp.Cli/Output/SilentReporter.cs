using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Output;

/// <summary>Says nothing: for runs that only fix.</summary>
internal sealed class SilentReporter : IReporter
{
    public void Begin(RunInfo run)
    {
    }

    public void File(FileReport file)
    {
    }

    public void End(RunSummary summary)
    {
    }
}
