using System.Numerics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Values that stand in the source.</summary>
internal static class Constants
{
    /// <summary>Whether a condition always or never holds.</summary>
    public static Answer Truth(Expr expression)
    {
        var negated = false;
        while (expression is UnaryOp { Op: UnaryOperator.Not } not)
        {
            negated = !negated;
            expression = not.Operand;
        }

        return expression switch
        {
            Constant constant => ToAnswer(IsTruthy(constant.Value) != negated),
            Tuple { Elts.IsEmpty: true } or List { Elts.IsEmpty: true } or Dict { Values.IsEmpty: true } => ToAnswer(negated),
            Lambda or GeneratorExp => ToAnswer(!negated),
            _ => Answer.Unknown,
        };
    }

    public static Answer ToAnswer(bool value) => value ? Answer.Yes : Answer.No;

    /// <summary>The value of an integer literal, also a negative one; <c>True</c> and <c>False</c> are integers to Python.</summary>
    public static BigInteger? Integer(Expr expression) => expression switch
    {
        Constant { Value: var value } => ToInteger(value),
        UnaryOp { Op: UnaryOperator.USub, Operand: Constant { Value: var value } } => -ToInteger(value),
        _ => null,
    };

    private static BigInteger? ToInteger(object? value) => value switch
    {
        bool flag => flag ? BigInteger.One : BigInteger.Zero,
        BigInteger number => number,
        _ => null,
    };

    private static bool IsTruthy(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        double number => number != 0,
        Complex number => number != Complex.Zero,
        byte[] bytes => bytes.Length > 0,
        _ => ToInteger(value) is not { IsZero: true },
    };
}
