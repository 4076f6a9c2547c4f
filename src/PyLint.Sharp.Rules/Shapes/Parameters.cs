using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The parameters of functions and lambdas.</summary>
internal static class Parameters
{
    /// <summary>The parameter that a default of <see cref="Arguments.Defaults"/> belongs to: they are those of the last parameters.</summary>
    public static Arg OfDefault(Arguments arguments, int i)
    {
        var position = arguments.PosOnlyArgs.Length + arguments.Args.Length - arguments.Defaults.Length + i;
        return position < arguments.PosOnlyArgs.Length ? arguments.PosOnlyArgs[position] : arguments.Args[position - arguments.PosOnlyArgs.Length];
    }

    /// <summary>The variable that a parameter is inside its function or lambda; null only in broken code.</summary>
    public static Symbol? SymbolOf(Node function, Arg parameter, SemanticModel model) => function switch
    {
        FunctionDefinition { Body: [var first, ..] } => model.ScopeOf(first).OwnSymbol(parameter.Name.Text),
        Lambda lambda => model.ScopeOf(lambda.Body).OwnSymbol(parameter.Name.Text),
        _ => null,
    };

    /// <summary>True for a signature alone, which <c>@overload</c> says: its body never runs.</summary>
    public static bool IsOverload(FunctionDefinition function, SemanticModel model)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (model.KnownName(decorator) is "typing.overload" or "typing_extensions.overload")
            {
                return true;
            }
        }

        return false;
    }
}
