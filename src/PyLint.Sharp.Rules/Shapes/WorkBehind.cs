using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>What a program does once a handler has let it go on.</summary>
internal static class WorkBehind
{
    /// <summary>To go through a whole file from each handler would take quadratic time.</summary>
    private const int MostStatements = 256;
    private const int MostNodes = 2048;

    private const Completion GoesOn = Completion.FallsThrough | Completion.Continues;

    /// <summary>
    /// The loop that takes its next turn, or the first statement behind that does more than clean up, tell and leave; null where there is none, where the
    /// caller decides, and where the handler leaves in some other way at least on one path: then its author has thought of the end.
    /// </summary>
    public static Stmt? Of(ExceptHandler handler, SemanticModel model)
    {
        var ends = model.CompletionOf(handler.Body);
        if (handler.Parent is not TryStatement attempt || (!attempt.FinalBody.IsEmpty && model.CompletionOf(attempt.FinalBody) != Completion.FallsThrough))
        {
            return null;
        }

        Stmt? from = ends == Completion.Breaks ? LoopAround(attempt) : ends != Completion.None && (ends & ~GoesOn) == 0 ? attempt : null;
        return from is null ? null : (ends & Completion.Continues) != 0 ? NextTurn(LoopAround(from), handler) : Behind(from, handler);
    }

    private static Stmt? Behind(Stmt from, ExceptHandler handler)
    {
        var budget = MostStatements;
        for (Node? at = from; at is not null; at = at.Parent)
        {
            foreach (var next in at is Stmt statement ? StatementLists.Behind(statement) : [])
            {
                if (budget-- == 0)
                {
                    return null;
                }

                switch (next)
                {
                    case Return { Value: Call call } when !CleanUpWords.Undoes(call):
                        return next;
                    case Return or Raise:
                        return null;
                    case Continue:
                        return NextTurn(LoopAround(next), handler);
                    case Break:
                        return LoopAround(next) is { } left ? Behind(left, handler) : null;
                    case var work when IsWork(work):
                        return work;
                }
            }

            switch (at.Parent)
            {
                case FunctionDefinition or ClassDef or Module:
                    return null;
                case ForStatement or While when IsInBody(at, at.Parent):
                    return NextTurn((Stmt)at.Parent, handler);
                case TryStatement { OrElse: [var first, ..] } attempt when at is Stmt inner && attempt.Body.Contains(inner) && IsWork(first):
                    return first;
            }
        }

        return null;
    }

    /// <summary>The loop itself, but where its condition may be false then: the handler changes what it reads, or stops something.</summary>
    private static Stmt? NextTurn(Stmt? loop, ExceptHandler handler)
    {
        if (loop is not While { Test: not Constant and var test })
        {
            return loop;
        }

        foreach (var node in handler.Tree.Subtree(handler))
        {
            if (node is Name { Ctx: not ExprContext.Load } or Attribute { Ctx: not ExprContext.Load } && Reads(test, node)
                || (node is Call call && CleanUpWords.Undoes(call)))
            {
                return null;
            }
        }

        return loop;
    }

    private static bool Reads(Expr test, Node stored)
    {
        foreach (var node in test.Tree.Subtree(test))
        {
            if ((node, stored) is (Name one, Name other) && one.Id == other.Id || (node, stored) is (Attribute read, Attribute set) && read.Attr.Text == set.Attr.Text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False for what defines, cleans up, tells, or leaves.</summary>
    private static bool IsWork(Stmt statement)
    {
        if (statement is FunctionDefinition or ClassDef || statement.SubtreeEnd - statement.Index > MostNodes)
        {
            return statement is not (FunctionDefinition or ClassDef);
        }

        foreach (var node in statement.Tree.Subtree(statement))
        {
            var isWork = node switch
            {
                ExprStmt { Value: Call call } => !CleanUpWords.Undoes(call) && !CleanUpWords.Tells(call),
                Assign { Value: Constant or Name } or ExprStmt { Value: Constant } => false,
                If or WithStatement or TryStatement or Pass or Delete or Return or Raise or Break or Continue or Import or ImportFrom or Global or Nonlocal => false,
                _ => node is Stmt,
            };
            if (isWork)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInBody(Node inner, Node loop) => inner is Stmt statement && (loop is While repeat ? repeat.Body : ((ForStatement)loop).Body).Contains(statement);

    /// <summary>The loop whose body holds a statement, in the same function.</summary>
    private static Stmt? LoopAround(Stmt statement)
    {
        Node inner = statement;
        for (var around = statement.Parent; around is not (null or FunctionDefinition or ClassDef); (inner, around) = (around, around.Parent))
        {
            if (around is ForStatement or While && IsInBody(inner, around))
            {
                return (Stmt)around;
            }
        }

        return null;
    }
}
