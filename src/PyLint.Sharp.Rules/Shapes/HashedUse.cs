using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>A value that Python hashes at this place, because it is used as a key of a dict or a member of a set.</summary>
/// <param name="Value">The key or member.</param>
/// <param name="Container">The dict or set, where it stands before the use; null in displays and comprehensions.</param>
/// <param name="IsKey">True for a dict's key, false for a set's member.</param>
/// <param name="AcceptsSets">True where Python looks a set up as a frozenset: <c>in</c>, <c>remove</c> and <c>discard</c> of a set.</param>
internal readonly record struct HashedUse(Expr Value, Expr? Container, bool IsKey, bool AcceptsSets = false)
{
    /// <summary>The last names of what <see cref="Of(Call, SemanticModel)"/> knows.</summary>
    public static ReadOnlySpan<string> Callees => (string[])["get", "setdefault", "pop", "add", "remove", "discard", "fromkeys", "set", "frozenset", "dict"];

    /// <summary>What the value would be here, in words: <c>a key of `d`</c>, <c>a member of a set</c>.</summary>
    public string RoleIn(RuleContext context)
    {
        var part = IsKey ? "key" : "member";
        return Container is Name or Attribute
            ? $"a {part} of `{context.TextOf(Container)}`"
            : IsKey ? "a dict key" : "a member of a set";
    }

    /// <summary>The hashed operands of <c>in</c> and <c>not in</c>, where the right side is a proven dict or set.</summary>
    public static ImmutableArray<HashedUse> Of(Compare compare, SemanticModel model)
    {
        var found = ImmutableArray<HashedUse>.Empty;
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var value = i == 0 ? compare.Left : compare.Comparators[i - 1];
            if (compare.Ops[i] is not (CompareOperator.In or CompareOperator.NotIn) || IsSurelyHashable(value) || compare.Comparators[i] is Tuple or List or Constant)
            {
                continue;
            }

            var type = model.TypeOf(compare.Comparators[i]);
            var isSet = type.Kind is PyTypeKind.Set or PyTypeKind.FrozenSet;
            if (isSet || type.IsDict)
            {
                found = found.Add(new HashedUse(value, compare.Comparators[i], !isSet, AcceptsSets: isSet));
            }
        }

        return found;
    }

    /// <summary>
    /// The hashed arguments of methods of a proven dict or set, and what <c>set</c>, <c>frozenset</c>, <c>dict</c> and
    /// <c>dict.fromkeys</c> hash of a display or comprehension.
    /// </summary>
    public static ImmutableArray<HashedUse> Of(Call call, SemanticModel model)
    {
        if (call.Args is not [not Starred and var argument, ..])
        {
            return [];
        }

        switch (HandedOver.NameOf(call.Func))
        {
            case "get" or "setdefault" or "pop" when call.Func is Attribute method:
                return OfMethod(method, argument, isDictMethod: true, model);
            case "add" or "remove" or "discard" when call.Func is Attribute method:
                return OfMethod(method, argument, isDictMethod: false, model);
            case "fromkeys" when call.Func is Attribute method && model.KnownName(method.Value) == "dict":
                return ElementsOf(argument, isKey: true);
            case "set" or "frozenset" when model.KnownName(call.Func) is "set" or "frozenset":
                return ElementsOf(argument, isKey: false);
            case "dict" when model.KnownName(call.Func) == "dict":
                return KeysOfPairs(argument);
            default:
                return [];
        }
    }

    /// <summary>True for what is hashable by how it is written, so that nobody need ask what it is looked up in.</summary>
    public static bool IsSurelyHashable(Expr value) => value is Constant or JoinedStr or UnaryOp { Operand: Constant };

    /// <summary>The elements that a list, a tuple or a generator hands on; those of a set display were hashed before.</summary>
    private static ImmutableArray<HashedUse> ElementsOf(Expr iterable, bool isKey)
    {
        var elements = ElementsOf(iterable);
        var found = ImmutableArray.CreateBuilder<HashedUse>(elements.Length);
        foreach (var element in elements)
        {
            // Starred elements aren't members themselves.
            if (element is not Starred)
            {
                found.Add(new HashedUse(element, null, isKey));
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<HashedUse> KeysOfPairs(Expr iterable)
    {
        var found = ImmutableArray<HashedUse>.Empty;
        foreach (var pair in ElementsOf(iterable))
        {
            if (pair is Tuple or List && ElementsOf(pair) is [not Starred and var key, not Starred])
            {
                found = found.Add(new HashedUse(key, null, IsKey: true));
            }
        }

        return found;
    }

    private static ImmutableArray<Expr> ElementsOf(Expr iterable) => iterable switch
    {
        List list => list.Elts,
        Tuple tuple => tuple.Elts,
        ListComp comprehension => [comprehension.Elt],
        GeneratorExp generator => [generator.Elt],
        _ => [],
    };

    private static ImmutableArray<HashedUse> OfMethod(Attribute method, Expr argument, bool isDictMethod, SemanticModel model)
    {
        if (IsSurelyHashable(argument))
        {
            return [];
        }

        var type = model.TypeOf(method.Value);
        if (isDictMethod ? !type.IsDict : type.Kind != PyTypeKind.Set)
        {
            return [];
        }

        // In an empty dict `pop` looks nothing up.
        if (method.Attr.Text == "pop" && type.Arguments[0].Kind == PyTypeKind.Never)
        {
            return [];
        }

        return [new HashedUse(argument, method.Value, isDictMethod, AcceptsSets: !isDictMethod && method.Attr != "add")];
    }
}
