using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Finds out what binds a name that stands where a value is stored, and in which scope.</summary>
internal static class TargetBinder
{
    public static void Bind(PendingUses uses, Scope module, Scope scope, Name node, string name)
    {
        var target = OutermostTarget(node);
        var whole = target == node;
        switch (target.Parent)
        {
            case Assign assign:
                Add(BindingKind.Assignment, assign, whole ? assign.Value : null);
                break;
            case AnnAssign assign:
                BindAnnotated(uses, scope, node, name, assign);
                break;
            case AugAssign assign:
                Add(BindingKind.AugmentedAssignment, assign, null);
                break;
            case NamedExpr walrus:
                LeaveComprehensions(module, scope, name);
                Add(BindingKind.NamedExpr, walrus, walrus.Value);
                break;
            case ForStatement loop:
                Add(BindingKind.For, loop, null);
                break;
            case WithItem item:
                Add(BindingKind.With, item, null);
                break;
            case Comprehension generator:
                Add(BindingKind.Comprehension, generator, null, NameUses.ComprehensionTarget);
                break;
            case Delete statement:
                Add(BindingKind.Delete, statement, null);
                break;
            case TypeAlias alias:
                Add(BindingKind.TypeAlias, alias, null);
                break;
            case { } unknown:
                // Only a tree with syntax errors has a store anywhere else.
                Add(BindingKind.Assignment, unknown, null);
                break;
        }

        void Add(BindingKind kind, Node binder, Expr? value, NameUses use = NameUses.Assigned) =>
            uses.Add(scope.Mention(name, use), node, kind, node.Span, binder, value, scope);
    }

    private static Node OutermostTarget(Node target)
    {
        while (target.Parent is Tuple or List or Starred)
        {
            target = target.Parent;
        }

        return target;
    }

    /// <summary>In <c>(name): T</c> the annotation says nothing about the name (Python reference, 7.2.2).</summary>
    private static void BindAnnotated(PendingUses uses, Scope scope, Name node, string name, AnnAssign assign)
    {
        var kind = assign.Value is null ? BindingKind.Annotation : BindingKind.AnnotatedAssignment;
        if (assign.Simple)
        {
            var entry = scope.Mention(name, NameUses.Assigned | NameUses.Annotated);
            uses.Add(entry, node, kind, node.Span, assign, assign.Value, scope);
        }
        else if (assign.Value != null)
        {
            var entry = scope.Mention(name, NameUses.Assigned);
            uses.Add(entry, node, BindingKind.AnnotatedAssignment, node.Span, assign, assign.Value, scope);
        }
    }

    /// <summary>
    /// The target of <c>:=</c> belongs to the function or module around all comprehensions (PEP 572, "Scope of the target"), and around
    /// the annotation that they stand in.
    /// </summary>
    private static void LeaveComprehensions(Scope module, Scope scope, string name)
    {
        var target = scope;
        while (target.Kind == ScopeKind.Comprehension || (target.Kind == ScopeKind.Annotation && target != scope))
        {
            target = target.Parent!;
        }

        if (target == module && scope != module)
        {
            scope.Mention(name, NameUses.Global);
            module.Mention(name, NameUses.Global);
        }
        else if (target != scope)
        {
            var isGlobal = target.FindEntry(name) is { } entry && (entry.Uses & NameUses.Global) != 0;
            scope.Mention(name, isGlobal ? NameUses.Global : NameUses.Nonlocal);
            target.Mention(name, NameUses.Assigned);
        }
    }
}
