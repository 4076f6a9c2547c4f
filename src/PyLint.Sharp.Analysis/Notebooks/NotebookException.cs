namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>Valid JSON that is no notebook. Never leaves <see cref="Notebook.Read"/>.</summary>
/// <param name="problem">What is wrong: a clause with lower-case start and no final full stop.</param>
/// <param name="offset">Where, in bytes behind the byte order mark.</param>
internal sealed class NotebookException(string problem, long offset) : Exception(problem)
{
    public int Offset { get; } = (int)offset;
}
