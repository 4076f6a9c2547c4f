using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Reads the decorator and the fields of a dataclass.</summary>
internal sealed class DataclassReader
{
    private readonly ClassModel owner;
    private readonly ImmutableArray<DataclassField>.Builder fields = ImmutableArray.CreateBuilder<DataclassField>();
    private bool isComplete = true;
    private bool keywordOnly;

    private DataclassReader(ClassModel owner) => this.owner = owner;

    public static Dataclass? Read(ClassModel owner)
    {
        foreach (var decorator in owner.Node.DecoratorList)
        {
            if (KnownDecorators.NameOf(owner.Model, decorator) == "dataclasses.dataclass")
            {
                var reader = new DataclassReader(owner);
                var options = ReadOptions(new Dataclass(decorator, []));
                reader.keywordOnly = options.KwOnly == Answer.Yes;
                reader.ReadFields(isDataclass: true);
                return options with { OwnFields = reader.fields.DrainToImmutable(), IsComplete = options.IsComplete && reader.isComplete };
            }
        }

        return null;
    }

    /// <summary>The fields of a <c>typing.NamedTuple</c>; null when they can't be read.</summary>
    public static ImmutableArray<DataclassField>? ReadNamedTuple(ClassModel owner)
    {
        var reader = new DataclassReader(owner);
        reader.ReadFields(isDataclass: false);
        return reader.isComplete ? reader.fields.DrainToImmutable() : null;
    }

    private static Dataclass ReadOptions(Dataclass result)
    {
        if (result.Decorator is not Call call)
        {
            return result;
        }

        result = result with { IsComplete = call.Args.IsEmpty };
        foreach (var keyword in call.Keywords)
        {
            var value = Constants.Truth(keyword.Value);
            result = keyword.Name?.Text switch
            {
                "init" => result with { Init = value, IsComplete = result.IsComplete && value != Answer.Unknown },
                "frozen" => result with { Frozen = value },
                "eq" => result with { Eq = value },
                "order" => result with { Order = value },
                "slots" => result with { Slots = value },
                "kw_only" => result with { KwOnly = value, IsComplete = result.IsComplete && value != Answer.Unknown },
                "unsafe_hash" => result with { UnsafeHash = value },
                "repr" or "match_args" or "weakref_slot" => result,
                _ => result with
                {
                    Init = Answer.Unknown, Frozen = Answer.Unknown, Eq = Answer.Unknown, Order = Answer.Unknown, Slots = Answer.Unknown, IsComplete = false,
                },
            };
        }

        return result;
    }

    private void ReadFields(bool isDataclass)
    {
        foreach (var statement in owner.Node.Body)
        {
            if (statement is AnnAssign { Target: Name { Id: var name }, Simple: true } annotated)
            {
                ReadField(name, annotated, isDataclass);
            }
            else if (statement is If or TryStatement or WithStatement or ForStatement or While or Match)
            {
                isComplete &= !HoldsAnnotation(statement);
            }
        }
    }

    private bool HoldsAnnotation(Stmt statement)
    {
        foreach (var node in owner.Model.Tree.All<AnnAssign>(statement))
        {
            if (owner.Model.ScopeOf(node) == owner.Scope)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadField(string name, AnnAssign annotated, bool isDataclass)
    {
        name = owner.Scope!.Mangle(name);
        // The default is what the name means when the body has run, whoever bound it.
        isComplete &= owner.Scope.OwnSymbol(name) is { Bindings.Length: 1 };
        var kind = isDataclass ? AnnotationName(annotated.Annotation) : null;
        switch (kind)
        {
            case "typing.ClassVar" or "typing_extensions.ClassVar":
                fields.Add(new DataclassField(name, annotated, null, null, false, false, DataclassFieldKind.ClassVariable));
                break;
            case "dataclasses.KW_ONLY":
                keywordOnly = true;
                break;
            case "":
                isComplete = false;
                break;
            default:
                fields.Add(MakeField(name, annotated, isDataclass, kind == "dataclasses.InitVar" ? DataclassFieldKind.InitVariable : DataclassFieldKind.Field));
                break;
        }
    }

    /// <summary>What an annotation names; empty for text that may name one of those that matter.</summary>
    private string? AnnotationName(Expr annotation)
    {
        if (annotation is Constant { StringValue: { } text })
        {
            return text.Contains("Var", StringComparison.Ordinal) || text.Contains("KW_ONLY", StringComparison.Ordinal) ? "" : null;
        }

        return owner.Model.KnownName(annotation is Subscript subscript ? subscript.Value : annotation);
    }

    private DataclassField MakeField(string name, AnnAssign annotated, bool isDataclass, DataclassFieldKind kind)
    {
        var field = new DataclassField(name, annotated, annotated.Value, null, true, keywordOnly, kind);
        if (!isDataclass || annotated.Value is not Call call)
        {
            return field;
        }

        var maker = owner.Model.KnownName(call.Func);
        if (maker != "dataclasses.field")
        {
            // An unknown function may give a field, too.
            isComplete &= maker != null || !owner.Model.ClassNamedBy(call.Func).IsUnknown;
            return field;
        }

        field = field with { Default = null };
        isComplete &= call.Args.IsEmpty;
        foreach (var keyword in call.Keywords)
        {
            var value = Constants.Truth(keyword.Value);
            isComplete &= keyword.Name != null && (keyword.Name.Value.Text is not ("init" or "kw_only") || value != Answer.Unknown);
            field = keyword.Name?.Text switch
            {
                "default" => field with { Default = keyword.Value },
                "default_factory" => field with { DefaultFactory = keyword.Value },
                "init" => field with { IsParameter = value != Answer.No },
                "kw_only" => field with { IsKeywordOnly = value == Answer.Yes },
                _ => field,
            };
        }

        return field;
    }
}
