using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>
/// Which physical lines belong together: the lines of a simple statement, of the head of a compound one, of a decorator. Read
/// off the tree, which knows where statements start and end.
/// </summary>
internal sealed class LogicalLines
{
    private readonly SyntaxTree tree;
    private readonly StringLines strings;
    private readonly LineCursor cursor;

    /// <summary>By physical line; 0 for a line on its own.</summary>
    private readonly int[] first;
    private readonly int[] last;

    /// <summary>By the first line of the head of a function or class, the last line of its body.</summary>
    private readonly Dictionary<int, int> definitionLast = [];

    public LogicalLines(SyntaxTree tree, StringLines strings)
    {
        (this.tree, this.strings, cursor) = (tree, strings, new LineCursor(tree.Text));
        (first, last) = (new int[tree.Text.LineCount + 1], new int[tree.Text.LineCount + 1]);
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            AddNode(tree.Nodes[i], tree.Kinds[i]);
        }
    }

    public int FirstOf(int line) => first[line] == 0 ? line : first[line];

    public int LastOf(int line) => last[line] == 0 ? line : last[line];

    /// <summary>The first line that a comment at the end of a line speaks for.</summary>
    public int FirstCoveredFrom(int line)
    {
        if (LastOf(line) == line)
        {
            return FirstOf(line);
        }

        return strings.FirstOfEndingAt(line) is > 0 and var from ? from : line;
    }

    /// <summary>The last line of the function or class whose head ends on a line, and that line itself where none does.</summary>
    public int EndOfDefinitionAt(int line) =>
        LastOf(line) == line && definitionLast.TryGetValue(FirstOf(line), out var end) ? end : line;

    /// <summary>The next line with more than white space and a comment; 0 when there is none.</summary>
    public int NextCodeLine(int line)
    {
        for (line++; line <= tree.Text.LineCount; line++)
        {
            if (HasCode(line))
            {
                return line;
            }
        }

        return 0;
    }

    /// <summary>False for a line of white space and comments. Lines inside strings have no answer of their own.</summary>
    public bool HasCode(int line) => TextOf(line) is [not '#', ..];

    public bool StartsWith(int line, char character) => TextOf(line) is [var first, ..] && first == character;

    /// <summary>The width of the white space that a line starts with, with tab stops at each eighth column as Python counts.</summary>
    public int IndentationOf(int line)
    {
        var column = 0;
        foreach (var character in tree.Text.Slice(tree.Text.LineSpan(line)))
        {
            switch (character)
            {
                case ' ':
                    column++;
                    break;
                case '\t':
                    column = (column / 8 * 8) + 8;
                    break;
                case '\f':
                    column = 0;
                    break;
                default:
                    return column;
            }
        }

        return column;
    }

    public bool IsBlankBefore(int offset)
    {
        var start = tree.Text.LineSpan(tree.Text.LineOf(offset)).Start;
        return tree.Text.Slice(new TextSpan(start, offset)).IndexOfAnyExcept(" \t\f") < 0;
    }

    private ReadOnlySpan<char> TextOf(int line) => tree.Text.Slice(tree.Text.LineSpan(line)).Trim(" \t\f\r\n");

    private void AddNode(Node node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.FunctionDef or NodeKind.AsyncFunctionDef:
                var function = (FunctionDefinition)node;
                AddDecorators(function.DecoratorList);
                AddHead(function.HeaderStart, function.Body);
                AddDefinition(function.HeaderStart, function.Span.End);
                break;
            case NodeKind.ClassDef:
                var type = (ClassDef)node;
                AddDecorators(type.DecoratorList);
                AddHead(type.HeaderStart, type.Body);
                AddDefinition(type.HeaderStart, type.Span.End);
                break;
            case NodeKind.Match:
                AddHead(node.Span.Start, ((Match)node).Cases);
                break;
            case NodeKind.If or NodeKind.While or NodeKind.For or NodeKind.AsyncFor or NodeKind.With or NodeKind.AsyncWith
                or NodeKind.Try or NodeKind.TryStar or NodeKind.ExceptHandler or NodeKind.MatchCase:
                AddHead(node.Span.Start, BodyOf(node));
                break;
            case var simple when simple.IsStatement():
                AddLogicalLine(node.Span);
                break;
        }
    }

    private void AddDefinition(int start, int end) => definitionLast[FirstOf(cursor.LineAt(start))] = tree.Text.LineOf(end);

    private static ImmutableArray<Stmt> BodyOf(Node node) => node switch
    {
        If branch => branch.Body,
        While loop => loop.Body,
        ForStatement loop => loop.Body,
        WithStatement block => block.Body,
        TryStatement block => block.Body,
        ExceptHandler handler => handler.Body,
        _ => ((MatchCase)node).Body,
    };

    private void AddDecorators(ImmutableArray<Expr> decorators)
    {
        foreach (var decorator in decorators)
        {
            AddLogicalLine(decorator.Span);
        }
    }

    /// <summary>A head reaches to its colon, behind which only white space and comments come before the first node of the body.</summary>
    private void AddHead<T>(int start, ImmutableArray<T> body)
        where T : Node
    {
        if (!body.IsEmpty)
        {
            AddLogicalLine(new TextSpan(start, Math.Max(start, EndOfCodeBefore(body[0].Span.Start))));
        }
    }

    private int EndOfCodeBefore(int offset)
    {
        while (true)
        {
            offset = tree.Text.Content.AsSpan(0, offset).TrimEnd(" \t\f\r\n\\").Length;
            var comment = CommentEndingAt(offset);
            if (comment < 0)
            {
                return offset;
            }

            offset = tree.Comments[comment].Start;
        }
    }

    private int CommentEndingAt(int offset)
    {
        var (low, high) = (0, tree.Comments.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = tree.Comments[middle].End.CompareTo(offset);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Statements that share a physical line, as in <c>if x: f(</c> or around a <c>;</c>, are one logical line here.</summary>
    private void AddLogicalLine(TextSpan span)
    {
        var start = cursor.LineAt(span.Start);
        var (from, to) = (FirstOf(start), cursor.LastLineOf(span, start));
        for (var line = from; line <= to && from < to; line++)
        {
            first[line] = from;
            last[line] = to;
        }
    }
}
