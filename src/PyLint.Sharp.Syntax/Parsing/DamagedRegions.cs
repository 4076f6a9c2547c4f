using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// Where a program lost a head or an indentation, so that what stands there may belong to a function or loop that the tree does not
/// show.
/// </summary>
internal sealed class DamagedRegions
{
    // Made at the first mistake: most programs have none.
    private List<TextSpan>? regions;
    private bool isSorted;

    public void Add(TextSpan region)
    {
        regions ??= [];
        regions.Add(region);
        isSorted = false;
    }

    public bool Contains(int offset)
    {
        if (regions is null)
        {
            return false;
        }

        if (!isSorted)
        {
            Merge(regions);
            isSorted = true;
        }

        var (low, high) = (0, regions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = regions[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < regions.Count && regions[low].Start <= offset;
    }

    /// <summary>Makes them sorted and apart from one another.</summary>
    private static void Merge(List<TextSpan> regions)
    {
        regions.Sort();
        var count = 0;
        foreach (var region in regions.ToArray())
        {
            if (count > 0 && region.Start <= regions[count - 1].End)
            {
                regions[count - 1] = new TextSpan(regions[count - 1].Start, Math.Max(regions[count - 1].End, region.End));
            }
            else
            {
                regions[count++] = region;
            }
        }

        regions.RemoveRange(count, regions.Count - count);
    }
}
