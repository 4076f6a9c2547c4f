using PyLint.Sharp.Syntax;
using System.Collections.Frozen;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>
/// What classes of Python give to their instances. The library's table has the public names of classes; those that
/// <c>__init__</c> gives to instances of classes written in Python it hasn't.
/// </summary>
internal static class KnownAttributes
{
    /// <summary><c>dir(object)</c> of CPython 3.13.</summary>
    private static readonly FrozenSet<string> OfObject = FrozenSet.ToFrozenSet(
        """
        __class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ __init__
        __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__
        __subclasshook__
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>What the class itself adds to its bases.</summary>
    public static Answer Of(KnownClass known, string name)
    {
        if (NameMangling.IsSpecial(name))
        {
            return known.Name == "object" && OfObject.Contains(name) ? Answer.Yes : IsEmpty(known) && IsUserDefined(name) ? Answer.No : Answer.Unknown;
        }

        if (known.Library.HasOwnMember(name))
        {
            return Answer.Yes;
        }

        var isWrittenInC = !known.Name.Contains('.', StringComparison.Ordinal);
        return isWrittenInC || IsEmpty(known) || known.Name.StartsWith("collections.abc.", StringComparison.Ordinal) ? Answer.No : Answer.Unknown;
    }

    /// <summary>Classes without anything for the instances of classes that derive from them.</summary>
    public static bool IsEmpty(KnownClass known) => known.Name is "object" or "abc.ABC" or "typing.Generic" or "typing.Protocol";

    /// <summary>Special methods that no class has unless somebody wrote them; others, as <c>__dict__</c>, come of themselves.</summary>
    private static bool IsUserDefined(string name) => name is "__call__" or "__getattr__" or "__enter__" or "__exit__" or "__len__" or "__iter__"
        or "__next__" or "__getitem__" or "__contains__" or "__bool__" or "__post_init__" or "__del__" or "__aenter__" or "__aexit__";
}
