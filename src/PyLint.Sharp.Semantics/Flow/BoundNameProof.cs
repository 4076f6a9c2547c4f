using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Names that surely have a value where they are read, told from the statements in front alone: a parameter, a target around, or what
/// a statement earlier in the same block or a block around binds.
/// </summary>
internal static class BoundNameProof
{
    public static bool IsBound(SemanticModel model, Name name)
    {
        if (model.SymbolOf(name) is not { } symbol)
        {
            return model.IsBuiltin(name);
        }

        if (IsEverDeleted(symbol))
        {
            return false;
        }

        return symbol.Scope.Kind switch
        {
            ScopeKind.Comprehension or ScopeKind.TypeParameters => true,
            ScopeKind.Function or ScopeKind.Lambda when symbol.Has(BindingKind.Parameter) => true,
            ScopeKind.Module when model.ScopeOf(name) != symbol.Scope => HasDefinition(model, symbol),
            _ => model.ScopeOf(name) == symbol.Scope && IsBoundBefore(symbol.Name, name),
        };
    }

    /// <summary>By <c>del</c>, or at the end of an <c>except … as name</c>.</summary>
    private static bool IsEverDeleted(Symbol symbol) => symbol.Has(BindingKind.Delete) || symbol.Has(BindingKind.ExceptHandler);

    /// <summary>A function runs when the module around it has its functions, classes and imports, which stand at its outer level.</summary>
    private static bool HasDefinition(SemanticModel model, Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            var statement = binding.Node is Alias alias ? alias.Parent! : binding.Node;
            if (binding.Kind is BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom
                && statement.Parent == model.Tree.Root)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundBefore(string name, Node read)
    {
        for (var node = read; node.Parent is { } parent; node = parent)
        {
            if (parent is FunctionDefinition or ClassDef or Lambda && node is not Stmt)
            {
                return false;
            }

            if (node is Stmt statement && (BindsBefore(Blocks.Around(statement), statement, name) || BindsInside(parent, statement, name)))
            {
                return true;
            }

            if (parent is FunctionDefinition or ClassDef or Lambda)
            {
                return false;
            }
        }

        return false;
    }

    private static bool BindsBefore(ImmutableArray<Stmt> block, Stmt statement, string name)
    {
        foreach (var earlier in block)
        {
            if (earlier == statement)
            {
                return false;
            }

            if (Binds(earlier, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The targets of the compound statement around are bound in its body.</summary>
    private static bool BindsInside(Node compound, Stmt statement, string name) => compound switch
    {
        ForStatement loop => loop.Body.Contains(statement) && BindsTarget(loop.Target, name),
        WithStatement with => BindsItems(with.Items, name),
        _ => false,
    };

    private static bool Binds(Stmt statement, string name) => statement switch
    {
        Assign assign => BindsAny(assign.Targets, name),
        AnnAssign { Value: not null } assign => BindsTarget(assign.Target, name),
        AugAssign assign => BindsTarget(assign.Target, name),
        FunctionDefinition function => function.Name.Text == name,
        ClassDef definition => definition.Name.Text == name,
        Import import => BindsAlias(import.Names, name),
        ImportFrom import => BindsAlias(import.Names, name),
        _ => false,
    };

    private static bool BindsAny(ImmutableArray<Expr> targets, string name)
    {
        foreach (var target in targets)
        {
            if (BindsTarget(target, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BindsTarget(Expr target, string name) => target switch
    {
        Name { Id: var id } => id == name,
        Tuple tuple => BindsAny(tuple.Elts, name),
        List list => BindsAny(list.Elts, name),
        Starred starred => BindsTarget(starred.Value, name),
        _ => false,
    };

    private static bool BindsItems(ImmutableArray<WithItem> items, string name)
    {
        foreach (var item in items)
        {
            if (item.OptionalVars is { } target && BindsTarget(target, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BindsAlias(ImmutableArray<Alias> aliases, string name)
    {
        foreach (var alias in aliases)
        {
            var bound = alias.AsName?.Text ?? alias.Name.Text;
            if (bound == name || (alias.AsName is null && bound.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
