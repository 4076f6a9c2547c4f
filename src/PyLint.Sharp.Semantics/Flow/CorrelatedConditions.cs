using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Whether paths that leave a variable without a value are impossible because of one condition: <c>if a: x = 1</c> and later
/// <c>if a: use(x)</c>, or a flag that is set where the variable is. Each condition is followed together with the variable: a state
/// says which pairs of the condition's truth and the variable's having a value are possible.
/// </summary>
internal sealed class CorrelatedConditions(FlowGraph graph)
{
    /// <summary>More conditions than these are not tried.</summary>
    private const int MostConditions = 24;

    /// <summary>When the pairs that were tried went over so many blocks, all further ones count as an explanation.</summary>
    private const int MostBlocks = 1 << 21;

    private const byte TrueBound = 1;
    private const byte TrueUnbound = 2;
    private const byte FalseBound = 4;
    private const byte FalseUnbound = 8;

    private readonly Dictionary<(int Condition, int Variable), HashSet<int>> unboundReads = [];
    private List<string>? conditions;
    private long blocksTried;
    private int[] conditionOfBlock = [];

    /// <summary>True when by some condition of the body no path is left on which the name has no value.</summary>
    public bool MayExplain(Name name)
    {
        var variable = graph.Variables.KnownNumberOf(name);
        conditions ??= FindConditions();
        for (var condition = 0; condition < conditions.Count; condition++)
        {
            if (!unboundReads.TryGetValue((condition, variable), out var reads))
            {
                blocksTried += graph.BlockCount;
                if (blocksTried > MostBlocks)
                {
                    return true;
                }

                reads = new Pair(graph, conditionOfBlock, condition, conditions[condition], variable).Run();
                unboundReads.Add((condition, variable), reads);
            }

            if (!reads.Contains(name.Index))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> FindConditions()
    {
        var found = new List<string>();
        conditionOfBlock = new int[graph.BlockCount];
        for (var block = 0; block < conditionOfBlock.Length; block++)
        {
            conditionOfBlock[block] = -1;
            if (graph.Blocks[block].Test is >= 0 and var test && KeyOf((Expr)graph.NodeAt(test)) is var key)
            {
                conditionOfBlock[block] = found.IndexOf(key);
                if (conditionOfBlock[block] < 0 && found.Count < MostConditions)
                {
                    conditionOfBlock[block] = found.Count;
                    found.Add(key);
                }
            }
        }

        return found;
    }

    /// <summary>Conditions are the same when they are written alike; <c>:=</c> gives the truth to its target.</summary>
    private static string KeyOf(Expr test)
    {
        var plain = test is NamedExpr walrus ? walrus.Target : test;
        return plain is Name name ? name.Id : plain.Tree.Text.ToString(plain.Span);
    }

    /// <summary>One condition with one variable.</summary>
    private sealed class Pair
    {
        private readonly FlowGraph graph;
        private readonly int[] conditionOfBlock;
        private readonly int condition;
        private readonly string text;
        private readonly int variable;
        private readonly byte[] states;
        private readonly HashSet<int> parts = [];
        private readonly HashSet<int> unbound = [];
        private WorkList<int> waiting;
        private byte state;

        public Pair(FlowGraph graph, int[] conditionOfBlock, int condition, string text, int variable)
        {
            (this.graph, this.conditionOfBlock, this.condition, this.text, this.variable) = (graph, conditionOfBlock, condition, text, variable);
            states = new byte[graph.BlockCount];
            for (var block = 0; block < conditionOfBlock.Length; block++)
            {
                if (conditionOfBlock[block] == condition)
                {
                    AddParts(graph.NodeAt(graph.Blocks[block].Test));
                }
            }
        }

        /// <summary>The reads at which the variable may have no value.</summary>
        public HashSet<int> Run()
        {
            state = graph.Variables.IsBoundAtEntry(variable) ? (byte)(TrueBound | FalseBound) : (byte)(TrueUnbound | FalseUnbound);
            JoinInto(FlowGraph.Entry, state);
            while (waiting.Count > 0)
            {
                graph.Cancellation.ThrowIfCancellationRequested();
                Walk(waiting.Pop());
            }

            return unbound;
        }

        private void AddParts(Node test)
        {
            for (var i = test.Index; i < test.SubtreeEnd; i++)
            {
                if (graph.NodeAt(i) is Name name)
                {
                    parts.Add(graph.Variables.KnownNumberOf(name));
                }
            }
        }

        private void Walk(int number)
        {
            var handler = graph.Blocks[number].Handler;
            state = states[number];
            foreach (var point in graph.EventsOf(number))
            {
                Step(point, handler);
            }

            var decides = conditionOfBlock[number] == condition;
            foreach (var edge in graph.EdgesOf(number))
            {
                var possible = (edge.Kind, decides) switch
                {
                    (FlowEdgeKind.Weak or FlowEdgeKind.Swallowed, _) => 0,
                    (FlowEdgeKind.True, true) => state & (TrueBound | TrueUnbound),
                    (FlowEdgeKind.False, true) => state & (FalseBound | FalseUnbound),
                    _ => state,
                };
                JoinInto(edge.Target, (byte)possible);
            }
        }

        private void Step(FlowEvent point, int handler)
        {
            if (point.Kind == FlowEventKind.MayRaise)
            {
                JoinInto(handler, state);
            }
            else if (point.Kind == FlowEventKind.Read && point.Variable == variable)
            {
                ReadVariable(point, handler);
            }
            else if (point.Kind is FlowEventKind.Bind or FlowEventKind.Unbind)
            {
                Change(point);
            }
        }

        private void ReadVariable(FlowEvent point, int handler)
        {
            const byte allUnbound = TrueUnbound | FalseUnbound;
            if ((state & allUnbound) != 0)
            {
                unbound.Add(point.Node);
                JoinInto(handler, state);
            }

            if (graph.Variables.RaisesUnbound(variable))
            {
                state &= unchecked((byte)~allUnbound);
            }
        }

        private void Change(FlowEvent point)
        {
            if (point.Variable == variable)
            {
                var (isTrue, isFalse) = ((state & (TrueBound | TrueUnbound)) != 0, (state & (FalseBound | FalseUnbound)) != 0);
                state = point.Kind == FlowEventKind.Bind
                    ? (byte)((isTrue ? TrueBound : 0) | (isFalse ? FalseBound : 0))
                    : (byte)((isTrue ? TrueUnbound : 0) | (isFalse ? FalseUnbound : 0));
            }

            if (parts.Contains(point.Variable))
            {
                ChangeCondition(point);
            }
        }

        /// <summary>A flag that is set to a literal is known afterwards; any other change makes both outcomes possible.</summary>
        private void ChangeCondition(FlowEvent point)
        {
            var isBound = (state & (TrueBound | FalseBound)) != 0;
            var isUnbound = (state & (TrueUnbound | FalseUnbound)) != 0;
            var whenTrue = (byte)((isBound ? TrueBound : 0) | (isUnbound ? TrueUnbound : 0));
            var whenFalse = (byte)((isBound ? FalseBound : 0) | (isUnbound ? FalseUnbound : 0));
            var truth = graph.Variables[point.Variable].Name == text ? TruthAfter(graph.NodeAt(point.Node)) : Answer.Unknown;
            state = truth switch
            {
                Answer.Yes => whenTrue,
                Answer.No => whenFalse,
                _ => (byte)(whenTrue | whenFalse),
            };
        }

        private static Answer TruthAfter(Node binder) => binder.Parent switch
        {
            Assign assign when binder is Name => Constants.Truth(assign.Value),
            _ => Answer.Unknown,
        };

        private void JoinInto(int block, byte more)
        {
            if ((states[block] | more) != states[block])
            {
                states[block] |= more;
                waiting.Add(block);
            }
        }
    }
}
