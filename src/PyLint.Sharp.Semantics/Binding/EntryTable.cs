using System.Numerics;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The entries of all scopes of a file by scope and name: one open hash table, where a table for each scope would cost more than what lies in it.</summary>
/// <param name="nodeCount">How long the file is; most files have an entry for every fifth node.</param>
internal sealed class EntryTable(int nodeCount)
{
    /// <summary>With each entry its <see cref="Start"/>: in a large file every look at an entry itself waits for memory.</summary>
    private (int Start, ScopeEntry? Entry)[] slots = new (int, ScopeEntry?)[BitOperations.RoundUpToPowerOf2((uint)(nodeCount / 5) + 8)];
    private ulong[] innerNames = [];
    private int count;

    public static int HashOf(string name) => name.GetHashCode();

    /// <param name="scope">The scope.</param>
    /// <param name="name">The name, mangled.</param>
    /// <param name="hash"><see cref="HashOf"/> the name.</param>
    public ScopeEntry? Find(Scope scope, string name, int hash) => slots[SlotOf(scope, name, Start(scope, hash))].Entry;

    public ScopeEntry FindOrAdd(Scope scope, string name)
    {
        var hash = HashOf(name);
        var start = Start(scope, hash);
        var slot = SlotOf(scope, name, start);
        if (slots[slot].Entry is { } known)
        {
            return known;
        }

        var entry = new ScopeEntry(scope, name, hash);
        slots[slot] = (start, entry);
        scope.Append(entry);
        if (++count > slots.Length / 4 * 3)
        {
            Grow();
        }

        return entry;
    }

    /// <summary>Remembers that a scope inside the module binds a name or declares it global.</summary>
    public void NoteInner(int hash)
    {
        if (innerNames.Length == 0)
        {
            innerNames = new ulong[(slots.Length + 63) / 64];
        }

        innerNames[WordOf(hash)] |= 1UL << (hash & 63);
    }

    /// <summary>
    /// False when only the module can have the name, so that the scopes around need not be asked one by one: with many names in many
    /// scopes, one in the other, that would take quadratic time. True may be a mistake.
    /// </summary>
    public bool MayBeInner(int hash) => innerNames.Length > 0 && (innerNames[WordOf(hash)] & (1UL << (hash & 63))) != 0;

    private int WordOf(int hash) => (int)((uint)(hash >>> 6) % (uint)innerNames.Length);

    /// <summary>Where the entry lies, or would lie.</summary>
    private int SlotOf(Scope scope, string name, int start)
    {
        var mask = slots.Length - 1;
        var slot = start & mask;
        while (slots[slot].Entry is { } entry && (slots[slot].Start != start || entry.Scope != scope || entry.Name != name))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    /// <summary>The scope's number is spread over all bits, so that a name of many scopes fills no long run of slots.</summary>
    private static int Start(Scope scope, int hash) => hash ^ (int)((uint)scope.Number * 0x9E3779B9u >> 7);

    private void Grow()
    {
        var old = slots;
        slots = new (int, ScopeEntry?)[old.Length * 2];
        foreach (var moved in old)
        {
            if (moved.Entry != null)
            {
                var slot = moved.Start & (slots.Length - 1);
                while (slots[slot].Entry != null)
                {
                    slot = (slot + 1) & (slots.Length - 1);
                }

                slots[slot] = moved;
            }
        }
    }
}
