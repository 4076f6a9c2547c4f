using System.Collections.Immutable;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Analysis;

/// <summary>Checks files with a fixed set of rules. Immutable: one analyzer serves any number of threads.</summary>
public sealed class Analyzer
{
    private readonly ImmutableArray<RegisteredRule> rules;
    private readonly SubscriptionTable subscriptions;
    private readonly AnalyzerOptions options;

    /// <summary>
    /// Prepares the rules; each is asked once for its descriptor and for what it wants to see. A rule that throws here crashes on
    /// every file instead, and so does one that <see cref="AnalyzerOptions.Catalog"/> counts among its failures.
    /// </summary>
    public Analyzer(IEnumerable<Rule> rules, AnalyzerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var registered = ImmutableArray.CreateBuilder<RegisteredRule>();
        foreach (var rule in rules)
        {
            registered.Add(RegisteredRule.Of(rule));
        }

        this.options = options ?? new AnalyzerOptions();
        foreach (var failure in this.options.Catalog?.Failures ?? [])
        {
            registered.Add(RegisteredRule.Of(failure));
        }

        this.rules = registered.DrainToImmutable();
        subscriptions = new SubscriptionTable(this.rules);
    }

    /// <summary>
    /// Checks one file. A pure function of the tree and the options: no state is kept, nothing is read or written. A rule that throws becomes a
    /// <c>PLS003</c> and loses its other findings in this file; no other rule is affected.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public AnalysisResult Run(SyntaxTree tree, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new FileAnalysis(tree, rules, options, cancellation).Run(subscriptions);
    }
}
