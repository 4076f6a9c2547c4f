using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>Sequences that an attribute holds, as <c>self.xs</c>.</summary>
internal static class AttributeSequence
{
    private static readonly Remembered<SyntaxTree, HashSet<string>> Tables = new(TablesIn);

    /// <summary>What methods name of their object; null for one that calls it, passes it on or stores it.</summary>
    private static readonly Remembered<FunctionDefinition, HashSet<string>?> NamedBy = new(NamesIn);

    /// <summary>False for a value of another type, and for an attribute that holds a dict or is used like one anywhere in the file.</summary>
    public static bool MayBe(Attribute sequence, SemanticModel model) =>
        model.TypeOf(sequence) is var type && (type.IsUnknown || LengthChanges.IsSequence(type.Kind))
        && !Tables.Of(model.Tree).Contains(sequence.Attr.Text);

    /// <summary>
    /// True when the attribute may be a sequence and holds the same one, with the same elements, through the whole loop: nothing there binds it or what it
    /// hangs on, changes it or passes it on, and no method of its owner runs that may do so.
    /// </summary>
    public static bool IsKept(Attribute sequence, For loop, SemanticModel model)
    {
        if (!MayBe(sequence, model) || SameObject.IsBoundIn(loop, sequence, model))
        {
            return false;
        }

        foreach (var node in model.Tree.Subtree(loop))
        {
            var mayChange = node switch
            {
                Await or Yield or YieldFrom => true,
                Attribute use => use.Attr.Text == sequence.Attr.Text && SameObject.Are(use, sequence, model) && IsChange(use, model),
                Name owner => IsOwner(owner, sequence, model) && IsHandedOut(owner, sequence, model),
                Call { Func: Name { Id: "super" } } => true,
                _ => false,
            };
            if (mayChange)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChange(Attribute use, SemanticModel model) =>
        LengthChanges.IsChange(use, model) || (use.Parent is Subscript { Ctx: not ExprContext.Load } item && item.Value == use);

    private static bool IsOwner(Name name, Attribute sequence, SemanticModel model) => SameObject.RootOf(sequence) is { } root && SameObject.Are(name, root, model);

    /// <summary>True where the object itself goes somewhere, or a method of it runs that may look at the attribute.</summary>
    private static bool IsHandedOut(Name owner, Attribute sequence, SemanticModel model)
    {
        Expr part = owner;
        for (; part.Parent is Attribute around; part = around)
        {
            if (SameObject.Are(around, sequence, model))
            {
                return false;
            }

            if (around.Parent is Call call && call.Func == around)
            {
                return HoldsPart(part, sequence, model) && MayTouch(call, sequence, model);
            }
        }

        // A whole attribute beside the sequence has no way to it; the owner of the sequence has.
        return HoldsPart(part, sequence, model) && part.Parent is not (Subscript or Compare);
    }

    /// <summary>True for what the sequence hangs on: <c>self</c>, and <c>self.board</c> of <c>self.board.rows</c>.</summary>
    private static bool HoldsPart(Expr part, Attribute sequence, SemanticModel model)
    {
        for (Expr? holder = sequence.Value; holder != null; holder = (holder as Attribute)?.Value)
        {
            if (SameObject.Are(part, holder, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False for a method of the file that neither names the attribute nor calls anything of its own object.</summary>
    private static bool MayTouch(Call call, Attribute sequence, SemanticModel model) =>
        model.OwnCalleeOf(call)?.Node is not FunctionDefinition method || Receiver.Of(method, model) is null
        || NamedBy.Of(method) is not { } names || names.Contains(sequence.Attr.Text);

    private static HashSet<string>? NamesIn(FunctionDefinition method)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var self = Receiver.FirstOf(method)?.Name.Text;
        foreach (var node in method.Tree.Subtree(method))
        {
            if (node is Name { Ctx: ExprContext.Load } name && name.Id == self && name.Parent is not Attribute { Parent: not Call })
            {
                return null;
            }

            if (node is Attribute attribute)
            {
                found.Add(attribute.Attr.Text);
            }
        }

        return found;
    }

    /// <summary>The names of attributes that get a dict, a set or a table somewhere, or are used like one.</summary>
    private static HashSet<string> TablesIn(SyntaxTree tree)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in tree.All<Attribute>(tree.Root))
        {
            var isTable = attribute.Parent switch
            {
                Assign { Value: Dict or DictComp or Set or SetComp } => true,
                Assign { Value: Call made } => HandedOver.NameOf(made.Func) is "dict" or "set" or "frozenset" or "defaultdict" or "Counter" or "OrderedDict" or "DataFrame" or "Series",
                AnnAssign { Value: Dict or DictComp or Set or SetComp } => true,
                Attribute { Attr.Text: "keys" or "values" or "items" or "get" or "setdefault" or "popitem" or "shape" or "iloc" or "loc" or "columns" or "dtype" } => true,
                _ => false,
            };
            if (isTable)
            {
                found.Add(attribute.Attr.Text);
            }
        }

        return found;
    }
}
