using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Escapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Closures;

/// <summary>What becomes of a closure after the iteration that made it.</summary>
internal enum Afterlife
{
    /// <summary>It is gone, or only the last one is left, which finds the value it was made for.</summary>
    None,

    /// <summary>It may be called later, for all that the file shows.</summary>
    Possible,

    /// <summary>One closure of each iteration is kept.</summary>
    Kept,
}

/// <summary>Whether and where a closure leaves the iteration.</summary>
/// <param name="Afterlife">Whether.</param>
/// <param name="Place">Where; null when it doesn't.</param>
/// <param name="Words">How, for a label.</param>
internal readonly record struct Outlet(Afterlife Afterlife, Node? Place, string Words)
{
    private static Outlet Nowhere => new(Afterlife.None, null, "");

    public static Outlet Of(Node closure, in LoopVariable variable, SemanticModel model)
    {
        if (closure is Lambda && closure.Parent is GeneratorExp generator)
        {
            return OfElement(generator, model);
        }

        var escape = model.Escapes(closure, variable.Loop);
        return escape switch
        {
            { Answer: Answer.No } or { Place: null } => Nowhere,
            { Answer: Answer.Unknown } => IntoUnknown(closure, escape.Place, model),
            { Way: EscapeWay.Container } => InContainer(escape.Place, variable.Loop, model),
            { Way: EscapeWay.Attribute } => InAttribute(escape.Place, variable.Loop, model),
            { Way: EscapeWay.Collected } => new Outlet(Afterlife.Kept, escape.Place, "collects one of each iteration"),
            { Way: EscapeWay.Registered } when IsThreadInHand(escape.Place) => new Outlet(Afterlife.Possible, escape.Place, "calls it later, maybe when the next iteration runs"),
            { Way: EscapeWay.Registered } => new Outlet(Afterlife.Kept, escape.Place, "calls it later"),
            { Way: EscapeWay.Yielded } when closure is not GeneratorExp => new Outlet(Afterlife.Possible, escape.Place, "whoever gets it may call it after the next step"),
            { Way: EscapeWay.ReadLater or EscapeWay.OuterVariable } when IsConditional(closure, variable.Loop)
                => new Outlet(Afterlife.Possible, escape.Place, "an iteration after the one that made it may have gone by"),
            _ => Nowhere,
        };
    }

    /// <summary>A thread that a variable or list holds may be joined before the iteration ends; <c>Thread(…).start()</c> can't be.</summary>
    private static bool IsThreadInHand(Node place) => place is Call { Parent: not (Attribute or ExprStmt) };

    /// <summary>Of functions that nobody knows, nearly all call what they get at once; those that register it say so by their names.</summary>
    private static Outlet IntoUnknown(Node closure, Node place, SemanticModel model) => place switch
    {
        _ when closure is GeneratorExp => Nowhere,
        Call { Args: [_, _, _] } call when model.KnownName(call.Func) == "setattr" => new Outlet(Afterlife.Kept, place, "kept here beyond the iteration"),
        Call call when Registrations.IsOne(call, closure) => new Outlet(Afterlife.Possible, place, "keeps it, by its name, and calls it later"),
        Call { Parent: ExprStmt } call when model.KnownName(call.Func) is null && !TestCode.Contains(closure)
            => new Outlet(Afterlife.Possible, place, "may keep it and call it later; nothing in this file shows what it does"),
        _ => Nowhere,
    };

    /// <summary>The lambdas of a generator expression exist one at a time, unless something collects them.</summary>
    private static Outlet OfElement(GeneratorExp generator, SemanticModel model) => generator.Parent switch
    {
        ForStatement or Comprehension => Nowhere,
        Call call when model.KnownName(call.Func) is "list" or "tuple" or "set" or "frozenset" or "collections.deque"
            => new Outlet(Afterlife.Kept, call.Func, "collects one of each iteration"),
        _ => new Outlet(Afterlife.Possible, generator, "whoever takes more than one before calling them finds the last value"),
    };

    /// <summary>Under a fixed key each iteration replaces what the one before has left.</summary>
    private static Outlet InContainer(Node place, Node loop, SemanticModel model) => place is Subscript { Slice: Constant, Value: var container } && !Varies(container, loop, model)
        ? new Outlet(Afterlife.Possible, place, "stays until the next iteration replaces it")
        : new Outlet(Afterlife.Kept, place, "kept here beyond the iteration");

    private static Outlet InAttribute(Node place, Node loop, SemanticModel model) => place is Attribute { Value: var owner } && !Varies(owner, loop, model)
        ? new Outlet(Afterlife.Possible, place, "stays until the next iteration replaces it")
        : new Outlet(Afterlife.Kept, place, "kept here beyond the iteration");

    /// <summary>True when the expression may be another object in each iteration.</summary>
    private static bool Varies(Expr expression, Node loop, SemanticModel model)
    {
        foreach (var node in expression.Tree.Subtree(expression))
        {
            if (node is Call or Subscript || (node is Name name && model.SymbolOf(name) is { } symbol && IsBoundIn(symbol, loop)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundIn(Semantics.Binding.Symbol symbol, Node loop)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (loop.Contains(binding.Node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConditional(Node closure, Node loop)
    {
        for (var around = closure.Parent; around != null && around != loop; around = around.Parent)
        {
            if (around is If or IfExp or MatchCase or ExceptHandler)
            {
                return true;
            }
        }

        return false;
    }
}
