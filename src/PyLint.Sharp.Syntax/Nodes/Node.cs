using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>
/// A node of the syntax tree. Kinds and fields have the names of Python's <c>ast</c> module. Nodes are immutable once their
/// <see cref="SyntaxTree"/> exists, and lie in its <see cref="SyntaxTree.Nodes"/> in preorder.
/// </summary>
public abstract class Node
{
    private protected Node(TextSpan span, NodeKind kind)
    {
        Span = span;
        Kind = kind;
    }

    /// <summary>What the node is; equal kinds have equal types.</summary>
    public NodeKind Kind { get; }

    /// <summary>The node's text, in UTF-16 offsets.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The node that holds this one; null for the <see cref="Module"/>.</summary>
    public Node? Parent { get; internal set; }

    /// <summary>The node's place in <see cref="SyntaxTree.Nodes"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The index behind the last descendant: the subtree is <c>Nodes[Index..SubtreeEnd]</c>.</summary>
    public int SubtreeEnd { get; internal set; }

    /// <summary>The tree that holds the node.</summary>
    public SyntaxTree Tree
    {
        get
        {
            var node = this;
            while (node.Parent is { } parent)
            {
                node = parent;
            }

            return ((Module)node).Tree;
        }
    }

    /// <summary>True when <paramref name="other"/> is this node or lies below it.</summary>
    public bool Contains(Node other) => Index <= other.Index && other.Index < SubtreeEnd;

    /// <summary>The nearest ancestor of a type, or null.</summary>
    public T? Ancestor<T>()
        where T : Node
    {
        for (var node = Parent; node != null; node = node.Parent)
        {
            if (node is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Hands every field to a visitor, in the order of Python's <c>_fields</c>.</summary>
    public abstract void VisitFields(IFieldVisitor visitor);

    /// <summary>Pushes the children and sets their parent, the last one in the source first, missing ones left out.</summary>
    internal abstract void PushChildren(ref NodeStack stack);
}

/// <summary>A statement.</summary>
public abstract class Stmt : Node
{
    private protected Stmt(TextSpan span, NodeKind kind)
        : base(span, kind)
    {
    }
}

/// <summary>An expression.</summary>
public abstract class Expr : Node
{
    private protected Expr(TextSpan span, NodeKind kind)
        : base(span, kind)
    {
    }
}

/// <summary>A pattern of a <c>case</c>.</summary>
public abstract class Pattern : Node
{
    private protected Pattern(TextSpan span, NodeKind kind)
        : base(span, kind)
    {
    }
}

/// <summary>A type parameter (PEP 695).</summary>
public abstract class TypeParam : Node
{
    private protected TypeParam(TextSpan span, NodeKind kind)
        : base(span, kind)
    {
    }
}

/// <summary>A node type that knows its kind statically, so that a rule can name the type that it visits.</summary>
public interface INodeType
{
    /// <summary>The kind of all nodes of this type.</summary>
    static abstract NodeKind StaticKind { get; }
}
