using System.Runtime.CompilerServices;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// A fact about a whole file, class or variable that a rule needs for each of its findings, found once: to find it again each time would
/// take quadratic time. It goes when the object goes; any thread may ask.
/// </summary>
/// <param name="find">Finds it; twice when two threads ask at once.</param>
internal sealed class Remembered<TOwner, TFact>(Func<TOwner, TFact> find)
    where TOwner : class
{
    private readonly ConditionalWeakTable<TOwner, StrongBox<TFact>> known = [];
    private readonly ConditionalWeakTable<TOwner, StrongBox<TFact>>.CreateValueCallback create = owner => new StrongBox<TFact>(find(owner));

    public TFact Of(TOwner owner) => known.GetValue(owner, create).Value!;
}
