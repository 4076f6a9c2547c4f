using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Functions of the file that are decorators, and what they decorate.</summary>
internal static class Decoration
{
    /// <summary>The function whose body holds a definition directly, not in a class; null at the outer level.</summary>
    public static FunctionDefinition? FunctionAround(FunctionDefinition inner, SemanticModel model) =>
        model.ScopeOf(inner) is { Kind: ScopeKind.Function, Node: FunctionDefinition around } ? around : null;

    /// <summary>The variable that a definition binds, when nothing else binds it.</summary>
    public static Symbol? SymbolOf(FunctionDefinition function, SemanticModel model) =>
        model.ScopeOf(function).OwnSymbol(function.Name.Text) is { SoleBinding: { Kind: BindingKind.Function, Node: var node } } symbol && node == function
            ? symbol
            : null;

    /// <summary>The function of the file that a decorator names, whether it is called there or not.</summary>
    public static FunctionDefinition? NamedBy(Expr decorator, SemanticModel model) =>
        (decorator is Call call ? call.Func : decorator) is Name name && model.SymbolOf(name) is { SoleBinding: { Kind: BindingKind.Function, Node: FunctionDefinition function } }
            ? function
            : null;

    /// <summary>True under <c>@abstractmethod</c> or one of its old forms: what runs is written in a subclass.</summary>
    public static bool IsAbstract(FunctionDefinition function, SemanticModel model)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (model.KnownName(decorator) is "abc.abstractmethod" or "abc.abstractproperty" or "abc.abstractclassmethod" or "abc.abstractstaticmethod")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The parameter of <paramref name="around"/> that a name always means, also inside; null for anything else.
    /// </summary>
    public static Arg? ParameterNamed(Expr expression, FunctionDefinition around, SemanticModel model) =>
        expression is Name name && model.SymbolOf(name) is { SoleBinding: { Kind: BindingKind.Parameter, Node: Arg parameter } } && parameter.Parent == around.Args
            ? parameter
            : null;

    /// <summary>
    /// What a function of the file decorates: by its own name after an <c>@</c>, or as what a function around it returns.
    /// </summary>
    public static IEnumerable<Decorated> UsesOf(FunctionDefinition decorator, SemanticModel model)
    {
        if (SymbolOf(decorator, model) is not { } symbol)
        {
            yield break;
        }

        var isReturned = false;
        foreach (var reference in symbol.References)
        {
            isReturned |= reference.Parent is Return;
            if (OfReference(reference) is { IsCalled: false } use)
            {
                yield return use;
            }
        }

        if (isReturned && FunctionAround(decorator, model) is { } factory && SymbolOf(factory, model) is { } outer)
        {
            foreach (var reference in outer.References)
            {
                if (OfReference(reference) is { } use)
                {
                    yield return use;
                }
            }
        }
    }

    /// <summary>The definition that a name decorates, itself or called.</summary>
    public static Decorated? OfReference(Name reference)
    {
        Expr decorator = reference.Parent is Call call && call.Func == reference ? call : reference;
        var isDecorator = decorator.Parent switch
        {
            FunctionDefinition function => function.DecoratorList.Contains(decorator),
            ClassDef definition => definition.DecoratorList.Contains(decorator),
            _ => false,
        };
        return isDecorator ? new Decorated(decorator, (Stmt)decorator.Parent!) : null;
    }

    /// <summary>The first <c>return</c> of the function itself that gives a value; null when it has none.</summary>
    public static Return? ValueReturnOf(FunctionDefinition function)
    {
        var nodes = function.Tree.Nodes;
        for (var i = function.Body[0].Index; i < function.SubtreeEnd; i++)
        {
            if (nodes[i] is FunctionDefinition or ClassDef or Lambda)
            {
                i = nodes[i].SubtreeEnd - 1;
            }
            else if (nodes[i] is Return { Value: not null and not Constant { IsNone: true } } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>True when a function returns the function that it defines inside.</summary>
    public static bool Returns(Symbol inner)
    {
        foreach (var reference in inner.References)
        {
            if (reference.Parent is Return && inner.Scope.Node == reference.Ancestor<FunctionDefinition>())
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One use of a decorator.</summary>
/// <param name="Decorator">What stands behind the <c>@</c>.</param>
/// <param name="Definition">The function or class below it.</param>
internal readonly record struct Decorated(Expr Decorator, Stmt Definition)
{
    /// <summary>True for <c>@name(…)</c>.</summary>
    public bool IsCalled => Decorator is Call;
}
