using System.Collections.Immutable;
using System.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>A class's method resolution order (Python's <c>__mro__</c>), or why there is none.</summary>
public sealed class Linearization
{
    private Linearization(Answer exists, ImmutableArray<ClassReference> classes, ClassConflict? conflict) =>
        (Exists, Classes, Conflict) = (exists, classes, conflict);

    /// <summary>Yes when Python makes the class and searches it in this order, No when the <c>class</c> statement raises <c>TypeError</c>.</summary>
    public Answer Exists { get; }

    /// <summary>The class itself, its bases, and <c>object</c> last; empty unless it exists.</summary>
    public ImmutableArray<ClassReference> Classes { get; }

    /// <summary>Why Python refuses the class; null unless it surely does.</summary>
    public ClassConflict? Conflict { get; }

    internal static Linearization Unknown { get; } = new(Answer.Unknown, [], null);

    internal static Linearization Of(ImmutableArray<ClassReference> classes) => new(Answer.Yes, classes, null);

    internal static Linearization Refused(ClassConflict conflict) => new(Answer.No, [], conflict);

    /// <summary>Whether a class is in the order; Unknown when the order is.</summary>
    public Answer Contains(ClassReference searched)
    {
        foreach (var found in Classes)
        {
            if (found == searched)
            {
                return Answer.Yes;
            }
        }

        return Exists == Answer.Yes ? Answer.No : Answer.Unknown;
    }

    /// <summary>Whether a built-in or standard class of this name is in the order; Unknown when the order is.</summary>
    public Answer Contains(string knownName) => KnownClasses.Find(knownName) is { } known ? Contains(new ClassReference(null, known)) : Answer.Unknown;

    /// <summary>The names, separated by commas; the reason of a conflict; or <c>unknown</c>.</summary>
    public override string ToString()
    {
        if (Exists != Answer.Yes)
        {
            return Conflict?.Message ?? "unknown";
        }

        var text = new StringBuilder();
        foreach (var found in Classes)
        {
            text.Append(text.Length == 0 ? "" : ", ").Append(found.Name);
        }

        return text.ToString();
    }
}
