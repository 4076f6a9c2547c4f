using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// The statements at the end of a <c>try</c> that only success reaches and whose exceptions no handler takes: they can stand in the
/// <c>else</c> and mean the same.
/// </summary>
internal readonly struct SuccessRun
{
    private SuccessRun(TryStatement attempt, int start, bool isProven) => (Attempt, Start, IsProven) = (attempt, start, isProven);

    /// <summary>The <c>try</c>.</summary>
    public TryStatement Attempt { get; }

    /// <summary>Where the run starts in the body; something that may fail stands before it.</summary>
    public int Start { get; }

    /// <summary>False when it rests on the good manners of a <c>__str__</c> that the file doesn't show, or on an open standard output.</summary>
    public bool IsProven { get; }

    /// <summary>The first statement.</summary>
    public Stmt First => Attempt.Body[Start];

    /// <summary>All of it.</summary>
    public TextSpan Span => new(First.Span.Start, Attempt.Body[^1].Span.End);

    /// <summary>The run of a <c>try</c> with handlers and without <c>else</c>; null when there is none.</summary>
    public static SuccessRun? Of(TryStatement attempt, SemanticModel model)
    {
        var body = attempt.Body;
        var start = body.Length;
        var risks = Risks.None;
        while (start > 0 && IsCandidate(body, start - 1, model))
        {
            var more = SuccessRisks.Of(body[start - 1], model);
            if (SuccessRisks.MayBeCaught(more, attempt.Handlers, model))
            {
                break;
            }

            risks |= more;
            start--;
        }

        return start < body.Length && LeadsTo(body[..start], model) && !IsTest(attempt)
            ? new SuccessRun(attempt, start, SuccessRisks.AreProven(risks, attempt.Handlers, model))
            : null;
    }

    private static bool IsCandidate(ImmutableArray<Stmt> body, int index, SemanticModel model) => body[index] switch
    {
        Return { Value: { } value } => value is Name or Tuple || IsConstant(value),
        Assign { Targets: [Name], Value: var value } => value is Constant { Value: bool } || UsesLineAbove(body, index, value, model),
        ExprStmt { Value: Call call } => IsPrint(call, model) || (call.Args is [var argument] && UsesLineAbove(body, index, argument, model)),
        _ => false,
    };

    /// <summary>
    /// True for the function that asks by trying: one statement, <c>return True</c>, and handlers that <c>return False</c>. It is as
    /// narrow and as clear as it can be.
    /// </summary>
    private static bool IsTest(TryStatement attempt)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (handler.Body is not [Return { Value: Constant }])
            {
                return false;
            }
        }

        return attempt.Body is [ExprStmt or Delete or Import or ImportFrom, Return { Value: Constant }];
    }

    private static bool IsConstant(Expr value) => value is Constant or UnaryOp { Op: UnaryOperator.USub, Operand: Constant };

    private static bool IsPrint(Call call, SemanticModel model)
    {
        foreach (var argument in call.Args)
        {
            if (argument is not (Constant or Name or JoinedStr))
            {
                return false;
            }
        }

        return model.IsBuiltin(call.Func, "print");
    }

    /// <summary>True for a name that the statement above has just bound.</summary>
    private static bool UsesLineAbove(ImmutableArray<Stmt> body, int index, Expr value, SemanticModel model) =>
        value is Name name
        && index > 0
        && body[index - 1] is Assign { Targets: [Name target] }
        && model.SymbolOf(name) is { } symbol
        && symbol == model.SymbolOf(target);

    /// <summary>
    /// True when what stands before may fail, and success always goes on into the run: where a branch or loop before has left with a
    /// result, the run is the other case rather than the success.
    /// </summary>
    private static bool LeadsTo(ImmutableArray<Stmt> before, SemanticModel model)
    {
        const Completion expected = Completion.FallsThrough | Completion.Raises | Completion.Exits;
        var ends = model.CompletionOf(before);
        return (ends & ~expected) == 0 && (ends & Completion.FallsThrough) != 0 && CanRaise(before, model);
    }

    private static bool CanRaise(ImmutableArray<Stmt> statements, SemanticModel model)
    {
        foreach (var statement in statements)
        {
            if (model.CanRaise(statement) != Answer.No)
            {
                return true;
            }
        }

        return false;
    }
}
