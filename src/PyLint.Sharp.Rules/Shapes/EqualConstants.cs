using System.Numerics;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// Compares expressions as a dict compares keys: constants by their values, so that <c>1</c>, <c>1.0</c> and <c>True</c> are equal (library
/// reference, "Hashing of numeric types"), names by their variables.
/// </summary>
internal sealed class EqualConstants(SemanticModel model) : IEqualityComparer<Expr>
{
    private const int DeepestTuple = 8;

    /// <summary>True for constants, tuples of them, and names that can't change between two places of one display.</summary>
    public bool IsComparable(Expr expression) => IsComparable(expression, 0);

    /// <inheritdoc/>
    public bool Equals(Expr? x, Expr? y) => (x, y) switch
    {
        (Tuple a, Tuple b) => AreEqual(a, b),
        (Name a, Name b) => a.Id == b.Id,
        (Constant or UnaryOp, Constant or UnaryOp) => NumberOf(x!) is { } a ? NumberOf(y!) is { } b && a == b : AreSame(x as Constant, y as Constant),
        _ => false,
    };

    /// <inheritdoc/>
    public int GetHashCode(Expr expression) => expression switch
    {
        Tuple tuple => HashOf(tuple),
        Name name => name.Id.GetHashCode(StringComparison.Ordinal),
        Constant { Value: string text } => text.GetHashCode(StringComparison.Ordinal) + 1,
        Constant { Value: byte[] bytes } => bytes.Length + 2,
        _ => NumberOf(expression)?.GetHashCode() ?? 3,
    };

    private bool IsComparable(Expr expression, int depth) => expression switch
    {
        Constant => true,
        UnaryOp { Op: UnaryOperator.USub } => NumberOf(expression) != null,
        Tuple { Elts: var elements } => depth < DeepestTuple && AreComparable(elements, depth + 1),
        Name name => model.SymbolOf(name) is { } symbol && IsSteady(symbol),
        _ => false,
    };

    private bool AreComparable(System.Collections.Immutable.ImmutableArray<Expr> elements, int depth)
    {
        foreach (var element in elements)
        {
            if (!IsComparable(element, depth))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nothing but the statements of the scope itself binds the variable, and those stand outside of displays.</summary>
    private static bool IsSteady(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope != symbol.Scope || binding.Kind == BindingKind.NamedExpr)
            {
                return false;
            }
        }

        return symbol.Scope.Kind is ScopeKind.Function or ScopeKind.Lambda || symbol.SoleBinding != null;
    }

    private bool AreEqual(Tuple a, Tuple b)
    {
        for (var i = 0; i < a.Elts.Length && a.Elts.Length == b.Elts.Length; i++)
        {
            if (!Equals(a.Elts[i], b.Elts[i]))
            {
                return false;
            }
        }

        return a.Elts.Length == b.Elts.Length;
    }

    private int HashOf(Tuple tuple)
    {
        var hash = default(HashCode);
        foreach (var element in tuple.Elts)
        {
            hash.Add(GetHashCode(element));
        }

        return hash.ToHashCode();
    }

    private static bool AreSame(Constant? a, Constant? b) => (a?.Value, b?.Value) switch
    {
        (string x, string y) => x == y,
        (byte[] x, byte[] y) => x.AsSpan().SequenceEqual(y),
        (null, null) => a is not null && b is not null,
        (Ellipsis, Ellipsis) => true,
        _ => false,
    };

    /// <summary>
    /// The number that Python compares: exact for integers, bools and floats without fraction; other floats and imaginary numbers keep
    /// their form beside it.
    /// </summary>
    private static (BigInteger Whole, double Fraction, double Imaginary)? NumberOf(Expr expression) => expression switch
    {
        Constant { Value: bool truth } => (truth ? BigInteger.One : BigInteger.Zero, 0, 0),
        Constant { Value: BigInteger whole } => (whole, 0, 0),
        Constant { Value: double real } => double.IsFinite(real) && Math.Floor(real) == real ? (new BigInteger(real), 0, 0) : (BigInteger.Zero, real, 0),
        Constant { Value: Complex complex } => (BigInteger.Zero, 0, complex.Imaginary),
        UnaryOp { Op: UnaryOperator.USub, Operand: Constant operand } when NumberOf(operand) is var (whole, rest, imaginary) => (-whole, -rest, -imaginary),
        _ => null,
    };
}
