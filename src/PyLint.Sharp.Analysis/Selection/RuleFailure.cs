namespace PyLint.Sharp.Analysis.Selection;

/// <summary>A rule that threw before it had said what it is, so that its type is all that is known of it.</summary>
/// <param name="TypeName">The type's name, without its namespace.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record RuleFailure(string TypeName, Exception Exception);
