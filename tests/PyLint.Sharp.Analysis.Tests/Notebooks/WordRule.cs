using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests.Notebooks;

/// <summary>Flags a text wherever it stands, and replaces it where a name or a statement can stand.</summary>
internal sealed class WordRule(string code, string word, string newText) : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = code,
        Name = $"word-{code[3..]}",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Message = "`{word}` is flagged",
        Why = "because of the test.",
        Instead = "write something else",
        Interview = new("why?", "therefore."),
        FineWhen = "in tests.",
        Fix = FixSafety.Safe,
        Examples = [],
    };

    public override void Register(Registration on) => on.Visit<Module>((_, context) =>
    {
        var text = context.Text.Content;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + word.Length);
            context.Report(span, word).Fix(FixSafety.Safe, "write better", new TextEdit(span, newText));
        }
    });
}
