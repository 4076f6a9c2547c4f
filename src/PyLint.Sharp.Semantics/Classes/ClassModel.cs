using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>
/// What is known of one class: its bases and their order, its attributes and who binds them, its methods. Everything is found when it
/// is first asked for, and what depends on a base that is unknown is Unknown.
/// </summary>
public sealed partial class ClassModel
{
    private ImmutableArray<ClassBase> bases;
    private Linearization? linearization;
    private ClassReference? namedMetaclass;
    private ClassReference metaclass;
    private bool isBeingLinearized;
    private ImmutableArray<ClassModel> subclasses;
    private ClassSlots? slots;
    private Dataclass? dataclass;
    private bool isDataclassRead;

    internal ClassModel(SemanticModel model, ClassDef node)
    {
        Model = model;
        Node = node;
        Scope = node.Body is [var first, ..] ? model.ScopeOf(first) : null;
    }

    /// <summary>The file of the class.</summary>
    public SemanticModel Model { get; }

    /// <summary>The <c>class</c> statement.</summary>
    public ClassDef Node { get; }

    /// <summary>The name in the <c>class</c> statement.</summary>
    public string Name => Node.Name.Text;

    /// <summary>The scope of the body; null only where a broken file has a class without one.</summary>
    public Scope? Scope { get; }

    /// <summary>The bases as written.</summary>
    public ImmutableArray<ClassBase> Bases => bases.IsDefault ? bases = Linearizer.BasesOf(this) : bases;

    /// <summary>The method resolution order, or why Python refuses the class.</summary>
    public Linearization Linearization => isBeingLinearized ? Linearization.Unknown : linearization ??= Linearize();

    /// <summary>
    /// The classes of Python's <c>__mro__</c>, the class itself first and <c>object</c> last; empty when it isn't known or there is none.
    /// </summary>
    public ImmutableArray<ClassReference> Mro => Linearization.Classes;

    /// <summary>The class of the class; unknown unless <see cref="Linearization"/> exists.</summary>
    public ClassReference Metaclass => Linearization.Exists == Answer.Yes ? metaclass : ClassReference.Unknown;

    /// <summary>The classes of the same file that have this one in their order or, when that is unknown, among their bases.</summary>
    public ImmutableArray<ClassModel> Subclasses => subclasses.IsDefault ? subclasses = FindSubclasses() : subclasses;

    /// <summary>The class's own <c>__slots__</c>.</summary>
    public ClassSlots Slots => slots ??= SlotReader.Read(this);

    /// <summary>What <c>@dataclass</c> above the class makes of it; null when it isn't there. A base's doesn't count.</summary>
    public Dataclass? Dataclass
    {
        get
        {
            if (!isDataclassRead)
            {
                isDataclassRead = true;
                dataclass = DataclassReader.Read(this);
            }

            return dataclass;
        }
    }

    /// <summary>Whether it derives from <c>enum.Enum</c>.</summary>
    public Answer IsEnum => Linearization.Contains("enum.Enum");

    /// <summary>Whether it names <c>typing.Protocol</c> as a base itself: classes derived from a protocol are none.</summary>
    public Answer IsProtocol => NamesBase("typing.Protocol");

    /// <summary>Whether <c>typing.NamedTuple</c> is its base.</summary>
    public Answer IsNamedTuple
    {
        get
        {
            foreach (var written in Node.Bases)
            {
                if (Model.KnownName(written) is "typing.NamedTuple" or "typing_extensions.NamedTuple")
                {
                    return Answer.Yes;
                }
            }

            return Linearization.Exists == Answer.Yes ? Answer.No : Answer.Unknown;
        }
    }

    /// <summary>Whether it is a class of exceptions.</summary>
    public Answer IsException => Linearization.Contains("BaseException");

    internal ClassReference NamedMetaclass => namedMetaclass ??= FindNamedMetaclass();

    internal void SetMetaclass(ClassReference found) => metaclass = found;

    /// <summary>Whether it derives from a class, which may be in another file.</summary>
    public Answer IsSubclassOf(ClassReference other) => ClassReference.Of(this).IsSubclassOf(other);

    /// <summary>The word <c>class</c> and the name.</summary>
    public override string ToString() => $"class {Name}";

    private Answer NamesBase(string name)
    {
        var answer = Answer.No;
        foreach (var one in Bases)
        {
            if (one.Class.Known?.Name == name)
            {
                return Answer.Yes;
            }

            answer = one.Class.IsUnknown ? Answer.Unknown : answer;
        }

        return answer;
    }

    private ClassReference FindNamedMetaclass()
    {
        foreach (var keyword in Node.Keywords)
        {
            if (keyword.Name?.Text == "metaclass")
            {
                return ClassResolver.Resolve(Model, keyword.Value);
            }
        }

        return ClassReference.Unknown;
    }

    /// <summary>Bases come before those who derive from them; a long chain of classes must not need a deep stack.</summary>
    private Linearization Linearize()
    {
        var waiting = new Stack<ClassModel>();
        waiting.Push(this);
        while (waiting.TryPeek(out var next))
        {
            if (next.linearization != null || (next.isBeingLinearized || !next.PushBases(waiting)))
            {
                next.linearization ??= Linearizer.Linearize(next);
                next.isBeingLinearized = false;
                waiting.Pop();
            }
        }

        return linearization!;
    }

    /// <summary>True when there are bases to be linearized first. One that waits for this class itself makes both unknown.</summary>
    private bool PushBases(Stack<ClassModel> waiting)
    {
        isBeingLinearized = true;
        var count = waiting.Count;
        foreach (var one in Bases)
        {
            Push(one.Class.Source, waiting);
        }

        Push(NamedMetaclass.Source, waiting);
        return waiting.Count > count;
    }

    private void Push(ClassModel? needed, Stack<ClassModel> waiting)
    {
        if (needed is { isBeingLinearized: true })
        {
            linearization = Linearization.Unknown;
        }
        else if (needed is { linearization: null })
        {
            waiting.Push(needed);
        }
    }

    private ImmutableArray<ClassModel> FindSubclasses()
    {
        var found = ImmutableArray.CreateBuilder<ClassModel>();
        foreach (var other in Model.Derivations.Of(ClassReference.Of(this)))
        {
            if (other != this)
            {
                found.Add(other);
            }
        }

        return found.DrainToImmutable();
    }
}
