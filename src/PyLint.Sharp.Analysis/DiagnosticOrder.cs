namespace PyLint.Sharp.Analysis;

/// <summary>By start, end and code; the message settles the rest, so that the order never depends on that of the rules.</summary>
internal sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    public static DiagnosticOrder Instance { get; } = new();

    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        var order = x!.Span.CompareTo(y!.Span);
        order = order != 0 ? order : string.CompareOrdinal(x.Descriptor.Code, y.Descriptor.Code);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
