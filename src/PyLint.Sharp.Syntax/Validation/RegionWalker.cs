using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>
/// Walks a tree in preorder and knows at each node the regions around it. A region that starts behind the node that makes it waits
/// until the walk gets there; of those that wait, the last one always starts first.
/// </summary>
internal abstract class RegionWalker
{
    private Region[] waiting = new Region[16];
    private Open[] open = new Open[16];
    private int waitingCount;
    private int openCount;

    /// <summary>The index of the next node that is not in the same regions as the one before.</summary>
    private int nextMove;

    /// <summary>The index of the innermost open region that is a scope.</summary>
    protected int Scope => open[openCount - 1].Scope;

    /// <summary>The index of the innermost open region.</summary>
    protected int Innermost => openCount - 1;

    protected Region RegionAt(int index) => open[index].Region;

    /// <summary>The scope around a scope; -1 around the module.</summary>
    protected int ScopeAround(int scope) => open[scope].Outer;

    /// <summary>The `for` parts of any kind of comprehension.</summary>
    public static ImmutableArray<Comprehension> GeneratorsOf(Node node) => node switch
    {
        ListComp list => list.Generators,
        SetComp set => set.Generators,
        DictComp dict => dict.Generators,
        GeneratorExp generator => generator.Generators,
        _ => [],
    };

    protected void Walk(SyntaxTree tree) => Walk(tree, [tree.Root]);

    /// <param name="tree">The tree.</param>
    /// <param name="parts">The parts of it that are walked, in source order: the module, or some of its statements.</param>
    protected void Walk(SyntaxTree tree, ReadOnlySpan<Node> parts)
    {
        waitingCount = 0;
        openCount = 0;
        nextMove = tree.Nodes.Length;
        Begin(new Region(RegionKind.Module, tree.Root, 0, tree.Nodes.Length));
        foreach (var part in parts)
        {
            Walk(tree, part);
        }

        // The walker lives on, the tree should not.
        Array.Clear(waiting);
        Array.Clear(open);
    }

    private void Walk(SyntaxTree tree, Node part)
    {
        var nodes = tree.Nodes;
        var kinds = tree.Kinds;
        for (var i = part.Index; i < part.SubtreeEnd; i++)
        {
            if (i >= nextMove)
            {
                Move(i);
            }

            var kind = kinds[i];
            Visit(nodes[i], kind);
            if (kind is not (NodeKind.Name or NodeKind.Constant or NodeKind.Attribute or NodeKind.Call))
            {
                // Two thirds of all nodes are the others, which have no regions.
                Announce(nodes[i], kind);
            }
        }
    }

    protected abstract void Visit(Node node, NodeKind kind);

    /// <summary>A region has just been opened; it is the innermost one.</summary>
    protected virtual void Opened(Region region)
    {
    }

    private void Move(int index)
    {
        while (open[openCount - 1].Region.End <= index)
        {
            openCount--;
        }

        while (waitingCount > 0 && waiting[waitingCount - 1].Start == index)
        {
            Begin(waiting[--waitingCount]);
        }

        var end = open[openCount - 1].Region.End;
        nextMove = waitingCount > 0 ? Math.Min(end, waiting[waitingCount - 1].Start) : end;
    }

