using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># read: no</c>: whether the value that the line gives to its one name is ever read.</summary>
internal sealed class ReadKind : ISpecKind
{
    public string Word => "read";

    public string Ask(SpecLine line, string expected) => line.Nodes.OfType<Name>().FirstOrDefault(name => name.Ctx == ExprContext.Store) is { } target
        ? line.Model.IsEverRead(target).ToString().ToLowerInvariant()
        : throw new SpecException("the line gives no name a value");
}
