namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>Patterns that match whatever the subject is (Python reference, 8.6.3 "Irrefutable case blocks").</summary>
internal static class IrrefutablePattern
{
    /// <summary>The capture or wildcard that makes a pattern match everything; null when it doesn't.</summary>
    public static MatchAs? CatchAll(Pattern pattern)
    {
        while (true)
        {
            switch (pattern)
            {
                case MatchAs { Pattern: null } found:
                    return found;
                case MatchAs { Pattern: { } inner }:
                    pattern = inner;
                    break;
                case MatchOr { Patterns: [.., var last] }:
                    pattern = last;
                    break;
                default:
                    return null;
            }
        }
    }
}
