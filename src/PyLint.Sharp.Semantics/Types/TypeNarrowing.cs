using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>The part of a type for which a test holds or fails.</summary>
internal static class TypeNarrowing
{
    /// <summary>The types that can be true, or false; Never when none can.</summary>
    public static PyType ByTruth(PyType type, bool truth)
    {
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = TruthOf(member) == (truth ? Answer.No : Answer.Yes) ? result : TypeJoin.Of(result, member);
        }

        return result;
    }

    public static PyType ByNone(PyType type, bool isNone)
    {
        if (type.IsUnknown)
        {
            return isNone ? PyType.None : type;
        }

        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = (member.Kind == PyTypeKind.None) == isNone || member.IsUnknown ? TypeJoin.Of(result, member) : result;
        }

        return result;
    }

    /// <summary><c>isinstance(x, C)</c> for built-in classes. A value of unknown type may be of a subclass and stays unknown.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="classes">The names of the classes; null for one that isn't known.</param>
    /// <param name="isInstance">True for the part for which the test holds.</param>
    public static PyType ByClass(PyType type, ImmutableArray<string?> classes, bool isInstance)
    {
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            var answer = IsInstance(member, classes);
            result = answer == Answer.Unknown || answer == Answer.Yes == isInstance ? TypeJoin.Of(result, member) : result;
        }

        return result;
    }

    /// <summary>Whether values of a type count as true.</summary>
    public static Answer TruthOf(PyType type) => type.Kind switch
    {
        PyTypeKind.None => Answer.No,
        PyTypeKind.Ellipsis or PyTypeKind.Function or PyTypeKind.Module or PyTypeKind.Iterator or PyTypeKind.File => Answer.Yes,
        PyTypeKind.Tuple when !type.IsVariadic => type.Arguments.IsEmpty ? Answer.No : Answer.Yes,
        PyTypeKind.Library when type.IsExact && !type.Library!.CanBeFalse => Answer.Yes,
        _ => Answer.Unknown,
    };

    private static Answer IsInstance(PyType type, ImmutableArray<string?> classes)
    {
        var result = Answer.No;
        foreach (var name in classes)
        {
            var answer = IsInstance(type, name);
            if (answer == Answer.Yes)
            {
                return answer;
            }

            result = answer == Answer.Unknown ? answer : result;
        }

        return result;
    }

    private static Answer IsInstance(PyType type, string? name)
    {
        if (name == "object")
        {
            return Answer.Yes;
        }

        // Abstract base classes recognize classes that don't derive from them.
        if (name is null || TypeNotation.KindOf(name) is var wanted && wanted == PyTypeKind.Unknown || type.Kind is PyTypeKind.Unknown or PyTypeKind.Iterator)
        {
            return Answer.Unknown;
        }

        return type.Kind switch
        {
            var kind when kind == wanted => Answer.Yes,
            PyTypeKind.Bool when wanted == PyTypeKind.Int => Answer.Yes,
            PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict when wanted == PyTypeKind.Dict => Answer.Yes,
            <= PyTypeKind.OrderedDict => Answer.No,
            _ => Answer.Unknown,
        };
    }
}
