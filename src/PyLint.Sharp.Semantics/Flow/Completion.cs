namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// The ways in which a list of statements can end. Conditions are taken as free unless they are constant. Exceptions count where
/// a statement raises them by name; that nearly every expression might raise doesn't.
/// </summary>
[Flags]
public enum Completion
{
    /// <summary>It never ends: a loop without a way out.</summary>
    None = 0,

    /// <summary>Control reaches the statement behind.</summary>
    FallsThrough = 1,

    /// <summary>A <c>return</c>.</summary>
    Returns = 2,

    /// <summary>A <c>raise</c> of any form, a false <c>assert</c>, or a call that always raises.</summary>
    Raises = 4,

    /// <summary>A <c>break</c> of a loop around.</summary>
    Breaks = 8,

    /// <summary>A <c>continue</c> of a loop around.</summary>
    Continues = 16,

    /// <summary>The program exits with a status that says that something failed.</summary>
    ExitsNonZero = 32,

    /// <summary>The program exits with a status that says that all is well.</summary>
    ExitsZero = 64,

    /// <summary>The program exits with a status that the file doesn't tell.</summary>
    ExitsUnknown = 128,

    /// <summary>Any way to exit.</summary>
    Exits = ExitsNonZero | ExitsZero | ExitsUnknown,
}

/// <summary>What is assumed of a <c>with</c> whose context manager the model doesn't know.</summary>
public enum ContextManagers
{
    /// <summary>Exceptions pass through, as nearly all context managers let them.</summary>
    LetPass,

    /// <summary>Exceptions may end in the <c>with</c>, so that control may always reach the statement behind.</summary>
    MaySwallow,
}
