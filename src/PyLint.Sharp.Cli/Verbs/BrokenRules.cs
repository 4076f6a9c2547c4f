using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>Tells of rules that no list can have, because they threw before they had said what they are.</summary>
internal static class BrokenRules
{
    /// <summary>A sentence for each.</summary>
    public static IEnumerable<string> In(RuleCatalog catalog) => catalog.Failures.Select(failure =>
        $"the rule of type `{failure.TypeName}` does not work: {failure.Exception.GetType().Name}: {failure.Exception.Message.ReplaceLineEndings(" ")}");
}
