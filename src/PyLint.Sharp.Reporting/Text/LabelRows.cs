namespace PyLint.Sharp.Reporting.Text;

/// <summary>
/// The rows under one line of source: the underlines, with as many labels beside them as fit, then the others below, right-most
/// first, each hanging on a line from its mark.
/// </summary>
internal static class LabelRows
{
    public static IEnumerable<CellRow> Build(IReadOnlyList<Underline> underlines, Func<CellRow> newRow)
    {
        var hanging = new List<Underline>();
        yield return FirstRow(underlines, newRow(), hanging);
        if (hanging.Count == 0)
        {
            yield break;
        }

        yield return Connect(newRow(), hanging, hanging.Count);
        for (var last = hanging.Count - 1; last >= 0; last--)
        {
            var row = Connect(newRow(), hanging, last);
            row.Put(hanging[last].Start, hanging[last].Label, hanging[last].Style);
            yield return row;
        }
    }

    private static CellRow FirstRow(IReadOnlyList<Underline> underlines, CellRow row, List<Underline> hanging)
    {
        // Primary signs are drawn last, so that they win where two marks meet.
        foreach (var underline in underlines.OrderBy(underline => underline.Sign == '^'))
        {
            row.Fill(underline.Start, underline.End, underline.Sign, underline.Style);
        }

        var beside = new List<Underline>();
        foreach (var underline in underlines.Where(underline => underline.Label.Length > 0).OrderByDescending(underline => underline.Start))
        {
            var fits = HasRoom(underline, underlines, beside);
            (fits ? beside : hanging).Add(underline);
        }

        hanging.Reverse();
        foreach (var underline in beside)
        {
            row.Put(underline.End + 1, underline.Label, underline.Style);
        }

        return row;
    }

    /// <summary>A label keeps two cells of distance from what follows, so that it is not read as belonging to that.</summary>
    private static bool HasRoom(Underline candidate, IReadOnlyList<Underline> underlines, List<Underline> beside)
    {
        var end = candidate.LabelEnd + 2;
        foreach (var other in underlines)
        {
            if (!ReferenceEquals(other, candidate) && other.Start < end && other.End > candidate.End)
            {
                return false;
            }
        }

        return !beside.Exists(other => other.End < end && other.LabelEnd > candidate.End);
    }

    private static CellRow Connect(CellRow row, List<Underline> hanging, int count)
    {
        for (var i = 0; i < count; i++)
        {
            row.Put(hanging[i].Start, "|", hanging[i].Style);
        }

        return row;
    }
}
