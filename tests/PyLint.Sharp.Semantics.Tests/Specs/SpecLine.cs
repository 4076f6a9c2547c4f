using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>A line of a program with an expectation behind it.</summary>
/// <param name="Model">The program.</param>
/// <param name="Number">The line, counted from 1 in the program.</param>
internal sealed record SpecLine(SemanticModel Model, int Number)
{
    /// <summary>The nodes that start on the line, in preorder.</summary>
    public IEnumerable<Node> Nodes => Model.Tree.Nodes.Where(node => node is not Module && Model.Tree.Text.LineOf(node.Span.Start) == Number);

    /// <summary>
    /// The names that an expectation speaks of and the rest of it: of <c>x=text</c> the places where <c>x</c> stands, else the one name
    /// that the line reads or, when it reads none, the one that it binds or deletes.
    /// </summary>
    public (IReadOnlyList<Name> Names, string Text) NamesOf(string expected)
    {
        var all = Nodes.OfType<Name>().ToList();
        var equals = expected.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && all.FindAll(name => name.Id == expected[..equals].Trim()) is { Count: > 0 } named)
        {
            return (named, expected[(equals + 1)..].Trim());
        }

        var read = all.FindAll(name => name.Ctx == ExprContext.Load);
        var chosen = read.Count > 0 ? read : all;
        return chosen.Select(name => name.Id).Distinct().Count() == 1
            ? (chosen, expected)
            : throw new SpecException($"which of the names {string.Join(", ", chosen.Select(name => name.Id).Distinct())}? Write `name=…`");
    }
}
