using System.Collections.Immutable;
using System.Text.Json;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>What a verb writes of each file that is Python.</summary>
/// <param name="Property">Under which name.</param>
/// <param name="Errors">What is wrong with a file that is not written; empty for the others.</param>
/// <param name="Write">Writes one JSON value; may run on several threads at once.</param>
internal sealed record TreeContent(string Property, Func<SyntaxTree, ImmutableArray<SyntaxError>> Errors, Action<Utf8JsonWriter, SyntaxTree> Write)
{
    /// <summary>
    /// The tree in the shape of Python's <c>ast</c> module, also of a program that only CPython's compiler refuses; but not where the target lacks its syntax.
    /// </summary>
    public static TreeContent Tree { get; } = new("tree", tree => tree.HasParseErrors || tree.HasNewerSyntax ? tree.Errors : [], AstJsonWriter.Write);

    /// <summary>The scopes in the shape of Python's <c>symtable</c> module.</summary>
    public static TreeContent Scope { get; } = new("scope", tree => tree.Errors, (writer, tree) => SymbolTableJsonWriter.Write(writer, SemanticModel.Create(tree)));
}
