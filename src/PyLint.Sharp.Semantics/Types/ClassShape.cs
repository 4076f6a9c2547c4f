using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What the body and the bases of a class say about its instances, without asking for the types of anything.</summary>
internal static class ClassShape
{
    /// <summary>
    /// True when calling the class gives an instance of it: no <c>__new__</c> and no metaclass of the file's own, no unknown base, no
    /// decorator but those that give the class back.
    /// </summary>
    public static bool MakesInstances(SemanticModel model, ClassDef definition)
    {
        if (definition.Body.IsEmpty || DefinitionTypes.OfClass(model, definition).IsUnknown)
        {
            return false;
        }

        var made = model.ClassOf(definition);
        if (definition.Bases.IsEmpty && definition.Keywords.IsEmpty)
        {
            return made.Scope!.FindSymbol("__new__") is null;
        }

        if (IsNamedTuple(made))
        {
            return true;
        }

        foreach (var reference in made.Mro)
        {
            var isOrdinary = reference.Source is { } source
                ? source.Model == model && source.Node.Keywords.IsEmpty && source.Scope?.FindSymbol("__new__") is null && !DefinitionTypes.OfClass(model, source.Node).IsUnknown
                : MakesInstances(reference.Known!);
            if (!isOrdinary)
            {
                return false;
            }
        }

        return !made.Mro.IsEmpty;
    }

    /// <summary>True when the class itself decides what its attributes are.</summary>
    public static bool HasHooks(ClassModel made)
    {
        foreach (var reference in made.Mro)
        {
            if (reference.Source?.Scope is { } scope
                && (scope.FindSymbol("__getattr__") ?? scope.FindSymbol("__getattribute__") ?? scope.FindSymbol("__setattr__")) != null)
            {
                return true;
            }
        }

        return made.Mro.IsEmpty && !IsNamedTuple(made);
    }

    /// <summary>The fields of a dataclass without bases or of a <c>NamedTuple</c>; null of other classes.</summary>
    public static ImmutableArray<DataclassField>? FieldsOf(ClassModel made)
    {
        if (IsNamedTuple(made))
        {
            return DataclassReader.ReadNamedTuple(made);
        }

        return made is { Dataclass: { IsComplete: true, Init: Answer.Yes } dataclass, Node.Bases.IsEmpty: true } && made.Scope?.FindSymbol("__init__") is null ? dataclass.OwnFields : null;
    }

    /// <summary><c>typing.NamedTuple</c> is the only base: its class statement makes a class derived from <c>tuple</c>.</summary>
    public static bool IsNamedTuple(ClassModel made) =>
        made.Node is { Bases: [var only], Keywords.IsEmpty: true } && made.Model.KnownName(only) is "typing.NamedTuple" && made.Scope?.FindSymbol("__new__") is null;

    private static bool MakesInstances(KnownClass known) =>
        known.Name is "object" or "abc.ABC" or "typing.Generic" or "dict" or "list" or "set" or "frozenset" or "int" or "float" or "str" or "bytes"
            or "collections.OrderedDict" or "collections.deque" or "collections.defaultdict" or "collections.Counter" or "enum.Enum" or "enum.IntEnum"
            or "enum.StrEnum" or "enum.Flag" or "enum.IntFlag" or "enum.ReprEnum"
        || known.Library.IsException;
}
