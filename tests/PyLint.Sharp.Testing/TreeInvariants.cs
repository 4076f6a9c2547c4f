using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>What holds for every tree, also of broken text.</summary>
public static class TreeInvariants
{
    public static void Check(SyntaxTree tree) => NUnit.Framework.Assert.That(FirstBroken(tree), NUnit.Framework.Is.Null);

    /// <summary>What does not hold, in words, or null. Without an assertion a node, because fuzzing checks millions of them.</summary>
    public static string? FirstBroken(SyntaxTree tree) =>
        BrokenNode(tree) ?? BrokenSiblings(tree) ?? BrokenComment(tree) ?? BrokenError(tree) ?? TokenInvariants.FirstBroken(tree);

    private static string? BrokenNode(SyntaxTree tree)
    {
        if (tree.Nodes[0] != tree.Root || tree.Root.Parent != null || tree.Root.Tree != tree || tree.Root.SubtreeEnd != tree.Nodes.Length
            || tree.Kinds.Length != tree.Nodes.Length)
        {
            return "the module does not hold the tree";
        }

        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            if (Problem(tree, tree.Nodes[i], i) is { } problem)
            {
                return $"{tree.Nodes[i].Kind} {tree.Nodes[i].Span} {problem}";
            }
        }

        return null;
    }

    private static string? Problem(SyntaxTree tree, Node node, int index) => node switch
    {
        _ when node.Index != index => "has the wrong index",
        _ when tree.Kinds[index] != node.Kind => $"counts as {tree.Kinds[index]}",
        _ when node.SubtreeEnd <= index || node.SubtreeEnd > tree.Nodes.Length => "ends its subtree outside the tree",
        _ when !new TextSpan(0, tree.Text.Length).Contains(node.Span) => "lies outside the text",
        { Parent: null } => "has no parent",
        { Parent: var parent } when tree.Nodes[parent.Index] != parent || parent.Index >= index => $"has a {parent.Kind} for a parent that does not stand before it",
        { Parent: var parent } when node.SubtreeEnd > parent.SubtreeEnd => $"ends its subtree behind that of its parent {parent.Kind}",
        { Parent: var parent } when !parent.Span.Contains(node.Span) => $"lies outside its parent {parent.Kind} {parent.Span}",
        _ => null,
    };

    private static string? BrokenSiblings(SyntaxTree tree)
    {
        foreach (var parent in tree.Nodes)
        {
            for (int child = parent.Index + 1, next; child < parent.SubtreeEnd; child = next)
            {
                next = tree.Nodes[child].SubtreeEnd;
                if (tree.Nodes[child].Parent != parent)
                {
                    return $"{tree.Nodes[child].Kind} {tree.Nodes[child].Span} is no child of {parent.Kind} {parent.Span}";
                }

                // The text that `f"{x=}"` shows stands before the field that it repeats, in the tree as in Python's.
                if (next < parent.SubtreeEnd && parent is not (JoinedStr or TemplateStr) && tree.Nodes[child].Span.Start > tree.Nodes[next].Span.Start)
                {
                    return $"the children of {parent.Kind} {parent.Span} do not stand in source order";
                }
            }
        }

        return null;
    }

    private static string? BrokenComment(SyntaxTree tree)
    {
        var end = 0;
        foreach (var comment in tree.Comments)
        {
            if (comment.Start < end || comment.End > tree.Text.Length || tree.Text[comment.Start] != '#' || tree.Text.Slice(comment).IndexOfAny('\n', '\r') >= 0)
            {
                return $"{comment} is no comment";
            }

            end = comment.End;
        }

        return null;
    }

    private static string? BrokenError(SyntaxTree tree)
    {
        var line = 0;
        foreach (var error in tree.Errors)
        {
            if (error.Span.Start < 0 || error.Span.End < error.Span.Start || error.Span.End > tree.Text.Length)
            {
                return $"the error {error} lies outside the text";
            }

            if (tree.Text.LineOf(error.Span.Start) <= line)
            {
                return $"the error {error} is the second on its line, or out of order";
            }

            line = tree.Text.LineOf(error.Span.Start);
        }

        return null;
    }
}
