using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>Expressions. Without a state, the variables are what they ever are, and nothing is recorded.</content>
internal sealed partial class BodyTypes
{
    /// <summary>Deeper expressions are given up, and with them the body, since they may bind names.</summary>
    private const int DeepestExpression = 200;

    private int depth;
    private bool isLater;
    private Attribute? read;
    private PyType readFrom = PyType.Unknown;
    private ImportedName? readAs;

    public PyType TypeOf(Expr expression) => TypeOf(expression, null);

    private PyType TypeOf(Expr expression, TypeState? state)
    {
        if (depth == DeepestExpression)
        {
            fuel = 0;
            return PyType.Unknown;
        }

        depth++;
        fuel--;
        var type = Find(expression, state);
        depth--;
        if (state != null)
        {
            Record(expression, type);
        }

        return type;
    }

    private void Record(Expr expression, PyType type) => inference.Record(expression, type);

    private PyType Find(Expr expression, TypeState? state) => expression.Kind switch
    {
        NodeKind.Constant => PyType.Of(KindOf(((Constant)expression).Value)),
        NodeKind.Name => OfName((Name)expression, state),
        NodeKind.Call => OfCall((Call)expression, state),
        NodeKind.Attribute => OfAttribute((Attribute)expression, state),
        _ => FindOther(expression, state),
    };

    private PyType FindOther(Expr expression, TypeState? state) => expression.Kind switch
    {
        NodeKind.Subscript => OfSubscript((Subscript)expression, state),
        NodeKind.BinOp => OfBinary((BinOp)expression, state),
        NodeKind.Compare => OfComparison((Compare)expression, state),
        NodeKind.BoolOp => OfChoice((BoolOp)expression, state),
        NodeKind.UnaryOp when (UnaryOp)expression is var operation => OperatorTypes.Unary(operation.Op, TypeOf(operation.Operand, state)),
        NodeKind.IfExp => OfConditional((IfExp)expression, state),
        NodeKind.NamedExpr => OfWalrus((NamedExpr)expression, state),
        NodeKind.Tuple => OfTuple((Tuple)expression, state),
        NodeKind.List => PyType.List(OfElements(((List)expression).Elts, state), expression),
        NodeKind.Set => PyType.Container(PyTypeKind.Set, ElementTypes.Hashed(OfElements(((Set)expression).Elts, state)), expression),
        NodeKind.Dict => OfDict((Dict)expression, state),
        NodeKind.ListComp or NodeKind.SetComp or NodeKind.DictComp or NodeKind.GeneratorExp => OfComprehension(expression, state),
        NodeKind.Lambda => OfLambda((Lambda)expression, state),
        NodeKind.JoinedStr => Seen(((JoinedStr)expression).Values, state, PyType.Str),
        NodeKind.TemplateStr => Seen(((TemplateStr)expression).Values, state, PyType.Of(PyTypeKind.Template)),
        NodeKind.Slice => OfSlice((Slice)expression, state),
        _ => SeenInside(expression, state),
    };

    private PyType OfBinary(BinOp operation, TypeState? state) =>
        OperatorTypes.Binary(operation.Op, TypeOf(operation.Left, state), TypeOf(operation.Right, state), IsNatural(operation.Right)).WithOrigin(operation);

    private PyType Seen<T>(ImmutableArray<T> parts, TypeState? state, PyType type)
        where T : Expr?
    {
        TypeOfAll(parts, state);
        return type;
    }

    private PyType SeenInside(Expr expression, TypeState? state)
    {
        switch (expression)
        {
            case Await { Value: var value }:
                return TypeOf(value, state) is { Kind: PyTypeKind.Coroutine } awaited ? awaited.Arguments[0] : PyType.Unknown;
            case Yield { Value: var value }:
                Yield(value is null ? PyType.None : TypeOf(value, state), state);
                break;
            case YieldFrom { Value: var value }:
                Yield(ElementTypes.Iterated(TypeOf(value, state)), state);
                break;
            case Starred { Value: var value }:
                TypeOf(value, state);
                break;
            case FormattedValue value:
                TypeOf(value.Value, state);
                TypeOfGiven(value.FormatSpec, state);
                break;
            case Interpolation value:
                TypeOf(value.Value, state);
                TypeOfGiven(value.FormatSpec, state);
                break;
        }

        return PyType.Unknown;
    }

    private void Yield(PyType type, TypeState? state) => Yielded = state is null ? Yielded : TypeJoin.Of(Yielded, type);

    private void TypeOfAll<T>(ImmutableArray<T> expressions, TypeState? state)
        where T : Expr?
    {
        foreach (var expression in expressions)
        {
            if (expression != null)
            {
                TypeOf(expression, state);
            }
        }
    }

    private void TypeOfGiven(Expr? expression, TypeState? state)
    {
        if (expression != null)
        {
            TypeOf(expression, state);
        }
    }

    private PyType OfSlice(Slice slice, TypeState? state)
    {
        TypeOfGiven(slice.Lower, state);
        TypeOfGiven(slice.Upper, state);
        TypeOfGiven(slice.Step, state);
        return PyType.Of(PyTypeKind.Slice);
    }

    private void TypeOfKeywords(ImmutableArray<Keyword> keywords, TypeState? state)
    {
        foreach (var keyword in keywords)
        {
            TypeOf(keyword.Value, state);
        }
    }

    /// <summary>The parts of a target that is no name: they are read.</summary>
    private PyType TypeOfParts(Expr target, TypeState state)
    {
        switch (target)
        {
            case Attribute attribute:
                TypeOf(attribute.Value, state);
                return PyType.Unknown;
            case Subscript subscript:
                return OfSubscript(subscript, state);
            default:
                return PyType.Unknown;
        }
    }

