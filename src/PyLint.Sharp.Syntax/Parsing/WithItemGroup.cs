using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// The parenthesis in `with (a as b, c):` on its way from the expression that it looks like to the statement that it belongs to.
/// Never part of a tree.
/// </summary>
internal sealed class WithItemGroup(TextSpan span, ImmutableArray<WithItem> items) : Expr(span, NodeKind.WithItem)
{
    public ImmutableArray<WithItem> Items => items;

    public override void VisitFields(IFieldVisitor visitor) => throw new InvalidOperationException("not a node of the tree");

    internal override void PushChildren(ref NodeStack stack) => throw new InvalidOperationException("not a node of the tree");
}
