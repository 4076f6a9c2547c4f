using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>What a statement on the success path may raise.</summary>
[Flags]
internal enum Risks
{
    None = 0,

    /// <summary>It reads a name that isn't proven to be bound there.</summary>
    Unbound = 1,

    /// <summary>It writes to the standard output, which may be broken, or unable to encode the text.</summary>
    Output = 2,

    /// <summary>
    /// It makes text of an object of unknown type. Not nothing, since a broken <c>__str__</c> fails like other code; not anything
    /// either, since none worth considering divides, imports, or raises exceptions of the program's own.
    /// </summary>
    Text = 4,

    /// <summary>Anything.</summary>
    Any = 8,
}

/// <summary>Which of the risks of a statement a handler would take.</summary>
internal static class SuccessRisks
{
    private static readonly ImmutableArray<(Risks Risk, ImmutableArray<string> Types)> TypesOfRisks =
    [
        (Risks.Unbound, ["UnboundLocalError"]),
        (Risks.Output, ["OSError", "RuntimeError", "KeyboardInterrupt"]),
        (Risks.Text, ["AttributeError", "TypeError", "LookupError", "ValueError", "OSError", "RuntimeError", "AssertionError", "NameError"]),
    ];

    /// <summary>False only when it is proven that no handler takes any of the exceptions.</summary>
    public static bool MayBeCaught(Risks risks, ImmutableArray<ExceptHandler> handlers, SemanticModel model)
    {
        foreach (var (risk, types) in TypesOfRisks)
        {
            if ((risks & risk) != 0 && MayCatchAny(handlers, types, model))
            {
                return true;
            }
        }

        return (risks & Risks.Any) != 0 || ((risks & Risks.Output) != 0 && IsAboutText(handlers, model));
    }

    /// <summary>
    /// True when nothing that a handler takes can come out of it for all that is known: a <c>print</c> raises a <c>ValueError</c> where the output is closed, which
    /// isn't worth a place in the <c>try</c>, but isn't impossible either.
    /// </summary>
    public static bool AreProven(Risks risks, ImmutableArray<ExceptHandler> handlers, SemanticModel model) =>
        (risks & Risks.Text) == 0 && ((risks & Risks.Output) == 0 || !MayCatchAny(handlers, ["ValueError"], model));

    /// <summary>True when a handler is for texts that can't be encoded, which may well happen to a <c>print</c>.</summary>
    private static bool IsAboutText(ImmutableArray<ExceptHandler> handlers, SemanticModel model)
    {
        foreach (var handler in handlers)
        {
            foreach (var type in HandlerTypes.Of(handler))
            {
                if (model.IsExceptionSubclass(type, "UnicodeError") != Answer.No)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static Risks Of(Stmt statement, SemanticModel model) => statement switch
    {
        _ when model.CanRaise(statement) == Answer.No => Risks.None,
        Return { Value: { } value } => OfValue(value, model),
        Assign { Targets: [Name], Value: Name value } => OfValue(value, model),
        ExprStmt { Value: Call call } when model.IsBuiltin(call.Func, "print") => OfPrint(call, model),
        ExprStmt { Value: Call { Func: Attribute { Attr.Text: "append", Value: Name list }, Args: [Name value], Keywords.IsEmpty: true } }
            when model.TypeOf(list).Kind == PyTypeKind.List => OfValue(list, model) | OfValue(value, model),
        _ => Risks.Any,
    };

    private static Risks OfValue(Expr value, SemanticModel model)
    {
        if (value is not Tuple tuple)
        {
            return model.CanRaise(value) == Answer.No ? Risks.None : value is Name ? Risks.Unbound : Risks.Any;
        }

        var risks = Risks.None;
        foreach (var element in tuple.Elts)
        {
            risks |= OfValue(element, model);
        }

        return risks;
    }

    /// <summary>Another <c>file</c> or a computed separator may raise anything.</summary>
    private static Risks OfPrint(Call call, SemanticModel model)
    {
        var risks = Risks.Output;
        foreach (var keyword in call.Keywords)
        {
            var isHarmless = keyword is { Name.Text: "sep" or "end" or "flush", Value: Constant { Value: null or string or bool } };
            risks |= isHarmless ? Risks.None : Risks.Any;
        }

        foreach (var argument in call.Args)
        {
            risks |= OfText(argument, model);
        }

        return risks;
    }

    private static Risks OfText(Expr shown, SemanticModel model)
    {
        if (shown is not JoinedStr text)
        {
            var isPlain = model.TypeOf(shown).Kind is > PyTypeKind.Unknown and <= PyTypeKind.Bytes;
            return OfValue(shown, model) | (isPlain ? Risks.None : Risks.Text);
        }

        var risks = Risks.None;
        foreach (var part in text.Values)
        {
            risks |= part is FormattedValue { FormatSpec: null, Value: var value } ? OfText(value, model) : OfValue(part, model);
        }

        return risks;
    }

    private static bool MayCatchAny(ImmutableArray<ExceptHandler> handlers, ImmutableArray<string> exceptions, SemanticModel model)
    {
        foreach (var handler in handlers)
        {
            foreach (var exception in exceptions)
            {
                if (model.Catches(handler.Type, exception) != Answer.No || MayCatchPart(handler.Type!, exception, model))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True for a subclass of the exception: <c>except BrokenPipeError</c> takes some of what <c>OSError</c> stands for.</summary>
    private static bool MayCatchPart(Expr type, string exception, SemanticModel model)
    {
        if (type is not Tuple tuple)
        {
            return model.IsExceptionSubclass(type, exception) != Answer.No;
        }

        foreach (var element in tuple.Elts)
        {
            if (model.IsExceptionSubclass(element, exception) != Answer.No)
            {
                return true;
            }
        }

        return false;
    }
}
