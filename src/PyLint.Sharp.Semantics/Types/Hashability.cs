using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Whether values can be hashed (Python glossary, "hashable"; reference, 3.3.1 <c>object.__hash__</c>).</summary>
internal sealed class Hashability(SemanticModel model)
{
    private const int DeepestTuple = 32;
    private bool? changesMethods;

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

        return OfType(type, depth) == Answer.No && type.Kind != PyTypeKind.Tuple ? expression : null;
    }

    public Answer OfExpression(Expr expression, int depth = 0) =>
        expression is Starred || depth == DeepestTuple ? Answer.Unknown : OfType(model.TypeOf(expression), depth);

    private Answer OfType(PyType type, int depth) => type.Kind switch
    {
        // slice became hashable in 3.12.
        PyTypeKind.Unknown or PyTypeKind.Slice or PyTypeKind.Template => Answer.Unknown,
        PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.ByteArray or PyTypeKind.Array or PyTypeKind.Deque
            or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict => Answer.No,
        PyTypeKind.Tuple => type.Origin is Tuple tuple ? OfElements(tuple.Elts, depth) : Answer.Unknown,
        PyTypeKind.Class => type.Origin is ClassDef definition && !model.HasOrdinaryConstruction(definition) ? Answer.Unknown : Answer.Yes,
        PyTypeKind.Instance => type.Origin is ClassDef made ? OfInstance(made) : Answer.Unknown,
        _ => Answer.Yes,
    };

    private Answer OfElements(ImmutableArray<Expr> elements, int depth)
    {
        var result = Answer.Yes;
        foreach (var element in elements)
        {
            var answer = OfExpression(element, depth + 1);
            if (answer == Answer.No)
            {
                return answer;
            }

            result = answer == Answer.Unknown ? answer : result;
        }

        return result;
    }

    /// <summary>A class that defines <c>__eq__</c> but not <c>__hash__</c> gets <c>__hash__ = None</c>.</summary>
    private Answer OfInstance(ClassDef definition)
    {
        if (ChangesMethods || definition.Body.IsEmpty)
        {
            return Answer.Unknown;
        }

        var body = model.ScopeOf(definition.Body[0]);
        var hash = body.OwnSymbol("__hash__");
        var equality = body.OwnSymbol("__eq__");
        if (hash != null)
        {
            return hash.SoleBinding?.Value is Constant { Value: null } && hash.SoleBinding?.Node.Parent == definition ? Answer.No : Answer.Unknown;
        }

        if (equality is null)
        {
            return Answer.Yes;
        }

        return equality.SoleBinding?.Node is FunctionDef method && method.Parent == definition ? Answer.No : Answer.Unknown;
    }

    /// <summary>True when the file gives some class its <c>__hash__</c> or <c>__eq__</c> from outside.</summary>
    private bool ChangesMethods => changesMethods ??= FindChange();

    private bool FindChange()
    {
        foreach (var node in model.Tree.Nodes)
        {
            if (node is Attribute { Ctx: not ExprContext.Load, Attr.Text: "__hash__" or "__eq__" })
            {
                return true;
            }
        }

        return false;
    }
}
