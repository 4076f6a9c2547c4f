namespace PyLint.Sharp.Semantics.Types;

/// <summary>The types of the variables of a body at one place of it. Copies share what they know until one of them changes.</summary>
internal sealed class TypeState
{
    private PyType[] types;
    private bool isShared;
    private UnboundSlots unbound;

    public TypeState(int count)
    {
        types = count == 0 ? [] : new PyType[count];
        Array.Fill(types, PyType.Never);
        unbound = UnboundSlots.All(count);
    }

    private TypeState(PyType[] types, UnboundSlots unbound)
    {
        this.types = types;
        this.unbound = unbound;
        isShared = true;
    }

    public PyType this[int slot] => types[slot];

    public bool MayBeUnbound(int slot) => unbound[slot];

    public TypeState Copy()
    {
        isShared = true;
        return new TypeState(types, unbound);
    }

    public void Bind(int slot, PyType type) => Set(slot, type, false);

    public void Unbind(int slot) => Set(slot, PyType.Never, true);

    /// <summary>The variable is what it was, and no more than this.</summary>
    public void Narrow(int slot, PyType type) => Set(slot, type, unbound[slot]);

    /// <summary>Takes in one variable of another state.</summary>
    public void Include(int slot, TypeState other) => Set(slot, TypeJoin.Of(types[slot], other.types[slot]), unbound[slot] || other.unbound[slot]);

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
        // Whatever unbinds or binds a variable copies the types first, so those who share them agree in both.
        if (ReferenceEquals(types, other.types))
        {
            return false;
        }

        var changed = false;
        for (var slot = 0; slot < types.Length; slot++)
        {
            var before = types[slot];
            if (ReferenceEquals(before, other.types[slot]) && unbound[slot] == other.unbound[slot])
            {
                continue;
            }

            var joined = TypeJoin.Of(before, other.types[slot]);
            if (!ReferenceEquals(joined, before) && !joined.Equals(before))
            {
                changed = true;
                joined = widen ? PyType.Unknown : joined;
            }

            var mayBeUnbound = unbound[slot] || other.unbound[slot];
            changed |= mayBeUnbound != unbound[slot];
            Set(slot, joined, mayBeUnbound);
        }

        return changed;
    }

    private void Set(int slot, PyType type, bool mayBeUnbound)
    {
        if (isShared)
        {
            if (ReferenceEquals(types[slot], type) && unbound[slot] == mayBeUnbound)
            {
                return;
            }

            types = types.AsSpan().ToArray();
            unbound = unbound.Copy();
            isShared = false;
        }

        types[slot] = type;
        unbound[slot] = mayBeUnbound;
    }
}
