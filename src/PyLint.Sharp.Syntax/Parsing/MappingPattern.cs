using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects the items of a mapping pattern.</summary>
internal sealed class MappingPattern(PythonParserBase parser)
{
    private WorkList<Expr> keys;
    private WorkList<Pattern> patterns;
    private Identifier? rest;

    public void Add(Token start, Pattern key, Pattern pattern)
    {
        if (rest != null)
        {
            parser.Error(start.Span, $"nothing can follow `**{rest}` in a mapping pattern; make it the last item");
        }

        if (start.Type == PythonParser.LEFT_PARENTHESIS && key is MatchValue or MatchSingleton)
        {
            parser.Error(start.Span, "the key of a mapping pattern stands without parentheses");
        }

        keys.Add(KeyOf(key));
        patterns.Add(pattern);
    }

    public void AddRest(Token start, Token name)
    {
        if (rest != null)
        {
            parser.Error(start.Span, "only one `**` can take the rest of a mapping");
        }

        rest = PythonParserBase.NameOf(name);
    }

    public MatchMapping Build(TextSpan span) => new(span, keys.ToImmutable(), patterns.ToImmutable(), rest);

    private Expr KeyOf(Pattern key)
    {
        switch (key)
        {
            case MatchValue value:
                return value.Value;
            case MatchSingleton singleton:
                return new Constant(singleton.Span, singleton.Value, null);
            default:
                parser.Error(key, "a key of a mapping pattern is a literal or a dotted name");
                return new Constant(key.Span, null, null);
        }
    }
}
