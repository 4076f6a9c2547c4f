using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private TypeInference? types;
    private Hashability? hashability;

    /// <summary>
    /// The type that an expression is proven to have: a literal, display or comprehension, the call of a built-in or a class of the
    /// file, an operator on those, or a name that only one plain assignment binds. Annotations prove nothing.
    /// </summary>
    public PyType TypeOf(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        types ??= new TypeInference(this);
        return types.TypeOf(expression);
    }

    /// <summary>Whether the value can be a key of a dict or a member of a set; a tuple is as hashable as its elements.</summary>
    public Answer IsHashable(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        hashability ??= new Hashability(this);
        return hashability.OfExpression(expression);
    }

    /// <summary>The expression that makes a value unhashable: the value itself or, deep in a tuple, an element; null when none is proven.</summary>
    public Expr? FindUnhashable(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        hashability ??= new Hashability(this);
        return hashability.FindUnhashable(expression);
    }

    /// <summary>True when calling the class gives an instance of it: no base but <c>object</c>, no metaclass, decorator or <c>__new__</c>.</summary>
    internal bool HasOrdinaryConstruction(ClassDef definition)
    {
        if (definition is not { Keywords.IsEmpty: true, DecoratorList.IsEmpty: true, Body.IsEmpty: false })
        {
            return false;
        }

        foreach (var around in definition.Bases)
        {
            if (!IsBuiltin(around, "object"))
            {
                return false;
            }
        }

        return ScopeOf(definition.Body[0]).OwnSymbol("__new__") is null;
    }

    internal bool MayMeanAnother(Symbol symbol) =>
        symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class && symbol.SoleBinding is { } binding && MayMeanAnother(symbol, binding);
}
