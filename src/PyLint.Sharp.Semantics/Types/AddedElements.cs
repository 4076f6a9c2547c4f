using PyLint.Sharp.Semantics.Binding;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// What a body puts into the containers that its variables hold, wherever in the body: a container may hold it at any place, since
/// loops come back. The body is analyzed again until nothing is added.
/// </summary>
internal sealed class AddedElements
{
    private Dictionary<Symbol, (PyType Element, PyType Key, PyType Value)>? added;

    /// <summary>True when something was added since this was last reset.</summary>
    public bool HasChanged { get; set; }

    /// <param name="symbol">The variable.</param>
    /// <param name="element">The element of a list or set.</param>
    /// <param name="key">The key of a dict.</param>
    /// <param name="value">The value of a dict.</param>
    public void Add(Symbol symbol, PyType element, PyType key, PyType value)
    {
        added ??= [];
        var known = added.GetValueOrDefault(symbol, (PyType.Never, PyType.Never, PyType.Never));
        var joined = (TypeJoin.Of(known.Item1, element), TypeJoin.Of(known.Item2, ElementTypes.Hashed(key)), TypeJoin.Of(known.Item3, value));
        if (!known.Equals(joined))
        {
            HasChanged = true;
            added[symbol] = joined;
        }
    }

    /// <summary>Gives up: anything may be in the containers to which something is added.</summary>
    public void Widen()
    {
        if (added is null)
        {
            return;
        }

        foreach (var symbol in new List<Symbol>(added.Keys))
        {
            added[symbol] = (PyType.Unknown, PyType.Unknown, PyType.Unknown);
        }
    }

    /// <summary>The type of the container with what is added to it.</summary>
    public PyType Complete(Symbol symbol, PyType type)
    {
        if (added is null || !added.TryGetValue(symbol, out var more))
        {
            return type;
        }

        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = TypeJoin.Of(result, member.Kind switch
            {
                _ when member.IsDict => PyType.Dict(member.Kind, TypeJoin.Of(member.Arguments[0], more.Key), TypeJoin.Of(member.Arguments[1], more.Value), member.Origin),
                PyTypeKind.List or PyTypeKind.Deque => PyType.Container(member.Kind, TypeJoin.Of(member.Arguments[0], more.Element), member.Origin),
                PyTypeKind.Set => PyType.Container(member.Kind, TypeJoin.Of(member.Arguments[0], ElementTypes.Hashed(more.Element)), member.Origin),
                _ => member,
            });
        }

        return result;
    }
}
