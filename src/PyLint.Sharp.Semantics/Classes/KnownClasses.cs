using System.Collections.Frozen;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>
/// The classes of Python itself, and what Python's <c>class</c> statement asks of them beyond the bases that
/// <see cref="StandardLibrary"/> tells (CPython's <c>type_new</c>: <c>solid_base</c>, <c>_PyType_CalculateMetaclass</c>).
/// </summary>
internal static class KnownClasses
{
    /// <summary>Classes whose instances hold more than those of their base, in C.</summary>
    private static readonly FrozenSet<string> Solid = Set(
        """
        int float complex str bytes bytearray list tuple dict set frozenset type property classmethod staticmethod super enumerate
        filter map reversed zip BaseException BaseExceptionGroup StopIteration SystemExit ImportError OSError SyntaxError
        UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError collections.OrderedDict collections.defaultdict collections.deque
        datetime.date datetime.datetime datetime.time datetime.timedelta datetime.tzinfo
        """);

    /// <summary>Classes of which that is true in some versions only.</summary>
    private static readonly FrozenSet<string> SometimesSolid = Set("NameError AttributeError");

    /// <summary>Modules written in Python, or in C without layouts of their own.</summary>
    private static readonly FrozenSet<string> PlainModules = Set(
        """
        abc argparse ast collections.abc contextlib enum html json logging numbers string threading typing unittest
        """);

    public static KnownClass Object { get; } = Find("object")!;

    public static KnownClass Type { get; } = Find("type")!;

    /// <summary>A class by its name as <see cref="SemanticModel.KnownName"/> gives it.</summary>
    public static KnownClass? Find(string name) => StandardLibrary.FindClass(name)?.AsKnown;

    /// <summary>Whether instances of the class are laid out in a way of their own.</summary>
    public static Answer IsSolid(KnownClass known)
    {
        if (Solid.Contains(known.Name))
        {
            return Answer.Yes;
        }

        var dot = known.Name.LastIndexOf('.');
        var isPlain = dot < 0 ? !SometimesSolid.Contains(known.Name) : PlainModules.Contains(known.Name[..dot]) && known.Name != "threading.local";
        return isPlain ? Answer.No : Answer.Unknown;
    }

    /// <summary>The class of a class, as far as it matters to classes that derive from it.</summary>
    public static KnownClass MetaclassOf(KnownClass known)
    {
        var library = known.Library;
        if (library.DerivesFrom("enum.Enum"))
        {
            return Find("enum.EnumMeta")!;
        }

        var isAbstract = library.IsAbstract || library.DerivesFrom("abc.ABC") || known.Linearization.Contains("typing.Protocol") == Answer.Yes
            || known.Name.StartsWith("collections.abc.", StringComparison.Ordinal) || known.Name.StartsWith("numbers.", StringComparison.Ordinal);
        return isAbstract ? Find("abc.ABCMeta")! : Type;
    }

    private static FrozenSet<string> Set(string names) =>
        FrozenSet.ToFrozenSet(names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
