using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>
/// <c># binds: param=argument, …</c> of the first call on the line; <c>unknown</c> when that isn't certain, <c>nothing</c> when there are no
/// arguments.
/// </summary>
internal sealed class BindsKind : ISpecKind
{
    public string Word => "binds";

    public string Ask(SpecLine line, string expected)
    {
        var binding = line.Model.BindingOf(CallOf(line));
        return binding.Fits switch
        {
            Answer.Unknown => "unknown",
            Answer.No => CallErrorKinds.Describe(binding),
            _ when binding.Arguments.IsEmpty => "nothing",
            _ => string.Join(", ", binding.Arguments.Select(bound => $"{bound.Parameter.Name}={line.Model.Tree.Text.ToString(bound.Value.Span)}")),
        };
    }

    public static Call CallOf(SpecLine line) => line.Nodes.OfType<Call>().FirstOrDefault() ?? throw new SpecException("no call starts on the line");
}

/// <summary><c># call-error: missing b</c>, <c>unexpected c</c>, <c>too many</c>, <c>twice a</c>: why the first call of the line raises <c>TypeError</c>.</summary>
internal sealed class CallErrorKinds : ISpecKind
{
    public string Word => "call-error";

    public string Ask(SpecLine line, string expected) => line.Model.BindingOf(BindsKind.CallOf(line)) is { Fits: Answer.No } binding ? Describe(binding) : "none";

    public static string Describe(CallBinding binding) => string.Join(", ", binding.Errors.Select(error => error.Kind switch
    {
        CallErrorKind.Missing => $"missing {error.Name}",
        CallErrorKind.UnexpectedKeyword => $"unexpected {error.Name}",
        CallErrorKind.GivenTwice => $"twice {error.Name}",
        _ => "too many",
    }));
}
