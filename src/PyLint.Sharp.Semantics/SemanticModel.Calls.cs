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

    /// <summary>
    /// What a call reaches, where this file makes it: a function, method, class or lambda, or a named tuple of a variable; null for all
    /// else. Told by the name alone where nothing of the file has it, so that nothing is asked about most calls.
    /// </summary>
    public Callee? OwnCalleeOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return (callees ??= new CalleeResolver(this)).ResolveOwn(call);
    }

    /// <summary>What a call of the expression's value would reach; see <see cref="CalleeOf"/>.</summary>
    public Callee? CalleeNamedBy(Expr expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return (callees ??= new CalleeResolver(this)).Resolve(expression);
    }

    /// <summary>Which argument goes to which parameter, or why the call surely raises <c>TypeError</c>.</summary>
    public CallBinding BindingOf(Call call) => CalleeOf(call)?.Bind(call) ?? CallBinding.Unknown;
}
