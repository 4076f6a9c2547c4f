using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Escapes;

/// <summary>Whether a value outlives the loop's iteration or the function's call in which it is made.</summary>
/// <param name="Answer">Yes when something that lives longer may keep it, No when nothing does, Unknown when code that isn't known gets it.</param>
/// <param name="Way">How it gets out; <see cref="EscapeWay.None"/> when it doesn't.</param>
/// <param name="Place">The node through which it gets out, or the call that may keep it; null when it doesn't.</param>
public readonly record struct Escape(Answer Answer, EscapeWay Way, Node? Place)
{
    /// <summary>The value stays.</summary>
    public static Escape No => new(Answer.No, EscapeWay.None, null);

    internal static Escape Yes(EscapeWay way, Node place) => new(Answer.Yes, way, place);

    internal static Escape Unknown(EscapeWay way, Node place) => new(Answer.Unknown, way, place);

    /// <summary>The more telling of two: Yes before Unknown before No.</summary>
    internal Escape Or(Escape other) => Answer == Answer.Yes || other.Answer == Answer.No ? this
        : other.Answer == Answer.Yes || Answer == Answer.No ? other
        : this;
}

/// <summary>The ways in which a value gets out.</summary>
public enum EscapeWay
{
    /// <summary>It doesn't.</summary>
    None,

    /// <summary>Assigned to an attribute.</summary>
    Attribute,

    /// <summary>Put into a container that lives longer.</summary>
    Container,

    /// <summary>Bound to a global variable or one of a function around.</summary>
    OuterVariable,

    /// <summary>Kept by a variable that is read after the loop.</summary>
    ReadLater,

    /// <summary>Returned.</summary>
    Returned,

    /// <summary>Yielded.</summary>
    Yielded,

    /// <summary>Raised.</summary>
    Raised,

    /// <summary>An element of the result of a comprehension.</summary>
    Collected,

    /// <summary>Given to a thread, timer, signal or exit handler, which calls it later.</summary>
    Registered,

    /// <summary>Passed to a function that isn't known, or used in a way that isn't followed.</summary>
    Passed,
}
