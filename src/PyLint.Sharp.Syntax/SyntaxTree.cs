using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax;

/// <summary>One parsed Python file: its nodes in preorder, its comments, and what was wrong with it. Immutable.</summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(SourceText text, Module root, ImmutableArray<Node> nodes, ImmutableArray<NodeKind> kinds, ImmutableArray<TextSpan> comments)
    {
        Text = text;
        Root = root;
        Comments = comments;
        Nodes = nodes;
        Kinds = kinds;
        root.Tree = this;
    }

    /// <summary>The text that was parsed.</summary>
    public SourceText Text { get; }

    /// <summary>The module.</summary>
    public Module Root { get; }

    /// <summary>
    /// All nodes in preorder, children in source order: the descendants of a node are the slice behind it up to
    /// <see cref="Node.SubtreeEnd"/>.
    /// </summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>The kind of each of <see cref="Nodes"/>, side by side: a search for some kinds reads one byte a node, and none of the other nodes.</summary>
    public ImmutableArray<NodeKind> Kinds { get; }

    /// <summary>Every comment from its <c>#</c> to the end of its line, in source order.</summary>
    public ImmutableArray<TextSpan> Comments { get; }

    /// <summary>The syntax errors in source order; empty when the text is Python.</summary>
    public ImmutableArray<SyntaxError> Errors { get; internal set; } = [];

    /// <summary>The oldest Python that must understand the text, as the <see cref="ParseOptions"/> said; null when they didn't.</summary>
    public PythonVersion? TargetVersion { get; internal init; }

    /// <summary>
    /// True when the grammar could not read all of the text, or it asks <c>__future__</c> for what is not there: Python's
    /// <c>ast.parse</c> refuses it. False where only CPython's compiler refuses the program, as it does <c>return</c> outside a
    /// function: such a program has a tree in Python's <c>ast</c> too.
    /// </summary>
    public bool HasParseErrors { get; internal init; }

    /// <summary>True when the <see cref="ParseOptions.TargetVersion"/> lacks some of the syntax.</summary>
    public bool HasNewerSyntax { get; internal set; }

    /// <summary>The comments of which a span, in UTF-16 offsets, has some part or in which it lies. Found by halves, so that one may ask for each of many statements.</summary>
    public ReadOnlySpan<TextSpan> CommentsIn(TextSpan span)
    {
        var (first, end) = (CommentsBefore(span.Start), CommentsBefore(span.End));
        if (first > 0 && Comments[first - 1].End > span.Start)
        {
            first--;
        }

        return Comments.AsSpan()[first..end];
    }

    /// <summary>How many comments start before a UTF-16 offset; found by halves.</summary>
    public int CommentsBefore(int offset)
    {
        var (low, high) = (0, Comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Comments[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Parses a text. Never throws for any text: what is not Python becomes <see cref="Errors"/>.</summary>
    public static SyntaxTree Parse(SourceText text) => Parse(text, ParseOptions.Default);

    /// <summary>Parses a text as <paramref name="options"/> say. Never throws for any text: what is not Python becomes <see cref="Errors"/>.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static SyntaxTree Parse(SourceText text, ParseOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        return TreeParser.Parse(text, options, cancellation);
    }

    /// <summary>All nodes of a kind, in preorder.</summary>
    public NodeSearch<T> All<T>()
        where T : Node, INodeType => new(Nodes.AsSpan(), Kinds.AsSpan());

    /// <summary>The node, if it is of the kind, and all others of that kind below it, in preorder.</summary>
    public NodeSearch<T> All<T>(Node node)
        where T : Node, INodeType
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(Subtree(node), Kinds.AsSpan()[node.Index..node.SubtreeEnd]);
    }

    /// <summary>The node and everything below it, in preorder.</summary>
    public ReadOnlySpan<Node> Subtree(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Nodes.AsSpan()[node.Index..node.SubtreeEnd];
    }
}
