using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Thrown where no alternative of the grammar goes on with a token, and by actions that let none.</summary>
/// <param name="token">The token that cannot stand where it is.</param>
/// <param name="expected">What could stand there; null when that would mislead.</param>
internal sealed class UnexpectedTokenException(Token token, IntervalSet? expected) : Exception
{
    public Token Token => token;

    public IntervalSet? Expected => expected;
}
