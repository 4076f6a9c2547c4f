using System.Numerics;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The entries of all scopes of a file by scope and name: one open hash table, where a table for each scope would cost more than what lies in it.</summary>
/// <param name="nodeCount">How long the file is; most files have an entry for every fifth node.</param>
internal sealed class EntryTable(int nodeCount)
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Another one for each process, so that nobody can write a file whose names all fall into one slot.</summary>
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    /// <summary>With each entry its <see cref="Start"/>: in a large file every look at an entry itself waits for memory.</summary>
    private (int Start, ScopeEntry? Entry)[] slots = new (int, ScopeEntry?)[BitOperations.RoundUpToPowerOf2((uint)(nodeCount / 5) + 8)];
    private ulong[] innerNames = [];
    private int count;

    /// <summary>Names are short, and there is one for every fifth node: this takes half as long as the hash of strings.</summary>
    public static int HashOf(string name)
    {
        var hash = Seed + (ulong)name.Length;
        if (name.Length < 4)
        {
            return name.Length == 0 ? 0 : (int)Mix(hash, name[0] | (ulong)name[name.Length / 2] << 16 | (ulong)name[^1] << 32);
        }

        var text = MemoryMarshal.Cast<char, byte>(name);
        for (var i = 0; i < text.Length - 8; i += 8)
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(text[i..]));
        }

        return (int)Mix(hash, MemoryMarshal.Read<ulong>(text[^8..]));
    }

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

    private static ulong Mix(ulong hash, ulong part)
    {
        var mixed = (hash ^ part) * Multiplier;
        return mixed ^ (mixed >> 32);
    }

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
