using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>Targets: who gets which type.</content>
internal sealed partial class BodyTypes
{
    /// <summary>What one binding gives to a variable, whenever that may be.</summary>
    public PyType OfBinding(in NameBinding binding) => binding switch
    {
        { Value: { } value } => TypeOf(value),
        { Node: FunctionDefinition function, Kind: BindingKind.Function } => DefinitionTypes.OfFunction(function),
        { Node: ClassDef definition, Kind: BindingKind.Class } => DefinitionTypes.OfClass(model, definition),
        { Node: Alias alias } => DefinitionTypes.OfImport(alias),
        { Kind: BindingKind.Parameter, Node: Arg { Parent: Arguments arguments } parameter } => OfParameter(parameter, arguments),
        _ => PyType.Unknown,
    };

    private int? SlotOf(Node binder) => model.SymbolBoundBy(binder) is { } symbol && IsFollowed(symbol, out var slot) ? slot : null;

    /// <summary>Binds the one name of a node that is no expression.</summary>
    private void BindName(Node binder, PyType type, TypeState state)
    {
        if (SlotOf(binder) is { } slot)
        {
            Bind(slot, type, state);
        }
    }

    private void Bind(int slot, PyType type, TypeState state)
    {
        state.Bind(slot, type);
        TellHandlers(slot, state);
    }

    private void TellHandlers(int slot, TypeState state)
    {
        for (var i = 0; i < handlers.Count; i++)
        {
            handlers[i].Include(slot, state);
        }
    }

    private void Bind(Expr target, PyType type, TypeState state)
    {
        switch (target)
        {
            case Name name:
                Record(name, type);
                if (model.SymbolOf(name) is { } symbol && IsFollowed(symbol, out var slot))
                {
                    Bind(slot, type, state);
                }

                break;
            case Starred starred:
                Bind(starred.Value, type, state);
                break;
            case Tuple tuple:
                BindAll(tuple.Elts, type, state);
                break;
            case List list:
                BindAll(list.Elts, type, state);
                break;
            case Subscript subscript:
                TypeOfParts(subscript, state);
                Add(subscript.Value, type, TypeOf(subscript.Slice, state), type);
                break;
            default:
                TypeOfParts(target, state);
                break;
        }
    }

    private void BindAll(ImmutableArray<Expr> targets, PyType type, TypeState state)
    {
        var starred = -1;
        for (var i = 0; i < targets.Length; i++)
        {
            starred = targets[i] is Starred ? i : starred;
        }

        // Two targets may get the same container.
        var parts = ElementTypes.Unpacked(type.Kind == PyTypeKind.Tuple && !type.IsVariadic ? type : TypeJoin.WithoutInnerElements(type), targets.Length, starred);
        for (var i = 0; i < targets.Length; i++)
        {
            Bind(targets[i], parts[i], state);
        }
    }

    private void Unbind(Expr target, TypeState state)
    {
        switch (target)
        {
            case Name name when model.SymbolOf(name) is { } symbol && IsFollowed(symbol, out var slot):
                state.Unbind(slot);
                TellHandlers(slot, state);
                break;
            case Tuple tuple:
                foreach (var part in tuple.Elts)
                {
                    Unbind(part, state);
                }

                break;
            default:
                TypeOfParts(target, state);
                break;
        }
    }

    private void RunAugmented(AugAssign assign, TypeState state)
    {
        var before = assign.Target is Name name ? OfName(name, state) : TypeOfParts(assign.Target, state);
        var value = TypeOf(assign.Value, state);
        inference.Record(assign, before);
        var isExtended = before.Kind == PyTypeKind.List && assign.Op == BinaryOperator.Add && !ElementTypes.Iterated(value).IsUnknown;
        var after = isExtended
            ? PyType.List(TypeJoin.Of(before.Arguments[0], ElementTypes.Iterated(value)))
            : OperatorTypes.Binary(assign.Op, before, value, IsNatural(assign.Value));
        if (assign.Target is Subscript subscript)
        {
            Add(subscript.Value, after, PyType.Never, after);
        }
        else if (assign.Target is Name)
        {
            Bind(assign.Target, after, state);
        }
    }

