using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>An attribute that a class or its instances get from code of the same file.</summary>
public sealed class ClassAttribute
{
    /// <summary>Most attributes have one binding: there is room for no more until they come.</summary>
    private AttributeBinding[] bindings = [];
    private int count;

    internal ClassAttribute(string name) => Name = name;

    /// <summary>The name, mangled where Python mangles it.</summary>
    public string Name { get; }

    /// <summary>Every place that binds it: those of the class body first, then in source order.</summary>
    public ImmutableArray<AttributeBinding> Bindings
    {
        get
        {
            Array.Resize(ref bindings, count);
            return ImmutableCollectionsMarshal.AsImmutableArray(bindings);
        }
    }

    /// <summary>The function that the class body binds the name to, when nothing else is ever bound to it; null for anything else.</summary>
    public FunctionDefinition? SoleFunction => Bindings is [{ Kind: AttributeBindingKind.ClassBody, Node: FunctionDefinition function }] ? function : null;

    /// <summary>True when some place binds it in this way.</summary>
    public bool Has(AttributeBindingKind kind)
    {
        foreach (var binding in Bindings)
        {
            if (binding.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    internal void Add(in AttributeBinding binding)
    {
        if (count == bindings.Length)
        {
            Array.Resize(ref bindings, Math.Max(1, count * 2));
        }

        bindings[count++] = binding;
    }
}

/// <summary>One place that binds an attribute.</summary>
/// <param name="Kind">How.</param>
/// <param name="Span">Where its name stands.</param>
/// <param name="Node">What binds it: the statement of the class body, the <see cref="Attribute"/> that is assigned, the call of <c>setattr</c>.</param>
/// <param name="Method">The method of the class in which that happens; null in the class body and outside.</param>
/// <param name="Value">The value that it gets as it is; null where the value is made otherwise.</param>
public readonly record struct AttributeBinding(AttributeBindingKind Kind, TextSpan Span, Node Node, FunctionDefinition? Method, Expr? Value);

/// <summary>How an attribute is bound.</summary>
public enum AttributeBindingKind
{
    /// <summary>By a statement of the class body.</summary>
    ClassBody,

    /// <summary>Annotated in the class body without a value.</summary>
    Annotation,

    /// <summary>By a string of <c>__slots__</c>.</summary>
    Slot,

    /// <summary>Through the first parameter of a method, as <c>self.x = …</c>.</summary>
    Self,

    /// <summary>Through the class inside one of its methods, as <c>cls.x = …</c> or <c>type(self).x = …</c>.</summary>
    Class,

    /// <summary>Through an instance or the class from elsewhere.</summary>
    Outside,
}
