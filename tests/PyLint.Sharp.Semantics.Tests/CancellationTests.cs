using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Tests;

/// <summary>Whatever a model is busy with, it stops soon after it is told to.</summary>
public class CancellationTests
{
    private const string LongFunction = "def f(c):\n    for i in c:\n";

    private static readonly SyntaxTree Tree = SyntaxTree.Parse(SourceText.From(LongFunction + string.Concat(Enumerable.Repeat("        x = [i]\n        print(x)\n", 2000))));

    [Test]
    public void Binding_ends()
    {
        using var source = new CancellationTokenSource();
        SemanticModel.Create(Tree, source.Token).Scopes.Should().HaveCount(2);
        source.Cancel();
        FluentActions.Invoking(() => SemanticModel.Create(Tree, source.Token)).Should().Throw<OperationCanceledException>();
        SemanticModel.Create(Tree).Scopes.Should().HaveCount(2);
    }

    [TestCase(nameof(SemanticModel.FlowOf))]
    [TestCase(nameof(FlowGraph.BoundAt))]
    [TestCase(nameof(FlowGraph.IsEverRead))]
    [TestCase(nameof(SemanticModel.TypeOf))]
    public void Answers_end(string question)
    {
        using var source = new CancellationTokenSource();
        var model = SemanticModel.Create(Tree, source.Token);
        var function = (FunctionDef)Tree.Root.Body[0];
        var body = ((For)function.Body[0]).Body;
        var name = (Name)((Call)((ExprStmt)body[1]).Value).Args[0];
        var graph = question == nameof(SemanticModel.FlowOf) ? null : model.FlowOf(function);
        source.Cancel();
        FluentActions.Invoking(() => question switch
        {
            nameof(SemanticModel.FlowOf) => (object)model.FlowOf(function),
            nameof(FlowGraph.BoundAt) => graph!.BoundAt(name),
            nameof(FlowGraph.IsEverRead) => graph!.IsEverRead(((Assign)body[0]).Targets[0]),
            _ => model.TypeOf(name),
        }).Should().Throw<OperationCanceledException>();
    }
}
