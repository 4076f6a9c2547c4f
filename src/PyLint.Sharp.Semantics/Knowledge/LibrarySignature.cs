using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>How a parameter takes its argument (Python's <c>inspect.Parameter.kind</c>).</summary>
public enum LibraryParameterKind
{
    /// <summary>By its place only: before <c>/</c>.</summary>
    PositionalOnly,

    /// <summary>By its place or its name.</summary>
    PositionalOrKeyword,

    /// <summary><c>*args</c></summary>
    VarPositional,

    /// <summary>By its name only: behind <c>*</c>.</summary>
    KeywordOnly,

    /// <summary><c>**kwargs</c></summary>
    VarKeyword,
}

/// <summary>A parameter of a function of the standard library.</summary>
/// <param name="Name">Its name, without stars; that of a positional-only one may differ between versions.</param>
/// <param name="Kind">How it takes its argument.</param>
/// <param name="HasDefault">True when a call may leave it out.</param>
public readonly record struct LibraryParameter(string Name, LibraryParameterKind Kind, bool HasDefault);

/// <summary>One way to call a function of the standard library.</summary>
public sealed class LibrarySignature
{
    private LibrarySignature(ImmutableArray<LibraryParameter> parameters) => Parameters = parameters;

    /// <summary>The parameters in their order, without the <c>self</c> or <c>cls</c> of a method.</summary>
    public ImmutableArray<LibraryParameter> Parameters { get; }

    /// <summary>Reads a signature as grammars/stdlib-knowledge.py writes it.</summary>
    internal static LibrarySignature Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parameters = ImmutableArray.CreateBuilder<LibraryParameter>(words.Length);
        var kind = Array.IndexOf(words, "/") < 0 ? LibraryParameterKind.PositionalOrKeyword : LibraryParameterKind.PositionalOnly;
        foreach (var word in words)
        {
            if (word == "/")
            {
                kind = LibraryParameterKind.PositionalOrKeyword;
            }
            else if (word == "*")
            {
                kind = LibraryParameterKind.KeywordOnly;
            }
            else if (word.StartsWith("**", StringComparison.Ordinal))
            {
                parameters.Add(new LibraryParameter(word[2..], LibraryParameterKind.VarKeyword, true));
            }
            else if (word[0] == '*')
            {
                parameters.Add(new LibraryParameter(word[1..], LibraryParameterKind.VarPositional, true));
                kind = LibraryParameterKind.KeywordOnly;
            }
            else
            {
                var hasDefault = word[^1] == '=';
                parameters.Add(new LibraryParameter(hasDefault ? word[..^1] : word, kind, hasDefault));
            }
        }

        return new LibrarySignature(parameters.ToImmutable());
    }
}