    private static PyTypeKind KindOf(object? value) => value switch
    {
        string => PyTypeKind.Str,
        null => PyTypeKind.None,
        BigInteger => PyTypeKind.Int,
        bool => PyTypeKind.Bool,
        double => PyTypeKind.Float,
        Complex => PyTypeKind.Complex,
        byte[] => PyTypeKind.Bytes,
        Ellipsis => PyTypeKind.Ellipsis,
        _ => PyTypeKind.Unknown,
    };

    private static bool IsNatural(Expr expression) => expression is Constant { Value: BigInteger };

    private PyType OfLambda(Lambda lambda, TypeState? state)
    {
        TypeOfAll(lambda.Args.Defaults, state);
        TypeOfAll(lambda.Args.KwDefaults, state);
        return PyType.Definition(PyTypeKind.Function, lambda);
    }

    private PyType OfAttribute(Attribute attribute, TypeState? state)
    {
        var value = TypeOf(attribute.Value, state);
        var owner = attribute.Value == read ? readAs : attribute.Value is Name name ? model.ImportedAs(name) : null;
        (read, readFrom, readAs) = (attribute, value, owner?.Part(attribute.Attr.Text));
        return readAs != null ? DefinitionTypes.OfMember(readAs.Member) : inference.Instances.AttributeOf(value, attribute);
    }

    private PyType OfWalrus(NamedExpr walrus, TypeState? state)
    {
        var type = TypeJoin.WithoutElements(TypeOf(walrus.Value, state));
        if (state != null)
        {
            Bind(walrus.Target, type, state);
        }

        return type;
    }

    private PyType OfConditional(IfExp choice, TypeState? state)
    {
        TypeOf(choice.Test, state);
        if (state is null)
        {
            return TypeJoin.Of(TypeOf(choice.Body, null), TypeOf(choice.OrElse, null)).WithOrigin(choice);
        }

        var otherwise = Assume(choice.Test, false, state.Copy());
        var then = Assume(choice.Test, true, state.Copy());
        var type = TypeJoin.Of(
            then is null ? PyType.Never : TypeOf(choice.Body, then),
            otherwise is null ? PyType.Never : TypeOf(choice.OrElse, otherwise));
        TakeBindings(choice, state, then, otherwise);
        return ElementTypes.Present(type);
    }

    /// <summary><c>a or b</c> is one of its operands.</summary>
    private PyType OfChoice(BoolOp choice, TypeState? state)
    {
        var result = PyType.Never;
        var isOr = choice.Op == BoolOperator.Or;
        TypeState? current = state?.Copy();
        for (var i = 0; i < choice.Values.Length; i++)
        {
            if (state != null && current is null)
            {
                return ElementTypes.Present(result);
            }

            var type = TypeOf(choice.Values[i], current);
            var isLast = i == choice.Values.Length - 1;
            result = TypeJoin.Of(result, isLast ? type : TypeNarrowing.ByTruth(type, isOr));
            if (state != null)
            {
                TakeBindings(choice.Values[i], state, current, null);
                current = Assume(choice.Values[i], !isOr, current);
            }
        }

        return ElementTypes.Present(result);
    }

    /// <summary>Names that a <c>:=</c> binds on one of the ways through an expression.</summary>
    private void TakeBindings(Expr expression, TypeState state, TypeState? one, TypeState? other)
    {
        if (!inference.HasWalrus)
        {
            return;
        }

        foreach (var node in model.Tree.Subtree(expression))
        {
            if (node is not NamedExpr { Target: Name name } || model.SymbolOf(name) is not { } symbol || !IsFollowed(symbol, out var slot))
            {
                continue;
            }

            if (one != null)
            {
                state.Include(slot, one);
            }

            if (other != null)
            {
                state.Include(slot, other);
            }
        }
    }

    /// <summary>Rich comparisons may give anything (Python reference, 3.3.1); identity and membership are always a <c>bool</c>.</summary>
    private PyType OfComparison(Compare comparison, TypeState? state)
    {
        var isPlain = IsPlain(TypeOf(comparison.Left, state));
        var result = PyType.Bool;
        for (var i = 0; i < Math.Min(comparison.Ops.Length, comparison.Comparators.Length); i++)
        {
            var right = IsPlain(TypeOf(comparison.Comparators[i], state));
            result = comparison.Ops[i] < CompareOperator.Is && !(isPlain && right) ? PyType.Unknown : result;
            isPlain = right;
        }

        return result;
    }

    private static bool IsPlain(PyType type)
    {
        foreach (var member in TypeJoin.Members(type))
        {
            if (member.Kind is PyTypeKind.Unknown or >= PyTypeKind.Iterator)
            {
                return false;
            }
        }

        return true;
    }

    private PyType OfSubscript(Subscript subscript, TypeState? state)
    {
        var value = TypeOf(subscript.Value, state);
        var index = TypeOf(subscript.Slice, state);
        return subscript.Slice is Slice ? ElementTypes.Sliced(value) : ElementTypes.Indexed(value, index, Position(subscript.Slice));
    }

    private static int? Position(Expr index) => index switch
    {
        Constant { Value: BigInteger number } when number < int.MaxValue => (int)number,
        UnaryOp { Op: UnaryOperator.USub, Operand: Constant { Value: BigInteger number } } when number < int.MaxValue => -(int)number,
        _ => null,
    };
}
