using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private TypeInference? types;
    private Hashability? hashability;

    /// <summary>
    /// The type that an expression is proven to have at its place: variables are followed through assignments, branches and loops, calls
    /// through the functions of the file. Simple annotations of parameters are believed, all others are not. Unknown in code that is
    /// never reached.
    /// </summary>
    public PyType TypeOf(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        types ??= new TypeInference(this);
        return types.TypeOf(expression);
    }

    /// <summary>The type that the target of <c>x += …</c> and its like has before; <see cref="TypeOf"/> gives the one behind.</summary>
    public PyType TypeBefore(AugAssign assign)
    {
        ArgumentNullException.ThrowIfNull(assign);
        types ??= new TypeInference(this);
        return types.TypeBefore(assign);
    }

    /// <summary>Whether the value can be a key of a dict or a member of a set; a tuple is as hashable as its elements.</summary>
    public Answer IsHashable(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        hashability ??= new Hashability(this);
        return hashability.OfType(TypeOf(expression)).Answer;
    }

    /// <summary>Whether values of a type can be hashed, and where in them stands what can't; Unknown where some can and others can't.</summary>
    public HashAnswer HashOf(PyType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        hashability ??= new Hashability(this);
        return hashability.OfType(type);
    }

    /// <summary>The expression that makes a value unhashable: the value itself or, deep in a tuple, an element; null when none is proven.</summary>
    public Expr? FindUnhashable(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        hashability ??= new Hashability(this);
        return hashability.FindUnhashable(expression);
    }

    /// <summary>True when the file has a <c>:=</c>.</summary>
    internal bool HasWalrus => names.HasWalrus;

    /// <summary>True when calling the class gives an instance of it.</summary>
    internal bool HasOrdinaryConstruction(ClassDef definition) => ClassShape.MakesInstances(this, definition);

    /// <summary>True when the file may assign an attribute of that name to some object.</summary>
    internal bool IsEverAssigned(string attribute)
    {
        types ??= new TypeInference(this);
        return types.Instances.Writes.AreHidden(attribute) || types.Instances.Writes.Writes(attribute);
    }

    /// <summary>The type of an expression whenever it is evaluated: variables are all that is ever bound to them.</summary>
    internal PyType TypeAnywhere(Expr expression)
    {
        types ??= new TypeInference(this);
        return types.OfAnywhere(expression);
    }

    internal bool MayMeanAnother(Symbol symbol) => symbol.MayMeanAnother ??=
        symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class && symbol.SoleBinding is { } binding && MayMeanAnother(symbol, binding);
}
