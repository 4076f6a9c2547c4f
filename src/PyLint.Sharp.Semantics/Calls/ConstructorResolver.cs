using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>What calling a class of the file takes (Python reference, 3.3.1 <c>__new__</c> and <c>__init__</c>).</summary>
internal sealed class ConstructorResolver(SemanticModel model)
{
    private readonly Dictionary<ClassModel, Callee?> known = [];

    public Callee? Of(ClassModel made)
    {
        if (!known.TryGetValue(made, out var found))
        {
            found = Find(made);
            known.Add(made, found);
        }

        return found;
    }

    private Callee? Find(ClassModel made)
    {
        if (made.Model != model || (made.Linearization.Exists != Answer.Yes && made.IsNamedTuple != Answer.Yes))
        {
            return null;
        }

        if (made.IsNamedTuple == Answer.Yes)
        {
            return made.OwnAttribute("__new__") is null && made.OpenedBy is null && DataclassReader.ReadNamedTuple(made) is { } fields
                ? new Callee(made.Name, [SignatureOf(fields)], false, made.Node)
                : null;
        }

        return HasOrdinaryCall(made) && made.CanBeInstantiated != Answer.No ? OfInit(made) : null;
    }

    /// <summary>Nothing but <c>__init__</c> decides: no <c>__new__</c> or metaclass that looks at the arguments.</summary>
    private static bool HasOrdinaryCall(ClassModel made)
    {
        if (made.Metaclass.Known?.Name is not ("type" or "abc.ABCMeta"))
        {
            return false;
        }

        foreach (var one in made.Mro)
        {
            var hasNew = one.Source is { } source
                ? source.OpenedBy != null || source.OwnAttribute("__new__") != null || source.Model.Members.MayBind("__init__") || source.Model.Members.MayBind("__new__")
                : !IgnoresArguments(one.Known!.Name);
            if (hasNew)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Classes whose own <c>__new__</c> takes whatever <c>__init__</c> takes.</summary>
    private static bool IgnoresArguments(string name) => name is "object" or "abc.ABC" or "typing.Generic" or "BaseException" or "Exception" or "ValueError"
        or "TypeError" or "RuntimeError" or "LookupError" or "KeyError" or "IndexError" or "ArithmeticError" or "AssertionError"
        or "NotImplementedError" or "threading.Thread" or "dict" or "list" or "set" or "unittest.TestCase";

    private Callee? OfInit(ClassModel made)
    {
        foreach (var one in made.Mro)
        {
            if (one.Known is { } library)
            {
                return OfKnown(made, library);
            }

            var source = one.Source!;
            if (source.OwnAttribute("__init__") is { } attribute)
            {
                return attribute.SoleFunction is { } function && source.Model == model && source.MethodOf(function).Kind == MethodKind.Instance
                    ? new Callee(made.Name, [Signature.Of(function.Args, model.ScopeOf(function).Mangle)], true, made.Node)
                    : null;
            }

            if (source.Dataclass is { } dataclass)
            {
                if (dataclass.Init == Answer.Yes)
                {
                    return OfDataclass(made, source);
                }

                if (dataclass.Init == Answer.Unknown)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static Callee? OfKnown(ClassModel made, KnownClass library)
    {
        if (library.Name is "object" or "abc.ABC" or "typing.Generic")
        {
            return made.IsSubclassOf(new ClassReference(null, KnownClasses.Find("BaseException"))) == Answer.No && HasOnlyEmptyBases(made)
                ? new Callee(made.Name, [Signature.Empty], false, made.Node)
                : null;
        }

        return StandardLibrary.Find(library.Name) is { Signatures: { IsEmpty: false } signatures }
            ? new Callee(made.Name, CalleeResolver.Convert(signatures), false, made.Node)
            : null;
    }

    private static bool HasOnlyEmptyBases(ClassModel made)
    {
        foreach (var one in made.Mro)
        {
            if (one.Known is { Name: not ("object" or "abc.ABC" or "typing.Generic") })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The fields of the bases first, a field that is annotated again in its old place; those by keyword only last.</summary>
    private static Callee? OfDataclass(ClassModel made, ClassModel decorated)
    {
        var fields = new List<DataclassField>();
        for (var i = decorated.Mro.Length - 1; i >= 0; i--)
        {
            if (decorated.Mro[i].Source is not { } source)
            {
                continue;
            }

            if (source.Dataclass is { IsComplete: false })
            {
                return null;
            }

            foreach (var field in source.Dataclass?.OwnFields ?? [])
            {
                var at = fields.FindIndex(other => other.Name == field.Name);
                if (at >= 0)
                {
                    fields[at] = field;
                }
                else
                {
                    fields.Add(field);
                }
            }
        }

        return new Callee(made.Name, [SignatureOf([.. fields])], false, made.Node);
    }

    private static Signature SignatureOf(ImmutableArray<DataclassField> fields)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>(fields.Length);
        AddFields(parameters, fields, isKeywordOnly: false);
        AddFields(parameters, fields, isKeywordOnly: true);
        return new Signature(parameters.DrainToImmutable());
    }

    private static void AddFields(ImmutableArray<Parameter>.Builder parameters, ImmutableArray<DataclassField> fields, bool isKeywordOnly)
    {
        foreach (var field in fields)
        {
            if (field.IsParameter && field.IsKeywordOnly == isKeywordOnly)
            {
                var kind = isKeywordOnly ? LibraryParameterKind.KeywordOnly : LibraryParameterKind.PositionalOrKeyword;
                parameters.Add(new Parameter(field.Name, kind, field.HasDefault, field.Node));
            }
        }
    }
}
