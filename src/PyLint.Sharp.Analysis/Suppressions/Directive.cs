using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>A suppression while a file is analyzed: as it was read, and what it has silenced so far.</summary>
internal sealed class Directive(SuppressionForm form, TextSpan comment)
{
    private readonly List<(string Text, TextSpan Span, bool IsUsed)> codes = [];

    public SuppressionForm Form => form;

    public TextSpan Comment => comment;

    /// <summary>From the <c>#</c> to the last code, bracket or word of a reason.</summary>
    public TextSpan Span { get; set; }

    public bool IsBlanket { get; set; }

    public string? Reason { get; set; }

    public TextSpan? ForeignList { get; set; }

    public TextSpan? MisspelledOpening { get; init; }

    public bool IsMisplaced { get; set; }

    public bool IsCommentedOut { get; set; }

    public bool EndsWithBlock { get; set; }

    public int Count => codes.Count;

    public bool IsUsed { get; private set; }

    /// <summary>The lines from the first to the last that any of its codes covers.</summary>
    private (int First, int Last) Lines { get; set; }

    public string this[int code] => codes[code].Text;

    public void Add(string text, TextSpan span) => codes.Add((text, span, false));

    public void Cover(int first, int last) => Lines = Lines.First == 0
        ? (first, last)
        : (Math.Min(first, Lines.First), Math.Max(last, Lines.Last));

    /// <summary>True when it is a blanket or names the rule. Every name of the rule counts as used, not only the first.</summary>
    public bool Silences(RuleDescriptor rule)
    {
        // A blanket can't ask for silence about itself.
        var silences = IsBlanket && rule.Area != SkillArea.Suppressions;
        for (var code = 0; code < codes.Count; code++)
        {
            silences |= Silences(rule, code);
        }

        IsUsed |= silences;
        return silences;
    }

    /// <summary>True when one of its codes names the rule.</summary>
    public bool Silences(RuleDescriptor rule, int code)
    {
        var (text, span, _) = codes[code];
        var silences = form == SuppressionForm.FileNoqa
            ? text.Equals(rule.Code, StringComparison.OrdinalIgnoreCase)
            : rule.IsCalled(text);
        if (silences)
        {
            codes[code] = (text, span, true);
            IsUsed = true;
        }

        return silences;
    }

    public Suppression ToSuppression()
    {
        var list = ImmutableArray.CreateBuilder<SuppressionCode>(codes.Count);
        foreach (var (text, span, isUsed) in codes)
        {
            list.Add(new SuppressionCode(text, span, isUsed));
        }

        return new Suppression(form, Span, comment, list.MoveToImmutable())
        {
            IsBlanket = IsBlanket,
            FirstLine = Lines.First,
            LastLine = Lines.Last,
            IsUsed = IsUsed,
            Reason = Reason,
            ForeignList = ForeignList,
            MisspelledOpening = MisspelledOpening,
            IsMisplaced = IsMisplaced,
            IsCommentedOut = IsCommentedOut,
            EndsWithBlock = EndsWithBlock,
        };
    }
}
