using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>Loops and <c>try</c>: where control comes back, and where it leaves before the end.</content>
internal sealed partial class BodyTypes
{
    private TypeState? RunWhile(While loop, TypeState head)
    {
        for (var round = 1; ; round++)
        {
            var start = head.Copy();
            TypeOf(loop.Test, start);
            var exit = Assume(loop.Test, false, start.Copy());
            var exits = Enter();
            var end = Assume(loop.Test, true, start) is { } inside ? Run(loop.Body, inside) : null;
            loops.Pop();
            if (!Repeats(head, TypeState.Join(end, exits.Continued), round))
            {
                return TypeState.Join(Run(loop.OrElse, exit), exits.Broken);
            }
        }
    }

    private TypeState? RunFor(ForStatement loop, TypeState head)
    {
        var iterated = TypeOf(loop.Iter, head);
        var element = loop is For ? ElementTypes.Present(ElementTypes.Iterated(iterated)) : PyType.Unknown;
        for (var round = 1; ; round++)
        {
            var exit = head.Copy();
            var inside = head.Copy();
            // What the iterable is doesn't change, but the variables that it is made of may: its elements come from the first time.
            Bind(loop.Target, element, inside);
            var exits = Enter();
            var end = Run(loop.Body, inside);
            loops.Pop();
            if (!Repeats(head, TypeState.Join(end, exits.Continued), round))
            {
                return TypeState.Join(Run(loop.OrElse, exit), exits.Broken);
            }
        }
    }

    /// <summary>Takes what comes back into the head of the loop; true when the loop must be followed again.</summary>
    private bool Repeats(TypeState head, TypeState? back, int round) =>
        back != null && fuel > 0 && head.Include(back, widen: round >= RoundsBeforeGivingUp);

    private LoopExits Enter()
    {
        var exits = new LoopExits();
        loops.Add(exits);
        return exits;
    }

    private void Leave(Stmt statement, TypeState state)
    {
        if (loops.Count == 0)
        {
            return;
        }

        var exits = loops[loops.Count - 1];
        if (statement is Break)
        {
            exits.Broken = TypeState.Join(exits.Broken, state);
        }
        else
        {
            exits.Continued = TypeState.Join(exits.Continued, state);
        }
    }

    /// <summary>
    /// An exception may come at any place of the body, so a handler starts with all that the variables ever were in it; so does
    /// <c>finally</c>.
    /// </summary>
    private TypeState? RunTry(TryStatement attempt, TypeState state)
    {
        var hasFinally = !attempt.FinalBody.IsEmpty;
        if (hasFinally)
        {
            handlers.Add(state.Copy());
        }

        handlers.Add(state.Copy());
        var after = Run(attempt.Body, state);
        var caught = handlers.Pop();
        after = Run(attempt.OrElse, after);
        foreach (var handler in attempt.Handlers)
        {
            after = TypeState.Join(after, RunHandler(handler, caught.Copy(), attempt is TryStar));
        }

        return hasFinally ? RunFinally(attempt, after) : after;
    }

    private TypeState? RunFinally(TryStatement attempt, TypeState? after)
    {
        var leaving = handlers.Pop();
        if (Run(attempt.FinalBody, leaving) is { } left && loops.Count > 0)
        {
            // A break or continue inside passes here on its way.
            var exits = loops[loops.Count - 1];
            exits.Broken = exits.Broken is null ? null : TypeState.Join(exits.Broken, left);
            exits.Continued = exits.Continued is null ? null : TypeState.Join(exits.Continued, left);
        }

        return after is null ? null : Run(attempt.FinalBody, after);
    }

    private TypeState? RunHandler(ExceptHandler handler, TypeState state, bool isGroup)
    {
        if (handler.Type is { } type)
        {
            TypeOf(type, state);
        }

        if (handler.Name is null)
        {
            return Run(handler.Body, state);
        }

        BindName(handler, isGroup ? PyType.Unknown : OfCaught(handler.Type), state);
        var after = Run(handler.Body, state);
        if (after != null && SlotOf(handler) is { } slot)
        {
            after.Unbind(slot);
        }

        return after;
    }

    private PyType OfCaught(Expr? type)
    {
        if (type is Tuple several)
        {
            var result = PyType.Never;
            foreach (var one in several.Elts)
            {
                result = TypeJoin.Of(result, OfCaught(one));
            }

            return ElementTypes.Present(result);
        }

        var library = type is null ? null : model.KnownName(type) is { } name ? Knowledge.StandardLibrary.FindClass(name) : null;
        return library is null ? PyType.Unknown : PyType.Instance(library, isExact: false);
    }

    /// <summary>The states with which a loop is left or taken up again before the end of its body.</summary>
    private sealed class LoopExits
    {
        public TypeState? Broken { get; set; }

        public TypeState? Continued { get; set; }
    }
}
