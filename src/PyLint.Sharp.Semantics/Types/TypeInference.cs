using System.Numerics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Finds the types of expressions from what stands in the file: no guess from a name, an annotation or a habit.</summary>
internal sealed class TypeInference(SemanticModel model)
{
    /// <summary>Where a longer way through operands and variables is given up; no type worth reporting on is that far.</summary>
    private const int DeepestWay = 64;

    private readonly Dictionary<int, PyType> known = [];
    private int depth;
    private int givenUp;

    public PyType TypeOf(Expr expression)
    {
        if (known.TryGetValue(expression.Index, out var type))
        {
            return type;
        }

        if (depth == DeepestWay)
        {
            givenUp++;
            return PyType.Unknown;
        }

        return Remember(expression);
    }

    private PyType Remember(Expr expression)
    {
        var givenUpBefore = givenUp;
        // x = x: whoever asks for a type while it is being found gets no answer.
        known[expression.Index] = PyType.Unknown;
        depth++;
        var type = Find(expression);
        depth--;
        if (givenUp == givenUpBefore || !type.IsUnknown)
        {
            known[expression.Index] = type;
        }
        else
        {
            // The way was too long from where the question came; from nearer there may be an answer.
            known.Remove(expression.Index);
        }

        return type;
    }

    private PyType Find(Expr expression) => expression switch
    {
        Constant constant => new PyType(KindOf(constant.Value), constant),
        JoinedStr => new PyType(PyTypeKind.Str, expression),
        TemplateStr => new PyType(PyTypeKind.Template, expression),
        List or ListComp => new PyType(PyTypeKind.List, expression),
        Tuple => new PyType(PyTypeKind.Tuple, expression),
        Dict or DictComp => new PyType(PyTypeKind.Dict, expression),
        Set or SetComp => new PyType(PyTypeKind.Set, expression),
        GeneratorExp => new PyType(PyTypeKind.Iterator, expression),
        Lambda => new PyType(PyTypeKind.Function, expression),
        Slice => new PyType(PyTypeKind.Slice, expression),
        NamedExpr walrus => TypeOf(walrus.Value),
        Name name => OfName(name),
        UnaryOp operation => new PyType(OperatorTypes.Unary(operation.Op, TypeOf(operation.Operand).Kind), operation),
        BinOp operation => new PyType(OperatorTypes.Binary(operation.Op, TypeOf(operation.Left).Kind, TypeOf(operation.Right).Kind), operation),
        IfExp choice => Common(TypeOf(choice.Body), TypeOf(choice.OrElse), choice),
        BoolOp choice => OfChoice(choice),
        Compare comparison => OfComparison(comparison),
        Subscript subscript => OfSubscript(subscript),
        Call call => OfCall(call),
        _ => PyType.Unknown,
    };

    private static PyTypeKind KindOf(object? value) => value switch
    {
        null => PyTypeKind.None,
        bool => PyTypeKind.Bool,
        BigInteger => PyTypeKind.Int,
        double => PyTypeKind.Float,
        Complex => PyTypeKind.Complex,
        string => PyTypeKind.Str,
        byte[] => PyTypeKind.Bytes,
        Ellipsis => PyTypeKind.Ellipsis,
        _ => PyTypeKind.Unknown,
    };

    private PyType OfName(Name name)
    {
        if (model.ValueOf(name) is { } value)
        {
            return TypeOf(value);
        }

        if (model.IsBuiltin(name))
        {
            return KnownReturns.OfFunction(name.Id) is not PyTypeKind.Unknown && IsClass(name.Id) ? new PyType(PyTypeKind.Class, name) : PyType.Unknown;
        }

        return model.SymbolOf(name) is { } symbol && !model.MayMeanAnother(symbol) ? OfDefinition(symbol) : PyType.Unknown;
    }

    private static PyType OfDefinition(Symbol symbol)
    {
        var binding = symbol.SoleBinding;
        return binding?.Node switch
        {
            FunctionDefinition { DecoratorList.IsEmpty: true } function => new PyType(PyTypeKind.Function, function),
            ClassDef { DecoratorList.IsEmpty: true } definition when binding.Value.Kind == BindingKind.Class => new PyType(PyTypeKind.Class, definition),
            Alias when binding.Value.Kind == BindingKind.Import => new PyType(PyTypeKind.Module, binding.Value.Node),
            _ => PyType.Unknown,
        };
    }

    private static bool IsClass(string builtin) => builtin is "list" or "tuple" or "dict" or "set" or "frozenset" or "str" or "bytes"
        or "bytearray" or "int" or "float" or "complex" or "bool" or "range" or "slice" or "enumerate" or "zip" or "map" or "filter";

    private static PyType Common(PyType one, PyType other, Expr choice) => one.Kind == other.Kind
        ? new PyType(one.Kind, one.Kind is PyTypeKind.Instance or PyTypeKind.Class && one.Origin != other.Origin ? null : choice)
        : PyType.Unknown;

    /// <summary><c>a or b</c> is one of its operands.</summary>
    private PyType OfChoice(BoolOp choice)
    {
        var kind = TypeOf(choice.Values[0]).Kind;
        foreach (var value in choice.Values)
        {
            if (TypeOf(value).Kind != kind || kind is PyTypeKind.Instance or PyTypeKind.Class or PyTypeKind.Function)
            {
                return PyType.Unknown;
            }
        }

        return new PyType(kind, choice);
    }

    /// <summary>Rich comparisons may give anything (Python reference, 3.3.1); identity and membership are always a <c>bool</c>.</summary>
    private PyType OfComparison(Compare comparison)
    {
        var proven = IsPlain(TypeOf(comparison.Left));
        for (var i = 0; i < comparison.Ops.Length; i++)
        {
            var right = IsPlain(TypeOf(comparison.Comparators[i]));
            if (comparison.Ops[i] < CompareOperator.Is && !(proven && right))
            {
                return PyType.Unknown;
            }

            proven = right;
        }

        return new PyType(PyTypeKind.Bool, comparison);
    }

    private static bool IsPlain(PyType type) => type.Kind is > PyTypeKind.Unknown and < PyTypeKind.Iterator;

    private PyType OfSubscript(Subscript subscript)
    {
        var kind = TypeOf(subscript.Value).Kind;
        if (subscript.Slice is Slice)
        {
            var keepsItsType = kind is PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray
                or PyTypeKind.Range or PyTypeKind.Array;
            return keepsItsType ? new PyType(kind, subscript) : PyType.Unknown;
        }

        return kind switch
        {
            PyTypeKind.Str => new PyType(PyTypeKind.Str, subscript),
            _ => PyType.Unknown,
        };
    }

    private PyType OfCall(Call call)
    {
        if (model.KnownName(call.Func) is { } name)
        {
            return new PyType(KnownReturns.OfFunction(name), call);
        }

        return call.Func switch
        {
            Name callee when TypeOf(callee) is { Kind: PyTypeKind.Class, Origin: ClassDef made } => OfInstance(made),
            Attribute method => new PyType(KnownReturns.OfMethod(TypeOf(method.Value).Kind, method.Attr.Text), call),
            _ => PyType.Unknown,
        };
    }

    /// <summary>A metaclass or a <c>__new__</c>, also an inherited one, may return anything.</summary>
    private PyType OfInstance(ClassDef made) => model.HasOrdinaryConstruction(made) ? new PyType(PyTypeKind.Instance, made) : PyType.Unknown;
}
