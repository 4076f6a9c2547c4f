using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Follows one body, a module, class, function or lambda, statement by statement, with the types of its variables. Loops are followed
/// until nothing changes. Code that no way leads to is not followed, so its expressions have no types.
/// </summary>
internal sealed partial class BodyTypes
{
    /// <summary>From this round of a loop on, or of a body with growing containers, what still changes is given up.</summary>
    private const int RoundsBeforeGivingUp = 4;

    /// <summary>How many statements go by between two looks at the cancellation token.</summary>
    private const int Stride = 64;

    /// <summary>Where ways part and meet, the state is copied and joined; so many variables of it count as a step.</summary>
    private const int SlotsOfAStep = 32;

    private readonly TypeInference inference;
    private readonly SemanticModel model;
    private readonly Scope? scope;
    private int slotCount;
    private readonly AddedElements added = new();
    private WorkList<TypeState> handlers;
    private WorkList<LoopExits> loops;
    private int fuel;
    private bool isRecursive;
    private PyType assumed = PyType.Never;
    private Arg? passedOn;
    private PyType passedOnAs = PyType.Never;

    /// <param name="inference">Who asks.</param>
    /// <param name="scope">The body; null for expressions that stand in none, such as annotations.</param>
    public BodyTypes(TypeInference inference, Scope? scope)
    {
        this.inference = inference;
        this.scope = scope;
        model = inference.Model;
        if (scope != null)
        {
            AddSlots(scope);
        }
    }

    /// <summary>True when the types are known; false while the body is followed, and when that takes too long.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>What the body returns; Never when it doesn't.</summary>
    public PyType Returned { get; private set; } = PyType.Never;

    /// <summary>What a generator gives out.</summary>
    public PyType Yielded { get; private set; } = PyType.Never;

    /// <summary>What a call returns; a function that gives back a parameter gives what the caller put in.</summary>
    public PyType ReturnedFor(ReadOnlySpan<PyType> arguments)
    {
        if (passedOn is null)
        {
            return ElementTypes.Present(Returned);
        }

        var position = PositionOf(passedOn);
        var given = position >= 0 && position < arguments.Length ? TypeJoin.WithoutElements(arguments[position]) : PyType.Unknown;
        return ElementTypes.Present(TypeJoin.Of(Returned, given.IsUnknown ? passedOnAs : given));
    }

    /// <summary>
    /// What a call inside the body itself returns, as far as that is known: nothing at first. The body is followed again with what it
    /// then turned out to return, until that is no more than was assumed.
    /// </summary>
    public PyType ReturnedSoFar()
    {
        isRecursive = true;
        return passedOn is null ? assumed : PyType.Unknown;
    }

    public void Analyze()
    {
        // Loops in loops multiply; no code that somebody means to read needs as many steps.
        fuel = (20 * (scope!.Node.SubtreeEnd - scope.Node.Index)) + 1000;
        for (var round = 1; round == 1 || added.HasChanged || (isRecursive && !assumed.Equals(Returned)); round++)
        {
            added.HasChanged = false;
            if (round == RoundsBeforeGivingUp)
            {
                added.Widen();
                Returned = isRecursive ? PyType.Unknown : Returned;
            }
            else if (round == RoundsBeforeGivingUp - 1 && isRecursive)
            {
                // [f()] grows by a list each time.
                Returned = TypeJoin.WithoutElements(Returned);
            }

            assumed = Returned;

            AnalyzeOnce();
        }

        (handlers, loops) = (default, default);
        Yielded = ElementTypes.Present(Yielded);
        IsFinished = fuel > 0;
    }

    private void AnalyzeOnce()
    {
        var state = new TypeState(slotCount);
        switch (scope!.Node)
        {
            case FunctionDefinition function:
                BindParameters(function.Args, state);
                Returned = Run(function.Body, state) != null ? TypeJoin.Of(Returned, PyType.None) : Returned;
                break;
            case Lambda lambda:
                BindParameters(lambda.Args, state);
                Return(lambda.Body, state);
                break;
            case ClassDef definition:
                Run(definition.Body, state);
                break;
            case Module module:
                Run(module.Body, state);
                break;
        }
    }

