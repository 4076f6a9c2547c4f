namespace PyLint.Sharp.Semantics.Types;

/// <summary>The types of the variables of a body at one place of it. Copies share what they know until one of them changes.</summary>
internal sealed class TypeState
{
    private Variable[] variables;
    private bool isShared;

    public TypeState(int count)
    {
        variables = count == 0 ? [] : new Variable[count];
        Array.Fill(variables, new Variable(PyType.Never, true));
    }

    private TypeState(Variable[] variables)
    {
        this.variables = variables;
        isShared = true;
    }

    public PyType this[int slot] => variables[slot].Type;

    public bool MayBeUnbound(int slot) => variables[slot].MayBeUnbound;

    public TypeState Copy()
    {
        isShared = true;
        return new TypeState(variables);
    }

    public void Bind(int slot, PyType type) => Set(slot, new Variable(type, false));

    public void Unbind(int slot) => Set(slot, new Variable(PyType.Never, true));

    /// <summary>The variable is what it was, and no more than this.</summary>
    public void Narrow(int slot, PyType type) => Set(slot, new Variable(type, variables[slot].MayBeUnbound));

    /// <summary>Takes in one variable of another state.</summary>
    public void Include(int slot, TypeState other) => Set(slot, Joined(variables[slot], other.variables[slot]));

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
        if (ReferenceEquals(variables, other.variables))
        {
            return false;
        }

        var changed = false;
        for (var i = 0; i < variables.Length; i++)
        {
            var before = variables[i];
            var joined = Joined(before, other.variables[i]);
            if (!ReferenceEquals(joined.Type, before.Type) && !joined.Type.Equals(before.Type))
            {
                changed = true;
                joined = widen ? joined with { Type = PyType.Unknown } : joined;
            }

            changed |= joined.MayBeUnbound != before.MayBeUnbound;
            Set(i, joined);
        }

        return changed;
    }

    private static Variable Joined(Variable one, Variable other) => new(TypeJoin.Of(one.Type, other.Type), one.MayBeUnbound || other.MayBeUnbound);

    private void Set(int slot, Variable variable)
    {
        if (isShared)
        {
            if (ReferenceEquals(variables[slot].Type, variable.Type) && variables[slot].MayBeUnbound == variable.MayBeUnbound)
            {
                return;
            }

            variables = variables.AsSpan().ToArray();
            isShared = false;
        }

        variables[slot] = variable;
    }

    private readonly record struct Variable(PyType Type, bool MayBeUnbound);
}
