using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private Dictionary<ClassDef, ClassModel>? bodiless;
    private ImmutableArray<ClassModel> classes;
    private FileMembers? members;
    private Derivations? derivations;
    private ImmutableArray<Node> attributeChanges;

    /// <summary>Finds the files that this one imports; null when it is looked at alone.</summary>
    public IModuleResolver? Modules { get; private init; }

    /// <summary>Every class of the file in source order.</summary>
    public ImmutableArray<ClassModel> Classes => classes.IsDefault ? classes = FindClasses() : classes;

    internal Derivations Derivations => derivations ??= new Derivations(this);

    internal FileMembers Members => members ??= new FileMembers(this);

    /// <summary>The places of the file by which attributes may get values; see there.</summary>
    internal ImmutableArray<Node> AttributeChanges => attributeChanges.IsDefault ? attributeChanges = Semantics.Classes.AttributeChanges.Find(this) : attributeChanges;

    /// <summary>
    /// Binds a file of a submission, whose classes are followed into the files that it imports. Never throws for any tree. The models
    /// of one submission serve one thread at a time together.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <param name="modules">Finds the other files.</param>
    public static SemanticModel Create(SyntaxTree tree, IModuleResolver modules)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(modules);
        return new SemanticModel(tree, default) { Modules = modules };
    }

    /// <summary>What is known of a class of this file.</summary>
    public ClassModel ClassOf(ClassDef definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Body is [var first, ..])
        {
            var scope = ScopeOf(first);
            return scope.Class ??= new ClassModel(this, definition);
        }

        bodiless ??= [];
        if (!bodiless.TryGetValue(definition, out var found))
        {
            found = new ClassModel(this, definition);
            bodiless.Add(definition, found);
        }

        return found;
    }

    /// <summary>The class that an expression names: through names, imports, <c>Outer.Inner</c> and other files of the submission.</summary>
    public ClassReference ClassNamedBy(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return ClassResolver.Resolve(this, expression);
    }

    /// <summary>The name of an attribute as Python stores it: <c>self.__x</c> in <c>class C</c> is <c>_C__x</c>.</summary>
    public string AttributeName(Attribute attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var name = attribute.Attr.Text;
        return name.StartsWith('_') ? ScopeOf(attribute).Mangle(name) : name;
    }

    private ImmutableArray<ClassModel> FindClasses()
    {
        var found = ImmutableArray.CreateBuilder<ClassModel>();
        foreach (var definition in Tree.All<ClassDef>())
        {
            found.Add(ClassOf(definition));
        }

        return found.DrainToImmutable();
    }
}