    private void Return(Expr? value, TypeState state)
    {
        var type = value is null ? PyType.None : TypeOf(value, state);
        if (value is Name name && model.SymbolOf(name) is { } symbol && symbol.Scope == scope
            && symbol.SoleBinder(BindingKind.Parameter) is Arg parameter && (passedOn is null || passedOn == parameter) && PositionOf(parameter) >= 0)
        {
            passedOn = parameter;
            passedOnAs = TypeJoin.Of(passedOnAs, type);
        }
        else
        {
            Returned = TypeJoin.Of(Returned, type);
        }
    }

    private int PositionOf(Arg parameter)
    {
        var arguments = scope!.Node switch { FunctionDefinition function => function.Args, Lambda lambda => lambda.Args, _ => null };
        if (arguments is null)
        {
            return -1;
        }

        var position = arguments.PosOnlyArgs.IndexOf(parameter);
        var later = position < 0 ? arguments.Args.IndexOf(parameter) : -1;
        return later < 0 ? position : later + arguments.PosOnlyArgs.Length;
    }

    private void AddSlots(Scope around)
    {
        for (var entry = around.FirstEntry; entry != null; entry = entry.Next)
        {
            if (entry.OwnSymbol is { } symbol && IsOwn(symbol))
            {
                symbol.TypeSlot = ++slotCount;
            }
        }

        foreach (var inner in around.Inner)
        {
            if (inner.Kind == ScopeKind.Comprehension)
            {
                AddSlots(inner);
            }
        }
    }

    /// <summary>Whether the body follows a variable, and where states have it.</summary>
    private bool IsFollowed(Symbol symbol, out int slot)
    {
        slot = symbol.TypeSlot - 1;
        return slot >= 0 && scope != null && ContainerUses.BodyOf(symbol.Scope) == scope;
    }

    /// <summary>True for a variable that only this body binds.</summary>
    private bool IsOwn(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (ContainerUses.BodyOf(binding.Scope) != scope)
            {
                return false;
            }
        }

