using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># before: int</c>: the type of the target of an augmented assignment before it is changed.</summary>
internal sealed class BeforeKind : ISpecKind
{
    public string Word => "before";

    public string Ask(SpecLine line, string expected) => line.Nodes.OfType<AugAssign>().FirstOrDefault() is { } assign
        ? line.Model.TypeBefore(assign).ToString()
        : throw new SpecException("no augmented assignment stands on this line");
}
