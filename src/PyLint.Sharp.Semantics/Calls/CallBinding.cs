using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>Which argument of a call goes to which parameter.</summary>
public sealed class CallBinding
{
    internal CallBinding(Answer fits, Callee? callee, ImmutableArray<BoundArgument> arguments, ImmutableArray<CallError> errors) =>
        (Fits, Callee, Arguments, Errors) = (fits, callee, arguments, errors);

    /// <summary>
    /// Yes when every argument finds its parameter and none is missing, No when Python raises <c>TypeError</c>, Unknown when the callee
    /// isn't known or <c>*args</c> and <c>**kwargs</c> leave it open.
    /// </summary>
    public Answer Fits { get; }

    /// <summary>What is called; null when that isn't known.</summary>
    public Callee? Callee { get; }

    /// <summary>
    /// The arguments whose parameter is certain, those given by place first. All there are when the call fits, or else those that
    /// find a parameter.
    /// </summary>
    public ImmutableArray<BoundArgument> Arguments { get; }

    /// <summary>What is surely wrong; empty unless the call fails.</summary>
    public ImmutableArray<CallError> Errors { get; }

    internal static CallBinding Unknown { get; } = new(Answer.Unknown, null, [], []);

    /// <summary>The parameter that takes an argument; null when that isn't certain.</summary>
    public Parameter? ParameterOf(Expr argument)
    {
        foreach (var bound in Arguments)
        {
            if (bound.Value == argument)
            {
                return bound.Parameter;
            }
        }

        return null;
    }
}

/// <summary>An argument and its parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The argument's expression.</param>
public readonly record struct BoundArgument(Parameter Parameter, Expr Value);

/// <summary>Something that makes a call raise <c>TypeError</c>.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">The parameter that is missing or given twice, or the keyword that is unknown; empty for arguments that are too many.</param>
/// <param name="Node">The argument at fault, or the call where one is missing.</param>
public readonly record struct CallError(CallErrorKind Kind, string Name, Node Node);

/// <summary>The ways in which arguments don't fit parameters.</summary>
public enum CallErrorKind
{
    /// <summary>A parameter without default gets no argument.</summary>
    Missing,

    /// <summary>A keyword that names no parameter.</summary>
    UnexpectedKeyword,

    /// <summary>More arguments by place than parameters.</summary>
    TooMany,

    /// <summary>A parameter that gets an argument by place and one by name.</summary>
    GivenTwice,
}
