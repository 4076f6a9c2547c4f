using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Statements, but for <c>try</c> and <c>with</c>.</summary>
internal ref partial struct FlowBuilder
{
    private void Body(ImmutableArray<Stmt> body)
    {
        foreach (var next in body)
        {
            Visit(next);
        }
    }

    private void Mark(Stmt entered)
    {
        statement = entered.Index;
        buffers.Events.Add(new FlowEvent(FlowEventKind.Statement, statement, -1));
        graph.HasCopies |= copies > 0;
    }

    private void Visit(Stmt entered)
    {
        var around = statement;
        Mark(entered);
        switch (entered)
        {
            case ExprStmt or Assign or Return:
                VisitSimple(entered);
                break;
            case FunctionDefinition function:
                VisitFunction(function);
                break;
            case ClassDef definition:
                VisitClass(definition);
                break;
            case If branch:
                VisitIf(branch);
                break;
            case While loop:
                VisitWhile(loop);
                break;
            case ForStatement loop:
                VisitFor(loop);
                break;
            case TryStatement attempt:
                VisitTry(attempt);
                break;
            case WithStatement with:
                VisitWith(with);
                break;
            case Match match:
                VisitMatch(match);
                break;
            default:
                VisitSimple(entered);
                break;
        }

        statement = around;
    }

    private void VisitSimple(Stmt simple)
    {
        switch (simple)
        {
            case Return { Value: var value }:
                EvaluateToEnd(value);
                Leave(FlowEdgeKind.Return, simple);
                break;
            case Break:
                Leave(FlowEdgeKind.Break, simple);
                break;
            case Syntax.Nodes.Continue:
                Leave(FlowEdgeKind.Continue, simple);
                break;
            case Raise raise:
                Evaluate(raise.Exc);
                Evaluate(raise.Cause);
                GoTo(handler, FlowEdgeKind.Exceptional);
                break;
            case Assert assert:
                VisitAssert(assert);
                break;
            case ExprStmt { Value: var value }:
                EvaluateToEnd(value);
                break;
            case Import { Names: var names }:
                VisitImport(simple, names);
                break;
            case ImportFrom { Names: var names }:
                VisitImport(simple, names);
                break;
            case Delete delete:
                foreach (var target in delete.Targets)
                {
                    Target(target);
                }

                break;
            default:
                VisitAssignment(simple);
                break;
        }
    }

    private void VisitAssignment(Stmt assignment)
    {
        switch (assignment)
        {
            case Assign assign:
                EvaluateToEnd(assign.Value);
                foreach (var target in assign.Targets)
                {
                    Target(target);
                }

                break;
            case AugAssign assign:
                Evaluate(assign.Target, isUpdated: true);
                Evaluate(assign.Value);
                MayRaise(assign);
                Target(assign.Target);
                break;
            case AnnAssign assign:
                VisitAnnotated(assign);
                break;
            case TypeAlias alias:
                Deferred(alias.Value);
                Target(alias.Name);
                break;
        }
    }

    /// <summary>Whether and when an annotation is evaluated depends on the version and the scope: that it may raise is all that counts.</summary>
    private void VisitAnnotated(AnnAssign assign)
    {
        EvaluateToEnd(assign.Value);
        if (assign.Value != null || assign.Target is not Name)
        {
            Target(assign.Target);
        }

        MayRaise(assign);
    }

    private void VisitAssert(Assert assert)
    {
        var (holds, fails) = (NewBlock(), NewBlock());
        Condition(assert.Test, holds, fails);
        Start(fails);
        Evaluate(assert.Msg);
        Link(current, handler, FlowEdgeKind.Exceptional);
        Start(holds);
    }

    private void VisitImport(Stmt import, ImmutableArray<Alias> names)
    {
        MayRaise(import);
        foreach (var alias in names)
        {
            Emit(FlowEventKind.Bind, alias, OwnVariable(alias));
            MayRaise(import);
        }
    }

    private void VisitFunction(FunctionDefinition function)
    {
        EvaluateAll(function.DecoratorList);
        EvaluateAll(function.Args.Defaults);
        EvaluateAll(function.Args.KwDefaults);
        MayRaise(function);
        foreach (var inner in function.Body)
        {
            Deferred(inner);
        }

        Emit(FlowEventKind.Bind, function, OwnVariable(function));
    }

    /// <summary>The body of a class has a graph of its own: seen from outside it only may raise.</summary>
    private void VisitClass(ClassDef definition)
    {
        EvaluateAll(definition.DecoratorList);
        EvaluateAll(definition.Bases);
        foreach (var keyword in definition.Keywords)
        {
            Evaluate(keyword.Value);
        }

        MayRaise(definition);
        foreach (var inner in definition.Body)
        {
            Deferred(inner);
        }

        Emit(FlowEventKind.Bind, definition, OwnVariable(definition));
    }

    /// <summary>A chain of <c>elif</c> nests in the tree, not here.</summary>
    private void VisitIf(If branch)
    {
        var (after, outermost) = (NewBlock(), statement);
        while (true)
        {
            var (then, otherwise) = (NewBlock(), NewBlock());
            Condition(branch.Test, then, otherwise);
            Start(then);
            Body(branch.Body);
            Link(current, after);
            Start(otherwise);
            if (branch.OrElse is not [If next])
            {
                break;
            }

            Mark(next);
            branch = next;
        }

        Body(branch.OrElse);
        Link(current, after);
        statement = outermost;
        Start(after);
    }

    private void VisitWhile(While loop)
    {
        var (body, orElse, after) = (NewBlock(), NewBlock(), NewBlock());
        Continue();
        var head = current;
        Condition(loop.Test, body, orElse);
        LoopBody(loop.Body, body, head, after);
        Start(orElse);
        Body(loop.OrElse);
        Link(current, after);
        Start(after);
    }

    private void VisitFor(ForStatement loop)
    {
        var (head, first, body, orElse, after) = (NewBlock(), NewBlock(), NewBlock(), NewBlock(), NewBlock());
        Evaluate(loop.Iter);
        MayRaise(loop);
        Link(current, IsSurelyFilled(loop.Iter) ? first : head);
        Start(head);
        MayRaise(loop);
        Link(head, first, FlowEdgeKind.True);
        Link(head, orElse, FlowEdgeKind.False);
        Start(first);
        Target(loop.Target);
        Link(current, body);
        LoopBody(loop.Body, body, head, after);
        Start(orElse);
        Body(loop.OrElse);
        Link(current, after);
        Start(after);
    }

    private void LoopBody(ImmutableArray<Stmt> statements, int body, int head, int after)
    {
        Start(body);
        frames.Add(new Frame { Kind = FrameKind.Loop, Break = after, Continue = head });
        Body(statements);
        frames.Pop();
        Link(current, head);
    }

    /// <summary>True for what has at least one element: a display, or a <c>range</c> of literals.</summary>
    private bool IsSurelyFilled(Expr iterable) => iterable switch
    {
        Constant { Value: string { Length: > 0 } or byte[] { Length: > 0 } } => true,
        Tuple tuple => HasElement(tuple.Elts),
        List list => HasElement(list.Elts),
        Set set => HasElement(set.Elts),
        Call { Func: var callee, Keywords.IsEmpty: true, Args: [var stop] } when model.IsBuiltin(callee, "range") =>
            Constants.Integer(stop) is { } count && count > BigInteger.Zero,
        _ => false,
    };

    private static bool HasElement(ImmutableArray<Expr> elements)
    {
        foreach (var element in elements)
        {
            if (element is not Starred)
            {
                return true;
            }
        }

        return false;
    }

    private void VisitMatch(Match match)
    {
        var after = NewBlock();
        Evaluate(match.Subject);
        foreach (var matchCase in match.Cases)
        {
            var (body, next) = (NewBlock(), NewBlock());
            VisitPattern(matchCase.Pattern, next);
            if (matchCase.Guard is { } guard)
            {
                Condition(guard, body, next);
            }
            else
            {
                Link(current, body);
            }

            Start(body);
            Body(matchCase.Body);
            Link(current, after);
            Start(next);
        }

        Link(current, after);
        Start(after);
    }

    /// <summary>CPython stores what a pattern captures when all of it has matched; the values in it are read as far as it gets.</summary>
    private void VisitPattern(Pattern pattern, int next)
    {
        if (!Patterns.IsIrrefutable(pattern))
        {
            MayRaise(pattern);
            Link(current, next, FlowEdgeKind.False);
            for (var i = pattern.Index; i < pattern.SubtreeEnd; i++)
            {
                if (nodes[i] is Name name)
                {
                    Continue();
                    Read(name);
                    MayRaise(name);
                    Link(current, next, FlowEdgeKind.False);
                }
            }

            Continue();
        }

        for (var i = pattern.Index; i < pattern.SubtreeEnd; i++)
        {
            if (nodes[i] is Pattern part && Patterns.CaptureOf(part) != null)
            {
                Emit(FlowEventKind.Bind, part, OwnVariable(part));
            }
        }
    }
}
