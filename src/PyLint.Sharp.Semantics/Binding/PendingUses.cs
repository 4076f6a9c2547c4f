using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// The bindings and references of one file until every name is resolved, in source order. Serves one file of its thread after the
/// other in the same arrays.
/// </summary>
internal sealed class PendingUses
{
    private const int UsualLength = 1 << 14;

    [ThreadStatic]
    private static PendingUses? idle;

    private (ScopeEntry Entry, Name? Name, NameBinding Binding)[] bindings = new (ScopeEntry, Name?, NameBinding)[256];
    private (int Entry, int Node)[] references = new (int, int)[1024];
    private int bindingCount;
    private int referenceCount;

    public ReadOnlySpan<(ScopeEntry Entry, Name? Name, NameBinding Binding)> Bindings => bindings.AsSpan(0, bindingCount);

    /// <summary>The numbers of entries and nodes: arrays that live long and hold new objects would cost every garbage collection.</summary>
    public ReadOnlySpan<(int Entry, int Node)> References => references.AsSpan(0, referenceCount);

    public static PendingUses Rent()
    {
        var uses = idle ?? new PendingUses();
        idle = null;
        return uses;
    }

    /// <summary>Gives the arrays back, without anything that would hold the file in memory.</summary>
    public void Return()
    {
        Array.Clear(bindings, 0, bindingCount);
        (bindingCount, referenceCount) = (0, 0);
        if (bindings.Length <= UsualLength && references.Length <= UsualLength)
        {
            idle = this;
        }
    }

    /// <param name="entry">What the scope says about the name.</param>
    /// <param name="name">The name as an expression, where it is one.</param>
    /// <param name="binding">The place.</param>
    public void Add(ScopeEntry entry, Name? name, in NameBinding binding)
    {
        if (bindingCount == bindings.Length)
        {
            Array.Resize(ref bindings, bindingCount * 2);
        }

        entry.BindingCount++;
        bindings[bindingCount++] = (entry, name, binding);
    }

    public void Add(ScopeEntry entry, Name reference)
    {
        if (referenceCount == references.Length)
        {
            Array.Resize(ref references, referenceCount * 2);
        }

        entry.ReferenceCount++;
        references[referenceCount++] = (entry.Number, reference.Index);
    }
}
