using System.Text.Json;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>What a verb writes of each file that is Python.</summary>
/// <param name="Property">Under which name.</param>
/// <param name="Write">Writes one JSON value; may run on several threads at once.</param>
internal sealed record TreeContent(string Property, Action<Utf8JsonWriter, SyntaxTree> Write)
{
    /// <summary>The tree in the shape of Python's <c>ast</c> module.</summary>
    public static TreeContent Tree { get; } = new("tree", AstJsonWriter.Write);

    /// <summary>The scopes in the shape of Python's <c>symtable</c> module.</summary>
    public static TreeContent Scope { get; } = new("scope", (writer, tree) => SymbolTableJsonWriter.Write(writer, SemanticModel.Create(tree)));
}
