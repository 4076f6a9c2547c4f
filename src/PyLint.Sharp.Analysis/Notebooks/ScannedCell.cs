using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>One element of <c>cells</c> as it stands in the JSON. All spans are of bytes behind the byte order mark.</summary>
internal sealed class ScannedCell
{
    /// <summary>True for a cell with code, in whatever language.</summary>
    public bool IsCode { get; set; }

    /// <summary>The cell's own language, as Visual Studio Code writes it; null where it says none.</summary>
    public string? Language { get; set; }

    /// <summary>The value of <c>source</c> as a whole; empty where there is none.</summary>
    public TextSpan Source { get; set; }

    /// <summary>True where <c>source</c> is a list of strings.</summary>
    public bool IsList { get; set; }

    /// <summary>The strings of <c>source</c>, each without its quotes.</summary>
    public List<TextSpan> Strings { get; } = [];
}
