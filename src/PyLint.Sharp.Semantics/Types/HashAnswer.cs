namespace PyLint.Sharp.Semantics.Types;

/// <summary>Whether a value can be hashed, and what in it can't.</summary>
/// <param name="Answer">No when hashing it surely raises <c>TypeError</c>.</param>
/// <param name="Path">For No, where the offending element stands: <c>[2][0]</c> in a tuple in a tuple, empty for the value itself.</param>
/// <param name="Offender">For No, the type of that element.</param>
public readonly record struct HashAnswer(Answer Answer, string Path = "", PyType? Offender = null);
