using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>What a call that ends the program tells its caller.</summary>
internal static class ExitStatus
{
    /// <summary>
    /// <c>sys.exit</c> and <c>SystemExit</c>: nothing and <c>None</c> are 0, an integer is itself, any other object is printed and
    /// means 1.
    /// </summary>
    public static Completion OfInterpreter(SemanticModel model, Call call)
    {
        if (call is { Args.IsEmpty: true, Keywords.IsEmpty: true })
        {
            return Completion.ExitsZero;
        }

        return Argument(model, call) switch
        {
            Constant { Value: null } => Completion.ExitsZero,
            JoinedStr or Constant { Value: string or double } => Completion.ExitsNonZero,
            { } status => OfInteger(model, status),
            null => Completion.ExitsUnknown,
        };
    }

    /// <summary><c>os._exit</c>, which takes integers only.</summary>
    public static Completion OfProcess(SemanticModel model, Call call)
    {
        if (call is { Args.IsEmpty: true, Keywords.IsEmpty: true })
        {
            return Completion.ExitsZero;
        }

        return Argument(model, call) is { } status ? OfInteger(model, status) : Completion.ExitsUnknown;
    }

    private static Expr? Argument(SemanticModel model, Call call) => call.Args switch
    {
        [Name name] => model.ValueOf(name),
        [Starred] => null,
        [var only] when call.Keywords.IsEmpty => only,
        _ => null,
    };

    private static Completion OfInteger(SemanticModel model, Expr status)
    {
        if (Constants.Integer(status) is { } number)
        {
            return number.IsZero ? Completion.ExitsZero : Completion.ExitsNonZero;
        }

        return model.QualifiedName(status) switch
        {
            "os.EX_OK" => Completion.ExitsZero,
            { } name when name.StartsWith("os.EX_", StringComparison.Ordinal) => Completion.ExitsNonZero,
            _ => Completion.ExitsUnknown,
        };
    }
}
