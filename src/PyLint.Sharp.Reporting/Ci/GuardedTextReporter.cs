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
    private bool isGuarding;

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

    /// <summary>True where only changed files are written, so that without one there is nothing to guard: a patch stays empty.</summary>
    public bool IsForPatch { get; init; }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        if (!IsForPatch)
        {
            Guard();
        }

        inner.Begin(run);
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!isGuarding && file.Before is not null)
        {
            Guard();
        }

        inner.File(file);
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        inner.End(summary);
        if (isGuarding)
        {
            output.Write($"::{word}::\n");
            output.Flush();
        }
    }

    private void Guard()
    {
        isGuarding = true;
        output.Write($"::stop-commands::{word}\n");
        // A patch goes to the stream below in bytes.
        output.Flush();
    }
}
