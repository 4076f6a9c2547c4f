using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>A comment that silences nothing.</summary>
public sealed class UnusedSuppression : Rule
{
    private const string Nothing = "nothing here needs the suppression of {codes}";
    private const string NothingAtAll = "this suppression silences nothing";
    private const string NothingToEnable = "nothing is disabled here that this could enable";
    private const string Misplaced = "this comment speaks for the whole file only on a line of its own before the first statement";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS901",
        Name = "unused-suppression",
        Area = SkillArea.Suppressions,
        Severity = Severity.Info,
        Aliases = ["RUF100", "I0021", "useless-suppression", "unused-noqa"],
        Message = Nothing,
        OtherMessages = [NothingAtAll, NothingToEnable, Misplaced],
        Why = "The rule ran, and it has nothing to say about these lines. A suppression that outlives its finding tells readers of a "
            + "problem that is not there, and it will hide the next real one that appears on its line.",
        Instead = "Remove it. If the finding comes back, it comes back with a reason to look at it.",
        Interview = new(
            "Why do suppression comments rot, and how do you keep them honest?",
            "The code around them changes and nobody dares to delete them, because deleting one is only safe when a tool proves that it "
            + "silences nothing. So I let the linter report unused ones, demand a rule's code and a reason in each, and keep them on the "
            + "smallest range that works. The price is a little ceremony whenever an exception is really needed."),
        FineWhen = "When the same comment serves a rule that didn't run this time: codes of other tools, and of rules that are switched "
            + "off, are left alone.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("total = 0  [|# noqa: PLS201|]", fixedTo: "total = 0").Saying("nothing here needs the suppression of `PLS201`"),
            Example.Bad("""
                [|# pylint-sharp: disable[PLS201]|]
                total = 0
                """, fixedTo: "total = 0"),
            Example.Good("""
                try:
                    total = sum(prices)
                except:  # noqa: PLS201
                    total = 0
                """),
            Example.Good("total = 0  # noqa: F841"),
            Example.Bad("""
                try:
                    total = sum(prices)
                except:  [|# noqa: PLS201, PLS301, PLS501|] for now
                    total = 0
                """, fixedTo: """
                try:
                    total = sum(prices)
                except:  # noqa: PLS201 for now
                    total = 0
                """).Saying("nothing here needs the suppression of `PLS301` and `PLS501`").Hidden(),
            Example.Bad("total = 0  # the sum [|# noqa: PLS201|] is empty", fixedTo: "total = 0  # the sum # is empty").Hidden(),
            Example.Bad("total = 0  [|# noqa: PLS201|] # noqa: F841", fixedTo: "total = 0  # noqa: F841").Hidden(),
            Example.Bad("total = 0  # type: int [|# pylint-sharp: ignore[bare-except] -- because|]", fixedTo: "total = 0  # type: int").Hidden(),
            Example.Bad("total = 0  [|# pylint-sharp: ignore|]", fixedTo: "total = 0").Saying(NothingAtAll).Hidden(),
            Example.Bad("total = 0  [|# noqa: PLS201|], ,", fixedTo: "total = 0").Hidden(),
            Example.Bad("total = 0  [|# pylint-sharp: ignore[]|]", fixedTo: "total = 0").Saying(NothingAtAll).Hidden(),
            Example.Bad("total = 0\n[|# pylint-sharp: enable[PLS201]|]\ncount = 0", fixedTo: "total = 0\ncount = 0").Saying(NothingToEnable).Hidden(),
            Example.Bad("total = 0\n[|# pylint-sharp: skip-file|]\ncount = 0", fixedTo: "total = 0\ncount = 0").Saying(Misplaced).Hidden(),
            Example.Bad("[|# pylint-sharp: file-ignore[PLS201]|]\ntotal = 0", fixedTo: "total = 0")
                .OnlyAtModuleLevel("there it would stand behind a statement").Hidden(),
            Example.Good("total = 0  # noqa").Hidden(),
            Example.Good("total = 0  # noqa: E722").Hidden(),
            Example.Good("total = 0  # pylint: disable=bare-except").Hidden(),
            Example.Good("# total = 0  # noqa: PLS201").Hidden(),
            Example.Good("total = 0  # noqa: PLS901").Hidden(),
            Example.Good("# pylint-sharp: skip-file\ntotal = 0").OnlyAtModuleLevel("there it would stand behind a statement").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitSuppressions(static (review, context) =>
    {
        foreach (var suppression in review.Suppressions)
        {
            Check(suppression, review, context);
        }
    });

    private static void Check(Suppression suppression, SuppressionReview review, RuleContext context)
    {
        if (suppression.IsCommentedOut || suppression.ForeignList is not null || suppression.MisspelledOpening is not null)
        {
            // The one comes back to life with its code, the others will when they are written as they must be.
            return;
        }

        if (ProblemOf(suppression) is { } problem)
        {
            context.Report(problem, suppression.Span)
                .Fix(FixSafety.Safe, "remove the comment", CommentEdits.Remove(context.Text, suppression));
        }
        else if (UnusedCodes(suppression, review) is { Count: > 0 } unused)
        {
            context.Report(suppression.Span, CommentEdits.List(unused))
                .Fix(FixSafety.Safe, "remove what is not needed", CommentEdits.Remove(context.Text, suppression, unused));
        }
    }

    private static string? ProblemOf(Suppression suppression) => suppression switch
    {
        { IsOurs: false } or { Form: SuppressionForm.Unknown } => null,
        { IsMisplaced: true } => Misplaced,
        { Form: SuppressionForm.Enable } => suppression.FirstLine == 0 ? NothingToEnable : null,
        { IsBlanket: true, IsUsed: false, Form: not SuppressionForm.SkipFile } => NothingAtAll,
        { IsBlanket: false, Codes.IsEmpty: true, Form: not SuppressionForm.SkipFile } => NothingAtAll,
        _ => null,
    };

    /// <summary>
    /// The codes of rules that ran. In comments that other tools read only the codes that no other tool has; about the rules of
    /// this area a comment can only be used later.
    /// </summary>
    private static List<SuppressionCode> UnusedCodes(Suppression suppression, SuppressionReview review)
    {
        var unused = new List<SuppressionCode>();
        foreach (var code in suppression.Codes)
        {
            var isOurs = suppression.IsOurs || RuleDescriptor.IsCode(code.Text);
            if (!code.IsUsed && isOurs && review.RuleThatRan(code.Text) is { Area: not SkillArea.Suppressions })
            {
                unused.Add(code);
            }
        }

        return suppression.Form == SuppressionForm.Enable ? [] : unused;
    }
}
