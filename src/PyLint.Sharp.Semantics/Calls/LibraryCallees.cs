using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Semantics.Types;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>How functions, classes and methods of the standard library are called.</summary>
internal static class LibraryCallees
{
    /// <summary>A function or class by its name, or a method that needs no instance.</summary>
    public static Callee? Named(SemanticModel model, string name)
    {
        if (IsHidden(model, name)
            || StandardLibrary.Find(name) is not { Signatures: { IsEmpty: false } signatures } member
            || member.Kind is not (LibraryMemberKind.Function or LibraryMemberKind.Class or LibraryMemberKind.ClassMethod or LibraryMemberKind.StaticMethod)
            || member.AsClass is { IsAbstract: true })
        {
            return null;
        }

        return Made(model, "", name, signatures);
    }

    /// <summary>A method of a value whose type is proven.</summary>
    public static Callee? OfMethod(SemanticModel model, Attribute attribute)
    {
        var type = model.TypeOf(attribute.Value);
        if (ClassOf(type) is not { } owner || IsHidden(model, owner.QualifiedName)
            || owner.FindMember(attribute.Attr.Text) is not { Signatures: { IsEmpty: false } signatures } member
            || member.Kind is LibraryMemberKind.Attribute or LibraryMemberKind.Class)
        {
            return null;
        }

        // An instance of a class that is written in Python may have a value of its own in the place of the method.
        var isReplaced = type.Kind == PyTypeKind.Library && model.Members.MayBind(attribute.Attr.Text);
        return isReplaced ? null : Made(model, owner.QualifiedName, attribute.Attr.Text, signatures);
    }

    /// <summary>The same object for the same function: a file calls <c>len</c> hundreds of times.</summary>
    private static Callee Made(SemanticModel model, string owner, string name, ImmutableArray<LibrarySignature> signatures)
    {
        if (!model.LibraryCallees.TryGetValue((owner, name), out var callee))
        {
            callee = new Callee(owner.Length == 0 ? name : $"{owner}.{name}", Convert(signatures), false, null);
            model.LibraryCallees.Add((owner, name), callee);
        }

        return callee;
    }

    /// <summary>True when another file of the submission has the name of the module and hides it.</summary>
    public static bool IsHidden(SemanticModel model, string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0 && model.Modules != null; dot = name.LastIndexOf('.', dot - 1))
        {
            if (model.Modules.Find(name[..dot], model) != null)
            {
                return true;
            }
        }

        return false;
    }

    public static ImmutableArray<Signature> Convert(ImmutableArray<LibrarySignature> signatures)
    {
        var converted = ImmutableArray.CreateBuilder<Signature>(signatures.Length);
        foreach (var one in signatures)
        {
            converted.Add(Signature.Of(one));
        }

        return converted.MoveToImmutable();
    }

    /// <summary>A path's own class derives from <c>Path</c>, but adds nothing.</summary>
    private static LibraryClass? ClassOf(PyType type) => type.Kind switch
    {
        PyTypeKind.Library => type.IsExact || type.Library!.QualifiedName == "pathlib.Path" ? type.Library : null,
        PyTypeKind.Array => StandardLibrary.FindClass("array.array"),
        PyTypeKind.Deque => StandardLibrary.FindClass("collections.deque"),
        PyTypeKind.DefaultDict => StandardLibrary.FindClass("collections.defaultdict"),
        PyTypeKind.Counter => StandardLibrary.FindClass("collections.Counter"),
        PyTypeKind.OrderedDict => StandardLibrary.FindClass("collections.OrderedDict"),
        > PyTypeKind.Ellipsis and <= PyTypeKind.FrozenSet => StandardLibrary.FindClass(type.Name!),
        _ => null,
    };
}
