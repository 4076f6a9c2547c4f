using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

/// <summary>
/// What is known about the names, types and flow of one file. Names are bound at once, the rest when it is first asked for: a model
/// serves one thread at a time.
/// </summary>
public sealed partial class SemanticModel
{
    private readonly BoundNames names;

    private SemanticModel(SyntaxTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        Cancellation = cancellation;
        names = Binder.Bind(tree, cancellation);
        Scopes = [.. names.AllScopes];
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The scope of the file itself.</summary>
    public Scope Module => names.AllScopes[0];

    /// <summary>Every scope, those around before those inside.</summary>
    public ImmutableArray<Scope> Scopes { get; }

    /// <summary>Binds a file. Never throws for any tree: what is not Python is bound as far as it makes sense.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellation">Ends this, and whatever the model is asked later, by an <see cref="OperationCanceledException"/>.</param>
    public static SemanticModel Create(SyntaxTree tree, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new SemanticModel(tree, cancellation);
    }

    /// <summary>Looked at in all that takes more than one pass.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>
    /// The scope in which a node's names are looked up. A <c>def</c>, <c>class</c>, <c>lambda</c> or comprehension itself stands in
    /// the scope around; its parameters and its body stand inside, its decorators, defaults and first iterable outside.
    /// </summary>
    public Scope ScopeOf(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return names.Scopes[node.Index];
    }

    /// <summary>The variable that a name reads, binds or deletes; null for built-ins, star imports and undefined names.</summary>
    public Symbol? SymbolOf(Name name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return names.SymbolOf(name);
    }

    /// <summary>
    /// The names that are read, written or deleted without a certain meaning, in no particular order: no scope of the file binds them, and they are
    /// no built-in, or a star import may replace it.
    /// </summary>
    public IReadOnlyList<Name> UnknownNames => names.Unknown;

    /// <summary><see cref="SymbolOf"/> the name with this index.</summary>
    internal Symbol? SymbolAt(int name) => names.SymbolAt(name);

    /// <summary>True when the name with this index means a variable of the scope.</summary>
    internal bool IsSymbolOf(int name, Scope scope) => names.IsSymbolOf(name, scope);

    /// <summary>The variable that a node binds which has one name and isn't a <see cref="Name"/> itself: a parameter, an import, a definition.</summary>
    internal Symbol? SymbolBoundBy(Node binder) => names.SymbolOf(binder);

    /// <summary>
    /// Python's <c>__qualname__</c> of the innermost function or class whose body holds the node (<c>Cls.method</c>,
    /// <c>outer.&lt;locals&gt;.inner</c>); null at module level. Lambdas and comprehensions don't count.
    /// </summary>
    public string? EnclosingQualname(Node node) => ScopeOf(node).Qualname;
}
