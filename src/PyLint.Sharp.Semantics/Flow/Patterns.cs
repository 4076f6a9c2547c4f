using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>What the patterns of a <c>match</c> do whatever the subject is.</summary>
internal static class Patterns
{
    /// <summary>True for a pattern that matches everything (Python reference, 8.6.3 "Irrefutable case blocks").</summary>
    public static bool IsIrrefutable(Pattern pattern) => IrrefutablePattern.CatchAll(pattern) != null;

    /// <summary>The name that the pattern itself binds, not one inside it.</summary>
    public static Identifier? CaptureOf(Pattern pattern) => pattern switch
    {
        MatchAs { Name: { } name } => name,
        MatchStar { Name: { } name } => name,
        MatchMapping { Rest: { } name } => name,
        _ => null,
    };
}
