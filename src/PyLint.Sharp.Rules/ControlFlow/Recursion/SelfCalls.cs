using System.Collections.Immutable;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Recursion;

/// <summary>What calls a function.</summary>
internal enum SelfAccess
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>Reading the attribute.</summary>
    Get,

    /// <summary>Assigning the attribute.</summary>
    Set,
}

/// <summary>
/// Follows a body from its start and asks whether every way through it calls the function again. A <c>return</c>, <c>raise</c> or
/// <c>assert</c> that comes first is a way out, and so is whatever a handler may catch; other exceptions are left aside.
/// </summary>
internal sealed class SelfCalls
{
    /// <summary>Deeper than anybody writes; there the answer is that some path ends.</summary>
    private const int DeepestNesting = 200;

    private readonly FunctionDefinition function;
    private readonly SelfAccess access;
    private readonly SemanticModel model;
    private Expr? first;
    private int depth;

    private SelfCalls(FunctionDefinition function, SelfAccess access, SemanticModel model) =>
        (this.function, this.access, this.model) = (function, access, model);

    private enum Way
    {
        /// <summary>Some path goes on without having called.</summary>
        GoesOn,

        /// <summary>Every path calls the function again.</summary>
        Calls,

        /// <summary>Some path leaves without a call.</summary>
        Ends,
    }

    /// <summary>The first of the calls in the text; null when some path has none.</summary>
    public static Expr? FirstOnEveryPath(FunctionDefinition function, SelfAccess access, SemanticModel model)
    {
        var calls = new SelfCalls(function, access, model);
        return calls.Follow(function.Body) == Way.Calls ? calls.first : null;
    }

    private Way Follow(ImmutableArray<Stmt> body)
    {
        foreach (var statement in body)
        {
            if (Follow(statement) is var way and not Way.GoesOn)
            {
                return way;
            }
        }

        return Way.GoesOn;
    }

    private Way Follow(Stmt statement)
    {
        if (depth == DeepestNesting)
        {
            return Way.Ends;
        }

        var before = first;
        depth++;
        var way = FollowAny(statement);
        depth--;
        first = way == Way.Calls ? first : before;
        return way;
    }

    private Way FollowAny(Stmt statement)
    {
        switch (statement)
        {
            case If branch:
                return Calls(branch.Test) ? Way.Calls : Both(Follow(branch.Body), Follow(branch.OrElse));
            case While loop:
                return Calls(loop.Test) ? Way.Calls : AfterLoop(Follow(loop.Body), loop.Test is Constant { Value: true });
            case ForStatement loop:
                return Calls(loop.Iter) ? Way.Calls : AfterLoop(Follow(loop.Body), false);
            case WithStatement with:
                return Follow(with);
            case TryStatement attempt:
                return Follow(attempt);
            case Match match:
                return Follow(match);
            case FunctionDefinition or ClassDef:
                return Way.GoesOn;
            default:
                return FollowSimple(statement);
        }
    }

    private Way FollowSimple(Stmt statement)
    {
        if (CallsInSimple(statement))
        {
            return Way.Calls;
        }

        var goesOn = statement is not (Return or Raise or Assert or Break or Continue)
            && (model.CompletionOf(statement, ContextManagers.MaySwallow) & Completion.FallsThrough) != 0;
        return goesOn ? Way.GoesOn : Way.Ends;
    }

    private bool CallsInSimple(Stmt statement) => statement switch
    {
        ExprStmt { Value: var value } => Calls(value),
        Return { Value: { } value } => Calls(value),
        Assign assign => Calls(assign.Value) || AnySets(assign.Targets),
        AugAssign assign => Calls(assign.Value) || Sets(assign.Target),
        AnnAssign { Value: { } value } assign => Calls(value) || Sets(assign.Target),
        _ => false,
    };

    private static Way Both(Way one, Way other) =>
        one == Way.Ends || other == Way.Ends ? Way.Ends : one == Way.Calls && other == Way.Calls ? Way.Calls : Way.GoesOn;

