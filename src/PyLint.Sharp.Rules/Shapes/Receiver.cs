using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The first parameter of a method, by convention <c>self</c> or <c>cls</c>.</summary>
internal static class Receiver
{
    /// <summary>The parameter; null for a function outside of a class and for a static method.</summary>
    public static Arg? Of(FunctionDefinition function, SemanticModel model)
    {
        if (model.ScopeOf(function).Kind != ScopeKind.Class)
        {
            return null;
        }

        foreach (var decorator in function.DecoratorList)
        {
            if (model.IsBuiltin(decorator, "staticmethod"))
            {
                return null;
            }
        }

        return FirstOf(function);
    }

    /// <summary>The first parameter that takes an argument given by place.</summary>
    public static Arg? FirstOf(FunctionDefinition function) => function.Args switch
    {
        { PosOnlyArgs: [var first, ..] } => first,
        { Args: [var first, ..] } => first,
        _ => null,
    };

    /// <summary>True for the first parameter of the method around, unless the method binds it again.</summary>
    public static bool Is(Expr expression, FunctionDefinition method, SemanticModel model) =>
        expression is Name name && Of(method, model) is { } receiver && model.SymbolOf(name)?.SoleBinding?.Node == receiver;
}
