using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

public sealed partial class ClassModel
{
    private ClassMembers? members;
    private Dictionary<string, PyType>? instanceAttributes;
    private Dictionary<string, PyType>? selfAttributes;

    /// <summary>The attributes that code of the file gives to the class or its instances, without inherited ones.</summary>
    public IReadOnlyCollection<ClassAttribute> OwnAttributes => Members.All;

    /// <summary>
    /// Why the class or its instances may have attributes that no statement shows (<c>__getattr__</c>, <c>setattr</c> with a computed
    /// name, an unknown decorator); null when nothing of the kind is there. A base's reason doesn't count.
    /// </summary>
    public Node? OpenedBy => Members.OpenedBy;

    /// <summary>An attribute that code of the file gives to the class or its instances; null when it only inherits it or has none.</summary>
    /// <param name="name">The name, mangled where Python mangles it; see <see cref="SemanticModel.AttributeName"/>.</param>
    public ClassAttribute? OwnAttribute(string name) => Members.Find(name);

    /// <summary>Where an attribute comes from that is read through an instance: the class or the first base that has it.</summary>
    /// <param name="name">The name, mangled where Python mangles it.</param>
    public AttributeLookup Find(string name)
    {
        if (OwnAttribute(name) is { } own)
        {
            return new AttributeLookup(Answer.Yes, ClassReference.Of(this), own);
        }

        return Linearization.Exists == Answer.Yes ? FindFrom(1, name) : AttributeLookup.Unknown;
    }

    /// <summary>
    /// As <see cref="Find"/>, for the <c>self</c> of a method: that may be an instance of a derived class, so an attribute that only
    /// classes of the file that derive from this one have isn't missing. A class elsewhere that derives from it doesn't count.
    /// </summary>
    public AttributeLookup FindThroughSelf(string name)
    {
        var found = Find(name);
        if (found.Exists != Answer.No)
        {
            return found;
        }

        foreach (var subclass in Subclasses)
        {
            if (subclass.Find(name).Exists != Answer.No)
            {
                return AttributeLookup.Unknown;
            }
        }

        return found;
    }

    /// <summary>What <c>super().name</c> finds in a method of the class, when it is called through an instance of the class itself.</summary>
    public AttributeLookup FindInherited(string name) => Linearization.Exists == Answer.Yes ? FindFrom(1, name) : AttributeLookup.Unknown;

    /// <summary>What a call of the class gives, and what <c>self</c> is in its methods, once somebody has asked.</summary>
    internal (PyType Exact, PyType AtLeast)? Instances { get; set; }

    /// <summary>The types of attributes of instances that are exactly of the class, as far as somebody has asked.</summary>
    internal Dictionary<string, PyType> InstanceAttributes => instanceAttributes ??= new(StringComparer.Ordinal);

    /// <summary>The types of attributes of <c>self</c>, as far as somebody has asked.</summary>
    internal Dictionary<string, PyType> SelfAttributes => selfAttributes ??= new(StringComparer.Ordinal);

    /// <summary>The members that its body gives at once, the others when <see cref="FileMembers.Complete"/> has run.</summary>
    internal ClassMembers MembersSoFar => members ?? ReadBody();

    private ClassMembers Members
    {
        get
        {
            Model.Members.Complete();
            return MembersSoFar;
        }
    }

    private ClassMembers ReadBody()
    {
        members = new ClassMembers(Scope?.Symbols.Length ?? 0);
        ClassBodyReader.Read(Model, Node, members);
        return members;
    }

    private AttributeLookup FindFrom(int start, string name)
    {
        var isOpen = OpenedBy != null;
        for (var i = start; i < Mro.Length; i++)
        {
            var reference = Mro[i];
            if (reference.Source is { } source)
            {
                if (source.OwnAttribute(name) is { } attribute)
                {
                    return new AttributeLookup(Answer.Yes, reference, attribute);
                }

                isOpen |= source.OpenedBy != null;
            }
            else if (reference.Known!.HasOwnAttribute(name) is var answer and not Answer.No)
            {
                return answer == Answer.Yes && !isOpen ? new AttributeLookup(Answer.Yes, reference, null) : AttributeLookup.Unknown;
            }
        }

        return isOpen || IsBoundElsewhere(name) ? AttributeLookup.Unknown : AttributeLookup.Missing;
    }

    /// <summary>Some code binds an attribute of that name to an object that may be one of ours.</summary>
    private bool IsBoundElsewhere(string name)
    {
        foreach (var one in Mro)
        {
            if (one.Source is { } source && source.Model.Members.MayBind(name))
            {
                return true;
            }
        }

        return Metaclass.Known is null;
    }
}
