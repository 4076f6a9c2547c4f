using System.Collections.Immutable;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Closures;

/// <summary>A variable that a closure reads and a loop around the closure binds anew.</summary>
/// <param name="Read">Where the closure reads it first.</param>
/// <param name="Symbol">The variable.</param>
/// <param name="Loop">The <c>for</c> or <c>while</c> statement, or the <c>for</c> of a comprehension.</param>
internal readonly record struct LoopVariable(Name Read, Symbol Symbol, Node Loop);

/// <summary>Finds the variables of loops that closures read.</summary>
internal static class LoopVariables
{
    /// <summary>
    /// Nothing is said of a variable that is bound more often, nor of a closure with more statements behind it in its block: to look at
    /// all of them from each would take quadratic time.
    /// </summary>
    private const int Most = 256;

    /// <summary>True when a loop or comprehension stands around the node in the same function.</summary>
    public static bool IsInLoop(Node node)
    {
        for (var around = node.Parent; around is not (null or FunctionDefinition or Lambda or ClassDef); around = around.Parent)
        {
            if (around is ForStatement or While or ListComp or SetComp or DictComp or GeneratorExp)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variables that the closure itself doesn't bind and a loop around it binds again after it was made.</summary>
    public static List<LoopVariable> ReadBy(Node closure, SemanticModel model)
    {
        var found = new List<LoopVariable>();
        var seen = new HashSet<Symbol>();
        foreach (var name in closure.Tree.All<Name>(closure))
        {
            if (name is { Ctx: ExprContext.Load } && model.SymbolOf(name) is { } symbol && IsReadLater(name, symbol, closure, model)
                && seen.Add(symbol) && LoopOf(symbol, closure) is { } loop && IsRebound(closure, loop, model))
            {
                found.Add(new LoopVariable(name, symbol, loop));
            }
        }

        return found;
    }

    /// <summary>Defaults, decorators and first iterables are read where the closure is made; annotations aren't read at all.</summary>
    private static bool IsReadLater(Name name, Symbol symbol, Node closure, SemanticModel model)
    {
        var scope = model.ScopeOf(name);
        return scope.Kind < ScopeKind.TypeParameters && closure.Contains(scope.Node) && !closure.Contains(symbol.Scope.Node);
    }

    private static Node? LoopOf(Symbol symbol, Node closure)
    {
        if (!IsOrdinary(symbol, closure))
        {
            return null;
        }

        for (var (inner, around) = (closure, closure.Parent); around is not (null or FunctionDefinition or Lambda or ClassDef); (inner, around) = (around, around.Parent))
        {
            var isBody = around switch
            {
                ForStatement loop => IsIn(loop.Body, inner),
                While loop => IsIn(loop.Body, inner),
                _ => false,
            };
            if (isBody && BindsIn(symbol, around))
            {
                return around;
            }

            if (symbol.Scope.Kind == ScopeKind.Comprehension && symbol.Scope.Node == around)
            {
                return symbol.SoleBinding?.Node;
            }
        }

        return null;
    }

    /// <summary>False for what is no value of the loop: definitions, constants, the closure's own name, and what the closure changes itself.</summary>
    private static bool IsOrdinary(Symbol symbol, Node closure)
    {
        if (symbol.SoleBinding is { Value: Constant } || symbol.Bindings.Length > Most)
        {
            return false;
        }

        var hasValue = false;
        foreach (var binding in symbol.Bindings)
        {
            if (closure.Contains(binding.Scope.Node) || binding.Value == closure)
            {
                return false;
            }

            hasValue |= binding.BindsValue && binding.Kind is not (BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom);
        }

        return hasValue;
    }

    private static bool BindsIn(Symbol symbol, Node loop)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.BindsValue && loop.Contains(binding.Node) && binding.Kind is not (BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(ImmutableArray<Stmt> body, Node node) => !body.IsEmpty && body[0].Index <= node.Index && node.Index < body[^1].SubtreeEnd;

    /// <summary>False when all paths from the closure leave the loop before it comes to its next iteration.</summary>
    private static bool IsRebound(Node closure, Node loop, SemanticModel model)
    {
        if (loop is Comprehension)
        {
            return true;
        }

        var inner = closure as Stmt ?? closure.Ancestor<Stmt>()!;
        if (!GoesOn(model.CompletionOf(inner), out var continues))
        {
            return continues;
        }

        for (Node node = inner; node != loop; node = node.Parent!)
        {
            if (node is Stmt statement && StatementLists.Behind(statement) is { IsEmpty: false } rest
                && (rest.Length > Most || !GoesOn(model.CompletionOf([.. rest]), out continues)))
            {
                return rest.Length <= Most && continues;
            }
        }

        return true;
    }

    private static bool GoesOn(Completion ends, out bool continues)
    {
        continues = (ends & Completion.Continues) != 0;
        return (ends & Completion.FallsThrough) != 0;
    }
}
