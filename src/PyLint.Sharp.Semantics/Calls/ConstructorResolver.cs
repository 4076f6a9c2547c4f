using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

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
        if (made.Model == model && OfNamedTuple(made) is { } tuple)
        {
            return tuple;
        }

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

        if (made.CanBeInstantiated == Answer.No || !HasOrdinaryCall(made))
        {
            return null;
        }

        return FirstIn(made, "__new__") is { } attribute ? OfNew(made, attribute) : OfInit(made);
    }

    /// <summary>The attribute of the first class of the file in the order; null when a class of Python that has one comes first.</summary>
    private static ClassAttribute? FirstIn(ClassModel made, string name)
    {
        foreach (var one in made.Mro)
        {
            if (one.Source is { } source ? source.OwnAttribute(name) is not null : !IsEmpty(one.Known!))
            {
                return one.Source?.OwnAttribute(name);
            }
        }

        return null;
    }

    /// <summary>Nothing but <c>__new__</c> and <c>__init__</c> of classes of the file decide: no metaclass, no <c>__new__</c> of Python's that looks at the arguments.</summary>
    private static bool HasOrdinaryCall(ClassModel made)
    {
        if (made.Metaclass.Known?.Name is not ("type" or "abc.ABCMeta"))
        {
            return false;
        }

        foreach (var one in made.Mro)
        {
            var isOpen = one.Source is { } source
                ? source.OpenedBy != null || source.Model.Members.MayBind("__init__") || source.Model.Members.MayBind("__new__")
                : !IgnoresArguments(one.Known!.Name);
            if (isOpen)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The arguments go to <c>__new__</c> and, when it returns an instance of the class, to <c>__init__</c> too. So what is called is the one
    /// that there is, or the one that lets fewer through: both of the same form, or a <c>__new__</c> that takes anything and surely returns
    /// an instance.
    /// </summary>
    private Callee? OfNew(ClassModel made, ClassAttribute attribute)
    {
        if (attribute.SoleFunction is not FunctionDef { DecoratorList.IsEmpty: true } function || function.Tree != model.Tree || model.IsGenerator(function))
        {
            return null;
        }

        var taken = Signature.Of(function.Args, model.ScopeOf(function).Mangle);
        if (!HasInit(made))
        {
            return HasOnlyEmptyBases(made) ? new Callee(made.Name, [taken], true, made.Node) : null;
        }

        return FirstIn(made, "__init__") != null && OfInit(made) is { Signatures: [var given] } toInit
            && (taken.HasFormOf(given) || (taken.TakesAnything && ReturnsInstance(function) && HasSoleNew(made)))
            ? toInit
            : null;
    }

    /// <summary>False when <c>super().__new__</c> may be that of another class of the file, which may return anything.</summary>
    private static bool HasSoleNew(ClassModel made)
    {
        var count = 0;
        foreach (var one in made.Mro)
        {
            count += one.Source?.OwnAttribute("__new__") is null ? 0 : 1;
        }

        return count == 1;
    }

    private static bool HasInit(ClassModel made)
    {
        foreach (var one in made.Mro)
        {
            if (one.Source is { } source && (source.OwnAttribute("__init__") != null || source.Dataclass is { Init: not Answer.No }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The body ends with <c>return super().__new__(cls)</c> or a variable that has this value, and returns nothing else.</summary>
    private bool ReturnsInstance(FunctionDefinition function)
    {
        if (function.Body is not [.., Return])
        {
            return false;
        }

        foreach (var exit in model.Tree.All<Return>(function))
        {
            if (model.ScopeOf(exit) == model.ScopeOf(function.Body[0]))
            {
                var made = exit.Value is Name name ? model.ValueOf(name) : exit.Value;
                if (made is not Call { Func: Attribute { Attr.Text: "__new__" }, Args: [Name cls, ..] } || model.SymbolOf(cls)?.SoleBinding?.Node != MethodKinds.FirstParameter(function))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A class whose one base is what <c>namedtuple</c> makes, and that leaves its construction alone.</summary>
    private Callee? OfNamedTuple(ClassModel made)
    {
        if (made.Node is not { Bases: [var only], Keywords.IsEmpty: true, DecoratorList.IsEmpty: true } || made.OpenedBy != null
            || made.OwnAttribute("__new__") != null || made.OwnAttribute("__init__") != null || model.Members.MayBind("__new__") || model.Members.MayBind("__init__"))
        {
            return null;
        }

        return NamedTupleReader.Read(model, only) is { } tuple ? tuple with { Name = made.Name, Node = made.Node } : null;
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
        if (IsEmpty(library))
        {
            return made.IsSubclassOf(new ClassReference(null, KnownClasses.Find("BaseException"))) == Answer.No && HasOnlyEmptyBases(made)
                ? new Callee(made.Name, [Signature.Empty], false, made.Node)
                : null;
        }

        return StandardLibrary.Find(library.Name) is { Signatures: { IsEmpty: false } signatures }
            ? new Callee(made.Name, LibraryCallees.Convert(signatures), false, made.Node)
            : null;
    }

    private static bool HasOnlyEmptyBases(ClassModel made)
    {
        foreach (var one in made.Mro)
        {
            if (one.Known is { } library && !IsEmpty(library))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for classes whose construction is that of <c>object</c>.</summary>
    private static bool IsEmpty(KnownClass library) => library.Name is "object" or "abc.ABC" or "typing.Generic";

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
