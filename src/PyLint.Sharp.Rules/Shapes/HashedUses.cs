using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Finds every place of a file where Python hashes a value to put it into a dict or set, or to look it up there.</summary>
internal static class HashedUses
{
    /// <summary>Calls <paramref name="check"/> for each place, with the display, operator or call that hashes.</summary>
    public static void Visit(Registration on, Action<Expr, HashedUse, RuleContext> check)
    {
        on.Visit<Dict>((node, context) => CheckAll(node, node.Keys, isKey: true, context, check));
        on.Visit<Set>((node, context) => CheckAll(node, node.Elts, isKey: false, context, check));
        on.Visit<DictComp>((node, context) =>
        {
            // Without a value it is the unpacking of mappings, `{**d for d in ds}`.
            if (node.Value is not null)
            {
                check(node, new HashedUse(node.Key, null, IsKey: true), context);
            }
        });
        on.Visit<SetComp>((node, context) => check(node, new HashedUse(node.Elt, null, IsKey: false), context));
        on.Visit<Subscript>((node, context) =>
        {
            if (!HashedUse.IsSurelyHashable(node.Slice) && node.Slice is not Slice && context.Model.TypeOf(node.Slice).Kind != PyTypeKind.Unknown && context.Model.TypeOf(node.Value).IsDict)
            {
                check(node, new HashedUse(node.Slice, node.Value, IsKey: true), context);
            }
        });
        on.Visit<Compare>((node, context) => CheckAll(node, HashedUse.Of(node, context.Model), context, check));
        on.VisitCallsOf(HashedUse.Callees, (node, context) => CheckAll(node, HashedUse.Of(node, context.Model), context, check));
    }

    /// <summary>True in an annotation, which Python may never evaluate (PEP 563, PEP 649), and where the failure is expected.</summary>
    public static bool AreHarmlessAt(Expr node, SemanticModel model) =>
        model.ScopeOf(node).Kind == ScopeKind.Annotation || ExpectedError.Covers(node, "TypeError", model);

    private static void CheckAll<T>(Expr node, ImmutableArray<T> values, bool isKey, RuleContext context, Action<Expr, HashedUse, RuleContext> check)
        where T : Expr?
    {
        foreach (var value in values)
        {
            if (value is not (null or Starred) && !HashedUse.IsSurelyHashable(value))
            {
                check(node, new HashedUse(value, null, isKey), context);
            }
        }
    }

    private static void CheckAll(Expr node, ImmutableArray<HashedUse> uses, RuleContext context, Action<Expr, HashedUse, RuleContext> check)
    {
        foreach (var use in uses)
        {
            check(node, use, context);
        }
    }
}
