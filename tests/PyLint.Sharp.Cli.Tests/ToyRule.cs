using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Flags a word wherever it stands in a file; the command line is tested without any real rule.</summary>
internal sealed class ToyRule(
    string code, string name, string word, Severity severity, string? newWord = null, FixSafety safety = FixSafety.None, bool isPreview = false) : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = code,
        Name = name,
        Area = SkillArea.ControlFlow,
        Severity = severity,
        Aliases = [$"X{code[3..]}"],
        Message = "`{word}` is flagged",
        Why = "because of the test.",
        Instead = "write something else",
        Interview = new("why?", "therefore."),
        FineWhen = "in tests.",
        Fix = safety,
        IsPreview = isPreview,
        Examples = [Example.Bad($"[|{word}|] = 1"), Example.Good("x = 1")],
    };

    public override void Register(Registration on) => on.Visit<Module>(Check);

    private void Check(Module module, RuleContext context)
    {
        var text = context.Text.Content;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (word == "crash")
            {
                throw new InvalidOperationException("the rule is broken");
            }

            var finding = context.Report(new TextSpan(at, at + word.Length), word);
            if (newWord != null)
            {
                finding.Fix(safety, $"write `{newWord}`", new TextEdit(new TextSpan(at, at + word.Length), newWord));
            }
        }
    }
}
