using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// Code that the author is still writing. What stands in it means what it says, but what is missing from it may be just what a syntax
/// error hides: a rule that says “never” or “only” asks here first.
/// </summary>
internal static class BrokenCode
{
    /// <summary>True when a syntax error stands in the node, or where it ends.</summary>
    public static bool Touches(Node node)
    {
        var tree = node.Tree;
        if (!tree.HasParseErrors)
        {
            return false;
        }

        foreach (var error in tree.Errors)
        {
            if (error.Span.End >= node.Span.Start && error.Span.Start <= node.Span.End)
            {
                return true;
            }
        }

        return false;
    }
}
