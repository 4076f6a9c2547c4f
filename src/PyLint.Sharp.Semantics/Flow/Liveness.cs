using PyLint.Sharp.Semantics.Binding;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which values are read again: the reads that a path leads to, counted backwards from them.</summary>
internal ref struct Liveness
{
    private const ushort Forgotten = 8;
    private const ushort Read = 16;
    private const ushort Unknown = 32;

    private readonly FlowGraph graph;
    private readonly ushort[] answers;
    private readonly int words;

    /// <summary>For each block the variables that are read behind its start; then one place more for the block in work.</summary>
    private readonly Span<ulong> atStart;
    private readonly Span<ulong> state;
    private readonly Span<ulong> isPrivate;

    private Liveness(FlowGraph graph, ushort[] answers, FlowBuffers buffers)
    {
        this.graph = graph;
        this.answers = answers;
        words = (graph.Variables.Count + 63) / 64;
        atStart = buffers.Words((graph.BlockCount + 2) * words);
        state = atStart.Slice(graph.BlockCount * words, words);
        isPrivate = atStart.Slice((graph.BlockCount + 1) * words, words);
    }

    public static Answer ToAnswer(ushort found) => (found & (Forgotten | Read | Unknown)) switch
    {
        Forgotten => Answer.No,
        Read or (Read | Forgotten) => Answer.Yes,
        _ => Answer.Unknown,
    };

    /// <summary>Where no variable is private, as in most modules and classes, every answer is Unknown without any work.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="answers">By node: what binds a variable of the body gets what <see cref="ToAnswer"/> understands.</param>
    public static void Find(FlowGraph graph, ushort[] answers)
    {
        if (graph.Variables.Count == 0 || graph.IsTooLargeForSets)
        {
            return;
        }

        var buffers = FlowBuffers.Take();
        var analysis = new Liveness(graph, answers, buffers);
        if (analysis.FindPrivate())
        {
            while (analysis.Pass())
            {
            }
        }

        buffers.PutBack();
    }

    /// <returns>True when a loop has brought news to its end.</returns>
    private readonly bool Pass()
    {
        var changed = false;
        for (var block = graph.BlockCount - 1; block >= 0; block--)
        {
            graph.Cancellation.ThrowIfCancellationRequested();
            changed |= Walk(block);
        }

        return changed && graph.HasLoop;
    }

    private readonly bool Walk(int block)
    {
        var handler = graph.Blocks[block].Handler;
        state.Clear();
        foreach (var edge in graph.EdgesOf(block))
        {
            Add(edge.Target);
        }

        var events = graph.EventsOf(block);
        for (var i = events.Length - 1; i >= 0; i--)
        {
            Step(events[i], handler);
        }

        var changed = 0UL;
        for (var word = 0; word < words; word++)
        {
            ref var before = ref atStart[(block * words) + word];
            changed |= before ^ state[word];
            before = state[word];
        }

        return changed != 0;
    }

    private readonly void Step(FlowEvent point, int handler)
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
                answers[point.Node] |= Judge(point.Variable);
                state[point.Variable / 64] &= ~(1UL << (point.Variable % 64));
                break;
            case FlowEventKind.Unbind:
                state[point.Variable / 64] &= ~(1UL << (point.Variable % 64));
                break;
        }
    }

    private readonly void Add(int block)
    {
        for (var word = 0; word < words; word++)
        {
            state[word] |= atStart[(block * words) + word];
        }
    }

    /// <summary>What is judged too early as forgotten is judged again when the loop has come round: then Read counts.</summary>
    private readonly ushort Judge(int variable)
    {
        var (word, bit) = (variable / 64, 1UL << (variable % 64));
        return (isPrivate[word] & bit) == 0 ? Unknown : (state[word] & bit) != 0 ? Read : Forgotten;
    }

    private readonly bool FindPrivate()
    {
        var any = 0UL;
        if (graph.Variables.MentionsLocals)
        {
            return false;
        }

        for (var variable = 0; variable < graph.Variables.Count; variable++)
        {
            if (IsPrivate(variable))
            {
                any = isPrivate[variable / 64] |= 1UL << (variable % 64);
            }
        }

        return any != 0;
    }

    /// <summary>True when all reads stand in this body itself: variables of modules and classes are read from anywhere.</summary>
    private readonly bool IsPrivate(int variable)
    {
        var kind = graph.Variables[variable].Scope.Kind;
        return kind == ScopeKind.Comprehension
            || (kind is ScopeKind.Function or ScopeKind.Lambda && !graph.Variables.IsReadLater(variable));
    }
}
