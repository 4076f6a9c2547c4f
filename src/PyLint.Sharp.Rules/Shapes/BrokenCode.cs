using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// Code of which a statement could not be read. What is missing there may be the very <c>return</c> or parameter that a rule would
/// miss.
/// </summary>
internal static class BrokenCode
{
    /// <summary>Without one of these the lines below belong to another path, or to another function, than they seem to.</summary>
    private static readonly string[] Headers = ["while", "match", "try", "def"];

    /// <summary>Without one of these a path goes on.</summary>
    private static readonly string[] Leavers = ["return", "raise", "yield", "exit"];

    /// <summary>
    /// True when a path that runs off the end of a function may have left in a line that could not be read: behind its last statement,
    /// or inside, where that isn't a loop or <c>if</c> that control simply passes by.
    /// </summary>
    public static bool MayLeave(FunctionDefinition function, Stmt last, SyntaxTree tree)
    {
        var isPassedBy = last is ForStatement or While or If { OrElse.IsEmpty: true };
        foreach (var error in tree.Errors)
        {
            var isBehind = error.Span.End >= (isPassedBy ? last.Span.End : last.Span.Start);
            if (IsIn(error, function, tree)
                && (HasAny(LinesOf(error, tree), Headers) || (isBehind && (HasAny(LinesOf(error, tree), Leavers) || HasAny(LineBefore(error, tree), Leavers)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a syntax error lies in a statement, or behind it and indented into it: its own last line may be the one that is lost.</summary>
    public static bool Is(Stmt statement, SyntaxTree tree)
    {
        foreach (var error in tree.Errors)
        {
            if (IsIn(error, statement, tree))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a decorator of a function, or a method or field of a class, may be what could not be read.</summary>
    public static bool IsSignature(Stmt definition, SyntaxTree tree)
    {
        if (definition is not FunctionDefinition function)
        {
            return Is(definition, tree);
        }

        // A header with an error makes no function at all, so only the lines above count.
        var start = tree.Text.LineStart(Math.Max(tree.Text.LineOf(function.HeaderStart) - 1, 1));
        foreach (var error in tree.Errors)
        {
            if (error.Span.End >= start && error.Span.Start <= function.Name.Span.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LinesOf(SyntaxError error, SyntaxTree tree) => tree.Text.Slice(
        new TextSpan(tree.Text.LineStart(tree.Text.LineOf(error.Span.Start)), tree.Text.LineSpan(tree.Text.LineOf(error.Span.End)).End));

    /// <summary>The line before, where an error is noticed at the start of a line and may be that of a bracket; else nothing.</summary>
    private static ReadOnlySpan<char> LineBefore(SyntaxError error, SyntaxTree tree)
    {
        var line = tree.Text.LineOf(error.Span.Start);
        var isAtStart = tree.Text.Slice(new TextSpan(tree.Text.LineStart(line), error.Span.Start)).IsWhiteSpace();
        return isAtStart && line > 1 ? tree.Text.Slice(tree.Text.LineSpan(line - 1)) : [];
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (HasWord(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        while (text.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }

    private static bool IsIn(SyntaxError error, Stmt statement, SyntaxTree tree)
    {
        var start = statement switch
        {
            FunctionDefinition function => function.HeaderStart,
            ClassDef definition => definition.HeaderStart,
            _ => statement.Span.Start,
        };
        var end = statement.SubtreeEnd < tree.Nodes.Length ? tree.Nodes[statement.SubtreeEnd].Span.Start : tree.Text.Length;
        return error.Span.End >= start && error.Span.Start <= end
            && (error.Span.Start <= statement.Span.End || IndentOf(error.Span.Start, tree.Text) > IndentOf(statement.Span.Start, tree.Text));
    }

    private static int IndentOf(int offset, SourceText text)
    {
        var line = text.Slice(text.LineSpan(text.LineOf(offset)));
        return line.Length - line.TrimStart().Length;
    }
}
