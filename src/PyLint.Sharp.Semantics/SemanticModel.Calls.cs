using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    private CalleeResolver? callees;

    /// <summary>What this file calls of Python's own, by class (empty for functions and classes themselves) and name.</summary>
    internal Dictionary<(string Owner, string Name), Callee> LibraryCallees { get; } = [];

    /// <summary>
    /// What a call reaches: a function, method, class or lambda of the file or a function of Python; null when anything else could
    /// stand there. An override in a file that isn't looked at doesn't count.
    /// </summary>
    public Callee? CalleeOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return (callees ??= new CalleeResolver(this)).Resolve(call);
    }

    /// <summary>What a call of the expression's value would reach; see <see cref="CalleeOf"/>.</summary>
    public Callee? CalleeNamedBy(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return (callees ??= new CalleeResolver(this)).Resolve(expression);
    }

    /// <summary>Which argument goes to which parameter, or why the call surely raises <c>TypeError</c>.</summary>
    public CallBinding BindingOf(Call call) => CalleeOf(call) is { } callee ? ArgumentBinder.Bind(call, callee) : CallBinding.Unknown;
}
