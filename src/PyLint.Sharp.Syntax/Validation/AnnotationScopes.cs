using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>The scopes of type parameters, and of what is evaluated only when it is asked for (PEP 695).</summary>
internal static class AnnotationScopes
{
    /// <summary>True for a scope that stands directly in an annotation scope, when that one stands directly in a class body.</summary>
    public static bool IsDirectlyInOneOfAClass(Expr scope)
    {
        var isAnnotation = false;
        for (var (inner, outer) = ((Node)scope, scope.Parent); outer != null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case TypeAlias or TypeParam:
                    return IsInClassBody(outer is TypeAlias ? outer : outer.Parent!);
                case Arg:
                    isAnnotation = true;
                    break;
                case FunctionDefinition function:
                    return !function.TypeParams.IsEmpty && (isAnnotation || function.Returns == inner) && IsInClassBody(function);
                case ClassDef type:
                    return !type.TypeParams.IsEmpty && !Holds(type.DecoratorList, inner) && IsInClassBody(type);
                case Stmt or Lambda or ListComp or SetComp or DictComp or GeneratorExp:
                    return false;
            }
        }

        return false;
    }

    private static bool Holds(ImmutableArray<Expr> decorators, Node node)
    {
        foreach (var decorator in decorators)
        {
            if (decorator == node)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInClassBody(Node statement)
    {
        var outer = statement.Parent;
        while (outer is not (null or ClassDef or FunctionDefinition))
        {
            outer = outer.Parent;
        }

        return outer is ClassDef;
    }
}
