using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// The variables that the graph of a scope follows: those of the scope and of the comprehensions that run inside it. They keep their
/// numbers when the graph is made anew.
/// </summary>
internal sealed class FlowVariables(SemanticModel model, Scope scope)
{
    private readonly bool isOpaque = IsOpaqueNamespace(scope);
    private WorkList<Symbol> symbols;

    public int Count => symbols.Count;

    public Symbol this[int variable] => symbols[variable];

    /// <summary>The number of a variable; -1 when it belongs elsewhere, or when code binds it that runs nobody knows when.</summary>
    public int NumberOf(Symbol? symbol)
    {
        if (symbol is null || (symbol.Scope != scope && symbol.Scope.Kind != ScopeKind.Comprehension))
        {
            return -1;
        }

        if (symbol.FlowNumber == Symbol.NoFlowNumber)
        {
            symbol.FlowNumber = IsBoundElsewhere(symbol) ? -1 : symbols.Count;
            if (symbol.FlowNumber >= 0)
            {
                symbols.Add(symbol);
            }
        }

        return symbol.FlowNumber;
    }

    /// <summary>The number of the variable that a name of the finished graph means, or -1.</summary>
    public int KnownNumberOf(Name name) =>
        model.SymbolOf(name) is { FlowNumber: >= 0 and var number } symbol && number < symbols.Count && symbols[number] == symbol ? number : -1;

    /// <summary>True when the variable may have a value that no binding shows.</summary>
    public bool IsOpaque(int variable) => isOpaque && symbols[variable].Scope == scope
        || scope.Kind is ScopeKind.Module or ScopeKind.Class && symbols[variable].Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>True when Python raises where the variable is read and has no value.</summary>
    public bool RaisesUnbound(int variable) => scope.Kind switch
    {
        ScopeKind.Class => symbols[variable].Scope != scope,
        ScopeKind.Module => !IsOpaque(variable) && !Builtins.Contains(symbols[variable].Name),
        _ => true,
    };

    public bool IsBoundAtEntry(int variable) => symbols[variable] is var symbol && symbol.Has(BindingKind.Parameter) && symbol.Scope == scope;

    /// <summary>By <c>del</c>, or at the end of an <c>except … as name</c>.</summary>
    public bool IsEverUnbound(int variable) => symbols[variable].Has(BindingKind.Delete) || symbols[variable].Has(BindingKind.ExceptHandler);

    /// <summary>True when a function, lambda, class or generator expression inside reads the variable.</summary>
    public bool IsReadLater(int variable)
    {
        if (scope.Inner.IsEmpty)
        {
            return false;
        }

        foreach (var reference in symbols[variable].References)
        {
            if (!RunsInline(model.ScopeOf(reference), scope))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when all variables may be read at once.</summary>
    public bool MentionsLocals => scope.MentionsNamespaces
        && (Mentions("locals") || Mentions("vars") || Mentions("eval") || Mentions("exec") || Mentions("dir"));

    private bool Mentions(string name) => scope.Entry(name) != null;

    private static bool IsBoundElsewhere(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (!RunsInline(binding.Scope, symbol.Scope))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A comprehension runs where it stands, a generator expression when somebody asks it for a value.</summary>
    private static bool RunsInline(Scope inner, Scope outer)
    {
        for (; inner != outer; inner = inner.Parent!)
        {
            if (inner.Kind != ScopeKind.Comprehension || inner.Node.Kind == NodeKind.GeneratorExp || inner.Parent is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Star imports and <c>exec</c> bind names of a module or class that the file doesn't show.</summary>
    private static bool IsOpaqueNamespace(Scope scope) =>
        scope.Kind is ScopeKind.Module or ScopeKind.Class && (scope.HasStarImport || (scope.MentionsNamespaces && MentionsOwnNames(scope)));

    private static bool MentionsOwnNames(Scope scope) =>
        scope.Entry("exec") != null || scope.Entry("eval") != null || scope.Entry("globals") != null
        || scope.Entry("locals") != null || scope.Entry("vars") != null;
}
