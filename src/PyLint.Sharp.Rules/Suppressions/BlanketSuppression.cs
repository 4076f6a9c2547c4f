using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>A comment that silences rules without naming them.</summary>
public sealed class BlanketSuppression : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS902",
        Name = "blanket-suppression",
        Area = SkillArea.Suppressions,
        Severity = Severity.Info,
        Aliases = ["PGH004", "blanket-noqa"],
        Message = "this silences every rule, not only the one that you had in mind",
        Why = "Without a code the comment hides whatever any rule finds here, today and in later versions. It also hides from readers "
            + "which problem was looked at and accepted.",
        Instead = "Name the rule: `# noqa: PLS201`, or `# pylint-sharp: ignore[bare-except] -- why it is right here`.",
        Interview = new(
            "You must silence a warning in a code review tool. What do you write?",
            "The code of that one warning, on that one line, with the reason: then the next warning on the line still shows, and whoever "
            + "changes the code can tell whether the reason still holds. A blanket is quicker to write and costs everybody after me."),
        FineWhen = "On lines that no person reads, such as generated tables; `# pylint-sharp: skip-file` says that for a file.",
        Examples =
        [
            Example.Bad("""
                try:
                    total = sum(prices)
                except:  [|# noqa|]
                    total = 0
                """),
            Example.Bad("""
                try:
                    total = sum(prices)
                except:  [|# pylint-sharp: ignore|]
                    total = 0
                """),
            Example.Good("""
                try:
                    total = sum(prices)
                except:  # noqa: PLS201
                    total = 0
                """),
            Example.Good("total = 0  # noqa"),
            Example.Good("# pylint-sharp: skip-file\ntry:\n    f()\nexcept:\n    g()")
                .OnlyAtModuleLevel("there it would stand behind a statement").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitSuppressions(static (review, context) =>
    {
        foreach (var suppression in review.Suppressions)
        {
            // What silenced nothing of ours may be meant for another tool.
            if (suppression is { IsBlanket: true, IsUsed: true, Form: not SuppressionForm.SkipFile })
            {
                context.Report(suppression.Span);
            }
        }
    });
}
