using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Returns;

/// <summary>Whether control can come to the end of a body, where Python returns None.</summary>
internal static class BodyEnd
{
    /// <summary>Words in the names of functions that are there to raise or exit.</summary>
    private static readonly string[] Leavers = ["fail", "error", "abort", "exit", "die", "raise", "usage", "panic", "fatal", "throw", "unreachable", "never", "skipTest"];

    /// <summary>
    /// The last statement of a path that leads there, as far as can be seen; null when there is no such path. None comes from a
    /// <c>match</c> that may have a case for everything, from a <c>with suppress(…)</c> whose block always leaves, and from a call that
    /// says by its name that it doesn't come back.
    /// </summary>
    public static Stmt? ReachedFrom(ImmutableArray<Stmt> body, SemanticModel model)
    {
        // Within a chain of elif only its end is asked: the chain may be long.
        var isInChain = false;
        while (!body.IsEmpty && (isInChain || (model.CompletionOf(body) & Completion.FallsThrough) != 0))
        {
            switch (body[^1])
            {
                case If { OrElse.IsEmpty: false } branch when ReachedFrom(branch.Body, model) is null:
                    body = branch.OrElse;
                    isInChain = body is [If { OrElse.IsEmpty: false }];
                    break;
                case Match match when MayBeExhaustive(match, model):
                    return IsReachedFromCase(match, model) ? match : null;
                case WithStatement with:
                    body = with.Body;
                    isInChain = false;
                    break;
                case TryStatement attempt when ReachedFrom(attempt.OrElse.IsEmpty ? attempt.Body : attempt.OrElse, model) is null:
                    if (SoleHandler(attempt, model) is not { } handler)
                    {
                        return attempt;
                    }

                    body = handler.Body;
                    isInChain = false;
                    break;
                case ExprStmt { Value: var value } call:
                    return Leaves(value is Await { Value: var awaited } ? awaited : value, model) ? null : call;
                case var last:
                    return last;
            }
        }

        return null;
    }

    /// <summary>The handler that goes on behind the <c>try</c>; the first of all when none does, null when several do.</summary>
    private static ExceptHandler? SoleHandler(TryStatement attempt, SemanticModel model)
    {
        ExceptHandler? sole = null;
        foreach (var handler in attempt.Handlers)
        {
            if (ReachedFrom(handler.Body, model) is null)
            {
                continue;
            }

            if (sole != null)
            {
                return null;
            }

            sole = handler;
        }

        return sole ?? (attempt.Handlers.IsEmpty ? null : attempt.Handlers[0]);
    }

    private static bool IsReachedFromCase(Match match, SemanticModel model)
    {
        foreach (var one in match.Cases)
        {
            if (one.Body.IsEmpty || ReachedFrom(one.Body, model) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(Expr value, SemanticModel model)
    {
        if (value is not Call call)
        {
            return false;
        }

        if (model.OwnCalleeOf(call)?.Node is FunctionDefinition { Returns: { } annotation } && LastName(annotation) is "NoReturn" or "Never")
        {
            return true;
        }

        var name = LastName(call.Func);
        foreach (var word in Leavers)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string LastName(Expr expression) => expression switch
    {
        Name name => name.Id,
        Attribute attribute => attribute.Attr.Text,
        Constant { Value: string text } => text[(text.LastIndexOf('.') + 1)..],
        _ => "",
    };

    /// <summary>
    /// True with a wildcard, for True and False, for all members of an enumeration, and for anything of which only a type checker could tell: classes,
    /// members of an unknown enumeration, and an annotation that lists the literals.
    /// </summary>
    private static bool MayBeExhaustive(Match match, SemanticModel model)
    {
        if (match.Subject is Name subject && model.SymbolOf(subject)?.SoleBinding is { Kind: BindingKind.Parameter, Node: Arg { Annotation: Subscript { Value: var annotation } } }
            && LastName(annotation) == "Literal")
        {
            return true;
        }

        if (match.Cases is [.., { Guard: null, Pattern: MatchAs { Pattern: null } }])
        {
            return true;
        }

        var (truths, members, enumeration) = (0, 0, (ClassModel?)null);
        foreach (var one in match.Cases)
        {
            if (one.Guard != null)
            {
                continue;
            }

            var patterns = one.Pattern is MatchOr either ? either.Patterns : [one.Pattern];
            foreach (var pattern in patterns)
            {
                switch (pattern)
                {
                    case MatchSingleton { Value: bool }:
                        truths++;
                        break;
                    case MatchValue { Value: Attribute { Value: var owner } }:
                        members++;
                        enumeration = model.ClassNamedBy(owner).Source;
                        break;
                    case MatchClass or MatchAs { Pattern: MatchClass }:
                        return true;
                    default:
                        return false;
                }
            }
        }

        return truths >= 2 || (members > 0 && (enumeration is null || members >= MembersOf(enumeration)));
    }

    /// <summary>The number of members of an enumeration; more than there can be cases for a class that is none.</summary>
    private static int MembersOf(ClassModel enumeration)
    {
        if (enumeration.IsEnum != Answer.Yes)
        {
            return int.MaxValue;
        }

        var count = 0;
        foreach (var statement in enumeration.Node.Body)
        {
            count += statement is Assign { Targets: [Name { Id: [not '_', ..] }] } ? 1 : 0;
        }

        return count;
    }
}
