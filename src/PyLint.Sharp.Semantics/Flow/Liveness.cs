using PyLint.Sharp.Semantics.Binding;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which values are read again: the reads that a path leads to, counted backwards from them.</summary>
internal sealed class Liveness
{
    private const byte Forgotten = 1;
    private const byte Read = 2;
    private const byte Unknown = 4;

    private readonly FlowGraph graph;
    private readonly int words;
    private ulong[] atStart = [];
    private ulong[] state = [];
    private readonly byte[] answers;
    private readonly bool[] isPrivate;

    private Liveness(FlowGraph graph)
    {
        this.graph = graph;
        words = (graph.Variables.Count + 63) / 64;
        answers = new byte[graph.Scope.SubtreeEnd - graph.Scope.Index];
        isPrivate = new bool[graph.Variables.Count];
    }

    /// <summary>For each node of the body that binds one of its variables, what <see cref="ToAnswer"/> understands.</summary>
    public static byte[] Of(FlowGraph graph)
    {
        var analysis = new Liveness(graph);
        analysis.Run();
        return analysis.answers;
    }

    public static Answer ToAnswer(byte found) => (found & Unknown) != 0 || found == 0 ? Answer.Unknown
        : (found & Read) != 0 ? Answer.Yes
        : Answer.No;

    /// <summary>Where no variable is private, as in most modules and classes, every answer is Unknown without any work.</summary>
    private void Run()
    {
        if (!FindPrivate())
        {
            return;
        }

        atStart = new ulong[graph.BlockCount * words];
        state = new ulong[words];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var block = graph.BlockCount - 1; block >= 0; block--)
            {
                changed |= Walk(block, isRecording: false);
            }
        }

        for (var block = 0; block < graph.BlockCount; block++)
        {
            Walk(block, isRecording: true);
        }
    }

    private bool Walk(int number, bool isRecording)
    {
        ref readonly var block = ref graph.Blocks.AsSpan()[number];
        state.AsSpan().Clear();
        for (var i = block.FirstEdge; i >= 0; i = graph.Edges[i].Next)
        {
            Add(graph.Edges[i].Target);
        }

        for (var i = block.End - 1; i >= block.Start; i--)
        {
            Step(graph.Events[i], block.Handler, isRecording);
        }

        var changed = false;
        for (var word = 0; word < words; word++)
        {
            ref var before = ref atStart[(number * words) + word];
            changed |= before != state[word];
            before = state[word];
        }

        return changed;
    }

    private void Step(FlowEvent point, int handler, bool isRecording)
    {
        switch (point.Kind)
        {
            case FlowEventKind.MayRaise:
                Add(handler);
                break;
            case FlowEventKind.Read or FlowEventKind.DeferredRead:
                state[point.Variable / 64] |= 1UL << (point.Variable % 64);
                break;
            case FlowEventKind.Bind:
                if (isRecording)
                {
                    answers[point.Node - graph.Scope.Index] |= Judge(point.Variable);
                }

                state[point.Variable / 64] &= ~(1UL << (point.Variable % 64));
                break;
            case FlowEventKind.Unbind:
                state[point.Variable / 64] &= ~(1UL << (point.Variable % 64));
                break;
        }
    }

    private void Add(int block)
    {
        for (var word = 0; word < words; word++)
        {
            state[word] |= atStart[(block * words) + word];
        }
    }

    private byte Judge(int variable) => !isPrivate[variable] ? Unknown
        : (state[variable / 64] >> (variable % 64) & 1) != 0 ? Read
        : Forgotten;

    private bool FindPrivate()
    {
        var any = false;
        var mentionsLocals = graph.Variables.MentionsLocals;
        for (var variable = 0; variable < isPrivate.Length && !mentionsLocals; variable++)
        {
            isPrivate[variable] = IsPrivate(variable);
            any |= isPrivate[variable];
        }

        return any;
    }

    /// <summary>True when all reads stand in this body itself: variables of modules and classes are read from anywhere.</summary>
    private bool IsPrivate(int variable)
    {
        var kind = graph.Variables[variable].Scope.Kind;
        return kind == ScopeKind.Comprehension
            || (kind is ScopeKind.Function or ScopeKind.Lambda && !graph.Variables.IsReadLater(variable));
    }
}
