using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>Proves that a read of a variable means a function, class or module further out whose name the variable has.</summary>
internal static class NeededDefinition
{
    /// <summary>What Python raises at the read; null where the variable itself may be meant.</summary>
    /// <param name="read">A read of the variable.</param>
    /// <param name="outer">What has the same name further out.</param>
    /// <param name="model">The file.</param>
    public static string? ErrorAt(Name read, Symbol outer, SemanticModel model)
    {
        if (read.Parent is Call call && call.Func == read)
        {
            return !IsModule(outer) && IsPlainValue(model.TypeOf(read)) ? "TypeError" : null;
        }

        return read.Parent is Attribute { Ctx: ExprContext.Load } attribute && PathOf(outer) is { } path && IsPlainValue(model.TypeOf(read)) && model.TypeOf(read).Name is { } type
            && Semantics.Knowledge.StandardLibrary.Find($"{path}.{attribute.Attr}") != null && Semantics.Knowledge.StandardLibrary.Find($"{type}.{attribute.Attr}") is null
                ? "AttributeError"
                : null;
    }

    private static bool IsModule(Symbol outer) => outer.Has(BindingKind.Import);

    /// <summary>The dotted name of what the standard library has under the name; null for all else.</summary>
    private static string? PathOf(Symbol outer) => outer.SoleBinding?.Node switch
    {
        Alias { Parent: Import, AsName: null } alias when !alias.Name.Text.Contains('.', StringComparison.Ordinal) => alias.Name.Text,
        Alias { Parent: Import, AsName: not null } alias => alias.Name.Text,
        Alias { Parent: ImportFrom { Level: 0, Module: { } module } } alias => $"{module}.{alias.Name}",
        _ => null,
    };

    /// <summary>Objects of these types can't be called and have no attributes but those of the type.</summary>
    private static bool IsPlainValue(PyType type) => type.Kind
        is PyTypeKind.None or PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex or PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.List
        or PyTypeKind.Tuple or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.FrozenSet or PyTypeKind.Range;
}
