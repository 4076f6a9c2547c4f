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
    private LogicalLines Lines => lines ??= new LogicalLines(tree);

    /// <summary>The line, counted from 1, at whose end a comment would silence a finding.</summary>
    public int LineFor(TextSpan finding) => Lines.CommentLineFor(tree.Text.LineOf(finding.Start));

    /// <summary>
    /// True when a comment silences a finding. Each comment that does so counts as used. Fast when the findings come in the order
    /// of their lines.
    /// </summary>
    public bool Silences(Diagnostic finding)
    {
        if (entries.Count == 0 || finding.Descriptor.Area == SkillArea.Engine)
        {
            return false;
        }

        GoTo(tree.Text.LineOf(finding.Span.Start));
        var silences = false;
        foreach (var entry in active)
        {
            silences |= entry.Code < 0
                ? entry.Directive.Silences(finding.Descriptor)
                : entry.Directive.Silences(finding.Descriptor, entry.Code);
        }

        return silences;
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
