using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>What the bases of a class have under a name, and so decide for those who derive from them.</summary>
internal static class InheritedMethods
{
    /// <summary>
    /// The first base that has the name. What is done to the class itself, such as <c>setattr(self, name, value)</c>, doesn't matter here as
    /// it does to <see cref="ClassModel.FindInherited"/>: it gives the class no method that was there to be overridden.
    /// </summary>
    /// <param name="made">The class.</param>
    /// <param name="name">The name of a method.</param>
    /// <param name="isNamed">
    /// True when only a method that a base has itself matters, not that a base of the library may look it up by its name: all public methods of
    /// the library are known, and what <c>__init__</c> gives to instances besides is none.
    /// </param>
    public static AttributeLookup Find(ClassModel made, string name, bool isNamed)
    {
        if (made.Linearization.Exists != Answer.Yes)
        {
            return default;
        }

        for (var i = 1; i < made.Mro.Length; i++)
        {
            var owner = made.Mro[i];
            if (owner.Source is { } source)
            {
                if (source.OwnAttribute(name) is { } attribute)
                {
                    return new AttributeLookup(Answer.Yes, owner, attribute);
                }

                if (source.OpenedBy != null)
                {
                    return default;
                }
            }
            else if (owner.Known!.HasOwnAttribute(name) is var answer and not Answer.No && !(answer == Answer.Unknown && isNamed && !name.StartsWith('_')))
            {
                return answer == Answer.Yes ? new AttributeLookup(Answer.Yes, owner, null) : default;
            }
        }

        return new AttributeLookup(Answer.No, default, null);
    }
}
