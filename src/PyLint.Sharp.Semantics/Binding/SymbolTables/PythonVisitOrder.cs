using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding.SymbolTables;

/// <summary>
/// The order in which CPython's symbol table pass reaches the nodes. It is that of <c>_fields</c>, not of the source, but for headers
/// (defaults before decorators) and comprehensions (what is collected comes last). The order decides how scopes are listed.
/// </summary>
internal sealed class PythonVisitOrder : IFieldVisitor
{
    private readonly int[] ranks;
    private readonly Stack<Node> pending = new();
    private readonly List<Node> children = [];

    public PythonVisitOrder(SyntaxTree tree)
    {
        ranks = new int[tree.Nodes.Length];
        pending.Push(tree.Root);
        for (var rank = 0; pending.TryPop(out var node); rank++)
        {
            ranks[node.Index] = rank;
            PushChildren(node);
        }
    }

    public int RankOf(Node node) => ranks[node.Index];

    void IFieldVisitor.Field(string name, Node? value)
    {
        if (value is not null)
        {
            children.Add(value);
        }
    }

    void IFieldVisitor.Field<T>(string name, ImmutableArray<T> values) => Add(values);

    void IFieldVisitor.Field(string name, Identifier? value)
    {
    }

    void IFieldVisitor.Field(string name, ImmutableArray<Identifier> values)
    {
    }

    void IFieldVisitor.Field(string name, string? value)
    {
    }

    void IFieldVisitor.Field(string name, int value)
    {
    }

    void IFieldVisitor.Field(string name, bool value)
    {
    }

    void IFieldVisitor.Constant(string name, object? value)
    {
    }

    void IFieldVisitor.Operator(string name, Enum value)
    {
    }

    void IFieldVisitor.Operators(string name, ImmutableArray<CompareOperator> values)
    {
    }

    private void PushChildren(Node node)
    {
        children.Clear();
        switch (node)
        {
            case FunctionDefinition function:
                AddFunction(function);
                break;
            case ClassDef definition:
                Add(definition.DecoratorList);
                Add(definition.TypeParams);
                Add(definition.Bases);
                Add(definition.Keywords);
                Add(definition.Body);
                break;
            case Lambda lambda:
                AddDefaults(lambda.Args);
                children.Add(lambda.Body);
                break;
            case ListComp comp:
                AddComprehension(comp.Generators, comp.Elt);
                break;
            case SetComp comp:
                AddComprehension(comp.Generators, comp.Elt);
                break;
            case GeneratorExp comp:
                AddComprehension(comp.Generators, comp.Elt);
                break;
            case DictComp { Value: { } value } comp:
                AddComprehension(comp.Generators, value, comp.Key);
                break;
            case DictComp comp:
                AddComprehension(comp.Generators, comp.Key);
                break;
            default:
                node.VisitFields(this);
                break;
        }

        for (var i = children.Count - 1; i >= 0; i--)
        {
            pending.Push(children[i]);
        }
    }

    private void AddFunction(FunctionDefinition function)
    {
        AddDefaults(function.Args);
        Add(function.DecoratorList);
        Add(function.TypeParams);
        AddAnnotations([.. function.Args.PosOnlyArgs, .. function.Args.Args]);
        AddAnnotations([function.Args.VarArg, function.Args.KwArg, .. function.Args.KwOnlyArgs]);
        Add([function.Returns]);
        Add(function.Body);
    }

    private void AddDefaults(Arguments arguments)
    {
        Add(arguments.Defaults);
        Add(arguments.KwDefaults);
    }

    private void AddAnnotations(ImmutableArray<Arg?> args)
    {
        foreach (var arg in args)
        {
            Add([arg?.Annotation]);
        }
    }

    private void AddComprehension(ImmutableArray<Comprehension> generators, params ReadOnlySpan<Expr> collected)
    {
        children.Add(generators[0].Iter);
        children.Add(generators[0].Target);
        Add(generators[0].Ifs);
        Add(generators[1..]);
        children.AddRange(collected);
    }

    private void Add<T>(ImmutableArray<T> nodes)
        where T : Node?
    {
        foreach (var node in nodes)
        {
            if (node is not null)
            {
                children.Add(node);
            }
        }
    }
}
