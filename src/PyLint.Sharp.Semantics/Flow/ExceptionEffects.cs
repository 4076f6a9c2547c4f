using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Which expressions surely raise nothing. Memory and interrupts are left aside, and so are numbers too large to convert; all that
/// may call code of an unknown type may raise.
/// </summary>
internal sealed class ExceptionEffects(SemanticModel model)
{
    /// <summary>Deeper expressions count as raising.</summary>
    private const int DeepestExpression = 64;

    private int depth;

    public bool IsSafe(Expr expression)
    {
        if (depth == DeepestExpression)
        {
            return false;
        }

        depth++;
        var safe = IsSafeBelow(expression);
        depth--;
        return safe;
    }

    public bool IsSafe(Stmt statement) => statement switch
    {
        Pass or Break or Continue or Global or Nonlocal => true,
        Return { Value: var value } => value is null || IsSafe(value),
        ExprStmt { Value: var value } => IsSafe(value),
        Assign assign => HasOnlyNames(assign.Targets) && IsSafe(assign.Value),
        AnnAssign { Target: Name, Value: { } value } => IsSafe(value),
        _ => false,
    };

    private bool IsSafeBelow(Expr expression) => expression switch
    {
        Constant => true,
        Name name => BoundNameProof.IsBound(model, name),
        Lambda lambda => AreSafe(lambda.Args.Defaults) && AreSafe(lambda.Args.KwDefaults),
        NamedExpr walrus => IsSafe(walrus.Value),
        Tuple tuple => AreSafe(tuple.Elts),
        List list => AreSafe(list.Elts),
        Set set => AreSafe(set.Elts) && AreConstants(set.Elts),
        Dict dict => AreSafe(dict.Values) && AreConstants(dict.Keys),
        JoinedStr text => AreSafe(text.Values),
        FormattedValue value => value.FormatSpec is null && IsScalar(value.Value) && IsSafe(value.Value),
        IfExp choice => IsSafeCondition(choice.Test) && IsSafe(choice.Body) && IsSafe(choice.OrElse),
        UnaryOp operation => IsSafeUnary(operation),
        BinOp operation => IsSafe(operation.Left) && IsSafe(operation.Right) && IsSafeOperator(operation),
        BoolOp choice => IsSafeChoice(choice),
        Compare comparison => IsSafeComparison(comparison),
        Call call => IsSafeCall(call),
        _ => false,
    };

    private bool AreSafe<T>(ImmutableArray<T> expressions)
        where T : Expr?
    {
        foreach (var expression in expressions)
        {
            if (expression != null && !IsSafe(expression))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A member of a set or a key is hashed and compared; a gap among the keys is a <c>**</c>.</summary>
    private static bool AreConstants<T>(ImmutableArray<T> expressions)
        where T : Expr?
    {
        foreach (var expression in expressions)
        {
            if (expression is not Constant)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOnlyNames(ImmutableArray<Expr> targets)
    {
        foreach (var target in targets)
        {
            if (target is not Name)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A test asks for <c>__bool__</c> or <c>__len__</c>, which only known types surely survive.</summary>
    private bool IsSafeCondition(Expr test) =>
        IsSafe(test) && model.TypeOf(test).Kind is > PyTypeKind.Unknown and < PyTypeKind.Instance;

    private bool IsSafeUnary(UnaryOp operation)
    {
        if (operation.Op == UnaryOperator.Not)
        {
            return IsSafeCondition(operation.Operand);
        }

        return IsSafe(operation.Operand) && !model.TypeOf(operation).IsUnknown;
    }

    private bool IsSafeChoice(BoolOp choice)
    {
        foreach (var value in choice.Values.AsSpan()[..^1])
        {
            if (!IsSafeCondition(value))
            {
                return false;
            }
        }

        return IsSafe(choice.Values[^1]);
    }

    private bool IsSafeOperator(BinOp operation)
    {
        var left = model.TypeOf(operation.Left).Kind;
        var right = model.TypeOf(operation.Right).Kind;
        return operation.Op switch
        {
            BinaryOperator.Add when left is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.List or PyTypeKind.Tuple => left == right,
            BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult => IsInteger(left) && IsInteger(right) || left == right && left == PyTypeKind.Float,
            BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => IsInteger(left) && IsInteger(right),
            BinaryOperator.FloorDiv or BinaryOperator.Mod => IsInteger(left) && Constants.Integer(operation.Right) is { IsZero: false },
            _ => false,
        };
    }

    private bool IsSafeComparison(Compare comparison)
    {
        var left = comparison.Left;
        for (var i = 0; i < comparison.Ops.Length; i++)
        {
            var right = comparison.Comparators[i];
            if (!IsSafe(left) || !IsSafe(right) || !IsSafeComparison(comparison.Ops[i], left, right))
            {
                return false;
            }

            left = right;
        }

        return true;
    }

    private bool IsSafeComparison(CompareOperator op, Expr left, Expr right)
    {
        var kind = model.TypeOf(left).Kind;
        return op switch
        {
            CompareOperator.Is or CompareOperator.IsNot => true,
            CompareOperator.Eq or CompareOperator.NotEq => IsScalar(left) && IsScalar(right),
            CompareOperator.In or CompareOperator.NotIn => IsSafeMembership(kind, right),
            _ => (IsReal(kind) && IsReal(model.TypeOf(right).Kind)) || (kind == PyTypeKind.Str && model.TypeOf(right).Kind == kind),
        };
    }

    private bool IsSafeMembership(PyTypeKind member, Expr container) => container switch
    {
        Tuple tuple => IsScalar(member) && AreConstants(tuple.Elts),
        List list => IsScalar(member) && AreConstants(list.Elts),
        Set set => IsScalar(member) && AreConstants(set.Elts),
        _ => member == PyTypeKind.Str && model.TypeOf(container).Kind == PyTypeKind.Str,
    };

    private bool IsSafeCall(Call call)
    {
        if (!call.Keywords.IsEmpty || model.KnownName(call.Func) is not { } name || !AreSafe(call.Args))
        {
            return false;
        }

        return (name, call.Args) switch
        {
            ("list" or "dict" or "set" or "tuple" or "frozenset" or "str" or "bytes" or "int" or "float" or "bool" or "object", []) => true,
            ("id" or "callable" or "type", [_]) => true,
            ("len", [var counted]) => model.TypeOf(counted).Kind is >= PyTypeKind.Str and <= PyTypeKind.OrderedDict and not (PyTypeKind.Range or PyTypeKind.Slice),
            ("str" or "repr", [var shown]) => IsScalar(shown),
            _ => false,
        };
    }

    private bool IsScalar(Expr expression) => IsScalar(model.TypeOf(expression).Kind);

    private static bool IsScalar(PyTypeKind kind) => kind is > PyTypeKind.Unknown and <= PyTypeKind.Bytes;

    private static bool IsInteger(PyTypeKind kind) => kind is PyTypeKind.Bool or PyTypeKind.Int;

    private static bool IsReal(PyTypeKind kind) => kind is PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float;
}
