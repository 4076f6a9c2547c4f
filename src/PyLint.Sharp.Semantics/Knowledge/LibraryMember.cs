using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Types;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>What a name of the standard library is.</summary>
public enum LibraryMemberKind
{
    /// <summary>A function.</summary>
    Function,

    /// <summary>A class.</summary>
    Class,

    /// <summary>A method that gets the instance first.</summary>
    Method,

    /// <summary>A method that gets the class first.</summary>
    ClassMethod,

    /// <summary>A method that gets neither.</summary>
    StaticMethod,

    /// <summary>A property, a slot or another value of a class.</summary>
    Attribute,

    /// <summary>A value of a module.</summary>
    Constant,
}

/// <summary>A public function, class, method or value of the standard library; what CPython says of itself.</summary>
public sealed class LibraryMember
{
    private static readonly LibrarySignature[] None = [];
    private readonly string signatureText;
    private LibrarySignature[]? signatures;

    internal LibraryMember(LibraryMemberKind kind, string name, string signatureText, LibraryClass? definedIn = null)
    {
        Kind = kind;
        QualifiedName = name;
        DefinedIn = definedIn;
        this.signatureText = signatureText;
    }

    /// <summary>What it is.</summary>
    public LibraryMemberKind Kind { get; }

    /// <summary>The name by which the table knows it, with its module and class: <c>os.path.join</c>, <c>str.join</c>.</summary>
    public string QualifiedName { get; }

    /// <summary>The class that defines a method or attribute, which may be a base of the one asked; null for members of modules.</summary>
    public LibraryClass? DefinedIn { get; }

    /// <summary>The class, when it is one.</summary>
    public LibraryClass? AsClass { get; internal init; }

    /// <summary>The qualified name of the class that a constant is an instance of; null when unknown.</summary>
    public string? ConstantType { get; internal init; }

    /// <summary>
    /// How it can be called, without the <c>self</c> of a method: one signature, or several where versions differ or where one cannot say
    /// it. Empty when unknown. A call is wrong only if it fits none.
    /// </summary>
    public ImmutableArray<LibrarySignature> Signatures
    {
        get
        {
            signatures ??= signatureText == "?" ? None : Parse(signatureText);
            return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(signatures);
        }
    }

    /// <summary>What a call returns, in Python's notation (<c>list[str]</c>, <c>int | None</c>); null when that is unknown or depends on the arguments.</summary>
    public string? Returns => LibraryReturns.Of(QualifiedName);

    /// <summary>The exceptions that a call is known to raise for some arguments; see <see cref="StandardLibrary.RaisesOf"/>.</summary>
    public ImmutableArray<string> Raises => LibraryRaises.Of(QualifiedName);

    /// <summary>The type of <see cref="Returns"/>, or of the instances of a class, once somebody has asked; null while it depends on the arguments.</summary>
    internal PyType? TypeOfCalls { get; set; }

    /// <inheritdoc/>
    public override string ToString() => QualifiedName;

    private static LibrarySignature[] Parse(string text)
    {
        var parts = text.Split('|');
        var parsed = new LibrarySignature[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parsed[i] = LibrarySignature.Parse(parts[i]);
        }

        return parsed;
    }
}