    private void Announce(Node node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.FunctionDef or NodeKind.AsyncFunctionDef:
                AnnounceFunction((FunctionDefinition)node);
                break;
            case NodeKind.ClassDef:
                AnnounceClass((ClassDef)node);
                break;
            case NodeKind.Lambda:
                Await(RegionKind.Lambda, node, ((Lambda)node).Body);
                break;
            case NodeKind.ListComp or NodeKind.SetComp or NodeKind.DictComp or NodeKind.GeneratorExp:
                Begin(new Region(RegionKind.Comprehension, node, node.Index + 1, node.SubtreeEnd));
                break;
            case NodeKind.Comprehension:
                Await(RegionKind.Iterable, node, ((Comprehension)node).Iter);
                break;
            case NodeKind.Arg:
                Await(RegionKind.Annotation, node, ((Arg)node).Annotation);
                break;
            case NodeKind.AnnAssign:
                Await(RegionKind.Annotation, node, ((AnnAssign)node).Annotation);
                break;
            case NodeKind.TypeAlias:
                Begin(new Region(RegionKind.TypeScope, node, node.Index + 1, node.SubtreeEnd));
                break;
            case NodeKind.While:
                Await(RegionKind.Loop, node, ((While)node).Body, blocks: 1);
                break;
            case NodeKind.For or NodeKind.AsyncFor:
                Await(RegionKind.Loop, node, ((ForStatement)node).Body, blocks: 1);
                break;
            case NodeKind.With or NodeKind.AsyncWith:
                Await(RegionKind.Block, node, ((WithStatement)node).Body, ((WithStatement)node).Items.Length);
                break;
            case NodeKind.Try or NodeKind.TryStar:
                AnnounceTry((TryStatement)node);
                break;
            case NodeKind.ExceptHandler:
                Await(node.Parent is TryStar ? RegionKind.StarHandler : RegionKind.Block, node, ((ExceptHandler)node).Body, blocks: 2 + BlocksOfFinally((TryStatement)node.Parent!));
                break;
        }
    }

    private void AnnounceFunction(FunctionDefinition node)
    {
        var kind = node.Kind == NodeKind.FunctionDef ? RegionKind.Function : RegionKind.AsyncFunction;
        Await(kind, node, node.Body);
        Await(RegionKind.Annotation, node, node.Returns);
        Await(RegionKind.TypeScope, node, node.TypeParams);
    }

    private void AnnounceClass(ClassDef node)
    {
        Await(RegionKind.Class, node, node.Body);
        if (node.TypeParams.IsEmpty)
        {
            return;
        }

        var end = node.Body.IsEmpty ? node.SubtreeEnd : node.Body[0].Index;
        Await(new Region(RegionKind.TypeScope, node, node.TypeParams[0].Index, end));
    }

    private void AnnounceTry(TryStatement node)
    {
        var around = BlocksOfFinally(node);
        Await(RegionKind.Block, node, node.FinalBody, blocks: 1);
        Await(RegionKind.Block, node, node.OrElse, around);
        Await(RegionKind.Block, node, node.Body, around + (node.Handlers.IsEmpty ? 0 : 1));
    }

    /// <summary>A `finally` is around all other parts.</summary>
    private static int BlocksOfFinally(TryStatement node) => node.FinalBody.IsEmpty ? 0 : 1;

    private void Await<T>(RegionKind kind, Node node, ImmutableArray<T> part, int blocks = 0)
        where T : Node
    {
        if (!part.IsEmpty)
        {
            Await(new Region(kind, node, part[0].Index, part[^1].SubtreeEnd, blocks));
        }
    }

    private void Await(RegionKind kind, Node node, Expr? part)
    {
        if (part != null)
        {
            Await(new Region(kind, node, part.Index, part.SubtreeEnd));
        }
    }

    private void Await(Region region)
    {
        if (waitingCount == waiting.Length)
        {
            Array.Resize(ref waiting, waitingCount * 2);
        }

        waiting[waitingCount++] = region;
        nextMove = Math.Min(nextMove, region.Start);
    }

    private void Begin(Region region)
    {
        if (openCount == open.Length)
        {
            Array.Resize(ref open, openCount * 2);
        }

        var outer = openCount == 0 ? -1 : Scope;
        var scope = region.IsScope ? openCount : outer;
        if (region.Kind == RegionKind.Iterable && IsFirstIterable(region.Node))
        {
            scope = open[outer].Outer;
        }

        open[openCount++] = new Open(region, scope, outer);
        nextMove = Math.Min(nextMove, region.End);
        Opened(region);
    }

    private static bool IsFirstIterable(Node comprehension)
    {
        var generators = GeneratorsOf(comprehension.Parent!);
        return !generators.IsEmpty && generators[0] == comprehension;
    }

    /// <summary>A region that the walk is in, the index of the scope that holds inside it, and of the one around it.</summary>
    private readonly record struct Open(Region Region, int Scope, int Outer);
}
