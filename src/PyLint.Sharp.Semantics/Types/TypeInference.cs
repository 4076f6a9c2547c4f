using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Finds the types of expressions from what stands in the file. The module, a class, a function and a lambda are analyzed one by one when
/// something of theirs is first asked; what one reads of another's variables holds for all times.
/// </summary>
internal sealed class TypeInference
{
    /// <summary>How far a chain of functions that return each other's results, or of variables, is followed.</summary>
    private const int DeepestChain = 24;

    private readonly NodeTypes types;
    private readonly BodyTypes?[] bodies;
    private readonly BodyTypes outside;
    private readonly bool changesNamespaces;
    private Scope? lastScope;
    private BodyTypes? lastBody;
    private PyType[] passed = new PyType[16];
    private int depth;

    public TypeInference(SemanticModel model)
    {
        Model = model;
        Uses = new ContainerUses(model);
        types = new NodeTypes(model.Tree.Nodes.Length);
        bodies = new BodyTypes?[model.Scopes.Length];
        outside = new BodyTypes(this, null);
        Instances = new InstanceTypes(this);
        changesNamespaces = ChangesNamespaces();
    }

    public SemanticModel Model { get; }

    /// <summary>True when the file has a <c>:=</c>.</summary>
    public bool HasWalrus => Model.HasWalrus;

    /// <summary>How many arguments have been passed to the calls that are just looked at, those inside behind those around.</summary>
    public int PassedCount { get; private set; }

    public ContainerUses Uses { get; }

    public InstanceTypes Instances { get; }

    public PyType TypeOf(Expr expression)
    {
        if (depth == 0 && types[expression] is { } known)
        {
            return ElementTypes.Present(known);
        }

        var scope = ContainerUses.BodyOf(Model.ScopeOf(expression));
        return scope.Kind <= ScopeKind.Lambda ? BodyOf(scope) is { IsFinished: true } ? ElementTypes.Present(types[expression] ?? PyType.Unknown) : PyType.Unknown
            : outside.TypeOf(expression);
    }

    /// <summary>The type of the target of an augmented assignment before it is changed.</summary>
    public PyType TypeBefore(AugAssign assign)
    {
        // Whoever asks for the value has the body looked at.
        TypeOf(assign.Value);
        return types[assign] is { } known ? ElementTypes.Present(known) : PyType.Unknown;
    }

    /// <summary>The type of an expression whenever it is evaluated.</summary>
    public PyType OfAnywhere(Expr expression) => ElementTypes.Present(outside.TypeOf(expression));

    /// <summary>What one binding gives to a variable, whenever that may be.</summary>
    public PyType OfBinding(in NameBinding binding) => outside.OfBinding(binding);

    /// <summary>What a call of a function of the file gives when it returns.</summary>
    /// <param name="function">The function.</param>
    /// <param name="caller">The body that calls; one that calls itself gets what it is known to return so far.</param>
    /// <param name="arguments">The types of the positional arguments, for a function that gives back one of them.</param>
    public PyType ReturnOf(Node function, BodyTypes? caller = null, ReadOnlySpan<PyType> arguments = default)
    {
        if (function is FunctionDefinition { Body.IsEmpty: true })
        {
            return PyType.Unknown;
        }

        var first = function switch
        {
            FunctionDefinition definition => (Node)definition.Body[0],
            Lambda lambda => lambda.Body,
            _ => null,
        };
        var isGenerator = function is FunctionDefinition made && Model.IsGenerator(made);
        if (first is null || (isGenerator && function is AsyncFunctionDef))
        {
            return PyType.Unknown;
        }

        var body = BodyOf(ContainerUses.BodyOf(Model.ScopeOf(first)));
        var returned = body is null ? PyType.Unknown
            : isGenerator ? body.IsFinished ? PyType.Iterator(TypeJoin.WithoutElements(body.Yielded)) : PyType.Of(PyTypeKind.Iterator)
            : body.IsFinished ? body.ReturnedFor(arguments)
            : body == caller && function is not AsyncFunctionDef ? body.ReturnedSoFar() : PyType.Unknown;
        return function is AsyncFunctionDef ? PyType.Container(PyTypeKind.Coroutine, returned) : returned;
    }

    /// <summary>A variable as another body sees it: whatever is ever bound to it. What its containers hold may change in between.</summary>
    public PyType OfVariable(Symbol symbol)
    {
        if (symbol.TypeAnywhere is { } known)
        {
            return known;
        }

        if (depth == DeepestChain || !CanBeFollowed(symbol))
        {
            return PyType.Unknown;
        }

        // x = x: whoever asks while it is being found gets no answer.
        symbol.TypeAnywhere = PyType.Unknown;
        depth++;
        var type = PyType.Never;
        foreach (var binding in symbol.Bindings)
        {
            type = TypeJoin.Of(type, binding.BindsValue ? outside.OfBinding(binding) : PyType.Never);
        }

        depth--;
        type = TypeJoin.WithoutElements(ElementTypes.Present(type));
        symbol.TypeAnywhere = type;
        return type;
    }

    /// <summary>False for variables that may get values which the file doesn't show.</summary>
    public bool CanBeFollowed(Symbol symbol) =>
        symbol.Scope.Kind is not (ScopeKind.Module or ScopeKind.Class) || !(changesNamespaces || symbol.Scope.Kind == ScopeKind.Class && Model.MayMeanAnother(symbol));

    /// <summary>Keeps the type of an expression, or of the target of an augmented assignment as it is before.</summary>
    public void Record(Node node, PyType type) => types.Add(node, type);

    /// <summary>Notes the type of an argument.</summary>
    public void Pass(PyType type)
    {
        if (PassedCount == passed.Length)
        {
            Array.Resize(ref passed, PassedCount * 2);
        }

        passed[PassedCount++] = type;
    }

    /// <summary>The arguments from a number on. They stay where they are, even when calls further down pass more.</summary>
    public ReadOnlySpan<PyType> PassedFrom(int start) => passed.AsSpan(start, PassedCount - start);

    /// <summary>Forgets the arguments from a number on.</summary>
    public void Unpass(int start) => PassedCount = start;

    private BodyTypes? BodyOf(Scope scope)
    {
        if (scope == lastScope)
        {
            return lastBody;
        }

        var body = bodies[scope.Number];
        if (body is null)
        {
            if (depth == DeepestChain)
            {
                return null;
            }

            bodies[scope.Number] = body = new BodyTypes(this, scope);
            depth++;
            body.Analyze();
            depth--;
            if (!body.IsFinished)
            {
                types.Forget(scope.Node);
            }
        }

        (lastScope, lastBody) = (scope, body);
        return body;
    }

    /// <summary>Whether the file gets at its variables as the entries of a dict.</summary>
    private bool ChangesNamespaces()
    {
        foreach (var name in Model.NamespaceNames ?? [])
        {
            if (name.Id is "globals" or "exec" or "vars" or "locals" && Model.IsBuiltin(name))
            {
                return true;
            }
        }

        return false;
    }
}
