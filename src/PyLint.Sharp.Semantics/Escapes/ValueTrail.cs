using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Escapes;

/// <summary>
/// Follows a value from the expression that makes it through operators, containers, variables and calls, until something keeps it or
/// nothing does.
/// </summary>
internal sealed class ValueTrail
{
    /// <summary>Longer ways through variables and functions are given up; they count as unknown.</summary>
    private const int LongestWay = 24;

    private readonly SemanticModel model;
    private readonly Node from;
    private readonly bool isLoop;
    private readonly HashSet<(Node Node, bool IsHeld)> visited = [];
    private readonly Dictionary<(Symbol Symbol, bool IsHeld), Node> symbols = [];
    private int depth;

    /// <param name="model">The file.</param>
    /// <param name="from">The loop, comprehension, function or lambda that the value may outlive.</param>
    public ValueTrail(SemanticModel model, Node from)
    {
        this.model = model;
        this.from = from;
        isLoop = from is ForStatement or While or Comprehension;
    }

    /// <param name="expression">An expression with the value.</param>
    /// <param name="isHeld">True when the value is inside of the expression's value: an element, a bound argument, a free variable.</param>
    public Escape Follow(Expr expression, bool isHeld)
    {
        if (depth == LongestWay)
        {
            return Escape.Unknown(EscapeWay.Passed, expression);
        }

        if (!visited.Add((expression, isHeld)))
        {
            return Escape.No;
        }

        depth++;
        var escape = FollowUse(expression, isHeld);
        depth--;
        return escape;
    }

    /// <summary>A value that a name has from a definition on.</summary>
    public Escape FollowSymbol(Symbol symbol, Node definition, bool isHeld)
    {
        var isOwn = symbol.Scope.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension;
        if (!isLoop && (!isOwn || !from.Contains(symbol.Scope.Node)))
        {
            return Escape.Yes(EscapeWay.OuterVariable, definition);
        }

        if (symbol.Scope.Kind == ScopeKind.Class)
        {
            return Escape.Unknown(EscapeWay.Attribute, definition);
        }

        // The references of a variable are looked at once; of another of its values less is known.
        if (!symbols.TryAdd((symbol, isHeld), definition))
        {
            return symbols[(symbol, isHeld)] == definition ? Escape.No : Escape.Unknown(EscapeWay.ReadLater, definition);
        }

        var escape = Escape.No;
        foreach (var reference in symbol.References)
        {
            escape = escape.Or(FollowReference(reference, symbol, definition, isHeld));
            if (escape.Answer == Answer.Yes)
            {
                break;
            }
        }

        // Of a variable that is bound again, it may be another value that gets out.
        return symbol.IsRebound && escape is { Answer: Answer.Yes, Place: { } place } ? Escape.Unknown(escape.Way, place) : escape;
    }

    private Escape FollowReference(Name reference, Symbol symbol, Node definition, bool isHeld)
    {
        var closure = ClosureBetween(reference, symbol);
        if (closure != null)
        {
            // The function that reads the variable holds it.
            return closure == definition ? Escape.No : FollowFunction(closure, isHeld: true).Or(Follow(reference, isHeld));
        }

        if (isLoop && !from.Contains(reference) && from.Contains(definition))
        {
            return reference.Index > from.Index ? Escape.Yes(EscapeWay.ReadLater, reference) : EarlierRead(reference);
        }

        // Read above its definition: in a loop around, the value of the iteration before.
        return isLoop && reference.Index < definition.Index ? Escape.Unknown(EscapeWay.ReadLater, reference) : Follow(reference, isHeld);
    }

    /// <summary>Before the loop the value exists only when the loop itself stands in another.</summary>
    private Escape EarlierRead(Name reference) => from.Ancestor<ForStatement>() is null && from.Ancestor<While>() is null
        ? Escape.No
        : Escape.Unknown(EscapeWay.ReadLater, reference);

    /// <summary>The outermost function between a variable and its reader that is made inside of what may be outlived.</summary>
    private Node? ClosureBetween(Name reference, Symbol symbol)
    {
        Node? closure = null;
        for (var scope = model.ScopeOf(reference); scope != null && scope != symbol.Scope; scope = scope.Parent)
        {
            if (scope.Kind is ScopeKind.Function or ScopeKind.Lambda || scope.Node is GeneratorExp)
            {
                closure = scope.Node;
            }
        }

        return closure;
    }

    public Escape FollowFunction(Node function, bool isHeld)
    {
        if (function is Expr expression)
        {
            return Follow(expression, isHeld);
        }

        if (function is not FunctionDefinition definition || !visited.Add((function, isHeld)))
        {
            return Escape.No;
        }

        if (!definition.DecoratorList.IsEmpty)
        {
            return Escape.Unknown(EscapeWay.Passed, definition.DecoratorList[0]);
        }

        return model.ScopeOf(definition).Lookup(definition.Name.Text) is { } symbol
            ? FollowSymbol(symbol, definition, isHeld)
            : Escape.Unknown(EscapeWay.Passed, definition);
    }