    /// <summary>Something comes into the container that a name holds.</summary>
    private void Add(Expr container, PyType element, PyType key, PyType value)
    {
        if (container is Name name && model.SymbolOf(name) is { } symbol && IsFollowed(symbol, out _))
        {
            added.Add(symbol, element, key, value);
        }
    }

    private void BindPattern(Pattern pattern, PyType subject, TypeState state)
    {
        if (pattern is MatchAs { Pattern: null, Name: not null })
        {
            BindName(pattern, TypeJoin.WithoutElements(subject), state);
            return;
        }

        foreach (var node in model.Tree.Subtree(pattern))
        {
            switch (node)
            {
                case MatchAs { Name: not null }:
                    BindName(node, PyType.Unknown, state);
                    break;
                case MatchStar { Name: not null }:
                    BindName(node, PyType.Of(PyTypeKind.List), state);
                    break;
                case MatchMapping { Rest: not null }:
                    BindName(node, PyType.Of(PyTypeKind.Dict), state);
                    break;
                case MatchValue { Value: var value }:
                    TypeOf(value, state);
                    break;
            }
        }
    }

    private void BindParameters(Arguments arguments, TypeState state)
    {
        var defaults = arguments.Defaults;
        var firstDefault = arguments.PosOnlyArgs.Length + arguments.Args.Length - defaults.Length;
        for (var i = 0; i < arguments.PosOnlyArgs.Length + arguments.Args.Length; i++)
        {
            var parameter = i < arguments.PosOnlyArgs.Length ? arguments.PosOnlyArgs[i] : arguments.Args[i - arguments.PosOnlyArgs.Length];
            BindParameter(parameter, i < firstDefault ? null : defaults[i - firstDefault], state);
        }

        for (var i = 0; i < arguments.KwOnlyArgs.Length; i++)
        {
            BindParameter(arguments.KwOnlyArgs[i], i < arguments.KwDefaults.Length ? arguments.KwDefaults[i] : null, state);
        }

        if (arguments.VarArg is { } rest)
        {
            BindName(rest, PyType.Of(PyTypeKind.Tuple), state);
        }

        if (arguments.KwArg is { } named)
        {
            BindName(named, PyType.Dict(PyTypeKind.Dict, PyType.Str, PyType.Unknown), state);
        }
    }

    private void BindParameter(Arg parameter, Expr? defaultValue, TypeState state)
    {
        BindName(parameter, OfParameter(parameter, defaultValue), state);
    }

    private PyType OfParameter(Arg parameter, Expr? defaultValue)
    {
        if (parameter.Annotation is { } annotation)
        {
            var type = AnnotationTypes.Of(model, annotation);
            return defaultValue is null || type.IsUnknown ? type : TypeJoin.Of(type, TypeJoin.WithoutElements(TypeOf(defaultValue)));
        }

        return defaultValue is null && parameter.Parent?.Parent is FunctionDefinition method ? inference.Instances.Self(method, parameter) : PyType.Unknown;
    }

    /// <summary>The rest of the arguments has no type of its own.</summary>
    private PyType OfParameter(Arg parameter, Arguments arguments) =>
        parameter == arguments.VarArg || parameter == arguments.KwArg ? PyType.Unknown : OfParameter(parameter, DefaultOf(arguments, parameter));

    private static Expr? DefaultOf(Arguments arguments, Arg parameter)
    {
        var position = arguments.PosOnlyArgs.IndexOf(parameter);
        position = position >= 0 ? position : arguments.Args.IndexOf(parameter) is >= 0 and var at ? at + arguments.PosOnlyArgs.Length : -1;
        if (position >= 0)
        {
            var first = arguments.PosOnlyArgs.Length + arguments.Args.Length - arguments.Defaults.Length;
            return position < first ? null : arguments.Defaults[position - first];
        }

        position = arguments.KwOnlyArgs.IndexOf(parameter);
        return position >= 0 && position < arguments.KwDefaults.Length ? arguments.KwDefaults[position] : null;
    }
}
