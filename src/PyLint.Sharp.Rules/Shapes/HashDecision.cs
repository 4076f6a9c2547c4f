using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Which class of an order decides whether instances have a hash, and how (Python reference, 3.3.1 <c>object.__hash__</c>).</summary>
/// <param name="Class">The class.</param>
/// <param name="HasHash">Whether it gives one.</param>
/// <param name="Place">Where the class says so; null for a class of Python itself.</param>
/// <param name="Reason">Why there is none, in words that follow the class's name; empty when there is one.</param>
internal readonly record struct HashDecision(ClassReference Class, Answer HasHash, TextSpan? Place, string Reason)
{
    /// <summary>The first decision from a place of the order on; null when the order isn't known that far.</summary>
    public static HashDecision? Of(ClassModel made, int start)
    {
        for (var i = start; i < made.Mro.Length; i++)
        {
            var reference = made.Mro[i];
            if (reference.Source is { } source)
            {
                if (OfSource(reference, source) is { } decided)
                {
                    return decided;
                }
            }
            else if (!reference.Known!.Library.HasHash)
            {
                return new HashDecision(reference, Answer.No, null, "has no hash because it can change");
            }
            else if (i == made.Mro.Length - 1 || reference.Known.Name is not ("abc.ABC" or "typing.Generic" or "typing.Protocol"))
            {
                return new HashDecision(reference, Answer.Yes, null, "");
            }
        }

        return null;
    }

    private static HashDecision? OfSource(ClassReference reference, ClassModel source)
    {
        if (source.Scope?.OwnSymbol("__hash__") is { Bindings: [var hash, ..] })
        {
            var isNone = hash.Value is Constant { IsNone: true };
            return new HashDecision(reference, isNone ? Answer.No : Answer.Yes, hash.Span, isNone ? "sets `__hash__ = None`" : "");
        }

        if (source.Dataclass is { } dataclass && dataclass.Eq != Answer.No)
        {
            var isHashed = dataclass.UnsafeHash == Answer.Yes || dataclass.Frozen == Answer.Yes;
            return new HashDecision(reference, isHashed ? Answer.Yes : Answer.No, dataclass.Decorator.Span, isHashed ? "" : "is a dataclass that compares by its fields and is not frozen");
        }

        return source.Scope?.OwnSymbol("__eq__") is { Bindings: [var equality, ..] }
            ? new HashDecision(reference, Answer.No, equality.Span, "defines `__eq__` without `__hash__`")
            : null;
    }
}
