using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>Displays, comprehensions and calls.</content>
internal sealed partial class BodyTypes
{
    private PyType OfElements(ImmutableArray<Expr> elements, TypeState? state)
    {
        var result = PyType.Never;
        foreach (var element in elements)
        {
            result = TypeJoin.Of(result, element is Starred starred ? Seen(starred, ElementTypes.Iterated(TypeOf(starred.Value, state)), state) : TypeOf(element, state));
        }

        return result;
    }

    private PyType Seen(Starred starred, PyType element, TypeState? state)
    {
        if (state != null)
        {
            Record(starred, PyType.Unknown);
        }

        return element;
    }

    private PyType OfTuple(Tuple tuple, TypeState? state)
    {
        var parts = new PyType[tuple.Elts.Length];
        var isVariadic = false;
        for (var i = 0; i < parts.Length; i++)
        {
            var starred = tuple.Elts[i] as Starred;
            isVariadic |= starred != null;
            var part = starred is null ? TypeOf(tuple.Elts[i], state) : Seen(starred, ElementTypes.Iterated(TypeOf(starred.Value, state)), state);
            parts[i] = part;
        }

        var elements = ImmutableCollectionsMarshal.AsImmutableArray(parts);
        return isVariadic ? PyType.Container(PyTypeKind.Tuple, TypeJoin.OfAll(elements), tuple) : PyType.Tuple(elements, tuple);
    }

    private PyType OfDict(Dict dict, TypeState? state)
    {
        var (key, value) = (PyType.Never, PyType.Never);
        for (var i = 0; i < dict.Values.Length; i++)
        {
            var given = i < dict.Keys.Length ? dict.Keys[i] : null; // A broken display may lack one.
            if (given is null)
            {
                var merged = TypeOf(dict.Values[i], state);
                key = TypeJoin.Of(key, merged.IsDict ? merged.Arguments[0] : PyType.Unknown);
                value = TypeJoin.Of(value, merged.IsDict ? merged.Arguments[1] : PyType.Unknown);
            }
            else
            {
                key = TypeJoin.Of(key, ElementTypes.Hashed(TypeOf(given, state)));
                value = TypeJoin.Of(value, TypeOf(dict.Values[i], state));
            }
        }

        return PyType.Dict(PyTypeKind.Dict, key, value, dict);
    }

    private PyType OfComprehension(Expr expression, TypeState? state)
    {
        var (element, value, generators) = Shapes.Comprehension(expression);
        var inside = state?.Copy();
        var wasLater = isLater;
        for (var i = 0; i < generators.Length; i++)
        {
            var generator = generators[i];
            var iterated = TypeOf(generator.Iter, inside ?? state);
            // A generator expression goes on when somebody asks it for more, all but its first iterable.
            isLater |= expression is GeneratorExp && !IsConsumedAtOnce(expression);
            if (inside != null)
            {
                Bind(generator.Target, generator.IsAsync ? PyType.Unknown : ElementTypes.Present(ElementTypes.Iterated(iterated)), inside);
            }

            foreach (var test in generator.Ifs)
            {
                TypeOf(test, inside);
                inside = state is null ? null : Assume(test, true, inside);
                if (state != null && inside is null)
                {
                    isLater = wasLater;
                    return Collected(expression, PyType.Never, PyType.Never);
                }
            }
        }

        var first = TypeOf(element, inside);
        var second = value is null ? PyType.Unknown : TypeOf(value, inside);
        isLater = wasLater;
        if (state != null)
        {
            TakeBindings(expression, state, inside, null);
        }

        return Collected(expression, first, second);
    }

    private static PyType Collected(Expr expression, PyType element, PyType value) => expression switch
    {
        ListComp => PyType.List(element, expression),
        SetComp => PyType.Container(PyTypeKind.Set, ElementTypes.Hashed(element), expression),
        DictComp { Value: null } => PyType.Of(PyTypeKind.Dict).WithOrigin(expression),
        DictComp => PyType.Dict(PyTypeKind.Dict, ElementTypes.Hashed(element), value, expression),
        _ => PyType.Iterator(element).WithOrigin(expression),
    };

    private bool IsConsumedAtOnce(Expr generator) => generator.Parent is Call { Args: [_], Keywords.IsEmpty: true } call
        && (call.Func is Attribute { Attr.Text: "join" }
            || model.KnownName(call.Func) is "sum" or "any" or "all" or "list" or "tuple" or "set" or "frozenset" or "dict" or "sorted" or "min" or "max");

