using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>The lines for which one code of a directive speaks, or all of them.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Code">The number of the code; -1 for all, and for a blanket.</param>
/// <param name="FirstLine">The first line, counted from 1.</param>
/// <param name="LastLine">The last line.</param>
internal readonly record struct SuppressedLines(Directive Directive, int Code, int FirstLine, int LastLine);

/// <summary>Finds out for which lines the directives of a file speak.</summary>
internal sealed class SuppressionScopes(SyntaxTree tree, LogicalLines lines, List<Directive> directives)
{
    /// <summary>A code that is disabled at this line and not enabled yet. From outer to inner blocks.</summary>
    private readonly List<(Directive Directive, int Code, int FirstLine, int Indentation)> open = [];

    private readonly List<SuppressedLines> found = [];

    /// <summary>In the order of their first lines.</summary>
    public List<SuppressedLines> Find()
    {
        var hasRanges = false;
        foreach (var directive in directives)
        {
            directive.IsCommentedOut = lines.IsBlankBefore(directive.Comment.Start) && directive.Span.Start != directive.Comment.Start;
            if (directive.ForeignList is null)
            {
                AddLines(directive);
                hasRanges |= IsRange(directive);
            }
        }

        if (hasRanges)
        {
            AddRanges();
        }

        found.Sort(static (left, right) => left.FirstLine.CompareTo(right.FirstLine));
        return found;
    }

    private int LineOf(Directive directive) => tree.Text.LineOf(directive.Comment.Start);

    private bool IsOnLineOfItsOwn(Directive directive) => !directive.IsCommentedOut && lines.IsBlankBefore(directive.Comment.Start);

    private bool IsRange(Directive directive) =>
        directive.Form is SuppressionForm.Disable or SuppressionForm.Enable or SuppressionForm.PylintDisable or SuppressionForm.PylintEnable
        && directive.ForeignList is null
        && IsOnLineOfItsOwn(directive);

    private void AddLines(Directive directive)
    {
        var line = LineOf(directive);
        var ownLine = IsOnLineOfItsOwn(directive);
        switch (directive.Form)
        {
            case SuppressionForm.Noqa:
                Add(directive, lines.FirstCoveredFrom(line), line);
                break;
            case SuppressionForm.Ignore when ownLine:
            case SuppressionForm.PylintDisableNext when ownLine:
                AddNext(directive, line);
                break;
            case SuppressionForm.Ignore when !directive.IsCommentedOut:
            case SuppressionForm.Disable when !directive.IsCommentedOut && !ownLine:
                Add(directive, lines.FirstCoveredFrom(line), line);
                break;
            case SuppressionForm.PylintDisable when !directive.IsCommentedOut && !ownLine:
                Add(directive, lines.FirstCoveredFrom(line), lines.EndOfDefinitionAt(line));
                break;
            case SuppressionForm.PylintDisableNext when !directive.IsCommentedOut:
                Add(directive, line + 1, line + 1);
                break;
            case SuppressionForm.FileNoqa:
                AddFile(directive, ownLine);
                break;
            case SuppressionForm.FileIgnore or SuppressionForm.SkipFile:
                AddFile(directive, ownLine && IsBeforeFirstStatement(directive));
                break;
        }
    }

    private void Add(Directive directive, int first, int last, int code = -1)
    {
        directive.Cover(first, last);
        found.Add(new SuppressedLines(directive, code, first, last));
    }

    private void AddFile(Directive directive, bool isInPlace)
    {
        directive.IsMisplaced = !isInPlace;
        if (isInPlace)
        {
            Add(directive, 1, tree.Text.LineCount);
        }
    }

    private bool IsBeforeFirstStatement(Directive directive)
    {
        if (tree.Root.Body.IsEmpty)
        {
            return true;
        }

        var first = tree.Root.Body[0];
        var decorators = first switch
        {
            FunctionDefinition function => function.DecoratorList,
            ClassDef type => type.DecoratorList,
            _ => [],
        };
        return directive.Span.End <= (decorators.IsEmpty ? first.Span : decorators[0].Span).Start;
    }

