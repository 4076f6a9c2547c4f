using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private readonly Dictionary<ClassDef, ClassModel> classModels = [];
    private ImmutableArray<ClassModel> classes;
    private FileMembers? members;
    private Derivations? derivations;

    /// <summary>Finds the files that this one imports; null when it is looked at alone.</summary>
    public IModuleResolver? Modules { get; private init; }

    /// <summary>Every class of the file in source order.</summary>
    public ImmutableArray<ClassModel> Classes => classes.IsDefault ? classes = FindClasses() : classes;

    internal Derivations Derivations => derivations ??= new Derivations(this);

    internal FileMembers Members => members ??= new FileMembers(this);

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
        if (!classModels.TryGetValue(definition, out var found))
        {
            found = new ClassModel(this, definition);
            classModels.Add(definition, found);
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
        return NameMangling.IsPrivate(name) ? ScopeOf(attribute).Mangle(name) : name;
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
