using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What definitions and imports bind their names to. A decorator may put anything in the place of a definition.</summary>
internal static class DefinitionTypes
{
    private static readonly PyType?[] ByBuiltin = new PyType?[Builtins.Count + 1];
    private static readonly LibraryMember?[] BuiltinMembers = new LibraryMember?[Builtins.Count + 1];

    public static PyType OfFunction(FunctionDefinition function) =>
        function.DecoratorList.IsEmpty ? PyType.Definition(PyTypeKind.Function, function) : PyType.Unknown;

    public static PyType OfClass(SemanticModel model, ClassDef definition)
    {
        foreach (var decorator in definition.DecoratorList)
        {
            if (!KnownDecorators.KeepsClass(model, decorator))
            {
                return PyType.Unknown;
            }
        }

        return PyType.Definition(PyTypeKind.Class, definition);
    }

    public static PyType OfImport(Alias alias)
    {
        if (alias.Parent is not ImportFrom import)
        {
            return PyType.Definition(PyTypeKind.Module, alias);
        }

        return import.Level == 0 && import.Module is { } module ? OfMember(StandardLibrary.Find(module.Text, alias.Name.Text)) : PyType.Unknown;
    }

    /// <summary>A built-in name: a class, or one of the many functions, which have no types of their own.</summary>
    /// <param name="number">Its number among <see cref="Builtins"/>; 0 for a name that means none for certain.</param>
    public static PyType OfBuiltin(int number) => ByBuiltin[number] ??= number == 0 ? PyType.Unknown
        : BuiltinMember(number)?.AsClass?.Type ?? PyType.Unknown;

    /// <summary>What the library says of a built-in.</summary>
    /// <param name="number">Its number among <see cref="Builtins"/>, not 0.</param>
    public static LibraryMember? BuiltinMember(int number) => BuiltinMembers[number] ??= StandardLibrary.FindBuiltin(Builtins.NameOf(number));

    /// <summary>A value or class of the standard library.</summary>
    public static PyType OfMember(LibraryMember? member) => member switch
    {
        { AsClass: { } library } => library.Type,
        { ConstantType: "int" or "float" or "str" or "bytes" or "bool" or "re.RegexFlag" or "datetime.timezone" } constant => TypeNotation.Named(constant.ConstantType),
        _ => PyType.Unknown,
    };
}
