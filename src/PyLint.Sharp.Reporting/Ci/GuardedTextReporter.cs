namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// Keeps GitHub's runner from obeying what a text format quotes: between two lines with a secret word it takes no orders. Only who
/// knows the word can end that, so it must be new and random in each run.
/// </summary>
public sealed class GuardedTextReporter : IReporter
{
    private readonly IReporter inner;
    private readonly TextWriter output;
    private readonly string word;

    /// <summary>Wraps a reporter that writes to <paramref name="output"/>.</summary>
    /// <param name="inner">The reporter.</param>
    /// <param name="output">Where it writes.</param>
    /// <param name="word">The secret: letters and digits.</param>
    public GuardedTextReporter(IReporter inner, TextWriter output, string word)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentException.ThrowIfNullOrEmpty(word);
        (this.inner, this.output, this.word) = (inner, output, word);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        output.Write($"::stop-commands::{word}\n");
        inner.Begin(run);
    }

    /// <inheritdoc/>
    public void File(FileReport file) => inner.File(file);

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        inner.End(summary);
        output.Write($"::{word}::\n");
        output.Flush();
    }
}
