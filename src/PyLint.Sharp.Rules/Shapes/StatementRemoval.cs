using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Takes a simple statement out of its block.</summary>
internal static class StatementRemoval
{
    /// <summary>Deletes its line; where it shares the line, has a comment or is all that the block holds, <c>pass</c> takes its place.</summary>
    public static TextEdit EditFor(Stmt statement, SourceText text) =>
        OwnLine.Of(statement, text) is { } lines && StatementLists.Of(statement).Length > 1
            ? new TextEdit(lines, "")
            : new TextEdit(statement.Span, "pass");
}
