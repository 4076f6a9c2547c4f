using System.Collections.Immutable;
using System.Diagnostics;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>One run over one file: the walk, what the rules report on it, and which of them still take part.</summary>
internal sealed class FileAnalysis(
    SyntaxTree tree,
    ImmutableArray<RegisteredRule> rules,
    AnalyzerOptions options,
    CancellationToken cancellation)
{
    /// <summary>How many nodes go by between two looks at the cancellation token.</summary>
    private const uint Stride = 128;

    /// <summary>By the number of the rule; null for a rule that has crashed.</summary>
    private readonly RuleContext?[] contexts = new RuleContext?[rules.Length];

    /// <summary>By the number of the rule; null where nobody wants to know.</summary>
    private readonly long[]? ticks = options.Timings is null ? null : new long[rules.Length];

    /// <summary>Where each rule reported something on the walk; null as long as no finding depends on another.</summary>
    private HashSet<(string Code, int Start)>? starts;
    private readonly List<Diagnostic> found = [];
    private readonly List<RuleCrash> crashes = [];
    private readonly SuppressionTable suppressions = new(tree);

    public AnalysisResult Run(SubscriptionTable subscriptions)
    {
        cancellation.ThrowIfCancellationRequested();
        var model = Bind();
        if (model != null)
        {
            StartRules(model);
            Walk(subscriptions);
        }

        CollectFindings();
        ReviewSuppressions();
        AddTimings();
        return Finish(model);
    }

    private SemanticModel? Bind()
    {
        try
        {
            return SemanticModel.Create(tree, cancellation);
        }
        catch (Exception exception) when (IsCrash(exception))
        {
            AddCrash("the name binder", tree.Root, exception);
            return null;
        }
    }

    private void StartRules(SemanticModel model)
    {
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (rules[rule] is { Failure: null, Descriptor: { } descriptor })
            {
                contexts[rule] = new RuleContext(descriptor, model, options, cancellation);
            }
            else
            {
                AddCrash(rules[rule].Title, tree.Root, rules[rule].Failure!);
            }
        }
    }

    /// <summary>A rule that throws is out for the rest of the file; the walk goes on behind it.</summary>
    private void Walk(SubscriptionTable subscriptions)
    {
        var (node, next) = (0, 0);
        while (node < tree.Nodes.Length)
        {
            try
            {
                WalkFrom(ref node, ref next, subscriptions);
            }
            catch (Exception exception) when (IsCrash(exception))
            {
                var rule = subscriptions.For(tree.Nodes[node], tree.Kinds[node])[next].Rule;
                contexts[rule] = null;
                AddCrash(rules[rule].Title, tree.Nodes[node], exception);
                next++;
            }
        }
    }

    /// <param name="node">The number of the first node: on a crash, of the one that was visited.</param>
    /// <param name="next">Which of its subscriptions comes first: on a crash, the one that threw.</param>
    /// <param name="table">All subscriptions.</param>
    private void WalkFrom(ref int node, ref int next, SubscriptionTable table)
    {
        var nodes = tree.Nodes.AsSpan();
        var kinds = tree.Kinds.AsSpan();
        var running = contexts.AsSpan();
        var first = next;
        for (var i = node; i < nodes.Length; i++)
        {
            if ((uint)i % Stride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            // Most nodes are names and constants, of which nobody asks.
            if (!table.Has(kinds[i]))
            {
                continue;
            }

            var subscriptions = table.For(nodes[i], kinds[i]);
            for (var k = first; k < subscriptions.Length; k++)
            {
                if (running[subscriptions[k].Rule] is { } context)
                {
                    // A method in between would cost as much as what most checks do.
                    (node, next) = (i, k);
                    if (ticks is null)
                    {
                        subscriptions[k].Check(nodes[i], context);
                    }
                    else
                    {
                        CheckTimed(subscriptions[k], nodes[i], context, ticks);
                    }
                }
            }

            first = 0;
        }

        node = nodes.Length;
    }

    private static void CheckTimed(in Subscription subscription, Node node, RuleContext context, long[] ticks)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            subscription.Check(node, context);
        }
        finally
        {
            ticks[subscription.Rule] += Stopwatch.GetTimestamp() - start;
        }
    }

    private void AddTimings()
    {
        for (var rule = 0; rule < ticks?.Length; rule++)
        {
            if (rules[rule].Descriptor is { } descriptor)
            {
                options.Timings!.Add(descriptor, Stopwatch.GetElapsedTime(0, ticks[rule]), contexts[rule]?.Reported.Count ?? 0);
            }
        }
    }

    /// <summary>False for the one exception that is an answer: the caller asked to stop.</summary>
    private bool IsCrash(Exception exception) =>
        exception is not OperationCanceledException || !cancellation.IsCancellationRequested;

    private void AddCrash(string title, Node node, Exception exception)
    {
        var firstLine = tree.Text.LineSpan(tree.Text.LineOf(node.Span.Start));
        var span = new TextSpan(node.Span.Start, Math.Clamp(firstLine.End, node.Span.Start, node.Span.End));
        crashes.Add(new RuleCrash(title, span, exception));
        found.Add(exception is InsufficientExecutionStackException
            ? EngineDiagnostics.LimitReached.At(span, $"{title} found this too deeply nested")
            : EngineDiagnostics.RuleCrashed.At(span, title, OneLine(exception)));
    }

    private static string OneLine(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";

    private void CollectFindings()
    {
        foreach (var error in tree.Errors)
        {
            if (!IsExplained(error))
            {
                found.Add(EngineDiagnostics.SyntaxError.At(error.Span, error.Message));
            }
        }

        foreach (var error in tree.Text.EncodingErrors)
        {
            found.Add(EngineDiagnostics.EncodingProblem.At(error.Span, error.Message));
        }

        foreach (var context in contexts)
        {
            AddReported(context, 0);
        }
    }

    /// <summary>True for what a rule that runs, and has not crashed, reports with an explanation of its own.</summary>
    private bool IsExplained(SyntaxError error)
    {
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (contexts[rule] != null && rules[rule].Descriptor!.Explains == error.Kind)
            {
                return true;
            }
        }

        return false;
    }

    private void ReviewSuppressions()
    {
        if (suppressions.IsEmpty || options.IgnoresSuppressions)
        {
            return;
        }

        // Each suppression must know what it silences before a rule is asked about it.
        found.Sort(DiagnosticOrder.Instance);
        foreach (var finding in found)
        {
            suppressions.Silence(finding);
        }

        var review = new SuppressionReview(suppressions.ToSuppressions(), options.Catalog, RulesThatRan());
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (rules[rule].SuppressionCheck is { } check && contexts[rule] is { } context)
            {
                var before = context.Reported.Count;
                Review(rule, check, review, context);
                AddReported(contexts[rule], before);
            }
        }
    }

    private void Review(int rule, Action<SuppressionReview, RuleContext> check, SuppressionReview review, RuleContext context)
    {
        try
        {
            check(review, context);
        }
        catch (Exception exception) when (IsCrash(exception))
        {
            contexts[rule] = null;
            AddCrash(rules[rule].Title, tree.Root, exception);
        }
    }

    private List<RuleDescriptor> RulesThatRan()
    {
        var ran = new List<RuleDescriptor>();
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (contexts[rule] != null)
            {
                ran.Add(rules[rule].Descriptor!);
            }
        }

        return ran;
    }

    private void AddReported(RuleContext? context, int from)
    {
        for (var i = from; i < context?.Reported.Count; i++)
        {
            var reported = context.Reported[i];
            if (reported.YieldsTo.IsEmpty || !AreAllReported(reported.YieldsTo))
            {
                found.Add(options.Rules.Apply(reported.Build()));
            }
        }
    }

    private bool AreAllReported(ImmutableArray<(string Code, int Start)> others)
    {
        starts ??= StartsOfFindings();
        foreach (var other in others)
        {
            if (!starts.Contains(other))
            {
                return false;
            }
        }

        return true;
    }

    private HashSet<(string Code, int Start)> StartsOfFindings()
    {
        var all = new HashSet<(string Code, int Start)>();
        for (var rule = 0; rule < rules.Length; rule++)
        {
            foreach (var reported in contexts[rule]?.Reported ?? [])
            {
                all.Add((rules[rule].Descriptor!.Code, reported.Start));
            }
        }

        return all;
    }

    private AnalysisResult Finish(SemanticModel? model)
    {
        found.Sort(DiagnosticOrder.Instance);
        var symbols = model is null || found.Count == 0 ? null : new EnclosingSymbols(model);
        var reported = ImmutableArray.CreateBuilder<Diagnostic>();
        var suppressed = new List<(Diagnostic Finding, int By)>();
        foreach (var diagnostic in found)
        {
            var complete = diagnostic with
            {
                Symbol = symbols?.QualnameAt(diagnostic.Span),
                SuppressLine = diagnostic.Descriptor.Area == SkillArea.Engine ? null : suppressions.LineFor(diagnostic.Span),
            };
            if (suppressions.Silence(complete) is >= 0 and var by && !options.IgnoresSuppressions)
            {
                suppressed.Add((complete, by));
            }
            else
            {
                reported.Add(complete);
            }
        }

        var comments = suppressions.ToSuppressions();
        return new AnalysisResult(tree, reported.DrainToImmutable(), WithTheirComments(suppressed, comments))
        {
            Suppressions = comments,
            AttemptedSuppressions = options.IgnoresSuppressions ? CountUsed(comments) : 0,
            Crashes = [.. crashes],
        };
    }

    /// <summary>Made last: only then is it known what else each comment silenced.</summary>
    private static ImmutableArray<Diagnostic> WithTheirComments(
        List<(Diagnostic Finding, int By)> suppressed,
        ImmutableArray<Suppression> comments)
    {
        var list = ImmutableArray.CreateBuilder<Diagnostic>(suppressed.Count);
        foreach (var (finding, by) in suppressed)
        {
            list.Add(finding with { SuppressedBy = comments[by] });
        }

        return list.MoveToImmutable();
    }

    private static int CountUsed(ImmutableArray<Suppression> comments)
    {
        var count = 0;
        foreach (var comment in comments)
        {
            count += comment.IsUsed ? 1 : 0;
        }

        return count;
    }
}
