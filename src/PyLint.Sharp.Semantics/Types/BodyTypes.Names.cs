using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>Reading names, and what tests tell about them.</content>
internal sealed partial class BodyTypes
{
    private PyType OfName(Name name, TypeState? state)
    {
        if (model.SymbolOf(name) is not { } symbol)
        {
            return DefinitionTypes.OfBuiltin(model.BuiltinOf(name));
        }

        if (state is null || !IsFollowed(symbol, out var slot))
        {
            return scope is null || ContainerUses.BodyOf(symbol.Scope) != scope ? OfOuter(symbol) : PyType.Unknown;
        }

        if (isLater && symbol.IsRebound && symbol.Scope.Kind != ScopeKind.Comprehension)
        {
            return PyType.Unknown;
        }

        // While a variable of a class or module has no value, its name means another.
        var mayMeanAnother = state.MayBeUnbound(slot)
            && (symbol.Scope.Kind == ScopeKind.Class || (symbol.Scope.Kind == ScopeKind.Module && Builtins.Contains(symbol.Name)));
        return mayMeanAnother ? PyType.Unknown : Present(symbol, state[slot]);
    }

    private PyType OfOuter(Symbol symbol) =>
        symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class && model.MayMeanAnother(symbol) ? PyType.Unknown : inference.OfVariable(symbol);

    /// <summary>The type with all that the body puts into the container, and without what others may put into it.</summary>
    private PyType Present(Symbol symbol, PyType type)
    {
        if (type.Arguments.IsEmpty)
        {
            return isRecursive && assumed.Kind == PyTypeKind.Never ? type : ElementTypes.Present(type);
        }

        return inference.Uses.Of(symbol) switch
        {
            Sharing.Shared => TypeJoin.WithoutElements(type),
            Sharing.ElementsShared => TypeJoin.WithoutInnerElements(added.Complete(symbol, type)),
            _ => added.Complete(symbol, type),
        };
    }

    /// <summary>The state when a test has succeeded or failed; null when it can't. Changes the state.</summary>
    private TypeState? Assume(Expr test, bool truth, TypeState? state)
    {
        if (state is null)
        {
            return null;
        }

        switch (test)
        {
            case Constant or Tuple { Elts.IsEmpty: true }:
                return Flow.Constants.Truth(test) == (truth ? Answer.No : Answer.Yes) ? null : state;
            case UnaryOp { Op: UnaryOperator.Not } not:
                return Assume(not.Operand, !truth, state);
            case BoolOp choice:
                return AssumeChoice(choice, truth, state);
            case Name name:
                return SlotToNarrow(name, state) is >= 0 and var tested ? Narrow(tested, TypeNarrowing.ByTruth(state[tested], truth), state) : state;
            case NamedExpr { Target: Name name }:
                return SlotToNarrow(name, state) is >= 0 and var bound ? Narrow(bound, TypeNarrowing.ByTruth(state[bound], truth), state) : state;
            case Compare { Left: Name name, Ops: [CompareOperator.Is or CompareOperator.IsNot], Comparators: [Constant { Value: null }] } comparison:
                // Even of a value of unknown type this tells that it is None.
                return SlotToNarrow(name, state, orUnknown: true) is >= 0 and var compared
                    ? Narrow(compared, TypeNarrowing.ByNone(state[compared], comparison.Ops[0] == CompareOperator.Is == truth), state)
                    : state;
            case Call { Args: [Name name, var classes], Keywords.IsEmpty: true } call when model.IsBuiltin(call.Func, "isinstance"):
                return SlotToNarrow(name, state) is >= 0 and var asked ? Narrow(asked, TypeNarrowing.ByClass(state[asked], ClassNames(classes), truth), state) : state;
            default:
                return state;
        }
    }

    private TypeState? AssumeChoice(BoolOp choice, bool truth, TypeState state)
    {
        if (choice.Op == BoolOperator.And == truth)
        {
            TypeState? all = state;
            foreach (var value in choice.Values)
            {
                all = Assume(value, truth, all);
            }

            return all;
        }

        TypeState? any = null;
        TypeState? before = state;
        foreach (var value in choice.Values)
        {
            any = TypeState.Join(any, Assume(value, truth, before?.Copy()));
            before = Assume(value, !truth, before);
        }

        return any;
    }

    /// <summary>The variable that a test tells something about; -1 when it is not ours to follow, or may be unbound.</summary>
    private int SlotToNarrow(Name name, TypeState state, bool orUnknown = false) =>
        model.SymbolOf(name) is { } symbol && IsFollowed(symbol, out var slot) && state[slot].Kind != PyTypeKind.Never
            && (orUnknown || !state[slot].IsUnknown) && !state.MayBeUnbound(slot)
            ? slot
            : -1;

    private static TypeState? Narrow(int slot, PyType narrowed, TypeState state)
    {
        if (narrowed.Kind == PyTypeKind.Never)
        {
            return null;
        }

        state.Narrow(slot, narrowed);
        return state;
    }

    private ImmutableArray<string?> ClassNames(Expr classes)
    {
        if (classes is not Tuple tuple)
        {
            return [model.KnownName(classes)];
        }

        var names = ImmutableArray.CreateBuilder<string?>(tuple.Elts.Length);
        foreach (var element in tuple.Elts)
        {
            names.Add(model.KnownName(element));
        }

        return names.MoveToImmutable();
    }
}
