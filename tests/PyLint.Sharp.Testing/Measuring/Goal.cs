namespace PyLint.Sharp.Testing.Measuring;

/// <summary>What was to be reached, and what was.</summary>
/// <param name="Work">What was measured, against whom.</param>
/// <param name="Aim">What it shall reach.</param>
/// <param name="Measured">What it reached, or why that isn't known.</param>
/// <param name="IsMet">Null when it isn't known.</param>
public sealed record Goal(string Work, string Aim, string Measured, bool? IsMet);
