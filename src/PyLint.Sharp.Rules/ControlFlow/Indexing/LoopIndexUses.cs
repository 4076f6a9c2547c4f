using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>What the variable of <c>for i in range(len(xs))</c> is used for.</summary>
internal sealed class LoopIndexUses
{
    private readonly IndexLoop shape;
    private readonly SemanticModel model;

    private LoopIndexUses(in IndexLoop shape, SemanticModel model) => (this.shape, this.model) = (shape, model);

    /// <summary>Every <c>xs[i]</c>.</summary>
    public List<Subscript> Elements { get; } = [];

    /// <summary>The other sequence whose elements are read at the same index; null when there is none.</summary>
    public Expr? Other { get; private set; }

    /// <summary>Every read of its elements.</summary>
    public List<Subscript> OtherElements { get; } = [];

    /// <summary>True when the number itself is needed.</summary>
    public bool IsNumberUsed { get; private set; }

    /// <summary>The uses; null where the index does what iterating can't.</summary>
    public static LoopIndexUses? Of(in IndexLoop shape, SemanticModel model)
    {
        var uses = new LoopIndexUses(shape, model);
        foreach (var reference in shape.Index.References)
        {
            var isKept = shape.Loop.Contains(reference) ? uses.Add(reference) : uses.IsBoundAgain(reference);
            if (!isKept)
            {
                return null;
            }
        }

        return uses.Elements.Count > 0 && !uses.IsSequenceChanged() ? uses : null;
    }

    /// <returns>False for arithmetic, slices, and code that runs later.</returns>
    private bool Add(Name reference)
    {
        if (model.ScopeOf(reference).Kind is ScopeKind.Lambda or ScopeKind.Function && model.ScopeOf(reference) != model.ScopeOf(shape.Loop))
        {
            return false;
        }

        switch (reference.Parent)
        {
            case BinOp { Op: BinaryOperator.Add or BinaryOperator.Sub } or Slice or AugAssign:
                return false;
            case Subscript subscript when subscript.Slice == reference && shape.IsOfSequence(subscript, model):
                Elements.Add(subscript);
                return !IsStored(subscript);
            case Subscript { Ctx: ExprContext.Load, Value: (Name or Attribute) and var other } subscript when subscript.Slice == reference && IsSequence(other):
                IsNumberUsed |= IsStored(subscript) || (Other != null && !SameObject.Are(Other, other, model));
                Other ??= other;
                OtherElements.Add(subscript);
                return true;
            default:
                IsNumberUsed = true;
                return true;
        }
    }

    /// <summary>True for <c>xs[i] = …</c>, <c>xs[i][j] = …</c> and <c>xs[i].y = …</c>.</summary>
    private static bool IsStored(Subscript subscript)
    {
        Expr part = subscript;
        while (part.Parent is Subscript or Attribute && part.Parent is Expr around && ValueOf(around) == part)
        {
            part = around;
        }

        return part is Subscript { Ctx: not ExprContext.Load } or Attribute { Ctx: not ExprContext.Load };
    }

    private static Expr ValueOf(Expr part) => part is Subscript subscript ? subscript.Value : ((Attribute)part).Value;

    private bool IsSequence(Expr other) => other switch
    {
        Name name => model.SymbolOf(name) is { } symbol && !LengthChanges.IsOtherThanSequence(symbol, name, model),
        Attribute attribute => SameObject.RootOf(attribute) != null && AttributeSequence.MayBe(attribute, model),
        _ => false,
    };

    /// <summary>True where another loop around gives the variable its value. A file may have thousands of loops with the same variable.</summary>
    private bool IsBoundAgain(Name reference)
    {
        for (var around = reference.Ancestor<ForStatement>(); around is not null; around = around.Ancestor<ForStatement>())
        {
            if (around.Target is Name target && target.Id == shape.Index.Name && model.SymbolOf(target) == shape.Index)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when elements are replaced, so that a variable for one of them may be out of date.</summary>
    private bool IsSequenceChanged()
    {
        foreach (var binding in shape.Index.Bindings)
        {
            if (shape.Loop.Contains(binding.Node) && binding.Node != shape.Loop)
            {
                return true;
            }
        }

        return shape.MayChange(model);
    }
}
