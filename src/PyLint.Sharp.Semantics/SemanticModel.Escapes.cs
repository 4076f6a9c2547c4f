using PyLint.Sharp.Semantics.Escapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private readonly Dictionary<(Arg Parameter, bool IsHeld), Escape> parameterEscapes = [];

    private readonly HashSet<(Arg Parameter, bool IsHeld)> parametersInProgress = [];
    private (Arg? Parameter, bool IsHeld) parameterInProgress;

    /// <summary>
    /// Whether a value outlives the iteration or the call in which it is made: stored, returned, yielded, raised, appended, registered,
    /// or passed to code that isn't known.
    /// </summary>
    /// <param name="node">A <c>lambda</c>, <c>def</c>, comprehension, display or other expression; or a parameter, for its argument or default.</param>
    /// <param name="from">The <c>for</c> or <c>while</c> statement, the <see cref="Comprehension"/>, or the function around the node.</param>
    public Escape Escapes(Node node, Node from)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(from);
        var trail = new ValueTrail(this, from);
        return node switch
        {
            Arg parameter => EscapeOfParameter(parameter, from, isHeld: false),
            FunctionDefinition or Lambda => trail.FollowFunction(node, isHeld: false),
            Expr expression => trail.Follow(expression, isHeld: false),
            _ => Escape.Unknown(EscapeWay.Passed, node),
        };
    }

    internal Escape EscapeOfParameter(Arg parameter, Node function, bool isHeld)
    {
        if (parameterEscapes.TryGetValue((parameter, isHeld), out var known))
        {
            return known;
        }

        // A function that passes the parameter to itself keeps it in no new way; of two that call each other nothing is said.
        var isSelf = parameterInProgress == (parameter, isHeld);
        if (isSelf || !parametersInProgress.Add((parameter, isHeld)))
        {
            return isSelf ? Escape.No : Escape.Unknown(EscapeWay.Passed, parameter);
        }

        var around = parameterInProgress;
        parameterInProgress = (parameter, isHeld);
        var body = function switch
        {
            FunctionDefinition { Body: [var first, ..] } => (Node)first,
            Lambda lambda => lambda.Body,
            _ => null,
        };
        var escape = body != null && ScopeOf(body).OwnSymbol(parameter.Name.Text) is { } symbol
            ? new ValueTrail(this, function).FollowSymbol(symbol, parameter, isHeld)
            : Escape.Unknown(EscapeWay.Passed, parameter);
        parametersInProgress.Remove((parameter, isHeld));
        parameterInProgress = around;
        parameterEscapes[(parameter, isHeld)] = escape;
        return escape;
    }
}
