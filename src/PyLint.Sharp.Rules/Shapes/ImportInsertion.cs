using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Makes a name of another module available to a fix, by an import where a person would put it.</summary>
internal static class ImportInsertion
{
    /// <summary>
    /// Adds the edit for <c>from module import name</c> to those of a fix, unless the name is imported already. False where the
    /// name means something else at <paramref name="user"/>, or where no import fits in: then there is no fix.
    /// </summary>
    /// <param name="user">The node that will use the name.</param>
    /// <param name="module">The module that has it.</param>
    /// <param name="name">The name.</param>
    /// <param name="neighbour">An import statement in whose block the new one belongs; null for the top of the module.</param>
    /// <param name="context">The file.</param>
    /// <param name="edits">The edits of the fix.</param>
    public static bool Add(Node user, string module, string name, Stmt? neighbour, RuleContext context, List<TextEdit> edits)
    {
        if (context.Model.ScopeOf(user).Lookup(name) is { } symbol)
        {
            return symbol.SoleBinding is { Node: Alias { AsName: null, Parent: ImportFrom { Level: 0 } source } alias }
                && alias.Name.Text == name
                && source.Module?.Text == module;
        }

        var text = context.Text;
        var statement = $"from {module} import {name}";
        if ((neighbour ?? FirstImport(context.Tree.Root)) is { } import)
        {
            return AddBehind(LastBefore(import, module), statement, text, edits);
        }

        var offset = TopOf(context.Tree.Root, text);
        edits.Add(new TextEdit(new TextSpan(offset, offset), $"{statement}{LineBreak(text)}"));
        return true;
    }

    private static Stmt? FirstImport(Module module)
    {
        foreach (var statement in module.Body)
        {
            if (statement is Import or ImportFrom)
            {
                return statement;
            }
        }

        return null;
    }

    private static bool AddBehind(Stmt import, string statement, SourceText text, List<TextEdit> edits)
    {
        var line = text.LineSpan(text.LineOf(import.Span.End));
        var rest = text.Slice(new TextSpan(import.Span.End, line.End)).TrimStart();
        if (IndentOf(import, text) is not { } indent || (!rest.IsEmpty && rest[0] != '#'))
        {
            return false;
        }

        edits.Add(new TextEdit(new TextSpan(line.End, line.End), $"{LineBreak(text)}{indent}{statement}"));
        return true;
    }

    /// <summary>
    /// The import behind which a new one stands in order: of the imports around a given one without an empty line between them,
    /// the last of those that come before it. <c>import x</c> comes before <c>from x import y</c>.
    /// </summary>
    private static Stmt LastBefore(Stmt import, string module)
    {
        var place = import;
        for (var next = NextInSection(import); next != null; next = NextInSection(next))
        {
            if (next is Import || (next is ImportFrom { Level: 0, Module.Text: { } other } && string.CompareOrdinal(other, module) < 0))
            {
                place = next;
            }
        }

        return place;
    }

    private static Stmt? NextInSection(Stmt import)
    {
        var nodes = import.Tree.Nodes;
        var text = import.Tree.Text;
        return import.SubtreeEnd < nodes.Length
            && nodes[import.SubtreeEnd] is Import or ImportFrom
            && nodes[import.SubtreeEnd] is Stmt next
            && next.Parent == import.Parent
            && text.LineOf(next.Span.Start) <= text.LineOf(import.Span.End) + 1
            ? next
            : null;
    }

    /// <summary>The indentation of a line that begins with an import; null behind anything else, such as <c>if x: import os</c>.</summary>
    private static string? IndentOf(Stmt statement, SourceText text)
    {
        var line = text.Slice(text.LineSpan(text.LineOf(statement.Span.Start)));
        var code = line.TrimStart();
        return code.StartsWith("import ") || code.StartsWith("from ") ? line[..^code.Length].ToString() : null;
    }

    /// <summary>Behind the docstring and the comments that the file starts with.</summary>
    private static int TopOf(Module module, SourceText text)
    {
        var line = 1;
        if (module.Body is [ExprStmt { Value: Constant { Value: string } } docstring, ..])
        {
            line = text.LineOf(docstring.Span.End) + 1;
        }

        while (line < text.LineCount && text.Slice(text.LineSpan(line)).TrimStart(" \t\f") is "" or ['#', ..])
        {
            line++;
        }

        return text.LineStart(Math.Min(line, text.LineCount));
    }

    /// <summary>The line break that the file uses.</summary>
    public static string LineBreak(SourceText text) => Indentation.NewLineAt(1, text);
}