    private PyType OfCall(Call call, TypeState? state)
    {
        var callee = TypeOf(call.Func, state);
        // What stands before the dot has just been read: to read it again would double the work with each call of a chain.
        var wasRead = call.Func == read;
        var receiver = wasRead ? readFrom : PyType.Unknown;
        var imported = wasRead ? readAs : model.ImportedAs(call.Func);
        var start = inference.PassedCount;
        var isPlain = true;
        foreach (var argument in call.Args)
        {
            inference.Pass(TypeOf(argument, state));
            isPlain &= argument is not Starred;
        }

        TypeOfKeywords(call.Keywords, state);
        var arguments = isPlain ? inference.PassedFrom(start) : [];
        var type = OfCall(call, imported, callee, receiver, arguments, state);
        inference.Unpass(start);
        return type;
    }

    private PyType OfCall(Call call, ImportedName? imported, PyType callee, PyType receiver, ReadOnlySpan<PyType> arguments, TypeState? state)
    {
        if (imported != null)
        {
            return BuiltinCalls.Of(imported.KnownName, call, arguments) ?? BuiltinCalls.OfLibrary(imported.Member, arguments);
        }

        if (model.IsBuiltin(call.Func))
        {
            var builtin = ((Name)call.Func).Id;
            return BuiltinCalls.Of(builtin, call, arguments) ?? BuiltinCalls.OfLibrary(DefinitionTypes.BuiltinMember(model.BuiltinOf((Name)call.Func)), arguments);
        }

        if (call.Func is not Attribute method)
        {
            return callee switch
            {
                { Kind: PyTypeKind.Class, Origin: ClassDef made } => inference.Instances.Made(made),
                { Kind: PyTypeKind.Function, Origin: { } function } => inference.ReturnOf(function, this, call.Keywords.IsEmpty ? arguments : []),
                _ => PyType.Unknown,
            };
        }

        if (state != null && ContainerUses.IsAddition(call))
        {
            AddArguments(method, call, arguments);
        }

        return receiver.Kind == PyTypeKind.Instance ? OfMethod(receiver, method, call, arguments) : MethodTypes.Of(receiver, method.Attr.Text, call, arguments);
    }

    /// <summary>What a method of a class of the file returns; its first parameter is the instance.</summary>
    private PyType OfMethod(PyType receiver, Attribute method, Call call, ReadOnlySpan<PyType> arguments)
    {
        if (inference.Instances.MethodOf(receiver, method, out var isStatic) is not { } function)
        {
            return PyType.Unknown;
        }

        var passed = new PyType[isStatic ? 0 : call.Keywords.IsEmpty && arguments.Length == call.Args.Length ? arguments.Length + 1 : 1];
        if (passed.Length > 0)
        {
            passed[0] = receiver;
            arguments[..(passed.Length - 1)].CopyTo(passed.AsSpan(1));
        }

        return inference.ReturnOf(function, this, passed);
    }

    private void AddArguments(Attribute method, Call call, ReadOnlySpan<PyType> arguments)
    {
        var unknown = call.Keywords.Length > 0 || arguments.Length != call.Args.Length;
        if (unknown || arguments.IsEmpty)
        {
            Add(method.Value, PyType.Unknown, PyType.Unknown, PyType.Unknown);
            return;
        }

        switch (method.Attr.Text)
        {
            case "append" or "appendleft" or "add" when arguments.Length == 1:
                Add(method.Value, arguments[0], PyType.Never, PyType.Never);
                break;
            case "insert" when arguments.Length == 2:
                Add(method.Value, arguments[1], PyType.Never, PyType.Never);
                break;
            case "setdefault":
                Add(method.Value, PyType.Never, arguments[0], arguments.Length > 1 ? TypeJoin.WithoutElements(arguments[1]) : PyType.None);
                break;
            case "extend" or "extendleft" when arguments.Length == 1:
                Add(method.Value, ElementTypes.Iterated(arguments[0]), PyType.Never, PyType.Never);
                break;
            case "update" when arguments.Length == 1 && arguments[0].Kind == PyTypeKind.Dict:
                Add(method.Value, arguments[0].Arguments[0], arguments[0].Arguments[0], arguments[0].Arguments[1]);
                break;
            case "update":
                AddAll(method.Value, arguments);
                break;
        }
    }

    private void AddAll(Expr container, ReadOnlySpan<PyType> iterables)
    {
        foreach (var iterable in iterables)
        {
            Add(container, ElementTypes.Iterated(iterable), PyType.Unknown, PyType.Unknown);
        }
    }
}
