using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Finds the class that an expression names.</summary>
internal static class ClassResolver
{
    /// <summary>How far names of names are followed.</summary>
    private const int LongestWay = 16;

    public static ClassReference Resolve(SemanticModel model, Expr expression, int depth = 0)
    {
        if (depth > LongestWay || expression.Kind is not (NodeKind.Name or NodeKind.Attribute))
        {
            return ClassReference.Unknown;
        }

        if (expression is Name builtin && model.BuiltinOf(builtin) is > 0 and var number)
        {
            return OfLibrary(DefinitionTypes.BuiltinMember(number));
        }

        if (model.ImportedAs(expression) is { } imported)
        {
            return model.Modules is null ? OfLibrary(imported.Member) : OfQualifiedName(model, imported.KnownName, depth);
        }

        return expression switch
        {
            Name variable => OfVariable(model, variable, depth),
            Attribute attribute when Resolve(model, attribute.Value, depth + 1).Source is { } around => OfInner(around, attribute.Attr.Text),
            _ => ClassReference.Unknown,
        };
    }

    /// <summary>The class that a <c>class</c> statement binds its name to; a decorator that isn't known may put anything in its place.</summary>
    public static ClassReference OfDefinition(SemanticModel model, ClassDef definition)
    {
        foreach (var decorator in definition.DecoratorList)
        {
            if (!KnownDecorators.KeepsClass(model, decorator))
            {
                return ClassReference.Unknown;
            }
        }

        return ClassReference.Of(model.ClassOf(definition));
    }

    private static ClassReference OfVariable(SemanticModel model, Name variable, int depth)
    {
        if (model.SymbolOf(variable) is not { } symbol)
        {
            return ClassReference.Unknown;
        }

        var (value, definition) = (symbol.SoleValue, symbol.SoleBinder(BindingKind.Class) as ClassDef);
        return (value is null && definition is null) || model.MayMeanAnother(symbol) ? ClassReference.Unknown
            : value != null ? Resolve(model, value, depth + 1)
            : OfDefinition(model, definition!);
    }

    /// <summary>A class inside a class, as <c>Outer.Inner</c>.</summary>
    private static ClassReference OfInner(ClassModel around, string name) =>
        around.Scope?.OwnSymbol(name)?.SoleBinder(BindingKind.Class) is ClassDef inner
            ? OfDefinition(around.Model, inner)
            : ClassReference.Unknown;

    private static ClassReference OfLibrary(LibraryMember? member) => new(null, member?.AsClass?.AsKnown);

    /// <summary>A module of the submission hides one of Python's that has the same name.</summary>
    private static ClassReference OfQualifiedName(SemanticModel model, string name, int depth)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0 && model.Modules != null; dot = name.LastIndexOf('.', dot - 1))
        {
            // Of ".Base" and "..a" the module is all of the dots.
            var module = name[dot - 1] == '.' ? name[..(dot + 1)] : name[..dot];
            if (model.Modules.Find(module, model) is { } other)
            {
                return Inside(other, name[(dot + 1)..].Split('.'), depth);
            }
        }

        if (model.Modules != null && name.StartsWith('.') && model.Modules.Find(".", model) is { } package && name.LastIndexOf('.') == 0)
        {
            return Inside(package, [name[1..]], depth);
        }

        return KnownClasses.Find(name) is { } known ? new ClassReference(null, known) : ClassReference.Unknown;
    }

    private static ClassReference Inside(SemanticModel other, string[] path, int depth)
    {
        var found = InModule(other, path[0], depth + 1);
        for (var i = 1; i < path.Length && !found.IsUnknown; i++)
        {
            found = found.Source is { } around ? OfInner(around, path[i]) : ClassReference.Unknown;
        }

        return found;
    }

    /// <summary>What another file's global name stands for: a class, or what that file imports or assigns under the name.</summary>
    private static ClassReference InModule(SemanticModel other, string name, int depth)
    {
        if (depth > LongestWay || other.Module.OwnSymbol(name) is not { } symbol || other.MayMeanAnother(symbol))
        {
            return ClassReference.Unknown;
        }

        if (QualifiedNames.ImportTarget(symbol) is { } target)
        {
            return OfQualifiedName(other, target.QualifiedName, depth + 1);
        }

        return symbol.SoleBinding switch
        {
            { Kind: BindingKind.Class, Node: ClassDef definition } => OfDefinition(other, definition),
            { Kind: BindingKind.Assignment, Value: { } value } => Resolve(other, value, depth + 1),
            _ => ClassReference.Unknown,
        };
    }
}