        return inference.CanBeFollowed(symbol);
    }

    /// <summary>Follows statements; null when control doesn't reach the place behind them. Changes the state.</summary>
    private TypeState? Run(ImmutableArray<Stmt> body, TypeState? state)
    {
        foreach (var statement in body)
        {
            if (state is null)
            {
                return null;
            }

            state = Run(statement, state);
        }

        return state;
    }

    private static bool Forks(NodeKind kind) => kind is NodeKind.If or NodeKind.Match or NodeKind.While or NodeKind.For or NodeKind.AsyncFor
        or NodeKind.Try or NodeKind.TryStar or NodeKind.With or NodeKind.AsyncWith;

    private TypeState? Run(Stmt statement, TypeState state)
    {
        fuel -= 1 + (Forks(statement.Kind) ? slotCount / SlotsOfAStep : 0);
        if (fuel < 0)
        {
            return null;
        }

        if (fuel % Stride == 0)
        {
            model.Cancellation.ThrowIfCancellationRequested();
        }

        switch (statement.Kind)
        {
            case NodeKind.ExprStmt:
                var value = ((ExprStmt)statement).Value;
                TypeOf(value, state);
                return value is Call call && model.NeverReturns(call) ? null : state;
            case NodeKind.Return:
                Return(((Return)statement).Value, state);
                return null;
            case NodeKind.If:
                return RunBranch((If)statement, state);
            case NodeKind.While:
                return RunWhile((While)statement, state);
            case NodeKind.For or NodeKind.AsyncFor:
                return RunFor((ForStatement)statement, state);
            case NodeKind.Try or NodeKind.TryStar:
                return RunTry((TryStatement)statement, state);
            case NodeKind.With or NodeKind.AsyncWith:
                return RunWith((WithStatement)statement, state);
            case NodeKind.Match:
                return RunMatch((Match)statement, state);
            case NodeKind.Break or NodeKind.Continue:
                Leave(statement, state);
                return null;
            case NodeKind.Raise:
                TypeOfGiven(((Raise)statement).Exc, state);
                TypeOfGiven(((Raise)statement).Cause, state);
                return null;
            case NodeKind.Assert:
                var test = ((Assert)statement).Test;
                TypeOf(test, state);
                return Assume(test, true, state);
            default:
                RunSimple(statement, state);
                return state;
        }
    }

    private void RunSimple(Stmt statement, TypeState state)
    {
        switch (statement)
        {
            case Assign assign:
                var value = TypeOf(assign.Value, state);
                value = assign.Targets.Length > 1 ? TypeJoin.WithoutElements(value) : value;
                foreach (var target in assign.Targets)
                {
                    Bind(target, value, state);
                }

                break;
            case AnnAssign assign:
                if (assign.Value is { } given)
                {
                    Bind(assign.Target, TypeOf(given, state), state);
                }
                else
                {
                    TypeOfParts(assign.Target, state);
                }

                break;
            case AugAssign assign:
                RunAugmented(assign, state);
                break;
            case Delete delete:
                foreach (var target in delete.Targets)
                {
                    Unbind(target, state);
                }

                break;
            case FunctionDefinition function:
                RunDefinition(function, state);
                break;
            case ClassDef definition:
                TypeOfAll(definition.DecoratorList, state);
                TypeOfAll(definition.Bases, state);
                TypeOfKeywords(definition.Keywords, state);
                BindName(definition, DefinitionTypes.OfClass(model, definition), state);
                break;
            case TypeAlias { Name: Name name }:
                BindName(name, PyType.Unknown, state);
                break;
            case Import or ImportFrom:
                RunImport(statement, state);
                break;
        }
    }

    private void RunDefinition(FunctionDefinition function, TypeState state)
    {
        TypeOfAll(function.DecoratorList, state);
        TypeOfAll(function.Args.Defaults, state);
        TypeOfAll(function.Args.KwDefaults, state);
        BindName(function, DefinitionTypes.OfFunction(function), state);
    }

    private void RunImport(Stmt statement, TypeState state)
    {
        var names = statement is Import import ? import.Names : ((ImportFrom)statement).Names;
        foreach (var alias in names)
        {
            if (alias.Name.Text == "*")
            {
                for (var slot = 0; slot < slotCount; slot++)
                {
                    Bind(slot, PyType.Unknown, state);
                }
            }
            else
            {
                BindName(alias, DefinitionTypes.OfImport(alias), state);
            }
        }
    }

    private TypeState? RunBranch(If branch, TypeState state)
    {
        // A long chain of elif nests in the tree; it is a loop here, so that it can't exhaust the stack.
        TypeState? after = null;
        TypeState? current = state;
        while (current != null && fuel > 0)
        {
            fuel -= 1 + (slotCount / SlotsOfAStep);
            TypeOf(branch.Test, current);
            var otherwise = Assume(branch.Test, false, current.Copy());
            after = TypeState.Join(after, Assume(branch.Test, true, current) is { } then ? Run(branch.Body, then) : null);
            current = otherwise;
            if (branch.OrElse is not [If next])
            {
                return TypeState.Join(after, Run(branch.OrElse, current));
            }

            branch = next;
        }

        return after;
    }

    private TypeState? RunMatch(Match match, TypeState state)
    {
        var subject = TypeOf(match.Subject, state);
        TypeState? after = null;
        foreach (var matchCase in match.Cases)
        {
            var inside = state.Copy();
            BindPattern(matchCase.Pattern, subject, inside);
            if (matchCase.Guard is { } guard)
            {
                TypeOf(guard, inside);
            }

            after = TypeState.Join(after, Run(matchCase.Body, inside));
            if (matchCase is { Pattern: MatchAs { Pattern: null }, Guard: null })
            {
                return after;
            }
        }

        return TypeState.Join(after, state);
    }

    private TypeState? RunWith(WithStatement with, TypeState state)
    {
        var swallows = with is AsyncWith;
        handlers.Add(state.Copy());
        foreach (var item in with.Items)
        {
            var manager = TypeOf(item.ContextExpr, state);
            swallows |= KnownContextManagers.Swallows(model, item.ContextExpr) != Answer.No;
            if (item.OptionalVars is { } target)
            {
                Bind(target, manager.Kind == PyTypeKind.File && with is With ? manager : PyType.Unknown, state);
            }
        }

        var after = Run(with.Body, state);
        var caught = handlers.Pop();
        return swallows ? TypeState.Join(after, caught) : after;
    }
}
