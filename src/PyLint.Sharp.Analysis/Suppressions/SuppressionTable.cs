using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>
/// The suppression comments of a file. A comment speaks for its physical line, and where that line ends a statement or a string
/// of several lines, for all of them.
/// </summary>
internal sealed class SuppressionTable
{
    private readonly SyntaxTree tree;
    private readonly List<(NoqaDirective Directive, int FirstLine, int LastLine)> entries = [];
    private LogicalLines? lines;

    public SuppressionTable(SyntaxTree tree)
    {
        this.tree = tree;
        foreach (var comment in tree.Comments)
        {
            if (NoqaDirective.Parse(tree.Text, comment) is { } directive)
            {
                var line = tree.Text.LineOf(comment.Start);
                entries.Add((directive, Lines.FirstCoveredFrom(line), line));
            }
        }
    }

    /// <summary>Made on first use: most files have neither findings nor suppressions.</summary>
    private LogicalLines Lines => lines ??= new LogicalLines(tree);

    /// <summary>The line, counted from 1, at whose end a comment would silence a finding.</summary>
    public int LineFor(TextSpan finding) => Lines.CommentLineFor(tree.Text.LineOf(finding.Start));

    /// <summary>True when a comment silences a finding. Each comment that does so counts as used.</summary>
    public bool Silences(Diagnostic finding)
    {
        var silences = false;
        if (finding.SuppressLine is not null)
        {
            var line = tree.Text.LineOf(finding.Span.Start);
            foreach (var (directive, firstLine, lastLine) in entries)
            {
                silences |= firstLine <= line && line <= lastLine && directive.Silences(finding.Descriptor);
            }
        }

        return silences;
    }

    public ImmutableArray<Suppression> ToSuppressions()
    {
        var list = ImmutableArray.CreateBuilder<Suppression>(entries.Count);
        foreach (var (directive, firstLine, lastLine) in entries)
        {
            list.Add(directive.ToSuppression(firstLine, lastLine));
        }

        return list.MoveToImmutable();
    }
}
