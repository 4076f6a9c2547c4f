using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Returns;

/// <summary>Functions that are called for what they do and never return a value.</summary>
internal static class Procedure
{
    /// <summary>
    /// The function of the file that a call surely runs, if it is one; null for a method that a subclass may replace, a decorated
    /// function, a generator, a stub, and one that never comes back.
    /// </summary>
    public static FunctionDef? CalledBy(Call call, SemanticModel model) =>
        model.OwnCalleeOf(call)?.Node is FunctionDef { DecoratorList.IsEmpty: true } function
        && (function.Parent is not ClassDef || IsExact(call, model))
        && !IsStub(function) && !BrokenCode.Is(function, model.Tree) && !model.IsGenerator(function)
        && new OwnReturns(function, model).FirstWithValue(withUnknown: true) is null
        && !model.NeverReturns(call)
            ? function
            : null;

    /// <summary>True for a method of an object that the code has made itself, so that its class is known.</summary>
    private static bool IsExact(Call call, SemanticModel model) =>
        call.Func is Attribute method && model.TypeOf(method.Value) is { Kind: PyTypeKind.Instance, IsExact: true };

    /// <summary>True for a body that waits to be written or overridden, or only says that there is nothing.</summary>
    private static bool IsStub(FunctionDefinition function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is not (Pass or Raise or ExprStmt { Value: Constant } or Return { Value: Constant }))
            {
                return false;
            }
        }

        return true;
    }
}
