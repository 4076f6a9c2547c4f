using System.Runtime.Intrinsics;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Which variables have a value where they are read. A state is four sets of variables: those that may be bound and those that may
/// be unbound, on any path and on paths without weak edges. No variable in any of the first two: no path.
/// </summary>
/// <remarks>The four words of the same variables lie side by side, as two vectors: what is wider isn't compiled ahead. States only grow, and so does what is noted at a read: each visit of a block notes what it sees.</remarks>
internal ref struct BoundAnalysis
{
    private const int Planes = 4;
    private const int MayBeBound = 1;
    private const int MayBeUnbound = 2;
    private const int SurelyMayBeBound = 4;
    private const int SurelyMayBeUnbound = 8;
    private const int Deferred = 16;
    private const int Opaque = 32;
    private const int UnboundLater = 64;
    private const int Seen = 128;

    /// <summary>Where the bits above start; those below belong to other questions.</summary>
    private const int Shift = 8;

    private readonly FlowGraph graph;
    private readonly ushort[] answers;
    private readonly int words;

    /// <summary>For each block the state at its start.</summary>
    private readonly Span<ulong> states;
    private readonly Span<ulong> state;
    private readonly Span<ulong> raisesUnbound;
    private readonly Span<byte> isWaiting;
    private int current;
    private bool isBehind;

    /// <summary>The words of the state in which something may be that the handler of the block doesn't know yet.</summary>
    private int firstNew;
    private int lastNew;

    private BoundAnalysis(FlowGraph graph, ushort[] answers, FlowBuffers buffers)
    {
        this.graph = graph;
        this.answers = answers;
        words = (graph.Variables.Count + 63) / 64;
        var size = graph.BlockCount * words * Planes;
        states = buffers.Words(size + (words * (Planes + 1)));
        state = states.Slice(size, words * Planes);
        raisesUnbound = states.Slice(size + (words * Planes), words);
        isWaiting = buffers.Marks(graph.BlockCount);
    }

    public static Bound ToAnswer(ushort answers)
    {
        var found = answers >> Shift;
        var isBound = (found & MayBeBound) != 0;
        var isUnbound = (found & MayBeUnbound) != 0;
        if ((found & Deferred) != 0)
        {
            return isBound && !isUnbound && (found & UnboundLater) == 0 ? Bound.Always : Bound.Unknown;
        }

        return (isBound, isUnbound) switch
        {
            (false, false) => (found & Seen) == 0 ? Bound.Unknown : Bound.Unreachable,
            (true, false) => Bound.Always,
            _ when (found & Opaque) != 0 => Bound.Unknown,
            (false, true) => Bound.Never,
            _ => (found & SurelyMayBeBound) != 0 && (found & SurelyMayBeUnbound) != 0 ? Bound.Possibly : Bound.Unknown,
        };
    }

    /// <param name="graph">The graph.</param>
    /// <param name="answers">By node: each name that reads a variable of the body gets what <see cref="ToAnswer"/> understands.</param>
    public static void Find(FlowGraph graph, ushort[] answers)
    {
        if (graph.Variables.Count == 0 || graph.IsTooLargeForSets)
        {
            return;
        }

        var buffers = FlowBuffers.Take();
        new BoundAnalysis(graph, answers, buffers).Run();
        buffers.PutBack();
    }

    private void Run()
    {
        var entry = states[..(words * Planes)];
        for (var variable = 0; variable < graph.Variables.Count; variable++)
        {
            var (word, bit) = (variable / 64, 1UL << (variable % 64));
            raisesUnbound[word] |= graph.Variables.RaisesUnbound(variable) ? bit : 0;
            for (var plane = graph.Variables.IsBoundAtEntry(variable) ? 0 : 1; plane < Planes; plane += 2)
            {
                entry[(word * Planes) + plane] |= bit;
            }
        }

        isWaiting.Fill(1);
        do
        {
            isBehind = false;
            for (current = 0; current < isWaiting.Length; current++)
            {
                if (isWaiting[current] != 0)
                {
                    isWaiting[current] = 0;
                    Walk();
                }
            }
        }
        while (isBehind);
    }

    private void Walk()
    {
        graph.Cancellation.ThrowIfCancellationRequested();
        var handler = graph.Blocks[current].Handler;
        states.Slice(current * words * Planes, words * Planes).CopyTo(state);
        (firstNew, lastNew) = (0, words - 1);
        foreach (var point in graph.EventsOf(current))
        {
            Step(point, handler);
        }

        foreach (var edge in graph.EdgesOf(current))
        {
            JoinInto(edge.Target, edge.IsWeak ? Planes / 2 : Planes, 0, words - 1);
        }
    }

    private void Step(FlowEvent point, int handler)
    {
        switch (point.Kind)
        {
            case FlowEventKind.MayRaise:
                Raise(handler);
                break;
            case FlowEventKind.Bind:
                Set(point.Variable, isBound: true);
                break;
            case FlowEventKind.Unbind:
                Set(point.Variable, isBound: false);
                break;
            case FlowEventKind.DeferredRead:
                Note(point, graph.Variables.IsEverUnbound(point.Variable) ? Deferred | UnboundLater : Deferred);
                break;
            case FlowEventKind.Read:
                Note(point, 0);
                Read(point.Variable, handler);
                break;
        }
    }

    /// <summary>Behind a read the variable has a value, or else the read has raised.</summary>
    private void Read(int variable, int handler)
    {
        var bit = 1UL << (variable % 64);
        var word = variable / 64;
        if ((raisesUnbound[word] & bit) == 0)
        {
            return;
        }

        var own = state.Slice(word * Planes, Planes);
        if ((own[1] & bit) != 0)
        {
            Raise(handler);
        }

        for (var plane = 0; plane < Planes; plane += 2)
        {
            if ((own[plane] & bit) == 0)
            {
                EndPaths(plane);
            }

            own[plane + 1] &= ~bit;
        }
    }

    private readonly void EndPaths(int plane)
    {
        for (var i = plane; i < state.Length; i += Planes)
        {
            state[i] = state[i + 1] = 0;
        }
    }

    private void Set(int variable, bool isBound)
    {
        var (word, bit) = (variable / 64, 1UL << (variable % 64));
        (firstNew, lastNew) = (Math.Min(firstNew, word), Math.Max(lastNew, word));
        var own = state.Slice(word * Planes, Planes);
        for (var plane = 0; plane < Planes; plane += 2)
        {
            ref var may = ref own[plane];
            ref var mayNot = ref own[plane + 1];
            if (((may | mayNot) & bit) != 0)
            {
                may = isBound ? may | bit : may & ~bit;
                mayNot = isBound ? mayNot & ~bit : mayNot | bit;
            }
        }
    }

    /// <summary>What the handler has got from this block isn't brought again: a module may have a thousand variables.</summary>
    private void Raise(int handler)
    {
        JoinInto(handler, Planes, firstNew, lastNew);
        (firstNew, lastNew) = (words, -1);
    }

    private void JoinInto(int block, int planes, int firstWord, int lastWord)
    {
        var target = states.Slice(block * words * Planes, words * Planes);
        var changed = Vector128<ulong>.Zero;
        for (var word = firstWord; word <= lastWord; word++)
        {
            for (var plane = word * Planes; plane < (word * Planes) + planes; plane += Vector128<ulong>.Count)
            {
                var brought = Vector128.Create<ulong>(state.Slice(plane, Vector128<ulong>.Count));
                var known = Vector128.Create<ulong>(target.Slice(plane, Vector128<ulong>.Count));
                changed |= Vector128.AndNot(brought, known);
                (brought | known).CopyTo(target[plane..]);
            }
        }

        if (changed != Vector128<ulong>.Zero)
        {
            isWaiting[block] = 1;
            isBehind |= block <= current;
        }
    }

    private readonly void Note(FlowEvent point, int kind)
    {
        var found = kind | Seen | (graph.Variables.IsOpaque(point.Variable) ? Opaque : 0);
        var own = state.Slice(point.Variable / 64 * Planes, Planes);
        for (var plane = 0; plane < own.Length; plane++)
        {
            found |= (int)((own[plane] >> (point.Variable % 64)) & 1) << plane;
        }

        answers[point.Node] |= (ushort)(found << Shift);
    }
}
