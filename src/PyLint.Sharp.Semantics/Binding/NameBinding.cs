using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>One place that binds, declares or deletes a name.</summary>
/// <param name="Kind">How.</param>
/// <param name="Span">Where the name itself stands.</param>
/// <param name="Node">
/// The node that binds: the statement, or the <see cref="WithItem"/>, <see cref="Alias"/>, <see cref="Arg"/>,
/// <see cref="Comprehension"/>, <see cref="NamedExpr"/>, <see cref="ExceptHandler"/>, <see cref="Pattern"/> or <see cref="TypeParam"/>.
/// </param>
/// <param name="Value">The expression whose value the name gets as it is; null where the value is taken apart or made otherwise.</param>
/// <param name="Scope">The scope in which the binding is written; another one than the symbol's after <c>global</c> or <c>nonlocal</c>.</param>
public readonly record struct NameBinding(BindingKind Kind, TextSpan Span, Node Node, Expr? Value, Scope Scope)
{
    /// <summary>True unless the place takes the value away or only declares the name.</summary>
    public bool BindsValue => Kind is not (BindingKind.Delete or BindingKind.Annotation);
}
