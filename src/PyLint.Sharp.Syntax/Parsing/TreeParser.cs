using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

internal static class TreeParser
{
    public static SyntaxTree Parse(SourceText text) => new(text, new Module(new TextSpan(0, text.Length), []), [], []);
}
