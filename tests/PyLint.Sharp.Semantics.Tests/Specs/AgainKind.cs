using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># again: no</c>: whether the innermost <c>for</c> around may take its next element behind the statement of the line.</summary>
internal sealed class AgainKind : ISpecKind
{
    public string Word => "again";

    public string Ask(SpecLine line, string expected) => line.Nodes.OfType<Stmt>().FirstOrDefault() is { } statement && statement.Ancestor<For>() is { } loop
        ? line.Model.MayIterateAgain(statement, loop).ToString().ToLowerInvariant()
        : throw new SpecException("no statement inside of a loop starts on this line");
}
