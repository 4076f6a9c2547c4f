using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Exception classes as expressions name them, also those of the file.</summary>
internal sealed class ExceptionClasses(SemanticModel model)
{
    private const int DeepestHierarchy = 32;

    /// <summary>Whether the class that an expression names is a known one or derives from it.</summary>
    public Answer IsSubclass(Expr type, string baseName, int depth = 0)
    {
        if (model.KnownName(type) is { } name)
        {
            return BuiltinExceptions.IsSubclass(name, baseName);
        }

        return depth < DeepestHierarchy && ClassOf(type) is { } definition ? OfBases(definition, baseName, depth) : Answer.Unknown;
    }

    /// <summary>Whether an <c>except</c> with this type takes every exception of a known class.</summary>
    public Answer Catches(Expr? type, string exceptionName)
    {
        type = type is Name name && model.ValueOf(name) is Tuple named ? named : type;
        return type switch
        {
            null => Answer.Yes,
            Tuple types => CatchesAny(types.Elts, exceptionName),
            _ when model.KnownName(type) is { } known => BuiltinExceptions.IsSubclass(exceptionName, known),
            // No built-in exception derives from a class of the file.
            _ when ClassOf(type) != null && BuiltinExceptions.Contains(exceptionName) => Answer.No,
            _ => Answer.Unknown,
        };
    }

    private Answer CatchesAny(ImmutableArray<Expr> types, string exceptionName)
    {
        var result = Answer.No;
        foreach (var type in types)
        {
            var answer = Catches(type, exceptionName);
            if (answer == Answer.Yes)
            {
                return answer;
            }

            result = answer == Answer.Unknown ? answer : result;
        }

        return result;
    }

    private Answer OfBases(ClassDef definition, string baseName, int depth)
    {
        var result = Answer.No;
        foreach (var type in definition.Bases)
        {
            var answer = model.IsBuiltin(type, "object") ? Answer.No : IsSubclass(type, baseName, depth + 1);
            if (answer == Answer.Yes)
            {
                return answer;
            }

            result = answer == Answer.Unknown ? answer : result;
        }

        return result;
    }

    private ClassDef? ClassOf(Expr type) => type is Name name
        && model.SymbolOf(name)?.SoleBinder(BindingKind.Class) is ClassDef { DecoratorList.IsEmpty: true } definition
            ? definition
            : null;
}
