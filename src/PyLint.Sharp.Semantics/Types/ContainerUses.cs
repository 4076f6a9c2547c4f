using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Who else may come by the container that a variable holds.</summary>
internal enum Sharing : byte
{
    /// <summary>Nobody: all uses of the variable leave the container and what is in it here.</summary>
    Private,

    /// <summary>The elements go elsewhere, so those that are containers may change there.</summary>
    ElementsShared,

    /// <summary>The container goes elsewhere.</summary>
    Shared,
}

/// <summary>
/// Reads from the uses of a variable whether its container can change where the file doesn't show it. Elements that are no containers
/// can't change, so it matters only for containers.
/// </summary>
internal sealed class ContainerUses(SemanticModel model)
{
    public Sharing Of(Symbol symbol) => symbol.Sharing ??= symbol.Scope.Kind is ScopeKind.Class ? Sharing.Shared : Find(symbol);

    /// <summary>The call of a method that adds to the container which the name holds.</summary>
    public static bool IsAddition(Call call) => call.Func is Attribute
    {
        Value: Name,
        Attr.Text: "append" or "appendleft" or "extend" or "extendleft" or "insert" or "add" or "update" or "setdefault",
    };

    private Sharing Find(Symbol symbol)
    {
        var sharing = Sharing.Private;
        foreach (var reference in symbol.References)
        {
            var use = OfUse(reference, symbol);
            sharing = use > sharing ? use : sharing;
            if (sharing == Sharing.Shared)
            {
                break;
            }
        }

        return sharing;
    }

    private Sharing OfUse(Name name, Symbol symbol) => name.Parent switch
    {
        ExprStmt or Compare or If or While or Assert or FormattedValue => Sharing.Private,
        UnaryOp or Await => Sharing.Private,
        Delete => Sharing.Private,
        Return => model.ScopeOf(name) == symbol.Scope && !IsCaptured(symbol) ? Sharing.Private : Sharing.Shared,
        BoolOp condition => IsCondition(condition) ? Sharing.Private : Sharing.Shared,
        Subscript subscript => OfSubscript(subscript, name, symbol),
        ForStatement loop when loop.Iter == name => Sharing.ElementsShared,
        Comprehension generator when generator.Iter == name => Sharing.ElementsShared,
        Comprehension => Sharing.Private,
        IfExp choice when choice.Test == name => Sharing.Private,
        Assign { Targets: [Tuple or List] } => Sharing.ElementsShared,
        BinOp => Sharing.ElementsShared,
        Starred => Sharing.ElementsShared,
        Attribute { Parent: Call { } call } method when call.Func == method => OfMethod(method, call, name, symbol),
        Call call when call.Func != name => OfArgument(call),
        _ => Sharing.Shared,
    };

    private bool IsCaptured(Symbol symbol)
    {
        if (symbol.Scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
        {
            return true;
        }

        foreach (var reference in symbol.References)
        {
            if (BodyOf(model.ScopeOf(reference)) != symbol.Scope)
            {
                return true;
            }
        }

        return symbol.Scope.Node is FunctionDefinition function && model.IsGenerator(function);
    }

    /// <summary>The value of the whole is only tested.</summary>
    private static bool IsCondition(BoolOp condition)
    {
        Node node = condition;
        while (node.Parent is BoolOp or UnaryOp { Op: UnaryOperator.Not })
        {
            node = node.Parent;
        }

        return node.Parent is If or While or Assert or ExprStmt || (node.Parent is IfExp choice && choice.Test == node);
    }

    /// <summary>A write adds an element, which only the analysis of the same body sees.</summary>
    private Sharing OfSubscript(Subscript subscript, Name name, Symbol symbol)
    {
        if (subscript.Value != name)
        {
            return Sharing.Private;
        }

        if (subscript.Ctx != ExprContext.Store)
        {
            return Sharing.ElementsShared;
        }

        return subscript.Slice is not Slice && IsAtHome(name, symbol) ? Sharing.Private : Sharing.Shared;
    }

    private bool IsAtHome(Name name, Symbol symbol) => BodyOf(model.ScopeOf(name)) == symbol.Scope;

    private Sharing OfMethod(Attribute method, Call call, Name name, Symbol symbol)
    {
        if (IsAddition(call))
        {
            return IsAtHome(name, symbol) ? method.Attr.Text == "setdefault" ? Sharing.ElementsShared : Sharing.Private : Sharing.Shared;
        }

        return method.Attr.Text switch
        {
            "clear" or "remove" or "discard" or "sort" or "reverse" or "index" or "count" or "isdisjoint" or "issubset" or "issuperset" or "rotate" => Sharing.Private,
            "pop" or "popleft" or "get" or "items" or "keys" or "values" or "copy" or "popitem" or "union" or "difference" or "intersection"
                or "most_common" or "elements" => Sharing.ElementsShared,
            _ => Sharing.Shared,
        };
    }

    private Sharing OfArgument(Call call) => model.KnownName(call.Func) switch
    {
        "len" or "print" or "str" or "repr" or "isinstance" or "bool" or "id" or "hash" or "any" or "all" => Sharing.Private,
        "list" or "tuple" or "set" or "frozenset" or "dict" or "sorted" or "sum" or "min" or "max" or "enumerate" or "zip" or "reversed" or "iter" => Sharing.ElementsShared,
        _ => call.Func is Attribute { Attr.Text: "join", Value: Constant or JoinedStr } ? Sharing.Private : Sharing.Shared,
    };

    /// <summary>The function, class or module whose code a scope's is part of.</summary>
    internal static Scope BodyOf(Scope scope)
    {
        while (scope.Kind == ScopeKind.Comprehension)
        {
            scope = scope.Parent!;
        }

        return scope;
    }
}
