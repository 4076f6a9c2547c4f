using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>What a rule should make of a variant of its example.</summary>
public enum Expectation
{
    /// <summary>The same as of the example itself.</summary>
    Same,

    /// <summary>Nothing: the code is no code any more.</summary>
    Silent,

    /// <summary>The same, but every finding is suppressed.</summary>
    Suppressed,
}

/// <summary>A way to write an example differently that nobody writes by hand.</summary>
/// <param name="Name">How the variant is called in the names of tests.</param>
/// <param name="Expected">What the rule should make of it.</param>
/// <param name="AppliesTo">Whether an example can be written so.</param>
/// <param name="Rewrite">Writes the example so.</param>
public sealed record ExampleVariant(
    string Name,
    Expectation Expected,
    Func<Example, bool> AppliesTo,
    Func<MarkedCode, MarkedCode> Rewrite)
{
    /// <summary>The example itself.</summary>
    public static ExampleVariant AsWritten { get; } = new("as written", Expectation.Same, _ => true, code => code);

    /// <summary>All variants, the example itself first.</summary>
    public static IReadOnlyList<ExampleVariant> All { get; } =
    [
        AsWritten,
        new("with CRLF", Expectation.Same, _ => true, WithCarriageReturns),
        new("after a comment", Expectation.Same, _ => true, code => code.InsertBefore(i => i == 0 ? "# 🐍\n" : "")),
        new("in a function", Expectation.Same, CanStandInFunction, InFunction),
        new("in a string", Expectation.Silent, CanStandInString, InString),
        new("in a comment", Expectation.Silent, IsBad, code => code.InsertBefore(i => code.StartsLine(i) ? "# " : "")),
        // The comments go where the findings say that they work, so RuleExamples writes them.
        new("with noqa", Expectation.Suppressed, IsBad, code => code),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool IsBad(Example example) => example.IsBad;

    private static bool CanStandInString(Example example) =>
        example.IsBad && !(example.Code.Contains("'''", StringComparison.Ordinal) && example.Code.Contains("\"\"\"", StringComparison.Ordinal));

    /// <summary>
    /// Python itself forbids star and <c>__future__</c> imports in a function, and <c>global x</c> speaks of another <c>x</c> when
    /// the module's becomes a local. Whatever else depends on the module level says so with its reason.
    /// </summary>
    private static bool CanStandInFunction(Example example)
    {
        var tree = SyntaxTree.Parse(SourceText.From(MarkedCode.Parse(example.Code).Code));
        return example.ModuleLevelReason is null && tree.Root.Body.Length > 0 && !tree.Nodes.Any(BelongsToModule);
    }

    private static bool BelongsToModule(Node node) =>
        node is Global or ImportFrom { Module.Text: "__future__" } || (node is ImportFrom import && import.Names.Any(name => name.Name == "*"));

    private static MarkedCode WithCarriageReturns(MarkedCode code)
    {
        var withFinalBreak = code with { Code = code.Code + "\n" };
        return withFinalBreak.InsertBefore(i => i < withFinalBreak.Code.Length && withFinalBreak.Code[i] == '\n' ? "\r" : "");
    }

    private static MarkedCode InFunction(MarkedCode code)
    {
        var tree = SyntaxTree.Parse(SourceText.From(code.Code));
        var strings = tree.Nodes.Where(IsText).Select(node => node.Span).ToList();
        bool IsIndented(int i) => code.StartsLine(i) && i < code.Code.Length && code.Code[i] != '\n' && !strings.Any(span => span.Start < i && i < span.End);
        return code.InsertBefore(i => (i == 0 ? "def f():\n" : "") + (IsIndented(i) ? "    " : ""));
    }

    private static bool IsText(Node node) => node is Constant { Value: string or byte[] } or JoinedStr or TemplateStr;

    private static MarkedCode InString(MarkedCode code)
    {
        var quotes = code.Code.Contains("\"\"\"", StringComparison.Ordinal) ? "'''" : "\"\"\"";
        return new MarkedCode($"text = r{quotes}\n{code.Code}\n{quotes}\n", []);
    }
}
