using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>What a call reaches.</summary>
/// <param name="Name">Its name for messages, as Python writes it: <c>f</c>, <c>C.method</c>, <c>C</c>, <c>os.path.join</c>.</param>
/// <param name="Signatures">How it can be called: one signature, or several of a function of Python; a call fails if it fits none.</param>
/// <param name="GetsReceiver">True when Python gives the instance or class as the first argument.</param>
/// <param name="Node">The function, lambda or class of the file; null for Python's own.</param>
public sealed record Callee(string Name, ImmutableArray<Signature> Signatures, bool GetsReceiver, Node? Node)
{
    /// <summary>Which argument of a call that reaches it goes to which parameter, or why the call surely raises <c>TypeError</c>.</summary>
    public CallBinding Bind(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ArgumentBinder.Bind(call, this);
    }
}
