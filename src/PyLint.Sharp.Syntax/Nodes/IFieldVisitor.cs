using System.Collections.Immutable;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>Receives the fields of a node under Python's names; see <see cref="Node.VisitFields"/>.</summary>
public interface IFieldVisitor
{
    /// <summary>A child, or null where it is missing.</summary>
    void Field(string name, Node? value);

    /// <summary>A list of children.</summary>
    void Field<T>(string name, ImmutableArray<T> values)
        where T : Node?;

    /// <summary>A name, or null where it is missing.</summary>
    void Field(string name, Identifier? value);

    /// <summary>A list of names.</summary>
    void Field(string name, ImmutableArray<Identifier> values);

    /// <summary>A piece of text, or null where it is missing.</summary>
    void Field(string name, string? value);

    /// <summary>A number.</summary>
    void Field(string name, int value);

    /// <summary>A flag.</summary>
    void Field(string name, bool value);

    /// <summary>A literal value; see <see cref="Constant.Value"/>.</summary>
    void Constant(string name, object? value);

    /// <summary>An enumeration of <c>Operators.cs</c>: the member's name is Python's class name.</summary>
    void Operator(string name, Enum value);

    /// <summary>The operators of a comparison chain.</summary>
    void Operators(string name, ImmutableArray<CompareOperator> values);
}
