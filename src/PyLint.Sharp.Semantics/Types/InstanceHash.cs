using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Whether instances of a class of the file can be hashed. The first class of the order decides that says anything: by
/// <c>__hash__</c>, or by <c>__eq__</c> alone, for which Python writes <c>__hash__ = None</c> (Python reference, 3.3.1), or by
/// <c>@dataclass</c> (library reference, "unsafe_hash").
/// </summary>
internal sealed class InstanceHash(SemanticModel model, Hashability elements)
{
    public HashAnswer Of(PyType instance)
    {
        // A class derived elsewhere may say otherwise.
        if (!instance.IsExact || instance.Origin is not ClassDef definition)
        {
            return default;
        }

        var made = model.ClassOf(definition);
        if (ClassShape.IsNamedTuple(made))
        {
            return made.Scope!.FindSymbol("__hash__") is null && made.Scope.FindSymbol("__eq__") is null && DataclassReader.ReadNamedTuple(made) is { } fields
                ? OfFields(fields, isPartial: false)
                : default;
        }

        foreach (var reference in made.Mro)
        {
            if (reference.Source is { } source)
            {
                if (OfSource(source, instance) is { } decided)
                {
                    return decided;
                }
            }
            else if (!reference.Known!.Library.HasHash)
            {
                return new HashAnswer(Answer.No, "", instance);
            }
            else if (IsScalar(reference.Known))
            {
                return new HashAnswer(Answer.Yes);
            }
            else if (reference.Known.Name is not ("abc.ABC" or "typing.Generic") && !reference.Known.Library.DerivesFrom("BaseException"))
            {
                return default;
            }
        }

        return default;
    }

    /// <summary>What a class itself says; null when it leaves the question to its bases.</summary>
    private HashAnswer? OfSource(ClassModel source, PyType instance)
    {
        var own = OfBody(source);
        var isDataclass = source.Dataclass is { };
        if (isDataclass && source.Node.DecoratorList.Length > 1)
        {
            return default(HashAnswer);
        }

        if (source.Dataclass is { } dataclass && source.Scope!.FindSymbol("__hash__") is null)
        {
            if (dataclass.Eq == Answer.Unknown || dataclass.Frozen == Answer.Unknown || dataclass.UnsafeHash == Answer.Unknown)
            {
                return default(HashAnswer);
            }

            if (dataclass.UnsafeHash == Answer.Yes || (dataclass.Eq == Answer.Yes && dataclass.Frozen == Answer.Yes))
            {
                return dataclass is { IsComplete: true, Init: Answer.Yes } && !HasOwnInit(source, model.ClassOf((ClassDef)instance.Origin!)) && !ClassShape.HasHooks(source)
                    ? OfFields(dataclass.OwnFields, isPartial: !source.Node.Bases.IsEmpty)
                    : default(HashAnswer);
            }

            own = dataclass.Eq == Answer.Yes ? Answer.No : own;
        }

        return own switch
        {
            null => null,
            Answer.No => new HashAnswer(Answer.No, "", instance),
            _ => default(HashAnswer),
        };
    }

    /// <summary>No for a class that has no hash, Unknown for one that has a function for it, null for one that says nothing.</summary>
    private static Answer? OfBody(ClassModel source)
    {
        var hash = source.Scope?.FindSymbol("__hash__");
        var equality = source.Scope?.FindSymbol("__eq__");
        if (hash is null && equality is null)
        {
            return null;
        }

        if (hash != null)
        {
            // @dataclass takes None beside an __eq__ for Python's own.
            var isKept = source.Dataclass is null || equality is null;
            return isKept && hash is { Bindings: [{ Value: Constant { Value: null }, Node: var node }] } && node.Parent == source.Node ? Answer.No : Answer.Unknown;
        }

        return equality is { Bindings: [{ Kind: BindingKind.Function or BindingKind.Assignment } binding] } && binding.Node.Parent == source.Node ? Answer.No : Answer.Unknown;
    }

    /// <summary>True when another <c>__init__</c> than the one that the fields make fills the instance.</summary>
    private static bool HasOwnInit(ClassModel source, ClassModel made)
    {
        foreach (var reference in made.Mro)
        {
            if (reference.Source?.Scope?.FindSymbol("__init__") != null || reference.Source is null)
            {
                return true;
            }

            if (reference.Source == source)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash made of those of the fields; of a class with bases theirs may come before.</summary>
    private HashAnswer OfFields(ImmutableArray<DataclassField> fields, bool isPartial)
    {
        var result = isPartial ? Answer.Unknown : Answer.Yes;
        foreach (var field in fields)
        {
            if (field.Kind != DataclassFieldKind.Field)
            {
                continue;
            }

            // hash=False and compare=False take a field out; whatever else stands there may do so.
            var isHashed = field.Node.Value is Call call && model.KnownName(call.Func) == "dataclasses.field" ? IsHashed(call) : Answer.Yes;
            if (isHashed == Answer.No)
            {
                continue;
            }

            var answer = model.IsEverAssigned(field.Name) ? default : elements.OfType(FieldTypes.Of(model, field));
            if (answer.Answer == Answer.No && isHashed == Answer.Yes)
            {
                return answer with { Path = $".{field.Name}{answer.Path}" };
            }

            result = answer.Answer == Answer.Yes && isHashed == Answer.Yes ? result : Answer.Unknown;
        }

        return new HashAnswer(result);
    }

    private static Answer IsHashed(Call field)
    {
        var (hash, compare) = (Answer.Unknown, Answer.Yes);
        var isHashGiven = false;
        foreach (var keyword in field.Keywords)
        {
            var value = keyword.Value is Constant { Value: bool truth } ? truth ? Answer.Yes : Answer.No : Answer.Unknown;
            switch (keyword.Name?.Text)
            {
                case "hash":
                    (hash, isHashGiven) = (value, keyword.Value is not Constant { Value: null });
                    break;
                case "compare":
                    compare = value;
                    break;
                case null:
                    return Answer.Unknown;
            }
        }

        return isHashGiven ? hash : compare;
    }

    private static bool IsScalar(KnownClass known) => known.Name is "object" or "int" or "float" or "str" or "bytes" or "frozenset" or "enum.Enum" or "enum.IntEnum" or "enum.StrEnum" or "enum.Flag" or "enum.IntFlag";
}
