using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>One variable: a name in the scope that owns it, with every place of the file that binds or reads it.</summary>
public sealed class Symbol
{
    /// <summary>No graph has asked yet.</summary>
    internal const int NoFlowNumber = -2;

    private NameBinding[] bindings = [];
    private Name[] references = [];
    private int missingBindings;
    private int missingReferences;
    private int valueCount;
    private int lastValue;
    private uint kinds;

    /// <summary>The variable's place among all of the file, counted from 1; 0 before anything means it.</summary>
    internal int Number { get; set; }

    /// <summary>Where the body that owns the variable follows its type, counted from 1; 0 when none does.</summary>
    internal int TypeSlot { get; set; }

    /// <summary>What it stands for when only imports bind it, all to the same thing; see <see cref="QualifiedNames.ImportTarget"/>.</summary>
    internal ImportedName? Imported { get; set; }

    /// <summary>True when somebody has asked for <see cref="Imported"/>.</summary>
    internal bool KnowsImported { get; set; }

    /// <summary>Whether another variable or a built-in may show through; null as long as nobody has asked.</summary>
    internal bool? MayMeanAnother { get; set; }

    /// <summary>What its type is to code that runs nobody knows when; null as long as nobody has asked.</summary>
    internal PyType? TypeAnywhere { get; set; }

    /// <summary>Who else comes by the container that it holds; null as long as nobody has asked.</summary>
    internal Sharing? Sharing { get; set; }

    internal Symbol(string name, Scope scope)
    {
        Name = name;
        Scope = scope;
    }

    /// <summary>The name, mangled where Python mangles it.</summary>
    public string Name { get; }

    /// <summary>The scope that owns the variable.</summary>
    public Scope Scope { get; }

    /// <summary>Every place that binds, declares or deletes the variable, in source order; also from scopes inside.</summary>
    public ImmutableArray<NameBinding> Bindings => ImmutableCollectionsMarshal.AsImmutableArray(bindings);

    /// <summary>Every read, in source order. The target of <c>name += …</c> is a binding.</summary>
    public ImmutableArray<Name> References => ImmutableCollectionsMarshal.AsImmutableArray(references);

    /// <summary>True when more than one place gives the variable a value. One place may do so often: a loop's target, a parameter.</summary>
    public bool IsRebound => valueCount > 1;

    /// <summary>The one binding that gives the variable a value; null when there are none or several.</summary>
    public NameBinding? SoleBinding => valueCount == 1 ? bindings[lastValue] : null;

    /// <summary>The <see cref="NameBinding.Value"/> of <see cref="SoleBinding"/>, or null.</summary>
    internal Expr? SoleValue => valueCount == 1 ? bindings[lastValue].Value : null;

    /// <summary>The <see cref="NameBinding.Node"/> of <see cref="SoleBinding"/> if it is of that kind, or null.</summary>
    internal Node? SoleBinder(BindingKind kind) => valueCount == 1 && bindings[lastValue].Kind == kind ? bindings[lastValue].Node : null;

    /// <summary>The variable's number in the graph that follows it, which hands it out; -1 when none does.</summary>
    internal int FlowNumber { get; set; } = NoFlowNumber;

    /// <summary>True when some place binds the variable in this way.</summary>
    public bool Has(BindingKind kind) => (kinds & (1u << (int)kind)) != 0;

    /// <summary>Makes room for so many bindings and references more; all of it before the first is added.</summary>
    internal void Expect(int moreBindings, int moreReferences)
    {
        missingBindings += moreBindings;
        missingReferences += moreReferences;
    }

    internal void Add(in NameBinding binding)
    {
        if (bindings.Length == 0)
        {
            bindings = new NameBinding[missingBindings];
        }

        var place = bindings.Length - missingBindings--;
        bindings[place] = binding;
        kinds |= 1u << (int)binding.Kind;
        if (binding.BindsValue)
        {
            valueCount++;
            lastValue = place;
        }
    }

    internal void Add(Name reference)
    {
        if (references.Length == 0)
        {
            references = new Name[missingReferences];
        }

        references[^missingReferences--] = reference;
    }
}
