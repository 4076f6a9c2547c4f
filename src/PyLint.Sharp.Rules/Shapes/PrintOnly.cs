using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Handlers that tell the person at the screen and nobody else.</summary>
internal static class PrintOnly
{
    /// <summary>True when each statement of the handler is a <c>print</c>, or writes to a standard stream.</summary>
    public static bool Is(ExceptHandler handler, SemanticModel model)
    {
        foreach (var statement in handler.Body)
        {
            if (statement is not ExprStmt { Value: Call call } || !IsPrint(call, model))
            {
                return false;
            }
        }

        return !handler.Body.IsEmpty;
    }

    private static bool IsPrint(Call call, SemanticModel model) =>
        model.IsBuiltin(call.Func, "print")
        || (call.Func is Attribute { Attr.Text: "write", Value: var stream } && model.QualifiedName(stream) is "sys.stdout" or "sys.stderr");
}
