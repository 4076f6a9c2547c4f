using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The entries of all scopes of a file by scope and name: one open hash table, where a table for each scope would cost more than what lies in it.</summary>
/// <param name="nodeCount">How long the file is; most files have an entry for every fifth node.</param>
internal sealed class EntryTable(int nodeCount)
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Another one for each process, so that nobody can write a file whose names all fall into one slot.</summary>
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    /// <summary>The same, of which nobody must ask whether it has been made yet.</summary>
    private readonly ulong seed = Seed;

    /// <summary>
    /// The number of each entry, or 0, with its <see cref="Start"/>: in a large file every look at an entry itself waits for memory.
    /// </summary>
    private (int Start, int Number)[] slots = new (int, int)[BitOperations.RoundUpToPowerOf2((uint)(nodeCount / 5) + 8)];
    private ScopeEntry[] entries = new ScopeEntry[(nodeCount / 8) + 8];
    private ulong[] innerNames = [];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>Names are short, and there is one for every fifth node: this takes half as long as the hash of strings.</summary>
    public int HashOf(string name)
    {
        var length = name.Length;
        var hash = seed + (ulong)length;
        if (length < 4)
        {
            return length == 0 ? 0 : (int)Mix(hash, name[0] | (ulong)name[length / 2] << 16 | (ulong)name[length - 1] << 32);
        }

        ref var first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(name.AsSpan()));
        for (var at = 4; at < length; at += 4)
        {
            hash = Mix(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (at - 4) * sizeof(char))));
        }

        // The last four characters may be some of those before again.
        return (int)Mix(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (length - 4) * sizeof(char))));
    }

    /// <param name="scope">The scope.</param>
    /// <param name="name">The name, mangled.</param>
    /// <param name="hash"><see cref="HashOf"/> the name.</param>
    public ScopeEntry? Find(Scope scope, string name, int hash) =>
        slots[SlotOf(scope, name, Start(scope, hash))].Number is > 0 and var number ? entries[number - 1] : null;

    /// <summary>The entry with a number, counted from 1.</summary>
    public ScopeEntry this[int number] => entries[number - 1];

    public ScopeEntry FindOrAdd(Scope scope, string name)
    {
        var hash = HashOf(name);
        var start = Start(scope, hash);
        var slot = SlotOf(scope, name, start);
        return slots[slot].Number is > 0 and var number ? entries[number - 1] : Add(scope, name, hash, slot);
    }

    private ScopeEntry Add(Scope scope, string name, int hash, int slot)
    {
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, Count * 2);
        }

        var entry = new ScopeEntry(scope, name, hash, Count + 1);
        entries[Count++] = entry;
        slots[slot] = (Start(scope, hash), Count);
        scope.Append(entry);
        if (Count > slots.Length / 4 * 3)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong part)
    {
        var mixed = (hash ^ part) * Multiplier;
        return mixed ^ (mixed >> 32);
    }

    private int WordOf(int hash) => (int)((uint)(hash >>> 6) % (uint)innerNames.Length);

    /// <summary>Where the entry lies, or would lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(Scope scope, string name, int start)
    {
        var table = slots;
        for (var slot = start & (table.Length - 1); ; slot = (slot + 1) & (table.Length - 1))
        {
            ref readonly var place = ref table[slot];
            if (place.Number == 0 || (place.Start == start && entries[place.Number - 1] is var entry && entry.Scope == scope && entry.Name == name))
            {
                return slot;
            }
        }
    }

    /// <summary>The scope's number is spread over all bits, so that a name of many scopes fills no long run of slots.</summary>
    private static int Start(Scope scope, int hash) => hash ^ (int)((uint)scope.Number * 0x9E3779B9u >> 7);

    private void Grow()
    {
        var old = slots;
        slots = new (int, int)[old.Length * 2];
        foreach (var moved in old)
        {
            if (moved.Number > 0)
            {
                var slot = moved.Start & (slots.Length - 1);
                while (slots[slot].Number > 0)
                {
                    slot = (slot + 1) & (slots.Length - 1);
                }

                slots[slot] = moved;
            }
        }
    }
}