    private Escape FollowUse(Expr value, bool isHeld)
    {
        switch (value.Parent)
        {
            case ExprStmt or Assert or Delete or If or While or FormattedValue or Compare or UnaryOp:
                return Escape.No;
            case Return or Lambda:
                return OfReturn(value);
            case Yield or YieldFrom:
                return Escape.Yes(EscapeWay.Yielded, value.Parent);
            case Raise:
                return Escape.Yes(EscapeWay.Raised, value.Parent);
            case BoolOp or IfExp or NamedExpr or Starred:
                return OfOperand(value, isHeld);
            case List or Tuple or Set or Dict:
                return Follow((Expr)value.Parent, isHeld: true);
            case Assign assign:
                return OfTargets(assign.Targets, isHeld);
            case AugAssign augmented when isHeld:
                return IntoContainer(augmented.Target, augmented);
            case BinOp operation when isHeld:
                return Follow(operation, isHeld);
            case AnnAssign { Target: var target }:
                return OfTarget(target, isHeld);
            case Attribute attribute:
                return OfAttribute(attribute, value, isHeld);
            case Subscript subscript:
                return OfSubscript(subscript, value, isHeld);
            case Call call:
                return OfCall(call, value, isHeld);
            case Keyword { Parent: Call call } keyword:
                return OfArgument(call, keyword, isHeld);
            case Arguments { Parent: var function } when function != null:
                return FollowFunction(function, isHeld: true);
            case ForStatement loop when loop.Iter == value:
                return isHeld ? OfTarget(loop.Target, isHeld: false) : Escape.No;
            case Comprehension comprehension when comprehension.Iter == value:
                return isHeld ? OfTarget(comprehension.Target, isHeld: false) : Escape.No;
            case Comprehension:
                return Escape.No;
            case ListComp or SetComp or DictComp:
                return OfElement((Expr)value.Parent);
            default:
                return Escape.Unknown(EscapeWay.Passed, value.Parent!);
        }
    }

    /// <summary>What a function inside returns goes to its callers; what the function or loop itself returns is out.</summary>
    private Escape OfReturn(Expr value)
    {
        var function = value.Parent is Lambda ? value.Parent : value.Ancestor<FunctionDefinition>();
        var isOut = function == from || (isLoop && function != null && !from.Contains(function)) || function is null || function.Contains(from);
        return isOut ? Escape.Yes(EscapeWay.Returned, value.Parent!) : Escape.Unknown(EscapeWay.Returned, value.Parent!);
    }

    private Escape OfOperand(Expr value, bool isHeld)
    {
        var around = (Expr)value.Parent!;
        if (around is IfExp choice && choice.Test == value)
        {
            return Escape.No;
        }

        var escape = Follow(around, isHeld);
        return around is NamedExpr walrus ? escape.Or(OfTarget(walrus.Target, isHeld)) : escape;
    }

    private Escape OfTargets(ImmutableArray<Expr> targets, bool isHeld)
    {
        var escape = Escape.No;
        foreach (var target in targets)
        {
            escape = escape.Or(OfTarget(target, isHeld));
        }

        return escape;
    }

    private Escape OfTarget(Expr target, bool isHeld)
    {
        switch (target)
        {
            case Name name when model.SymbolOf(name) is { } symbol:
                return FollowSymbol(symbol, name, isHeld);
            case Attribute attribute:
                return Escape.Yes(EscapeWay.Attribute, attribute);
            case Subscript subscript:
                return IntoContainer(subscript.Value, subscript);
            case Tuple tuple when isHeld:
                return OfTargets(tuple.Elts, isHeld);
            case List list when isHeld:
                return OfTargets(list.Elts, isHeld);
            default:
                return Escape.Unknown(EscapeWay.Passed, target);
        }
    }

    /// <summary>Whoever keeps the container keeps the value: a container made outside does so.</summary>
    private Escape IntoContainer(Expr container, Node place)
    {
        if (container is not Name name || model.SymbolOf(name) is not { } symbol)
        {
            return Escape.Yes(EscapeWay.Container, place);
        }

        var isMadeInside = symbol.SoleBinding is { Kind: BindingKind.Assignment or BindingKind.AnnotatedAssignment, Value: List or Dict or Set or Call } binding
            && from.Contains(binding.Node);
        return isMadeInside ? FollowSymbol(symbol, symbol.SoleBinding!.Value.Node, isHeld: true) : Escape.Yes(EscapeWay.Container, place);
    }

