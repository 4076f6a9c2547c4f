using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>Whether a read surely happens before or after a name is bound. What is not sure is neither.</summary>
internal static class BindingOrder
{
    /// <summary>True when the read happens at once, in the symbol's own scope, and no binding can have happened by then.</summary>
    public static bool IsBeforeAll(Name reference, Symbol symbol, SemanticModel model)
    {
        if (symbol.Scope.Kind == ScopeKind.Comprehension || !HappensIn(symbol.Scope, reference, model))
        {
            return false;
        }

        var loop = OutermostLoop(reference, symbol.Scope.Node);
        var first = true;
        foreach (var binding in symbol.Bindings)
        {
            if (!binding.BindsValue)
            {
                continue;
            }

            // On its first round a loop finds a local variable unbound; a global one that it binds is what the next round finds.
            var isInLoop = loop != null && loop.Contains(binding.Node) && !(first && symbol.Scope.Kind != ScopeKind.Module && binding.Node.Contains(reference));
            if (isInLoop || reference.Span.Start >= EffectOf(binding))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    /// <summary>True when some binding has surely happened before the read.</summary>
    public static bool IsBehindAny(Name reference, Symbol symbol, SemanticModel model)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.BindsValue && IsBehind(reference, binding, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the read is evaluated with the scope's own statements, not when a function inside is called.</summary>
    public static bool HappensIn(Scope scope, Name reference, SemanticModel model)
    {
        var reader = model.ScopeOf(reference);
        while (reader != scope && reader is { Node: ListComp or SetComp or DictComp, Parent: { } around })
        {
            reader = around;
        }

        return reader == scope;
    }

    private static bool IsBehind(Name reference, in NameBinding binding, SemanticModel model)
    {
        switch (binding.Node)
        {
            case ForStatement loop:
                return IsIn(loop.Body, reference);
            case ExceptHandler handler:
                return IsIn(handler.Body, reference);
            case Pattern pattern:
                return pattern.Ancestor<MatchCase>()!.Contains(reference) && reference.Index > pattern.Index;
            case FunctionDefinition or ClassDef when binding.Node.Contains(reference):
                return model.ScopeOf(reference).Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension
                    && model.ScopeOf(reference) != binding.Scope;
            case WithItem { Parent: WithStatement with } when with.Contains(reference):
                return IsIn(with.Body, reference) || reference.Span.Start > binding.Node.Span.End;
        }

        var statement = binding.Node as Stmt ?? binding.Node.Ancestor<Stmt>()!;
        return statement.Contains(reference)
            ? binding.Kind == BindingKind.NamedExpr && reference.Span.Start > binding.Node.Span.End
            : IsLaterInBlock(statement, reference);
    }

    /// <summary>True when the read stands in the same list of statements further down, however deep inside them.</summary>
    private static bool IsLaterInBlock(Stmt statement, Node reference)
    {
        var parent = statement.Parent!;
        if (!parent.Contains(reference) || reference.Index < statement.SubtreeEnd)
        {
            return false;
        }

        var sibling = reference;
        while (sibling.Parent != parent)
        {
            sibling = sibling.Parent!;
        }

        return ListOf(parent, sibling) == ListOf(parent, statement);
    }

    /// <summary>The number of the list of statements that a child belongs to.</summary>
    private static int ListOf(Node parent, Node child) => parent switch
    {
        If choice => Reached(choice.OrElse, child),
        ForStatement loop => Reached(loop.OrElse, child),
        While loop => Reached(loop.OrElse, child),
        TryStatement attempt => Reached(attempt.Handlers, child) + Reached(attempt.OrElse, child) + Reached(attempt.FinalBody, child),
        _ => 0,
    };

    private static int Reached<T>(ImmutableArray<T> list, Node child)
        where T : Node => !list.IsEmpty && list[0].Index <= child.Index ? 1 : 0;

    private static bool IsIn(ImmutableArray<Stmt> body, Node node) =>
        !body.IsEmpty && body[0].Index <= node.Index && node.Index < body[^1].SubtreeEnd;

    /// <summary>Where the text ends that is evaluated before the name gets its value.</summary>
    private static int EffectOf(in NameBinding binding) => binding.Node switch
    {
        ForStatement loop => loop.Iter.Span.End,
        ExceptHandler => binding.Span.End,
        _ => binding.Node.Span.End,
    };

    private static Node? OutermostLoop(Node node, Node limit)
    {
        Node? found = null;
        for (var parent = node.Parent; parent != null && parent != limit; parent = parent.Parent)
        {
            found = parent is ForStatement or While ? parent : found;
        }

        return found;
    }
}
