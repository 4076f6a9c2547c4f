using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects the arguments of a class pattern.</summary>
internal sealed class ClassPatternArguments(PythonParserBase parser)
{
    private WorkList<Pattern> patterns;
    private WorkList<Identifier> names;
    private WorkList<Pattern> namedPatterns;

    public void Add(Token start, Pattern pattern)
    {
        if (names.Count > 0)
        {
            parser.Error(pattern, "a positional pattern stands behind a keyword pattern; write it before the keywords");
        }

        patterns.Add(pattern);
    }

    public void AddKeyword(Token start, Pattern name, Pattern pattern)
    {
        if (start.Type != PythonParser.NAME || name is not MatchAs { Pattern: null })
        {
            parser.Error(name, "a keyword pattern is a plain name before `=`");
        }

        names.Add(PythonParserBase.NameOf(start));
        namedPatterns.Add(pattern);
    }

    public MatchClass Build(TextSpan span, Expr cls) =>
        new(span, cls, patterns.ToImmutable(), names.ToImmutable(), namedPatterns.ToImmutable());
}
