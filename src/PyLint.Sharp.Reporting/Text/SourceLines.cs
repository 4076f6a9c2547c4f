using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>The lines of one file as they are drawn; each is laid out once, however many findings it has.</summary>
internal sealed class SourceLines(SourceText text)
{
    private readonly Dictionary<int, SourceLine> lines = [];

    public SourceText Text => text;

    public SourceLine this[int line]
    {
        get
        {
            if (!lines.TryGetValue(line, out var found))
            {
                found = new SourceLine(text, line);
                lines.Add(line, found);
            }

            return found;
        }
    }
}