    private Escape OfAttribute(Attribute attribute, Expr value, bool isHeld)
    {
        if (attribute.Ctx != ExprContext.Load)
        {
            return Escape.No;
        }

        if (attribute.Parent is not Call call || call.Func != attribute)
        {
            // A bound method holds the object, other attributes don't.
            return Follow(attribute, isHeld: true) is { Answer: not Answer.No, Place: { } place } escape ? Escape.Unknown(escape.Way, place) : Escape.No;
        }

        // The methods of built-in objects don't keep the object; what they return may be one of its elements.
        var isBuiltIn = Consumers.OfMethod(attribute.Attr.Text) != Consumption.Unknown || model.TypeOf(value).Kind is not (PyTypeKind.Unknown or PyTypeKind.Instance);
        if (!isBuiltIn)
        {
            return Escape.Unknown(EscapeWay.Passed, call);
        }

        return isHeld && Consumers.OfMethod(attribute.Attr.Text) == Consumption.Unknown ? Follow(call, isHeld) : Escape.No;
    }

    private Escape OfSubscript(Subscript subscript, Expr value, bool isHeld)
    {
        if (subscript.Value != value)
        {
            return subscript.Ctx == ExprContext.Store ? IntoContainer(subscript.Value, subscript) : Escape.No;
        }

        return subscript.Ctx == ExprContext.Load && isHeld ? Follow(subscript, subscript.Slice is Slice) : Escape.No;
    }

    private Escape OfCall(Call call, Expr value, bool isHeld)
    {
        if (call.Func != value)
        {
            return OfArgument(call, value, isHeld);
        }

        // Called at once. A bound function that holds the value may return it.
        return isHeld ? Escape.Unknown(EscapeWay.Passed, call) : Escape.No;
    }

    /// <param name="call">The call.</param>
    /// <param name="argument">The argument, or its keyword.</param>
    /// <param name="isHeld">True when the value is inside of the argument.</param>
    private Escape OfArgument(Call call, Node argument, bool isHeld)
    {
        if (model.KnownName(call.Func) is { } name)
        {
            return Consumers.Of(name, call, argument, isHeld) switch
            {
                Consumption.Used => Escape.No,
                Consumption.InResult => Follow(call, isHeld: true),
                Consumption.Registered => Escape.Yes(EscapeWay.Registered, call),
                _ => Escape.Unknown(EscapeWay.Passed, call),
            };
        }

        var expression = argument is Keyword keyword ? keyword.Value : (Expr)argument;
        if (model.BindingOf(call) is { Callee.Node: FunctionDefinition or Lambda } binding && binding.ParameterOf(expression) is { Node: Arg parameter } bound
            && bound.Kind < Knowledge.LibraryParameterKind.VarPositional)
        {
            return IntoFunction(call, binding.Callee.Node, parameter, isHeld);
        }

        return call.Func is Attribute method ? IntoMethod(call, method, argument, isHeld) : Escape.Unknown(EscapeWay.Passed, call);
    }

    private Escape IntoMethod(Call call, Attribute method, Node argument, bool isHeld) => Consumers.OfMethod(method.Attr.Text) switch
    {
        Consumption.Used => Escape.No,
        Consumption.Registered when model.TypeOf(method.Value).Kind != PyTypeKind.Instance && argument is Expr => IntoContainer(method.Value, call),
        Consumption.InResult when isHeld => IntoContainer(method.Value, call),
        Consumption.InResult when model.TypeOf(method.Value).Kind is PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.Deque => Escape.No,
        _ => Escape.Unknown(EscapeWay.Passed, call),
    };

    /// <summary>A function of the file keeps what its parameter's value escapes it by; what it only returns goes on from the call.</summary>
    private Escape IntoFunction(Call call, Node function, Arg parameter, bool isHeld)
    {
        if (depth == LongestWay || (function is FunctionDefinition definition && (model.IsGenerator(definition) || definition is AsyncFunctionDef)))
        {
            return Escape.Unknown(EscapeWay.Passed, call);
        }

        var inside = model.EscapeOfParameter(parameter, function, isHeld);
        return inside switch
        {
            { Answer: Answer.No } => Escape.No,
            { Answer: Answer.Yes, Way: EscapeWay.Returned } => Follow(call, isHeld),
            { Answer: Answer.Yes } => Escape.Yes(inside.Way, call),
            _ => Escape.Unknown(EscapeWay.Passed, call),
        };
    }

    /// <summary>The elements of a comprehension outlive its iterations.</summary>
    private Escape OfElement(Expr comprehension) =>
        isLoop && comprehension.Contains(from) ? Escape.Yes(EscapeWay.Collected, comprehension) : Follow(comprehension, isHeld: true);
}
