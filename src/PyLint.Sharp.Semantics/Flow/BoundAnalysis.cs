using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Which variables have a value where they are read. A state is four sets of variables: those that may be bound and those that may
/// be unbound, on any path and on paths without weak edges. No variable in any of the first two: no path.
/// </summary>
internal sealed class BoundAnalysis
{
    private const byte MayBeBound = 1;
    private const byte MayBeUnbound = 2;
    private const byte SurelyMayBeBound = 4;
    private const byte SurelyMayBeUnbound = 8;
    private const byte Deferred = 16;
    private const byte Opaque = 32;
    private const byte UnboundLater = 64;
    private const byte Seen = 128;

    private readonly FlowGraph graph;
    private readonly int words;
    private readonly ulong[] states;
    private readonly ulong[] state;
    private readonly bool[] isWaiting;
    private readonly byte[] answers;
    private readonly bool[] raisesUnbound;
    private WorkList<int> waiting;
    private bool isRecording;

    private BoundAnalysis(FlowGraph graph)
    {
        this.graph = graph;
        words = (graph.Variables.Count + 63) / 64;
        states = new ulong[graph.BlockCount * words * 4];
        state = new ulong[words * 4];
        isWaiting = new bool[graph.BlockCount];
        answers = new byte[graph.Scope.SubtreeEnd - graph.Scope.Index];
        raisesUnbound = new bool[graph.Variables.Count];
    }

    /// <summary>For each name of the body that reads one of its variables, what <see cref="ToAnswer"/> understands.</summary>
    public static byte[] Of(FlowGraph graph)
    {
        var analysis = new BoundAnalysis(graph);
        analysis.Run();
        return analysis.answers;
    }

    public static Bound ToAnswer(byte found)
    {
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

    private void Run()
    {
        if (words == 0)
        {
            return;
        }

        for (var variable = 0; variable < graph.Variables.Count; variable++)
        {
            raisesUnbound[variable] = graph.Variables.RaisesUnbound(variable);
            Put(state, 0, variable, graph.Variables.IsBoundAtEntry(variable));
        }

        JoinInto(FlowBuilder.Entry, isWeak: false);
        Settle();
        isRecording = true;
        for (var block = 0; block < graph.BlockCount; block++)
        {
            Walk(block);
        }
    }

    /// <summary>Blocks that were made early come first: that is close to the order of control.</summary>
    private void Settle()
    {
        while (waiting.Count > 0)
        {
            var round = waiting;
            waiting = default;
            for (var i = 0; i < round.Count; i++)
            {
                isWaiting[round[i]] = false;
                Walk(round[i]);
            }
        }
    }

    private void Walk(int number)
    {
        ref readonly var block = ref graph.Blocks.AsSpan()[number];
        states.AsSpan(number * words * 4, words * 4).CopyTo(state);
        for (var i = block.Start; i < block.End; i++)
        {
            Step(graph.Events[i], block.Handler);
        }

        if (isRecording)
        {
            return;
        }

        for (var i = block.FirstEdge; i >= 0; i = graph.Edges[i].Next)
        {
            JoinInto(graph.Edges[i].Target, graph.Edges[i].Kind == FlowEdgeKind.Weak);
        }
    }

    private void Step(FlowEvent point, int handler)
    {
        switch (point.Kind)
        {
            case FlowEventKind.MayRaise when !isRecording:
                JoinInto(handler, isWeak: false);
                break;
            case FlowEventKind.Bind:
                Set(point.Variable, isBound: true);
                break;
            case FlowEventKind.Unbind:
                Set(point.Variable, isBound: false);
                break;
            case FlowEventKind.DeferredRead:
                Record(point, Deferred);
                break;
            case FlowEventKind.Read:
                Record(point, 0);
                Read(point.Variable, handler);
                break;
        }
    }

    /// <summary>Behind a read the variable has a value, or else the read has raised.</summary>
    private void Read(int variable, int handler)
    {
        if (!raisesUnbound[variable])
        {
            return;
        }

        var bit = 1UL << (variable % 64);
        var word = variable / 64;
        if (!isRecording && (state[words + word] & bit) != 0)
        {
            JoinInto(handler, isWeak: false);
        }

        for (var plane = 0; plane < 4; plane += 2)
        {
            if ((state[(plane * words) + word] & bit) == 0)
            {
                state.AsSpan(plane * words, 2 * words).Clear();
            }

            state[((plane + 1) * words) + word] &= ~bit;
        }
    }

    private void Set(int variable, bool isBound)
    {
        var bit = 1UL << (variable % 64);
        for (var plane = 0; plane < 4; plane += 2)
        {
            ref var may = ref state[(plane * words) + (variable / 64)];
            ref var mayNot = ref state[((plane + 1) * words) + (variable / 64)];
            if (((may | mayNot) & bit) != 0)
            {
                may = isBound ? may | bit : may & ~bit;
                mayNot = isBound ? mayNot & ~bit : mayNot | bit;
            }
        }
    }

    private void Put(ulong[] into, int start, int variable, bool isBound)
    {
        var bit = 1UL << (variable % 64);
        for (var plane = isBound ? 0 : 1; plane < 4; plane += 2)
        {
            into[start + (plane * words) + (variable / 64)] |= bit;
        }
    }

    private void JoinInto(int block, bool isWeak)
    {
        var target = states.AsSpan(block * words * 4, words * (isWeak ? 2 : 4));
        var changed = 0UL;
        for (var i = 0; i < target.Length; i++)
        {
            changed |= state[i] & ~target[i];
            target[i] |= state[i];
        }

        if (changed != 0 && !isWaiting[block])
        {
            isWaiting[block] = true;
            waiting.Add(block);
        }
    }

    private void Record(FlowEvent point, byte kind)
    {
        if (!isRecording)
        {
            return;
        }

        var found = kind | Seen
            | (graph.Variables.IsOpaque(point.Variable) ? Opaque : 0)
            | (kind == Deferred && graph.Variables.IsEverUnbound(point.Variable) ? UnboundLater : 0);
        for (var plane = 0; plane < 4; plane++)
        {
            found |= (state[(plane * words) + (point.Variable / 64)] >> (point.Variable % 64) & 1) != 0 ? 1 << plane : 0;
        }

        answers[point.Node - graph.Scope.Index] |= (byte)found;
    }
}
