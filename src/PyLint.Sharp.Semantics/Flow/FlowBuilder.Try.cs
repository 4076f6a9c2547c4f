using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary><c>try</c> and <c>with</c>: where exceptions go.</summary>
internal ref partial struct FlowBuilder
{
    /// <summary>
    /// A <c>finally</c> is copied for each way into it, so that what is known on one way isn't lost to another; inside this many
    /// copies, one serves all ways, so that the graph grows in proportion to the file.
    /// </summary>
    private const int DeepestCopy = 2;

    private void VisitTry(TryStatement attempt)
    {
        if (attempt.FinalBody.IsEmpty)
        {
            VisitHandled(attempt);
            return;
        }

        var outer = handler;
        var raised = NewBlock();
        handler = raised;
        frames.Add(new Frame { Kind = FrameKind.Finally, Break = -1, Continue = -1, Return = -1 });
        Continue();
        VisitHandled(attempt);
        handler = outer;
        var ways = frames.Pop();
        var normal = NewBlock();
        Link(current, normal);
        if (copies >= DeepestCopy)
        {
            FinallyForAll(attempt, normal, raised, ways);
            return;
        }

        copies++;
        Finally(attempt, raised);
        Pass(current, handler, raised);
        FinallyOnJump(attempt, ways.Break, FlowEdgeKind.Break);
        FinallyOnJump(attempt, ways.Continue, FlowEdgeKind.Continue);
        FinallyOnJump(attempt, ways.Return, FlowEdgeKind.Return);
        Finally(attempt, normal);
        copies--;
    }

    /// <summary>Where control goes from its end isn't up to the statements of the <c>finally</c>: that has a block of its own.</summary>
    private void Finally(TryStatement attempt, int entry)
    {
        Start(entry);
        Body(attempt.FinalBody);
        Continue();
    }

    private void FinallyOnJump(TryStatement attempt, int entry, FlowEdgeKind kind)
    {
        if (entry >= 0)
        {
            Finally(attempt, entry);
            Leave(kind, attempt);
        }
    }

    private void FinallyForAll(TryStatement attempt, int normal, int raised, Frame ways)
    {
        Join(raised, normal);
        Join(ways.Break, normal);
        Join(ways.Continue, normal);
        Join(ways.Return, normal);
        Finally(attempt, normal);
        var end = current;
        Pass(end, handler, raised);
        JumpFrom(end, attempt, ways.Break, FlowEdgeKind.Break);
        JumpFrom(end, attempt, ways.Continue, FlowEdgeKind.Continue);
        JumpFrom(end, attempt, ways.Return, FlowEdgeKind.Return);
        var after = NewBlock();
        Link(end, after);
        Start(after);
    }

    private void JumpFrom(int end, TryStatement attempt, int way, FlowEdgeKind kind)
    {
        if (way >= 0)
        {
            var jump = NewBlock();
            Link(end, jump);
            Start(jump);
            Leave(kind, attempt);
        }
    }

    private void Join(int way, int normal)
    {
        if (way >= 0)
        {
            Start(way);
            Link(way, normal);
        }
    }

    /// <summary>The <c>try</c> without its <c>finally</c>.</summary>
    private void VisitHandled(TryStatement attempt)
    {
        if (attempt.Handlers.IsEmpty)
        {
            Body(attempt.Body);
            Body(attempt.OrElse);
            return;
        }

        var outer = handler;
        var (dispatch, after) = (NewBlock(), NewBlock());
        Link(current, dispatch, FlowEdgeKind.Weak);
        handler = dispatch;
        Continue();
        Body(attempt.Body);
        handler = outer;
        Continue();
        Body(attempt.OrElse);
        Link(current, after);
        Start(dispatch);
        foreach (var clause in attempt.Handlers)
        {
            VisitHandler(clause, after, attempt is TryStar);
        }

        Pass(current, handler, current);
        Start(after);
    }

    /// <summary>
    /// Leaves the block current in which the next handler is tried. Of <c>except*</c> several may run, each after all, and what none
    /// takes is raised again behind the last.
    /// </summary>
    private void VisitHandler(ExceptHandler clause, int after, bool isStar)
    {
        var outer = handler;
        var (raised, body, next) = (current, NewBlock(), NewBlock());
        Evaluate(clause.Type);
        Link(current, body, FlowEdgeKind.True);
        if (clause.Type != null && !model.IsBuiltin(clause.Type, "BaseException"))
        {
            Pass(current, next, raised);
        }

        handler = isStar ? next : outer;
        Start(body);
        HandlerBody(clause);
        Link(current, after);
        if (isStar)
        {
            Link(current, next);
        }

        handler = outer;
        Start(next);
    }

    private void HandlerBody(ExceptHandler clause)
    {
        if (clause.Name is null)
        {
            Body(clause.Body);
            return;
        }

        var variable = OwnVariable(clause);
        Emit(FlowEventKind.Bind, clause, variable);
        var outer = handler;
        var cleanup = NewBlock();
        handler = cleanup;
        frames.Add(new Frame { Kind = FrameKind.HandlerName, Node = clause.Index, Variable = variable });
        Continue();
        Body(clause.Body);
        frames.Pop();
        Emit(FlowEventKind.Unbind, clause, variable);
        handler = outer;
        var end = NewBlock();
        Link(current, end);
        Start(cleanup);
        Emit(FlowEventKind.Unbind, clause, variable);
        Pass(cleanup, handler, cleanup);
        Start(end);
    }

    private void VisitWith(WithStatement with)
    {
        var exits = new int[with.Items.Length];
        for (var i = 0; i < exits.Length; i++)
        {
            var item = with.Items[i];
            Evaluate(item.ContextExpr);
            MayRaise(item);
            exits[i] = NewBlock();
            frames.Add(new Frame { Kind = FrameKind.With, Handler = handler });
            handler = exits[i];
            Continue();
            if (item.OptionalVars is { } target)
            {
                Target(target);
            }
        }

        Body(with.Body);
        for (var i = exits.Length - 1; i >= 0; i--)
        {
            handler = frames.Pop().Handler;
            Continue();
            MayRaise(with);
            LeaveByException(with.Items[i], exits[i]);
        }
    }

    private void LeaveByException(WithItem item, int exit)
    {
        var after = NewBlock();
        Link(current, after);
        Start(exit);
        MayRaise(item);
        Pass(exit, handler, exit);
        var swallows = KnownContextManagers.Swallows(model, item.ContextExpr);
        if (swallows != Answer.No)
        {
            Link(exit, after, swallows == Answer.Yes ? FlowEdgeKind.Normal : FlowEdgeKind.Swallowed);
        }

        Start(after);
    }
}
