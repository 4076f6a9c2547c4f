using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// A variable that nothing but the body of a <c>try</c> binds, and binds whenever it succeeds, with a read behind the <c>try</c> that a
/// failure reaches as well.
/// </summary>
/// <param name="Variable">The variable.</param>
/// <param name="Binding">Where the body binds it.</param>
/// <param name="Read">The first read that may find it without a value.</param>
/// <param name="Loop">The loop around both, which may bring the value of an earlier round; null where there is none.</param>
/// <param name="IsEarly">True when nothing up to the binding does more than read names and attributes.</param>
internal readonly record struct FailedResult(Symbol Variable, TextSpan Binding, Name Read, Node? Loop, bool IsEarly)
{
    /// <summary>A read farther away has too much code before it to say what that asks.</summary>
    private const int Farthest = 4096;

    /// <summary>Words in the names of functions that often don't come back.</summary>
    private static readonly string[] Leavers =
        ["fail", "error", "exit", "die", "abort", "usage", "skip", "raise", "throw", "fatal", "panic", "bail", "quit", "help", "reject", "redirect", "critical", "stop"];

    /// <summary>All of them, in the order of the bindings.</summary>
    public static List<FailedResult> Of(TryStatement attempt, SemanticModel model)
    {
        var found = new List<FailedResult>();
        if (BrokenCode.Is(attempt, model.Tree))
        {
            return found;
        }

        Collect(attempt.Body, attempt, model, found, isEarly: true);
        return found;
    }

    /// <summary>True when control leaves the handler to the code behind the <c>try</c> without having bound the variable.</summary>
    public bool IsLostBy(ExceptHandler handler, SemanticModel model)
    {
        foreach (var binding in Variable.Bindings)
        {
            if (handler.Contains(binding.Node))
            {
                return false;
            }
        }

        if (IsEarly && model.Catches(handler.Type, "AttributeError") != Answer.Yes && model.Catches(handler.Type, "NameError") != Answer.Yes)
        {
            return false;
        }

        return (model.CompletionOf(handler.Body, ContextManagers.LetPass) & Completion.FallsThrough) != 0 && ComesBack(handler, model);
    }

    private static void Collect(ImmutableArray<Stmt> body, TryStatement attempt, SemanticModel model, List<FailedResult> found, bool isEarly)
    {
        foreach (var statement in body)
        {
            isEarly &= statement is Assign { Value: Constant or Name or Attribute { Value: Name or Attribute { Value: Name } } };
            switch (statement)
            {
                case Assign assign:
                    CollectTargets(assign.Targets, attempt, model, found, isEarly);
                    break;
                case AnnAssign { Value: not null, Target: var target }:
                    CollectTargets([target], attempt, model, found, isEarly);
                    break;
                case WithStatement with:
                    Collect(with.Body, attempt, model, found, isEarly);
                    break;
            }
        }
    }

    private static void CollectTargets(ImmutableArray<Expr> targets, TryStatement attempt, SemanticModel model, List<FailedResult> found, bool isEarly)
    {
        foreach (var target in targets)
        {
            if (target is Tuple tuple)
            {
                CollectTargets(tuple.Elts, attempt, model, found, isEarly);
            }
            else if (target is Name name && model.SymbolOf(name) is { } symbol && !IsKnown(symbol, found) && ReadBehind(symbol, attempt, model) is { } read)
            {
                found.Add(new FailedResult(symbol, name.Span, read, LoopAround(attempt), isEarly));
            }
        }
    }

    private static bool IsKnown(Symbol symbol, List<FailedResult> found)
    {
        foreach (var other in found)
        {
            if (other.Variable == symbol)
            {
                return true;
            }
        }

        return false;
    }

    private static Name? ReadBehind(Symbol symbol, TryStatement attempt, SemanticModel model)
    {
        if (symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class && Builtins.Contains(symbol.Name))
        {
            // Without a value, the name means the built-in.
            return null;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (!attempt.Contains(binding.Node) || binding.Kind == BindingKind.Delete)
            {
                return null;
            }
        }

        foreach (var read in symbol.References)
        {
            if (read.Index >= attempt.SubtreeEnd)
            {
                return IsReachedByFailure(read, attempt, model) ? read : null;
            }
        }

        return null;
    }

    private static bool IsReachedByFailure(Name read, TryStatement attempt, SemanticModel model) =>
        read.Index - attempt.SubtreeEnd <= Farthest
        && (LoopAround(attempt) is not { } loop || loop.Contains(read))
        && model.BoundAt(read) is Bound.Possibly or Bound.Never
        && !IsGuarded(read, attempt, model);

    private static Node? LoopAround(TryStatement attempt)
    {
        Node? around = attempt.Parent;
        while (around is not (null or FunctionDefinition or ClassDef or Lambda or ForStatement or While))
        {
            around = around.Parent;
        }

        return around is ForStatement or While ? around : null;
    }

    /// <summary>True when the code between asks for something that the <c>try</c> or its handlers set: it may know of the failure.</summary>
    private static bool IsGuarded(Name read, TryStatement attempt, SemanticModel model)
    {
        foreach (var node in model.Tree.Nodes.AsSpan()[attempt.SubtreeEnd..read.Index])
        {
            var isAboutTry = node switch
            {
                Name name => model.SymbolOf(name) is { } symbol && IsBoundIn(attempt, symbol),
                Constant { Value: string word } => word == read.Id,
                Attribute attribute => IsStoredIn(attempt, attribute.Attr.Text),
                _ => false,
            };
            if (isAboutTry && IsAsked(node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundIn(TryStatement attempt, Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (attempt.Contains(binding.Node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStoredIn(TryStatement attempt, string attribute)
    {
        foreach (var stored in attempt.Tree.All<Attribute>(attempt))
        {
            if (stored is { Ctx: ExprContext.Store } && stored.Attr.Text == attribute)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsked(Node node)
    {
        var inner = node;
        while (inner.Parent is Keyword or (Expr and not IfExp))
        {
            inner = inner.Parent;
        }

        return inner.Parent switch
        {
            If branch => branch.Test == inner,
            While loop => loop.Test == inner,
            Assert => true,
            IfExp => true,
            Match => true,
            _ => false,
        };
    }

    /// <summary>False when the handler calls something that may end the program or raise, by all that its name says.</summary>
    private static bool ComesBack(ExceptHandler handler, SemanticModel model)
    {
        foreach (var node in model.Tree.Subtree(handler))
        {
            if (node is Call call && !model.IsBuiltin(call.Func) && (SoundsFinal(call) || IsRaiser(call, model)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a method of the file that always raises, whatever object it is called on.</summary>
    private static bool IsRaiser(Call call, SemanticModel model)
    {
        if (call.Func is Attribute method)
        {
            foreach (var owner in model.Classes)
            {
                if (owner.OwnAttribute(method.Attr.Text)?.SoleFunction is { } function && model.AlwaysRaises(function.Body))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool SoundsFinal(Call call)
    {
        var name = HandedOver.NameOf(call.Func);
        if (call.Func is Attribute { Value: var receiver } && HandedOver.NameOf(receiver).Contains("log", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var word in Leavers)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
