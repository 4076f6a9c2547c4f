using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private NoReturnOracle? oracle;
    private ExceptionEffects? effects;
    private ExceptionClasses? exceptions;
    private FlowGraph?[]? flows;
    private ushort[]? flowAnswers;
    private int[]? flowStarts;

    private NoReturnOracle Oracle => oracle ??= new NoReturnOracle(this);

    /// <summary>What the graphs found out, by node, some bits for each question; see there.</summary>
    internal ushort[] FlowAnswers => flowAnswers ??= new ushort[Tree.Nodes.Length];

    /// <summary>By statement, the event of its graph with which it starts.</summary>
    internal int[] FlowStarts => flowStarts ??= new int[Tree.Nodes.Length];

    /// <summary>Names such as <c>locals</c>, by which variables are reached that aren't named: the first of each in every scope.</summary>
    internal List<Name>? NamespaceNames => names.NamespaceNames;

    /// <summary>The ways in which a list of statements can end: where the paths lead from its first statement.</summary>
    /// <param name="body">The statements.</param>
    /// <param name="unknown">What to assume of context managers that the model doesn't know.</param>
    public Completion CompletionOf(ImmutableArray<Stmt> body, ContextManagers unknown = ContextManagers.LetPass) =>
        body.IsEmpty ? Completion.FallsThrough : FlowOf(ScopeOf(body[0])).CompletionOf(body[0], body[^1], Oracle, unknown);

    /// <summary>The ways in which a statement can end.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="unknown">What to assume of context managers that the model doesn't know.</param>
    public Completion CompletionOf(Stmt statement, ContextManagers unknown = ContextManagers.LetPass) =>
        FlowOf(ScopeOf(statement)).CompletionOf(statement, statement, Oracle, unknown);

    /// <summary>How control goes through a body; made when it is first asked for.</summary>
    /// <param name="scopeNode">A <see cref="Syntax.Nodes.Module"/>, <see cref="ClassDef"/>, <see cref="FunctionDefinition"/> or <see cref="Lambda"/>.</param>
    /// <exception cref="ArgumentException">The node is none of these.</exception>
    public FlowGraph FlowOf(Node scopeNode)
    {
        ArgumentNullException.ThrowIfNull(scopeNode);
        return FlowOf(BodyScopeOf(scopeNode) ?? throw new ArgumentException("The node has no body of its own.", nameof(scopeNode)));
    }

    /// <summary>
    /// Whether control ever comes to a statement, within the body that holds it: No when proven that it doesn't, Yes when a path leads
    /// there, Unknown when that takes a context manager which swallows exceptions for all we know.
    /// </summary>
    public Answer IsReachable(Stmt statement) => FlowOf(ScopeOf(statement)).IsReachable(statement);

    /// <summary>
    /// Whether the variable that a name reads or deletes has a value there. A read by code that runs later, such as the body of a
    /// function inside, is Always or Unknown.
    /// </summary>
    public Bound BoundAt(Name name)
    {
        if (SymbolOf(name) is not { } symbol)
        {
            return Bound.Unknown;
        }

        var owner = symbol.Scope.Kind == ScopeKind.Comprehension ? Around(symbol.Scope) : symbol.Scope;
        return HasBody(owner) ? FlowOf(owner).BoundAt(name) : Bound.Unknown;
    }

    /// <summary>
    /// Whether the value that a place gives to a local variable is ever read: No for one that every path forgets, Unknown for
    /// variables of modules and classes, and for those that code reads which runs nobody knows when.
    /// </summary>
    /// <param name="binder">
    /// What binds: the <see cref="Name"/>, or for names that are no nodes the node that binds, such as an
    /// <see cref="Alias"/>, <see cref="Arg"/>, <see cref="Pattern"/>, <see cref="ExceptHandler"/> or definition.
    /// </param>
    public Answer IsEverRead(Node binder)
    {
        var scope = Around(ScopeOf(binder));
        return HasBody(scope) ? FlowOf(scope).IsEverRead(binder) : Answer.Unknown;
    }

    /// <summary>
    /// Whether a loop may go on with its next element when control has passed a statement inside: No when every path leaves the loop
    /// first, or starts it anew.
    /// </summary>
    /// <param name="inside">A statement of the body of the loop.</param>
    /// <param name="loop">The loop, which stands in the same function, class or module.</param>
    public Answer MayIterateAgain(Stmt inside, ForStatement loop) => FlowOf(Around(ScopeOf(inside))).LeadsTo(inside, loop, []);

    /// <summary>
    /// Whether control may come from behind a statement to a name that is read in the same body, on a path that binds or deletes none of
    /// some variables. Unknown for variables that code elsewhere binds.
    /// </summary>
    /// <param name="from">The statement.</param>
    /// <param name="read">The name; it may stand before the statement when a loop leads back.</param>
    /// <param name="one">A variable that keeps its value on the way.</param>
    /// <param name="other">Another one, or the same.</param>
    public Answer LeadsTo(Stmt from, Name read, Symbol one, Symbol other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var scope = Around(ScopeOf(from));
        var flow = FlowOf(scope);
        var (first, second) = (NumberIn(flow, one), NumberIn(flow, other));
        return first is null || second is null ? Answer.Unknown : flow.LeadsTo(from, read, [first.Value, second.Value]);
    }

    /// <summary>The number of a variable in a graph; null when it may change elsewhere. One that is bound once needs no number.</summary>
    private static int? NumberIn(FlowGraph flow, Symbol symbol)
    {
        var number = flow.Variables.NumberOf(symbol);
        return number >= 0 ? number : symbol.SoleBinding != null && symbol.Scope != flow.OwnScope ? int.MaxValue : null;
    }

    /// <summary>True when no path through the statements reaches what stands behind them, whatever context managers swallow.</summary>
    public bool AlwaysLeaves(ImmutableArray<Stmt> body) => (CompletionOf(body, ContextManagers.MaySwallow) & Completion.FallsThrough) == 0;

    /// <summary>True when every path through the statements ends in an exception, that of an exit included.</summary>
    public bool AlwaysRaises(ImmutableArray<Stmt> body)
    {
        var ends = CompletionOf(body, ContextManagers.MaySwallow);
        return ends != Completion.None && (ends & ~(Completion.Raises | Completion.Exits)) == 0;
    }

    private static Scope Around(Scope scope)
    {
        while (scope.Kind == ScopeKind.Comprehension)
        {
            scope = scope.Parent!;
        }

        return scope;
    }

    private static bool HasBody(Scope scope) => scope.Kind is ScopeKind.Module or ScopeKind.Class or ScopeKind.Function or ScopeKind.Lambda;

    /// <summary>
    /// A graph may be made again while it is made, by a function that calls itself; and it is made anew when it rests on a guess of
    /// whether a function returns that was the best to be had at that time.
    /// </summary>
    private FlowGraph FlowOf(Scope scope)
    {
        flows ??= new FlowGraph?[names.AllScopes.Count];
        var known = flows[scope.Number];
        if (known is { IsFinal: true })
        {
            return known;
        }

        Cancellation.ThrowIfCancellationRequested();
        var graph = new FlowGraph(this, scope, known?.Variables ?? new FlowVariables(this, scope));
        flows[scope.Number] = graph;
        var hadGuessed = Oracle.HasGuessed;
        Oracle.HasGuessed = false;
        FlowBuilder.Build(graph, this, Oracle);
        graph.IsFinal = !Oracle.HasGuessed;
        Oracle.HasGuessed = hadGuessed;
        flows[scope.Number] = graph;
        return graph;
    }

    private Scope? BodyScopeOf(Node node) => node switch
    {
        Syntax.Nodes.Module => Module,
        FunctionDefinition { Body: [var first, ..] } => ScopeOf(first),
        ClassDef { Body: [var first, ..] } => ScopeOf(first),
        Lambda lambda => ScopeOf(lambda.Args),
        _ => null,
    };

    /// <summary>
    /// True for a call that never comes back: <c>sys.exit()</c> and its like, and functions of the file all of whose paths raise or
    /// exit.
    /// </summary>
    public bool NeverReturns(Call call) => Oracle.CompletionOf(call) != null;

    /// <summary>True when the body of the function itself, not a function inside, holds a <c>yield</c>.</summary>
    public bool IsGenerator(FunctionDefinition function) => !function.Body.IsEmpty && ScopeOf(function.Body[0]).HasYield;

    /// <summary>
    /// Whether evaluating the expression may raise: No when it surely doesn't, else Unknown. A name counts as bound when
    /// <see cref="BoundAt"/> says always, or when it is a function, class or import at the outer level of the module.
    /// </summary>
    public Answer CanRaise(Expr expression) => (effects ??= new ExceptionEffects(this)).IsSafe(expression) ? Answer.No : Answer.Unknown;

    /// <summary>Whether a simple statement may raise; see <see cref="CanRaise(Expr)"/>.</summary>
    public Answer CanRaise(Stmt statement) => (effects ??= new ExceptionEffects(this)).IsSafe(statement) ? Answer.No : Answer.Unknown;

    /// <summary>
    /// Whether an expression names an exception class that is, or derives from, one that <see cref="BuiltinExceptions"/> knows;
    /// classes of the file are followed to their bases.
    /// </summary>
    public Answer IsExceptionSubclass(Expr type, string baseName) => Exceptions.IsSubclass(type, baseName);

    /// <summary>Whether an <c>except</c> of this type (null for a bare one; a tuple of types) catches all of a known exception class.</summary>
    public Answer Catches(Expr? handlerType, string exceptionName) => Exceptions.Catches(handlerType, exceptionName);

    private ExceptionClasses Exceptions => exceptions ??= new ExceptionClasses(this);

    /// <summary>
    /// The expression whose value a name always has when it has one: the right side of the only binding of its variable. Null for
    /// loop targets, parameters, unpacking and all that something else could bind.
    /// </summary>
    internal Expr? ValueOf(Name name) => SymbolOf(name) is { SoleValue: { } value } symbol && !MayMeanAnother(symbol) ? value : null;

    /// <summary>
    /// A variable of a module or class that isn't bound yet lets a variable further out show through, and a later star import may
    /// replace one of the module.
    /// </summary>
    private bool MayMeanAnother(Symbol symbol, in NameBinding binding)
    {
        if (Builtins.Contains(symbol.Name) || (symbol.Scope.Kind == ScopeKind.Class && Module.OwnSymbol(symbol.Name) != null))
        {
            return true;
        }

        foreach (var import in names.StarImports)
        {
            if (symbol.Scope == Module && import.Index > binding.Node.Index)
            {
                return true;
            }
        }

        return false;
    }
}
