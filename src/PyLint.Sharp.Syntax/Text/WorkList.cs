using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Syntax.Text;

/// <summary>
/// A growing array of values in progress; empty, it holds no memory. The framework's lists of our own structs are compiled when they
/// are first used, at every start of the program; this one is compiled ahead with the rest. To be kept in a field that is not
/// readonly, and never copied.
/// </summary>
internal struct WorkList<T>
{
    private T[]? items;

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref items![index];

    public void Add(T item)
    {
        if (items is null || Count == items.Length)
        {
            Grow();
        }

        items![Count++] = item;
    }

    public T Pop() => items![--Count];

    /// <summary>Forgets all but the first items, though they stay in memory until others take their places.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Forgets all items, and lets go of what they refer to.</summary>
    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            items.AsSpan().Clear();
        }

        Count = 0;
    }

    /// <summary>A copy of the items from an index on.</summary>
    public readonly ImmutableArray<T> ToImmutable(int start = 0)
    {
        if (Count == start)
        {
            return [];
        }

        var copy = new T[Count - start];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = items![start + i];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(copy);
    }

    private void Grow()
    {
        var larger = new T[Math.Max(4, Count * 2)];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = items![i];
        }

        items = larger;
    }
}
