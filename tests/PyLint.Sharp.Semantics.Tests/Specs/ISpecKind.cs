namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>One kind of expectation: what <c># word: …</c> behind a line of code asks the model. A class is found because it exists.</summary>
internal interface ISpecKind
{
    /// <summary>The word before the colon.</summary>
    string Word { get; }

    /// <summary>What the model says of the line, in the words of an expectation; equal to <paramref name="expected"/> when that holds.</summary>
    /// <param name="line">The line.</param>
    /// <param name="expected">What stands behind the colon; it may say of what on the line it speaks.</param>
    /// <exception cref="SpecException">The line has nothing that the expectation could speak of.</exception>
    string Ask(SpecLine line, string expected);
}
