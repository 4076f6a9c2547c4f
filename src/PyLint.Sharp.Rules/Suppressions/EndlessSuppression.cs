using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>A <c>disable</c> that no <c>enable</c> ends.</summary>
public sealed class EndlessSuppression : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS905",
        Name = "endless-suppression",
        Area = SkillArea.Suppressions,
        Severity = Severity.Info,
        Aliases = ["RUF104", "unmatched-suppression-comment"],
        Message = "nothing ends this `disable`, so it silences everything to the end of its block",
        Why = "A `disable` on a line of its own speaks until an `enable` of the same indentation, and without one to the end of the block "
            + "that it stands in. Code that is added below it later is not checked either, and nobody decided that.",
        Instead = "End it with `# pylint-sharp: enable[…]`, or use `# pylint-sharp: ignore[…]` at the line itself. For a whole file write "
            + "`# pylint-sharp: file-ignore[…]` at its top.",
        Interview = new(
            "Why prefer the narrowest scope, for a suppression as for a `try` block or a variable?",
            "Whatever is inside the scope is affected, the lines of tomorrow included. A narrow scope says exactly which line the decision "
            + "was about, and a wide one silently takes in what comes later; it is the same reason for which a `try` should hold only the "
            + "call that may fail."),
        FineWhen = "When the block is short and the whole of it is meant; then `ignore` on the one line reads better still.",
        Examples =
        [
            Example.Bad("""
                [|# pylint-sharp: disable[PLS201]|]
                try:
                    total = sum(prices)
                except:
                    total = 0
                """),
            Example.Bad("""
                def total(prices):
                    [|# pylint-sharp: disable[bare-except]|]
                    try:
                        return sum(prices)
                    except:
                        return 0
                """),
            Example.Good("""
                # pylint-sharp: disable[PLS201]
                try:
                    total = sum(prices)
                except:
                    total = 0
                # pylint-sharp: enable[PLS201]
                """),
            Example.Good("""
                try:
                    total = sum(prices)
                # pylint-sharp: ignore[PLS201]
                except:
                    total = 0
                """),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitSuppressions(static (review, context) =>
    {
        foreach (var suppression in review.Suppressions)
        {
            // One that silences nothing is `unused-suppression`'s to report.
            if (suppression is { Form: SuppressionForm.Disable, EndsWithBlock: true, IsUsed: true })
            {
                context.Report(suppression.Span);
            }
        }
    });
}
