namespace PyLint.Sharp.Semantics.Types;

/// <summary>Which variables may have no value: a bit for each, without memory of its own for the 64 that most bodies have at most.</summary>
internal struct UnboundSlots
{
    private const int First = 64;

    private ulong first;
    private ulong[]? rest;

    public static UnboundSlots All(int count)
    {
        var slots = new UnboundSlots { first = ulong.MaxValue };
        if (count > First)
        {
            slots.rest = new ulong[(count - 1) / First];
            Array.Fill(slots.rest, ulong.MaxValue);
        }

        return slots;
    }

    public bool this[int slot]
    {
        readonly get => ((slot < First ? first : rest![(slot / First) - 1]) & Bit(slot)) != 0;
        set
        {
            ref var word = ref slot < First ? ref first : ref rest![(slot / First) - 1];
            word = value ? word | Bit(slot) : word & ~Bit(slot);
        }
    }

    /// <summary>The same bits, that change on their own.</summary>
    public readonly UnboundSlots Copy() => this with { rest = rest?.AsSpan().ToArray() };

    private static ulong Bit(int slot) => 1UL << (slot % First);
}
