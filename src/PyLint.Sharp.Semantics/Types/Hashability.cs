using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Whether values can be hashed (Python glossary, "hashable"; reference, 3.3.1 <c>object.__hash__</c>).</summary>
internal sealed class Hashability
{
    private const int DeepestTuple = 32;
    private readonly SemanticModel model;
    private readonly InstanceHash instances;

    public Hashability(SemanticModel model)
    {
        this.model = model;
        instances = new InstanceHash(model, this);
    }

    /// <summary>The expression that can't be hashed: the one asked for or an element of it. Null when none is proven.</summary>
    public Expr? FindUnhashable(Expr expression, int depth = 0)
    {
        var type = model.TypeOf(expression);
        if (type is { Kind: PyTypeKind.Tuple, Origin: Tuple tuple } && depth < DeepestTuple)
        {
            foreach (var element in tuple.Elts)
            {
                if (FindUnhashable(element, depth + 1) is { } found)
                {
                    return found;
                }
            }
        }

        // The elements of a tuple that is made elsewhere aren't to be pointed at: it stands for them.
        return OfType(type).Answer == Answer.No ? expression : null;
    }

    /// <summary>Whether all values of the type can be hashed, or none; and where in it stands what can't.</summary>
    public HashAnswer OfType(PyType type)
    {
        switch (type.Kind)
        {
            // slice became hashable in 3.12.
            case PyTypeKind.Unknown or PyTypeKind.Never or PyTypeKind.Slice or PyTypeKind.Template:
                return default;
            case PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.ByteArray or PyTypeKind.Array or PyTypeKind.Deque
                or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict or PyTypeKind.DictKeys or PyTypeKind.DictItems:
                return new HashAnswer(Answer.No, "", type);
            case PyTypeKind.Tuple:
                return type.IsVariadic ? OfAnyLength(type.Arguments[0]) : OfElements(type);
            case PyTypeKind.Union:
                return OfUnion(type);
            case PyTypeKind.Class:
                return type.Origin is ClassDef definition && !model.HasOrdinaryConstruction(definition) ? default : new HashAnswer(Answer.Yes);
            case PyTypeKind.Instance:
                return instances.Of(type);
            case PyTypeKind.Library:
                return OfLibrary(type);
            default:
                return new HashAnswer(Answer.Yes);
        }
    }

    /// <summary>A tuple of unknown length may be empty, and then it is hashable.</summary>
    private HashAnswer OfAnyLength(PyType element) => OfType(element).Answer == Answer.Yes ? new HashAnswer(Answer.Yes) : default;

    private HashAnswer OfElements(PyType tuple)
    {
        var result = Answer.Yes;
        for (var i = 0; i < tuple.Arguments.Length; i++)
        {
            var answer = OfType(tuple.Arguments[i]);
            if (answer.Answer == Answer.No)
            {
                return answer with { Path = $"[{i}]{answer.Path}" };
            }

            result = answer.Answer == Answer.Unknown ? Answer.Unknown : result;
        }

        return new HashAnswer(result);
    }

    private HashAnswer OfUnion(PyType type)
    {
        var result = OfType(type.Arguments[0]);
        foreach (var member in type.Arguments)
        {
            if (OfType(member).Answer != result.Answer)
            {
                return default;
            }
        }

        return result;
    }

    /// <summary>Of the library's classes those whose hash asks no other object.</summary>
    private static HashAnswer OfLibrary(PyType type)
    {
        if (!type.Library!.HasHash)
        {
            return type.IsExact ? new HashAnswer(Answer.No, "", type) : default;
        }

        var name = type.Library.QualifiedName;
        var isPlain = type.IsExact || name == "pathlib.Path";
        return isPlain && !type.Library.DerivesFrom("tuple") ? new HashAnswer(Answer.Yes) : default;
    }
}
