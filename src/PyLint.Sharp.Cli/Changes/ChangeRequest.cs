namespace PyLint.Sharp.Cli.Changes;

/// <summary>Which changes count.</summary>
/// <param name="Option">The option that asks, for messages.</param>
/// <param name="Revision">What the files are compared with.</param>
/// <param name="IsStaged">True for the files of the index, false for those on disk.</param>
/// <param name="Paths">The paths of the command line.</param>
internal sealed record ChangeRequest(string Option, string Revision, bool IsStaged, IReadOnlyList<string> Paths)
{
    /// <summary>False where the last commit is meant, which a new repository does not have yet.</summary>
    public bool IsRevisionNamed => !IsStaged;
}
