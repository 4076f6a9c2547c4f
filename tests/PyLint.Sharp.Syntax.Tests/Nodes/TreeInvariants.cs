using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

/// <summary>What holds for every tree, also of broken text.</summary>
internal static class TreeInvariants
{
    public static void Check(SyntaxTree tree)
    {
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            var node = tree.Nodes[i];
            node.Index.Should().Be(i);
            node.SubtreeEnd.Should().BeInRange(i + 1, tree.Nodes.Length);
            node.Tree.Should().BeSameAs(tree);
            new TextSpan(0, tree.Text.Length).Contains(node.Span).Should().BeTrue("{0} {1} lies in the text", node.Kind, node.Span);
            if (node.Parent is { } parent)
            {
                CheckChild(tree, node, parent);
            }
            else
            {
                node.Should().BeSameAs(tree.Root);
            }
        }

        CheckSiblings(tree);
        CheckComments(tree);
    }

    private static void CheckChild(SyntaxTree tree, Node node, Node parent)
    {
        parent.Index.Should().BeLessThan(node.Index);
        parent.Contains(node).Should().BeTrue();
        node.SubtreeEnd.Should().BeLessThanOrEqualTo(parent.SubtreeEnd);
        tree.Subtree(parent)[node.Index - parent.Index].Should().BeSameAs(node);
        parent.Span.Contains(node.Span).Should().BeTrue("{0} {1} lies in its parent {2} {3}", node.Kind, node.Span, parent.Kind, parent.Span);
    }

    private static void CheckSiblings(SyntaxTree tree)
    {
        foreach (var parent in tree.Nodes)
        {
            for (int child = parent.Index + 1, next; child < parent.SubtreeEnd; child = next)
            {
                next = tree.Nodes[child].SubtreeEnd;
                tree.Nodes[child].Parent.Should().BeSameAs(parent);
                // The text that `f"{x=}"` shows stands before the field that it repeats, in the tree as in Python's.
                if (next < parent.SubtreeEnd && parent is not (JoinedStr or TemplateStr))
                {
                    tree.Nodes[child].Span.Start.Should().BeLessThanOrEqualTo(tree.Nodes[next].Span.Start, "the children of {0} stand in source order", parent.Kind);
                }
            }
        }
    }

    private static void CheckComments(SyntaxTree tree)
    {
        var end = 0;
        foreach (var comment in tree.Comments)
        {
            comment.Start.Should().BeGreaterThanOrEqualTo(end);
            tree.Text[comment.Start].Should().Be('#');
            tree.Text.Slice(comment).IndexOfAny('\n', '\r').Should().Be(-1);
            end = comment.End;
        }
    }
}
