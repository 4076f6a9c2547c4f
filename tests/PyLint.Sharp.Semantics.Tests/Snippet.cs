using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Tests;

/// <summary>A piece of Python with its model, whose nodes are found by their text.</summary>
internal sealed class Snippet
{
    private Snippet(string code)
    {
        Model = SemanticModel.Create(SyntaxTree.Parse(SourceText.From(code)));
    }

    public SemanticModel Model { get; }

    public static Snippet Valid(string code)
    {
        var snippet = new Snippet(code);
        snippet.Model.Tree.HasParseErrors.Should().BeFalse();
        return snippet;
    }

    /// <summary>Code that Python refuses.</summary>
    public static Snippet Broken(string code) => new(code);

    /// <summary>The nth expression with this text, counted from 0; negative numbers count from the end.</summary>
    public Expr Expr(string text, int nth = 0) => Nth<Expr>(text, nth);

    public Name Name(string text, int nth = 0) => Nth<Name>(text, nth);

    public Symbol? Symbol(string name, int nth = 0) => Model.SymbolOf(Name(name, nth));

    public T Single<T>()
        where T : Node => Model.Tree.Nodes.OfType<T>().Single();

    public T First<T>()
        where T : Node => Model.Tree.Nodes.OfType<T>().First();

    public FunctionDefinition Function(string name) => Model.Tree.Nodes.OfType<FunctionDefinition>().Single(node => node.Name.Text == name);

    public ClassDef Class(string name) => Model.Tree.Nodes.OfType<ClassDef>().Single(node => node.Name.Text == name);

    public string TextOf(Node node) => Model.Tree.Text.ToString(node.Span);

    public string TextOf(NameBinding binding) => Model.Tree.Text.ToString(binding.Span);

    private T Nth<T>(string text, int nth)
        where T : Node
    {
        var found = Model.Tree.Nodes.OfType<T>().Where(node => TextOf(node) == text).ToList();
        return found[nth < 0 ? found.Count + nth : nth];
    }
}
