using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>What an analyzer says about one file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Diagnostics">The findings, sorted by start, end and code.</param>
/// <param name="Suppressed">The findings that a comment silences, in the same order.</param>
public sealed record AnalysisResult(SyntaxTree Tree, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Diagnostic> Suppressed)
{
    /// <summary>The suppression comments in source order, used and unused.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>Number of comments that would have silenced a finding, had suppressions not been ignored.</summary>
    public int AttemptedSuppressions { get; init; }

    /// <summary>The rules that threw; each has its <c>PLS003</c> or <c>PLS004</c> among <see cref="Diagnostics"/>.</summary>
    public ImmutableArray<RuleCrash> Crashes { get; init; } = [];

    /// <summary>The result for a file without content: one <c>PLS001</c> at its start.</summary>
    /// <param name="path">The path as it is shown in reports.</param>
    /// <param name="reason">Why it cannot be read: a clause with lower-case start and no final full stop.</param>
    public static AnalysisResult CannotRead(string path, string reason)
    {
        var tree = SyntaxTree.Parse(SourceText.From("", path));
        return new AnalysisResult(tree, [EngineDiagnostics.CannotReadFile.At(default, reason)], []);
    }
}
