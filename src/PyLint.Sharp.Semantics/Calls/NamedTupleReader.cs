using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>What the classes take that <c>collections.namedtuple</c> and <c>typing.NamedTuple</c> make when they are called.</summary>
internal static class NamedTupleReader
{
    /// <summary>The class that a name stands for or that an expression makes; null when it isn't one or its fields can't be read.</summary>
    public static Callee? Read(SemanticModel model, Expr expression)
    {
        var maker = expression is Name name ? model.ValueOf(name) : expression;
        if (maker is not Call { Args: [var title, var fields] } call || title is not Constant { StringValue: { } called })
        {
            return null;
        }

        var made = model.KnownName(call.Func);
        var parameters = made switch
        {
            null => null,
            _ when LibraryCallees.IsHidden(model, made) => null,
            "collections.namedtuple" when Defaults(call) is { } defaults => Parameters(fields, defaults),
            "typing.NamedTuple" when call.Keywords.IsEmpty => TypedParameters(fields),
            _ => null,
        };
        return parameters is null ? null : new Callee(called, [new Signature(parameters.DrainToImmutable())], false, null);
    }

    /// <summary>How many of the last fields have a default; null when that can't be read.</summary>
    private static int? Defaults(Call call)
    {
        var count = 0;
        foreach (var keyword in call.Keywords)
        {
            switch (keyword.Name?.Text)
            {
                case "module" or "rename" when keyword.Name?.Text == "module" || Constants.Truth(keyword.Value) == Answer.No:
                    break;
                case "defaults" when keyword.Value is Constant { Value: null }:
                    break;
                case "defaults" when Elements(keyword.Value) is { } values && !HasStar(values):
                    count = values.Length;
                    break;
                default:
                    return null;
            }
        }

        return count;
    }

    private static ImmutableArray<Parameter>.Builder? Parameters(Expr fields, int defaults)
    {
        var names = new List<string>();
        if (fields is Constant { StringValue: { } text })
        {
            names.AddRange(text.Split([',', ' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        }
        else if (Elements(fields) is { } elements)
        {
            foreach (var element in elements)
            {
                names.Add((element as Constant)?.StringValue ?? "");
            }
        }
        else
        {
            return null;
        }

        var parameters = ImmutableArray.CreateBuilder<Parameter>(names.Count);
        foreach (var name in names)
        {
            if (!Add(parameters, name, parameters.Count >= names.Count - defaults))
            {
                return null;
            }
        }

        return defaults <= names.Count ? parameters : null;
    }

    /// <summary><c>[("x", int), ("y", str)]</c></summary>
    private static ImmutableArray<Parameter>.Builder? TypedParameters(Expr fields)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var field in Elements(fields) ?? [fields])
        {
            if (field is not Tuple { Elts: [Constant { StringValue: { } name }, not Starred] } || !Add(parameters, name, false))
            {
                return null;
            }
        }

        return parameters;
    }

    /// <summary>False for a name with which making the class fails.</summary>
    private static bool Add(ImmutableArray<Parameter>.Builder parameters, string name, bool hasDefault)
    {
        if (name.Length == 0 || name[0] == '_' || !char.IsAsciiLetter(name[0]))
        {
            return false;
        }

        foreach (var other in parameters)
        {
            if (other.Name == name)
            {
                return false;
            }
        }

        parameters.Add(new Parameter(name, LibraryParameterKind.PositionalOrKeyword, hasDefault, null));
        return true;
    }

    private static bool HasStar(ImmutableArray<Expr> values)
    {
        foreach (var value in values)
        {
            if (value is Starred)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Expr>? Elements(Expr display) => display switch
    {
        Tuple tuple => tuple.Elts,
        List list => list.Elts,
        _ => null,
    };
}
