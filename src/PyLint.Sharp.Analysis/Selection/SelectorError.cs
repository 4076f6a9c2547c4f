namespace PyLint.Sharp.Analysis.Selection;

/// <summary>A selector that selects nothing.</summary>
/// <param name="Selector">What the user wrote.</param>
/// <param name="Message">What is wrong with it and what may have been meant; one line, lower-case start, no final full stop.</param>
public sealed record SelectorError(string Selector, string Message);