    /// <summary>From a line of its own: the next line where it stands inside a statement, else the next logical line.</summary>
    private void AddNext(Directive directive, int line)
    {
        if (lines.NextCodeLine(line) is > 0 and var first)
        {
            Add(directive, first, lines.FirstOf(first) == first ? EndOfHeadFrom(first) : first);
        }
    }

    /// <summary>Decorators belong to the head of what they decorate.</summary>
    private int EndOfHeadFrom(int line)
    {
        var last = lines.LastOf(line);
        while (lines.StartsWith(line, '@') && lines.NextCodeLine(last) is > 0 and var next)
        {
            (line, last) = (next, lines.LastOf(next));
        }

        return last;
    }

    /// <summary>One pass over the lines: code of a smaller indentation ends a block and the ranges in it.</summary>
    private void AddRanges()
    {
        var next = 0;
        for (var line = 1; line <= tree.Text.LineCount; line++)
        {
            if (lines.FirstOf(line) == line && lines.HasCode(line))
            {
                CloseDeeperThan(lines.IndentationOf(line), line - 1);
            }

            for (; next < directives.Count && LineOf(directives[next]) <= line; next++)
            {
                if (IsRange(directives[next]))
                {
                    OpenOrClose(directives[next], line);
                }
            }
        }

        CloseDeeperThan(-1, tree.Text.LineCount);
    }

    private void OpenOrClose(Directive directive, int line)
    {
        var indentation = lines.IndentationOf(lines.FirstOf(line));
        CloseDeeperThan(indentation, line - 1);
        var count = directive.IsBlanket ? 0 : directive.Count;
        for (var code = directive.IsBlanket ? -1 : 0; code < count; code++)
        {
            if (directive.Form is SuppressionForm.Disable or SuppressionForm.PylintDisable)
            {
                Open(directive, code, line, indentation);
            }
            else
            {
                Enable(directive, code, line, indentation);
            }
        }
    }

    /// <summary>What is disabled already isn't disabled again: the second comment changes nothing, and is found to be unused.</summary>
    private void Open(Directive directive, int code, int line, int indentation)
    {
        foreach (var (opened, openedCode, _, _) in open)
        {
            if (IsSame(opened, openedCode, directive, code))
            {
                return;
            }
        }

        open.Add((directive, code, line, indentation));
    }

    private static bool IsSame(Directive left, int leftCode, Directive right, int rightCode) =>
        left.Form == right.Form
        && (leftCode < 0 || rightCode < 0
            ? leftCode < 0 && rightCode < 0
            : string.Equals(left[leftCode], right[rightCode], StringComparison.OrdinalIgnoreCase));

    private void CloseDeeperThan(int indentation, int lastLine)
    {
        while (open.Count > 0 && open[^1].Indentation > indentation)
        {
            var (directive, code, firstLine, _) = open[^1];
            open.RemoveAt(open.Count - 1);
            directive.EndsWithBlock = true;
            Add(directive, firstLine, lastLine, code);
        }
    }

    /// <summary>Ends what the same tool disabled under the same name in the same block; without a name, all of it.</summary>
    private void Enable(Directive directive, int code, int line, int indentation)
    {
        var disabling = directive.Form == SuppressionForm.Enable ? SuppressionForm.Disable : SuppressionForm.PylintDisable;
        for (var i = open.Count - 1; i >= 0 && open[i].Indentation == indentation; i--)
        {
            var (opened, openedCode, firstLine, _) = open[i];
            var isSame = code < 0
                || (openedCode >= 0 && string.Equals(opened[openedCode], directive[code], StringComparison.OrdinalIgnoreCase));
            if (opened.Form == disabling && isSame)
            {
                open.RemoveAt(i);
                Add(opened, firstLine, line, openedCode);
                directive.Cover(line, line);
            }
        }
    }
}
