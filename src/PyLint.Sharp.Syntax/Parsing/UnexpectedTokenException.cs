using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Thrown by an action where the grammar lets a token through that cannot stand there.</summary>
internal sealed class UnexpectedTokenException(Token token) : ParseCanceledException
{
    public Token Token => token;
}
