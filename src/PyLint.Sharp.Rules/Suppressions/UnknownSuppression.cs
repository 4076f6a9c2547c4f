using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>A comment that names a rule that does not exist.</summary>
public sealed class UnknownSuppression : Rule
{
    private const string NoSuchRule = "there is no rule `{code}`, so this silences nothing";
    private const string NoCode = "no code follows the colon, so this silences nothing";
    private const string NoBrackets = "`pylint-sharp: {word}` takes its codes in brackets, so this silences nothing";
    private const string NotRead = "`{written}` silences nothing: it is read only as `pylint-sharp: {verb}`, with the colon and in small letters";
    private const string NoSuchWord = "`pylint-sharp: {word}` means nothing: use `ignore`, `disable`, `enable`, `file-ignore` or `skip-file`";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS903",
        Name = "unknown-suppression",
        Area = SkillArea.Suppressions,
        Severity = Severity.Warning,
        Aliases = ["RUF102", "unknown-option-value"],
        Message = NoSuchRule,
        OtherMessages = [NoSuchWord, NoCode, NoBrackets, NotRead],
        Why = "A comment is not checked by Python: a code with a slip in it is simply never matched. The finding stays, or, worse, the "
            + "comment looks as if somebody had dealt with it.",
        Instead = "Correct the code, or remove it. `pylint-sharp rules` lists the rules.",
        Interview = new(
            "What is wrong with directives that live in comments?",
            "The language ignores them, so a mistyped one fails silently. That is the price for code that still runs without the tool; a "
            + "tool that reads comments should therefore report every word in its own directives that it doesn't understand."),
        FineWhen = "When the code belongs to a newer version of PyLint.Sharp than the one that ran; words of other tools are left alone.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("total = 0  # noqa: [|PLS999|]", fixedTo: "total = 0").Saying("there is no rule `PLS999`, so this silences nothing"),
            Example.Bad("total = 0  # pylint-sharp: [|ignroe|][PLS201]").Saying(
                "`pylint-sharp: ignroe` means nothing: use `ignore`, `disable`, `enable`, `file-ignore` or `skip-file`"),
            Corrected("[|pylint-sharp ignore|][PLS201] -- why", "pylint-sharp: ignore[PLS201] -- why")
                .Saying("`pylint-sharp ignore` silences nothing: it is read only as `pylint-sharp: ignore`, with the colon and in small letters"),
            Example.Good("total = 0  # noqa: F841"),
            Example.Good("total = 0  # pylint: disable=made-up"),
            Example.Bad("total = 0  # pylint-sharp: ignore[PLS201, [|no-such-thing|]]", fixedTo: "total = 0  # pylint-sharp: ignore[PLS201]").Hidden(),
            Example.Bad("total = 0  [|# noqa:|] because it is set later").Saying(NoCode).Hidden(),
            Example.Bad("total = 0  [|# noqa :|]").Saying(NoCode).Hidden(),
            Example.Bad("total = 0  [|# noqa:|] ,").Saying(NoCode).Hidden(),
            Example.Bad("total = 0\n[|# ruff: noqa:|]").Saying(NoCode).Hidden(),
            Example.Bad("total = 0  # type: int [|#NOQA:|]  # the sum").Saying(NoCode).Hidden(),
            Foreign("ignore[|=PLS201, bare-except|] -- why", "ignore[PLS201, bare-except] -- why")
                .Saying("`pylint-sharp: ignore` takes its codes in brackets, so this silences nothing"),
            Foreign("ignore[|(PLS201)|]", "ignore[PLS201]"),
            Foreign("ignore[|: E722|] why", "ignore[E722] why"),
            Foreign("ignore[| PLS201|]", "ignore[PLS201]"),
            Foreign("ignore[| <bare-except>|]", "ignore[bare-except]"),
            Example.Bad("total = 0  # pylint-sharp: ignore[|=PLS999|]").Hidden(),
            Example.Bad("total = 0  # pylint-sharp: ignore[|:|] because").Hidden(),
            Corrected("[|PYLINT-SHARP: ignore|][bare-except]", "pylint-sharp: ignore[bare-except]").Hidden(),
            Corrected("[|Pylint-Sharp : IGNORE|] [PLS201, E722]", "pylint-sharp: ignore [PLS201, E722]").Hidden(),
            Corrected("[|pylint-sharp\tdisable|][PLS201]  # why", "pylint-sharp: disable[PLS201]  # why").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|][PLS999]").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|][]").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|]").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|] -- because").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|]=PLS201").Hidden(),
            Example.Bad("total = 0  # [|pylint-sharp ignore|] PLS201").Hidden(),
            Example.Bad("total = 0  # [|PyLint-Sharp: disable|] because it is set later").Hidden(),
            Example.Bad("# [|pylint-sharp skip-file|]\ntotal = 0").Hidden(),
            Example.Good("total = 0  # pylint-sharp ignores this").Hidden(),
            Example.Good("total = 0  # pylint-sharp disable comments are honoured").Hidden(),
            Example.Good("total = 0  # Pylint-Sharp: the rules").Hidden(),
            Example.Good("total = 0  # as in `# pylint-sharp ignore[PLS201]`").Hidden(),
            Example.Good("# total = 0  # pylint-sharp ignore[PLS201]").Hidden(),
            Example.Good("total = 0  # as in `# noqa:`").Hidden(),
            Example.Good("# total = 0  # noqa:").Hidden(),
            Example.Bad("total = 0  # noqa: [|PLS999|], F841", fixedTo: "total = 0  # noqa: F841").Hidden(),
            Example.Bad("total = 0  # noqa: [|PLS2|]", fixedTo: "total = 0").Saying("there is no rule `PLS2`, so this silences nothing").Hidden(),
            Example.Bad("total = 0  # noqa: [|PLS201PLS202|], F841", fixedTo: "total = 0  # noqa: F841").Hidden(),
            Example.Good("# total = 0  # noqa: PLS999").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitSuppressions(static (review, context) =>
    {
        foreach (var suppression in review.Suppressions)
        {
            if (!suppression.IsCommentedOut)
            {
                Check(suppression, review, context);
            }
        }
    });

    private static void Check(Suppression suppression, SuppressionReview review, RuleContext context)
    {
        if (suppression.MisspelledOpening is { } opening)
        {
            ReportMisspelledOpening(suppression, opening, review, context);
            return;
        }

        if (suppression.ForeignList is { } list)
        {
            ReportForeignList(suppression, list, review, context);
            return;
        }

        if (suppression is { Form: SuppressionForm.Noqa or SuppressionForm.FileNoqa, IsBlanket: false, Codes.IsEmpty: true } && !IsQuoted(suppression, context))
        {
            // No fix: it may be meant for one rule or for all of them, and other tools disagree.
            context.Report(NoCode, suppression.Span)
                .Help("Name the rule, `# noqa: PLS201`. For flake8 this is a `# noqa` for everything, and ruff passes over it as we do.");
        }

        foreach (var code in suppression.Codes)
        {
            if (suppression.Form == SuppressionForm.Unknown)
            {
                context.Report(NoSuchWord, code.Span, code.Text);
            }
            else if ((suppression.IsOurs || LooksLikeOurs(code.Text)) && !review.IsKnown(code.Text))
            {
                var finding = context.Report(code.Span, code.Text)
                    .Fix(FixSafety.Safe, $"remove `{code.Text}`", CommentEdits.Remove(context.Text, suppression, [code]));
                if (review.Suggest(code.Text) is { } suggestion)
                {
                    finding.Help($"Did you mean `{suggestion}`? `pylint-sharp rules` lists the rules.");
                }
            }
        }
    }

    /// <summary>Other tools have no code that begins so: it is a prefix, two codes in one, or a slip.</summary>
    private static bool LooksLikeOurs(string word) =>
        word.Length > 3 && word.StartsWith("PLS", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(word[3]);

    private static Example Foreign(string written, string corrected) => Corrected($"pylint-sharp: {written}", $"pylint-sharp: {corrected}").Hidden();

    private static Example Corrected(string written, string corrected) => Example.Bad(
        $"try:\n    f()\nexcept:  # {written}\n    g()",
        fixedTo: $"try:\n    f()\nexcept:  # {corrected}\n    g()");

    /// <summary>Corrected where codes stand in brackets and all exist: only then is it certain what was to be silenced.</summary>
    private static void ReportMisspelledOpening(Suppression suppression, TextSpan opening, SuppressionReview review, RuleContext context)
    {
        if (IsQuoted(suppression, context))
        {
            return;
        }

        var written = context.Text.Slice(opening).ToString();
        var verb = written[(written.AsSpan().LastIndexOfAny(" \t:") + 1)..].ToLowerInvariant();
        var finding = context.Report(NotRead, opening, written, verb);
        var isCertain = !suppression.Codes.IsEmpty && context.Text[suppression.Span.End - 1] == ']';
        foreach (var code in suppression.Codes)
        {
            isCertain &= review.IsKnown(code.Text);
        }

        if (isCertain)
        {
            finding.Fix(FixSafety.Safe, $"write `pylint-sharp: {verb}`", new TextEdit(opening, $"pylint-sharp: {verb}"));
        }
    }

    /// <summary>The brackets are added where all of the codes exist; else who wrote them has to look again anyway.</summary>
    private static void ReportForeignList(Suppression suppression, TextSpan list, SuppressionReview review, RuleContext context)
    {
        var written = context.Text.Slice(new TextSpan(suppression.Span.Start, list.Start));
        var word = written[(written.LastIndexOfAny(" \t:") + 1)..].ToString();
        var finding = context.Report(NoBrackets, list, word);
        var codes = "";
        foreach (var code in suppression.Codes)
        {
            if (!review.IsKnown(code.Text))
            {
                return;
            }

            codes += $"{(codes.Length > 0 ? ", " : "")}{code.Text}";
        }

        if (codes.Length > 0)
        {
            finding.Fix(FixSafety.Safe, $"write `{word}[{codes}]`", new TextEdit(list, $"[{codes}]"));
        }
    }

    /// <summary>True where a comment talks about such a comment.</summary>
    private static bool IsQuoted(Suppression suppression, RuleContext context) =>
        suppression.Span.Start > 0 && context.Text[suppression.Span.Start - 1] is '`' or '"' or '\'';
}
