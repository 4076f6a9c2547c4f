namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>The comments that silence findings.</summary>
public enum SuppressionForm
{
    /// <summary><c># noqa</c>, <c># noqa: CODE</c>: the line, or the statement or string that ends on it.</summary>
    Noqa,

    /// <summary><c># ruff: noqa</c>, <c># flake8: noqa: CODE</c> on a line of its own: the file.</summary>
    FileNoqa,

    /// <summary><c># pylint-sharp: ignore[CODE] -- reason</c>: its line, or from a line of its own the next logical line.</summary>
    Ignore,

    /// <summary><c># pylint-sharp: disable[CODE]</c>: up to <see cref="Enable"/>, or else to the end of the block.</summary>
    Disable,

    /// <summary><c># pylint-sharp: enable[CODE]</c>: ends a <see cref="Disable"/> of the same indentation.</summary>
    Enable,

    /// <summary><c># pylint-sharp: file-ignore[CODE]</c> before the first statement: the file.</summary>
    FileIgnore,

    /// <summary><c># pylint-sharp: skip-file</c> before the first statement: every rule in the file.</summary>
    SkipFile,

    /// <summary><c># pylint: disable=name</c>: its line, the definition that its line begins, or from a line of its own the rest of the block.</summary>
    PylintDisable,

    /// <summary><c># pylint: disable-next=name</c>: the next line.</summary>
    PylintDisableNext,

    /// <summary><c># pylint: enable=name</c>: ends a <see cref="PylintDisable"/>.</summary>
    PylintEnable,

    /// <summary><c># pylint-sharp:</c> with a word that means nothing, or one of our verbs without the colon or with capitals.</summary>
    Unknown,
}
