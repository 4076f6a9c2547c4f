namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>A mistake in a spec itself, rather than in the model.</summary>
internal sealed class SpecException(string message) : Exception(message);
