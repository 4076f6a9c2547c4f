using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Follows one body, a module, class, function or lambda, statement by statement, with the types of its variables. Loops are followed
/// until nothing changes. Code that no way leads to is not followed, so its expressions have no types.
/// </summary>
internal sealed partial class BodyTypes
{
    /// <summary>From this round of a loop on, or of a body with growing containers, what still changes is given up.</summary>
    private const int RoundsBeforeGivingUp = 4;

    private readonly TypeInference inference;
    private readonly SemanticModel model;
    private readonly Scope? scope;
    private readonly Dictionary<Symbol, int> slots = [];
    private readonly AddedElements added = new();
    private readonly List<TypeState> handlers = [];
    private readonly List<LoopExits> loops = [];
    private int fuel;

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

    public void Analyze()
    {
        // Loops in loops multiply; no code that somebody means to read needs as many steps.
        fuel = (20 * (scope!.Node.SubtreeEnd - scope.Node.Index)) + 1000;
        for (var round = 1; round == 1 || added.HasChanged; round++)
        {
            added.HasChanged = false;
            if (round == RoundsBeforeGivingUp)
            {
                added.Widen();
            }

            AnalyzeOnce();
        }

        Returned = ElementTypes.Present(Returned);
        IsFinished = fuel > 0;
    }

    private void AnalyzeOnce()
    {
        var state = new TypeState(slots.Count);
        switch (scope!.Node)
        {
            case FunctionDefinition function:
                BindParameters(function.Args, state);
                Returned = Run(function.Body, state) != null ? TypeJoin.Of(Returned, PyType.None) : Returned;
                break;
            case Lambda lambda:
                BindParameters(lambda.Args, state);
                Returned = TypeJoin.Of(Returned, TypeOf(lambda.Body, state));
                break;
            case ClassDef definition:
                Run(definition.Body, state);
                break;
            case Module module:
                Run(module.Body, state);
                break;
        }
    }

    private void AddSlots(Scope around)
    {
        foreach (var symbol in around.Symbols)
        {
            if (IsOwn(symbol))
            {
                slots.Add(symbol, slots.Count);
            }
        }

        foreach (var inner in around.Children)
        {
            if (inner.Kind == ScopeKind.Comprehension)
            {
                AddSlots(inner);
            }
        }
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

    private TypeState? Run(Stmt statement, TypeState state)
    {
        if (fuel-- <= 0)
        {
            return null;
        }

        switch (statement)
        {
            case ExprStmt { Value: var value }:
                TypeOf(value, state);
                return value is Call call && model.NeverReturns(call) ? null : state;
            case Return { Value: var value }:
                Returned = TypeJoin.Of(Returned, value is null ? PyType.None : TypeOf(value, state));
                return null;
            case If branch:
                return RunBranch(branch, state);
            case While loop:
                return RunWhile(loop, state);
            case ForStatement loop:
                return RunFor(loop, state);
            case TryStatement attempt:
                return RunTry(attempt, state);
            case WithStatement with:
                return RunWith(with, state);
            case Match match:
                return RunMatch(match, state);
            case Break or Continue:
                Leave(statement, state);
                return null;
            case Raise raise:
                TypeOfAll([raise.Exc, raise.Cause], state);
                return null;
            case Assert assert:
                TypeOf(assert.Test, state);
                return Assume(assert.Test, true, state);
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
                BindName(definition, definition.Name.Text, DefinitionTypes.OfClass(model, definition), state);
                break;
            case TypeAlias { Name: Name name }:
                BindName(name, name.Id, PyType.Unknown, state);
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
        BindName(function, function.Name.Text, DefinitionTypes.OfFunction(function), state);
    }

    private void RunImport(Stmt statement, TypeState state)
    {
        var names = statement is Import import ? import.Names : ((ImportFrom)statement).Names;
        foreach (var alias in names)
        {
            if (alias.Name.Text == "*")
            {
                foreach (var slot in slots.Values)
                {
                    Bind(slot, PyType.Unknown, state);
                }
            }
            else
            {
                var dot = alias.AsName is null ? alias.Name.Text.IndexOf('.', StringComparison.Ordinal) : -1;
                BindName(alias, alias.AsName?.Text ?? (dot < 0 ? alias.Name.Text : alias.Name.Text[..dot]), DefinitionTypes.OfImport(alias), state);
            }
        }
    }

    private TypeState? RunBranch(If branch, TypeState state)
    {
        // A long chain of elif nests in the tree; it is a loop here, so that it can't exhaust the stack.
        TypeState? after = null;
        TypeState? current = state;
        while (current != null && fuel-- > 0)
        {
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
        var caught = handlers[^1];
        handlers.RemoveAt(handlers.Count - 1);
        return swallows ? TypeState.Join(after, caught) : after;
    }
}
