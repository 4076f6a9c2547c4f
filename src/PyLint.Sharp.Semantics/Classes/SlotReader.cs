using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Reads <c>__slots__ = ("a", "b")</c> (Python reference, 3.3.2.4).</summary>
internal static class SlotReader
{
    private static readonly ClassSlots Unreadable = new(Answer.Unknown, [], true);

    public static ClassSlots Read(ClassModel owner)
    {
        if (owner.Scope?.OwnSymbol("__slots__") is not { } symbol)
        {
            return owner.Dataclass is { Slots: not Answer.No } ? Unreadable : new ClassSlots(Answer.No, [], true);
        }

        if (symbol.SoleBinding is not { Kind: BindingKind.Assignment or BindingKind.AnnotatedAssignment, Value: { } value } binding
            || binding.Node.Parent != owner.Node || symbol.Has(BindingKind.Delete))
        {
            return Unreadable;
        }

        return value switch
        {
            Constant { StringValue: { } one } => Of([value], one),
            Tuple tuple => Of(tuple.Elts),
            List list => Of(list.Elts),
            Set set => Of(set.Elts),
            _ => Unreadable,
        };
    }

    private static ClassSlots Of(ImmutableArray<Expr> elements, string? single = null)
    {
        var names = ImmutableArray.CreateBuilder<string>(elements.Length);
        var leavesDict = false;
        foreach (var element in elements)
        {
            if ((single ?? (element as Constant)?.StringValue) is not { } name)
            {
                return Unreadable;
            }

            leavesDict |= name == "__dict__";
            if (name is not ("__dict__" or "__weakref__"))
            {
                names.Add(name);
            }
        }

        return new ClassSlots(Answer.Yes, names.DrainToImmutable(), leavesDict);
    }
}
