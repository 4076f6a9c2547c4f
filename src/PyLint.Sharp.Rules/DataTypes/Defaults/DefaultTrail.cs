using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.Defaults;

/// <summary>Follows the object that is the default of a parameter through the function.</summary>
/// <param name="function">The function or lambda.</param>
/// <param name="value">The default.</param>
/// <param name="type">The kind of its type.</param>
/// <param name="model">The file.</param>
internal sealed class DefaultTrail(Node function, Expr value, PyTypeKind type, SemanticModel model)
{
    private const int LongestWay = 3;

    private readonly bool isEmpty = value is List { Elts: [] } or Dict { Values: [] } or Call { Args: [], Keywords: [] };

    /// <summary>The worst that happens to the object.</summary>
    public DefaultFate Follow(Symbol parameter) => Follow(parameter, 0);

    private DefaultFate Follow(Symbol symbol, int depth)
    {
        var (fate, rebinding, replacement) = (default(DefaultFate), int.MaxValue, int.MaxValue);
        foreach (var binding in symbol.Bindings)
        {
            // `xs += …` changes a mutable object in place; the name stays with it.
            if (binding.Kind == BindingKind.AugmentedAssignment)
            {
                fate = binding.Node.Index < rebinding ? fate.Or(new DefaultFate(DefaultUse.Changed, binding.Node)) : fate;
            }
            else if (depth == 0 && binding.Kind != BindingKind.Parameter)
            {
                rebinding = Math.Min(rebinding, binding.Node.SubtreeEnd);
                replacement = binding.Node is Assign or AnnAssign && binding.Node.Parent == function ? Math.Min(replacement, rebinding) : replacement;
            }
        }

        foreach (var reference in symbol.References)
        {
            // Behind a rebinding the name may still have the default, on a path around it; not behind one that is on every path.
            fate = reference.Index < rebinding ? fate.Or(OfUse(reference, depth))
                : reference.Index < replacement ? fate.Or(new DefaultFate(DefaultUse.Passed, null))
                : fate;
        }

        return fate;
    }

    private DefaultFate OfUse(Name reference, int depth)
    {
        if (Changes(reference) is { } change)
        {
            return isEmpty && IsForTruthOnly(reference) ? default : new DefaultFate(DefaultUse.Changed, change);
        }

        if ((isEmpty && IsForTruthOnly(reference)) || IsUnpacked(reference) || IsLookedInto(reference))
        {
            return default;
        }

        if (reference.Parent is Assign { Targets: [Name alias] } && model.SymbolOf(alias) is { SoleBinding: not null } other)
        {
            return depth < LongestWay ? Follow(other, depth + 1) : new DefaultFate(DefaultUse.Passed, reference);
        }

        var escape = model.Escapes(reference, function);
        return escape.Answer switch
        {
            Answer.Yes => new DefaultFate(DefaultUse.Kept, escape.Place),
            Answer.No when !IsPassedOn(reference) => default,
            _ => new DefaultFate(DefaultUse.Passed, reference),
        };
    }

    /// <summary>It is iterated, compared or copied, an element is read, or a method called that changes nothing.</summary>
    private bool IsLookedInto(Name reference) => reference.Parent switch
    {
        Call call when call.Func != reference => model.KnownName(call.Func)
            is "len" or "enumerate" or "sorted" or "sum" or "min" or "max" or "any" or "all" or "list" or "tuple" or "set" or "dict" or "frozenset" or "str"
            or "repr" or "print" or "bool" or "isinstance" or "range" or "map" or "filter" or "zip"
            || call.Func is Attribute { Attr.Text: "join", Value: Constant { Value: string } },
        Attribute { Parent: Call call } method => call.Func == method,
        Subscript { Ctx: ExprContext.Load } item => item.Value == reference,
        Comprehension or ForStatement or Compare or BinOp or FormattedValue or UnaryOp or If or While => true,
        _ => false,
    };

    /// <summary>The function that is called or the display gets a container of its own.</summary>
    private static bool IsUnpacked(Name reference) => reference.Parent switch
    {
        Starred or Keyword { Name: null } => true,
        Dict display => display.Values.IndexOf(reference) is var index and >= 0 && display.Keys[index] is null,
        _ => false,
    };

    /// <summary>A known function keeps it perhaps not, but may change it.</summary>
    private bool IsPassedOn(Name reference) => reference.Parent switch
    {
        Call call => call.Func != reference && !model.IsBuiltin(call.Func),
        Keyword => true,
        _ => false,
    };

    /// <summary>An empty default is false: where the name must be true, the default never comes.</summary>
    private bool IsForTruthOnly(Name reference)
    {
        var id = reference.Id;
        Node inner = reference;
        for (var around = reference.Parent; around != null && around != function; inner = around, around = around.Parent)
        {
            var isTrue = around switch
            {
                BoolOp { Op: BoolOperator.Or } or => inner == reference && or.Values[^1] != inner,
                BoolOp and => and.Values[0] is Name first && first.Id == id && inner != first,
                IfExp { Test: Name test } choice => test.Id == id && inner == choice.Body,
                If { Test: Name test } branch => test.Id == id && branch.Body.Contains((inner as Stmt)!),
                While { Test: Name test } loop => test.Id == id && loop.Body.Contains((inner as Stmt)!),
                ForStatement { Iter: Name iterated } loop => iterated.Id == id && loop.Body.Contains((inner as Stmt)!),
                _ => false,
            };
            if (isTrue)
            {
                return true;
            }
        }

        return false;
    }

    private Node? Changes(Name reference) => reference.Parent switch
    {
        Attribute { Parent: Call call } method when call.Func == method && InPlaceMethods.Change(type, method.Attr) => call,
        Subscript { Ctx: ExprContext.Store or ExprContext.Del } item when item.Value == reference => item,
        Subscript { Ctx: ExprContext.Load } item when item.Value == reference && type == PyTypeKind.DefaultDict => item,
        _ => null,
    };
}