    /// <summary>A body may run never, and what a <c>break</c> skips isn't followed.</summary>
    private static Way AfterLoop(Way body, bool isEntered) => body switch
    {
        Way.Ends => Way.Ends,
        Way.Calls when isEntered => Way.Calls,
        _ => isEntered ? Way.Ends : Way.GoesOn,
    };

    private Way Follow(WithStatement with)
    {
        foreach (var item in with.Items)
        {
            if (Calls(item.ContextExpr))
            {
                return Way.Calls;
            }
        }

        return Follow(with.Body);
    }

    private Way Follow(TryStatement attempt)
    {
        if (!attempt.Handlers.IsEmpty)
        {
            return Way.Ends;
        }

        var body = Follow(attempt.Body);
        return body == Way.GoesOn ? Follow(attempt.FinalBody) : body;
    }

    private Way Follow(Match match)
    {
        if (Calls(match.Subject))
        {
            return Way.Calls;
        }

        var all = Way.Calls;
        foreach (var one in match.Cases)
        {
            all = Both(all, Follow(one.Body));
        }

        var isComplete = match.Cases is [.., { Guard: null, Pattern: MatchAs { Pattern: null } }];
        return isComplete ? all : Both(all, Way.GoesOn);
    }

    /// <summary>True when evaluating the expression surely calls the function.</summary>
    private bool Calls(Expr? expression)
    {
        switch (expression)
        {
            case null or Lambda or Constant:
                return false;
            case BoolOp operation:
                return Calls(operation.Values[0]);
            case IfExp choice:
                return Calls(choice.Test) || (Calls(choice.Body) && Calls(choice.OrElse));
            case Compare compare:
                return Calls(compare.Left) || Calls(compare.Comparators[0]);
            case ListComp { Generators: [var source, ..] }:
                return Calls(source.Iter);
            case SetComp { Generators: [var source, ..] }:
                return Calls(source.Iter);
            case DictComp { Generators: [var source, ..] }:
                return Calls(source.Iter);
            case GeneratorExp { Generators: [var source, ..] }:
                return Calls(source.Iter);
            case Await { Value: Call call } when IsSelf(call):
                return Note(call);
            case Call call when function is FunctionDef && IsSelf(call):
                return Note(call);
            case Attribute attribute when access == SelfAccess.Get && IsOwnAttribute(attribute):
                return Note(attribute);
            default:
                return CallsInParts(expression);
        }
    }

    private bool CallsInParts(Expr expression)
    {
        if (depth == DeepestNesting)
        {
            return false;
        }

        depth++;
        var calls = AnyPartCalls(expression);
        depth--;
        return calls;
    }

    private bool AnyPartCalls(Expr expression)
    {
        foreach (var node in model.Tree.Subtree(expression))
        {
            if (node != expression && ExpressionAround(node) == expression && node is Expr part && Calls(part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest expression that a part belongs to, past what only groups it (<c>keyword=value</c>).</summary>
    private static Node? ExpressionAround(Node part) => part.Parent is Keyword keyword ? keyword.Parent : part.Parent;

    private bool Note(Expr call)
    {
        first = first is null || call.Index < first.Index ? call : first;
        return true;
    }

    private bool IsSelf(Call call) => access == SelfAccess.Call
        && IsNamedLikeFunction(call.Func)
        && (call.Func is not Attribute { Value: var owner } || owner is Name)
        && model.OwnCalleeOf(call)?.Node == function;

    private bool IsNamedLikeFunction(Expr callee) => callee switch
    {
        Name name => name.Id == function.Name.Text,
        Attribute attribute => attribute.Attr.Text == function.Name.Text,
        _ => false,
    };

    private bool AnySets(ImmutableArray<Expr> targets)
    {
        foreach (var target in targets)
        {
            if (Sets(target))
            {
                return true;
            }
        }

        return false;
    }

    private bool Sets(Expr target) => access == SelfAccess.Set && target is Attribute attribute && IsOwnAttribute(attribute) && Note(target);

    private bool IsOwnAttribute(Attribute attribute) => attribute.Attr.Text == function.Name.Text && Receiver.Is(attribute.Value, function, model);
}
