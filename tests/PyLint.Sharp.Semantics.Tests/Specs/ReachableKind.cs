using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># reachable: no</c>: whether control comes to the first statement of the line.</summary>
internal sealed class ReachableKind : ISpecKind
{
    public string Word => "reachable";

    public string Ask(SpecLine line, string expected) => line.Nodes.OfType<Stmt>().FirstOrDefault() is { } statement
        ? line.Model.IsReachable(statement).ToString().ToLowerInvariant()
        : throw new SpecException("no statement starts on this line");
}
