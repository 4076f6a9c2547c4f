using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Why a <c>class</c> statement raises <c>TypeError</c>.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The reason in words, with the names of the classes.</param>
/// <param name="Orders">For <see cref="ClassConflictKind.InconsistentOrder"/> the demands that contradict each other, as a circle.</param>
public sealed record ClassConflict(ClassConflictKind Kind, string Message, ImmutableArray<OrderDemand> Orders);

/// <summary>One demand on the order of two classes.</summary>
/// <param name="First">The class that must come first.</param>
/// <param name="Second">The class that must come after it.</param>
/// <param name="By">The class whose bases or whose own order demands it.</param>
public readonly record struct OrderDemand(ClassReference First, ClassReference Second, ClassReference By);

/// <summary>The ways in which bases can be impossible.</summary>
public enum ClassConflictKind
{
    /// <summary>No order satisfies all bases (C3 linearisation, Python 2.3's "The Python 2.3 Method Resolution Order").</summary>
    InconsistentOrder,

    /// <summary>The same class twice among the bases.</summary>
    DuplicateBase,

    /// <summary>A base such as <c>bool</c> that cannot be derived from.</summary>
    FinalBase,

    /// <summary>Bases whose instances are laid out differently in memory, as those of <c>int</c> and <c>str</c>, or slots in a class of such as <c>int</c>.</summary>
    LayoutConflict,

    /// <summary>No metaclass among those of the bases derives from all others.</summary>
    MetaclassConflict,

    /// <summary>A protocol with a base that is none (PEP 544).</summary>
    ProtocolBase,

    /// <summary>An enumeration whose last base is none.</summary>
    EnumBase,

    /// <summary>A base that is a value and no class.</summary>
    NotAClass,
}
