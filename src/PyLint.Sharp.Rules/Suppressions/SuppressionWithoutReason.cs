using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>A comment that silences a finding and doesn't say why.</summary>
public sealed class SuppressionWithoutReason : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS904",
        Name = "suppression-without-reason",
        Area = SkillArea.Suppressions,
        Severity = Severity.Info,
        Aliases = ["S1309"],
        Message = "this silences a finding without saying why",
        Why = "The comment records that somebody decided against a rule, but not what they knew. When the code changes, nobody can tell "
            + "whether the decision still holds, so it is kept for ever.",
        Instead = "Write the reason behind the codes: `# pylint-sharp: ignore[PLS201] -- the plug-in may raise anything`, or behind those "
            + "of a `# noqa: PLS201`.",
        Interview = new(
            "What belongs in the comment beside a suppressed warning?",
            "The fact that makes the warning wrong or acceptable here, so that a reader can check it: not that it is silenced, which they "
            + "see. If I can't name such a fact, the warning is right and the code should change."),
        FineWhen = "In a personal exercise; a team asks for reasons, so the rule is off until it is selected or "
            + "`require-suppression-reason` is set.",
        IsEnabledByDefault = false,
        Examples =
        [
            Example.Bad("""
                try:
                    total = sum(prices)
                except:  [|# noqa: PLS201|]
                    total = 0
                """),
            Example.Bad("""
                [|# pylint-sharp: disable[bare-except]|]
                try:
                    total = sum(prices)
                except:
                    total = 0
                """),
            Example.Good("""
                try:
                    total = sum(prices)
                except:  # pylint-sharp: ignore[PLS201] -- the plug-in may raise anything
                    total = 0
                """),
            Example.Good("""
                try:
                    total = sum(prices)
                except:  # noqa: PLS201 (the plug-in may raise anything)
                    total = 0
                """),
            Example.Good("total = 0  # noqa: F841").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitSuppressions(static (review, context) =>
    {
        foreach (var suppression in review.Suppressions)
        {
            // The comments of pylint have no place for a reason.
            var canHaveOne = suppression.IsOurs || suppression.Form is SuppressionForm.Noqa or SuppressionForm.FileNoqa;
            if (suppression is { IsUsed: true, Reason: null } && canHaveOne)
            {
                context.Report(suppression.Span);
            }
        }
    });
}
