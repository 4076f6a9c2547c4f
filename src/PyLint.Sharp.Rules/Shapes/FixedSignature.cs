using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Functions whose parameters somebody else decides: a base class, a decorator, a protocol of Python.</summary>
internal static class FixedSignature
{
    /// <summary>True unless the author of the function was free to choose its parameters, as far as the file shows.</summary>
    public static bool MayHave(FunctionDefinition function, SemanticModel model)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (!LeavesFree(decorator, model))
            {
                return true;
            }
        }

        return model.ScopeOf(function) is { Kind: ScopeKind.Class, Node: ClassDef owner } && IsInherited(function, owner, model);
    }

    /// <summary>True for <c>__len__</c> and its like, whose parameters Python decides; not for a constructor.</summary>
    public static bool IsOfProtocol(string name) => name is not ("__init__" or "__new__") && NameMangling.IsSpecial(name);

    private static bool LeavesFree(Expr decorator, SemanticModel model) => model.KnownName(decorator is Call call ? call.Func : decorator)
        is "staticmethod" or "classmethod" or "functools.cache" or "functools.lru_cache" or "contextlib.contextmanager" or "contextlib.asynccontextmanager"
        or "typing.final" or "typing_extensions.final";

    /// <summary>A base that isn't known may have the method; <c>object</c> has constructors, which fix nothing.</summary>
    private static bool IsInherited(FunctionDefinition function, ClassDef owner, SemanticModel model)
    {
        var name = function.Name.Text;
        var found = InheritedMethods.Find(model.ClassOf(owner), model.ScopeOf(function).Lookup(name)?.Name ?? name, isNamed: false);
        return IsOfProtocol(name) || found.Exists switch
        {
            Answer.No => false,
            Answer.Yes => found.Owner.Known?.Name != "object",
            _ => true,
        };
    }
}
