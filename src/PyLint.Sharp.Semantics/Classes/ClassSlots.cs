using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>A class's own <c>__slots__</c>.</summary>
/// <param name="AreDefined">Yes with slots whose names are known, No without any, Unknown when they can't be read.</param>
/// <param name="Names">The names as written, without <c>__dict__</c> and <c>__weakref__</c>.</param>
/// <param name="LeaveDict">True when instances have a <c>__dict__</c> as far as this class decides.</param>
public readonly record struct ClassSlots(Answer AreDefined, ImmutableArray<string> Names, bool LeaveDict)
{
    /// <summary>Whether the slots make the layout of instances another one than that of the bases.</summary>
    internal Answer AddToInstances => AreDefined == Answer.Yes ? Flow.Constants.ToAnswer(!Names.IsEmpty) : AreDefined;
}
