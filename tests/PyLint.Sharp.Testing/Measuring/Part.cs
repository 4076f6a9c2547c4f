namespace PyLint.Sharp.Testing.Measuring;

/// <summary>A part in the place of a whole that would take too long.</summary>
public static class Part
{
    /// <summary>
    /// Takes items in an order that the seed decides, until they are together as large as wanted. The item that gets there is
    /// taken whole, so that large ones have their chance.
    /// </summary>
    public static IReadOnlyList<T> Choose<T>(IEnumerable<T> items, Func<T, long> sizeOf, long wanted, int seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(sizeOf);
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        var chosen = new List<T>();
        var size = 0L;
        foreach (var item in shuffled)
        {
            if (size >= wanted)
            {
                break;
            }

            chosen.Add(item);
            size += sizeOf(item);
        }

        return chosen;
    }

    /// <summary>What the whole would take. A start takes its time once, however much follows it.</summary>
    /// <param name="seconds">What the part took, start included.</param>
    /// <param name="start">What it takes to do nothing.</param>
    /// <param name="timesAsMuch">The whole divided by the part.</param>
    public static double Scale(double seconds, double start, double timesAsMuch) => start + (Math.Max(0, seconds - start) * timesAsMuch);
}
