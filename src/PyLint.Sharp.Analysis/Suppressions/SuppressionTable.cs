using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>The suppression comments of a file, and what they silence.</summary>
internal sealed class SuppressionTable
{
    private readonly SyntaxTree tree;
    private readonly List<Directive> directives = [];

    /// <summary>In the order of their first lines; those before <see cref="next"/> that reach to <see cref="line"/> are active.</summary>
    private readonly List<SuppressedLines> entries = [];
    private readonly List<SuppressedLines> active = [];
    private int next;
    private int line;

    private StringLines? strings;
    private LogicalLines? lines;

    public SuppressionTable(SyntaxTree tree)
    {
        this.tree = tree;
        foreach (var comment in tree.Comments)
        {
            DirectiveReader.Read(tree.Text, comment, directives);
        }

        if (directives.Count > 0)
        {
            entries = new SuppressionScopes(tree, Lines, directives).Find();
        }
    }

    /// <summary>True when the file has no suppression comment.</summary>
    public bool IsEmpty => directives.Count == 0;

    /// <summary>Made on first use: most files have neither findings nor suppressions.</summary>
    private StringLines Strings => strings ??= new StringLines(tree);

    /// <summary>Made where a file has suppressions, or a finding on a line that takes no comment.</summary>
    private LogicalLines Lines => lines ??= new LogicalLines(tree, Strings);

    /// <summary>The line, counted from 1, at whose end a comment would silence a finding: its own where that can take a comment.</summary>
    public int LineFor(TextSpan finding)
    {
        var own = tree.Text.LineOf(finding.Start);
        if (Strings.CanTakeComment(own))
        {
            return own;
        }

        return Strings.LastOfAround(own) is > 0 and var end && Strings.CanTakeComment(end) ? end : Lines.LastOf(own);
    }

    /// <summary>
    /// The number of the first comment that silences a finding, in source order; -1 when none does. Each comment that does so
    /// counts as used. Fast when the findings come in the order of their lines.
    /// </summary>
    public int Silence(Diagnostic finding)
    {
        if (entries.Count == 0 || finding.Descriptor.Area == SkillArea.Engine)
        {
            return -1;
        }

        GoTo(tree.Text.LineOf(finding.Span.Start));
        Directive? first = null;
        foreach (var entry in active)
        {
            var silences = entry.Code < 0
                ? entry.Directive.Silences(finding.Descriptor)
                : entry.Directive.Silences(finding.Descriptor, entry.Code);
            if (silences && (first is null || entry.Directive.Span.Start < first.Span.Start))
            {
                first = entry.Directive;
            }
        }

        return first is null ? -1 : directives.IndexOf(first);
    }

    /// <summary>In source order.</summary>
    public ImmutableArray<Suppression> ToSuppressions()
    {
        var list = ImmutableArray.CreateBuilder<Suppression>(directives.Count);
        foreach (var directive in directives)
        {
            list.Add(directive.ToSuppression());
        }

        return list.MoveToImmutable();
    }

    private void GoTo(int wanted)
    {
        if (wanted < line)
        {
            active.Clear();
            next = 0;
        }

        line = wanted;
        active.RemoveAll(entry => entry.LastLine < wanted);
        for (; next < entries.Count && entries[next].FirstLine <= line; next++)
        {
            if (entries[next].LastLine >= line)
            {
                active.Add(entries[next]);
            }
        }
    }
}
