namespace PyLint.Sharp.Semantics.Types;

/// <summary>The types of the variables of a body at one place of it.</summary>
internal sealed class TypeState
{
    private readonly PyType[] types;
    private readonly bool[] mayBeUnbound;

    public TypeState(int count)
    {
        types = new PyType[count];
        mayBeUnbound = new bool[count];
        Array.Fill(types, PyType.Never);
        Array.Fill(mayBeUnbound, true);
    }

    private TypeState(TypeState other)
    {
        types = (PyType[])other.types.Clone();
        mayBeUnbound = (bool[])other.mayBeUnbound.Clone();
    }

    public int Count => types.Length;

    public PyType this[int slot] => types[slot];

    public bool MayBeUnbound(int slot) => mayBeUnbound[slot];

    public TypeState Copy() => new(this);

    public void Bind(int slot, PyType type)
    {
        types[slot] = type;
        mayBeUnbound[slot] = false;
    }

    public void Unbind(int slot)
    {
        types[slot] = PyType.Never;
        mayBeUnbound[slot] = true;
    }

    /// <summary>The variable is what it was, and no more than this.</summary>
    public void Narrow(int slot, PyType type) => types[slot] = type;

    /// <summary>Takes in one variable of another state.</summary>
    public void Include(int slot, TypeState other)
    {
        types[slot] = TypeJoin.Of(types[slot], other.types[slot]);
        mayBeUnbound[slot] |= other.mayBeUnbound[slot];
    }

    /// <summary>The state after two ways have met; null is a way that is never taken. May change and give back one of both.</summary>
    public static TypeState? Join(TypeState? one, TypeState? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        one.Include(other, widen: false);
        return one;
    }

    /// <summary>Takes in a state; true when that changed this one.</summary>
    /// <param name="other">The state.</param>
    /// <param name="widen">True to give up the variables that change, so that a loop comes to an end.</param>
    public bool Include(TypeState other, bool widen)
    {
        var changed = false;
        for (var i = 0; i < types.Length; i++)
        {
            var joined = TypeJoin.Of(types[i], other.types[i]);
            if (!ReferenceEquals(joined, types[i]) && !joined.Equals(types[i]))
            {
                changed = true;
                joined = widen ? PyType.Unknown : joined;
            }

            types[i] = joined;
            changed |= other.mayBeUnbound[i] && !mayBeUnbound[i];
            mayBeUnbound[i] |= other.mayBeUnbound[i];
        }

        return changed;
    }
}
