using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// The bindings and references of one file until every name is resolved, in source order. Serves one file of its thread after the
/// other in the same arrays.
/// </summary>
internal sealed class PendingUses
{
    private const int UsualLength = 1 << 14;

    [ThreadStatic]
    private static PendingUses? idle;

    private PendingBinding[] bindings = new PendingBinding[256];
    private (int Entry, int Node)[] references = new (int, int)[1024];
    private int bindingCount;
    private int referenceCount;

    /// <summary>Numbers, as <see cref="References"/> are: arrays that live long and hold new objects would cost every garbage collection.</summary>
    public ReadOnlySpan<PendingBinding> Bindings => bindings.AsSpan(0, bindingCount);

    /// <summary>The numbers of entries and nodes.</summary>
    public ReadOnlySpan<(int Entry, int Node)> References => references.AsSpan(0, referenceCount);

    public static PendingUses Rent()
    {
        var uses = idle ?? new PendingUses();
        idle = null;
        return uses;
    }

    /// <summary>Gives the arrays back.</summary>
    public void Return()
    {
        (bindingCount, referenceCount) = (0, 0);
        if (bindings.Length <= UsualLength && references.Length <= UsualLength)
        {
            idle = this;
        }
    }

    /// <param name="entry">What the scope says about the name.</param>
    /// <param name="name">The name as an expression, or the node that has the name.</param>
    /// <param name="kind">How it is bound.</param>
    /// <param name="span">Where the name itself stands.</param>
    /// <param name="node">The node that binds.</param>
    /// <param name="value">The expression whose value it gets, if any.</param>
    /// <param name="scope">Where that is written.</param>
    public void Add(ScopeEntry entry, Node name, BindingKind kind, TextSpan span, Node node, Expr? value, Scope scope)
    {
        if (bindingCount == bindings.Length)
        {
            Array.Resize(ref bindings, bindingCount * 2);
        }

        entry.BindingCount++;
        bindings[bindingCount++] = new PendingBinding(entry.Number, name.Index, kind, span, node.Index, value is null ? 0 : value.Index, scope.Number);
    }

    public void Add(ScopeEntry entry, Name reference)
    {
        if (referenceCount == references.Length)
        {
            Array.Resize(ref references, referenceCount * 2);
        }

        entry.ReferenceCount++;
        references[referenceCount++] = (entry.Number, reference.Index);
    }
}

/// <summary>A <see cref="NameBinding"/> by the numbers of its entry, its nodes and its scope.</summary>
/// <param name="Entry">What the scope says about the name.</param>
/// <param name="Name">What gets the meaning: the name as an expression, or the node that has the name.</param>
/// <param name="Kind">How.</param>
/// <param name="Span">Where the name itself stands.</param>
/// <param name="Node">The node that binds.</param>
/// <param name="Value">The expression whose value the name gets, or 0, which is the module.</param>
/// <param name="Scope">The scope in which the binding is written.</param>
internal readonly record struct PendingBinding(int Entry, int Name, BindingKind Kind, TextSpan Span, int Node, int Value, int Scope);
