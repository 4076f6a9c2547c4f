using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Scopes;

/// <summary>How code inside a class comes to a name of the class that it doesn't see.</summary>
internal static class ClassAccess
{
    /// <summary>
    /// <c>self.size</c> in a method, <c>cls.size</c> in a class method, <c>Box.size</c> in a static method or lambda; null where the class
    /// doesn't exist yet, or where none of them can be reached.
    /// </summary>
    public static string? To(Name name, ClassDef definition, SemanticModel model)
    {
        var scope = model.ScopeOf(name);
        return ScopeIn(definition, scope, model) switch
        {
            { Node: FunctionDefinition method } => ThroughMethod(method, scope, definition, model) is { } owner ? $"{owner}.{name.Id}" : null,
            { Node: Lambda } when IsVisible(definition, scope) => $"{definition.Name}.{name.Id}",
            _ => null,
        };
    }

    /// <summary>The scope directly inside the class in which another one is or lies.</summary>
    public static Scope? ScopeIn(ClassDef definition, Scope scope, SemanticModel model)
    {
        var body = model.ScopeOf(definition.Body[0]);
        for (var inner = scope; inner.Parent is { } around; inner = around)
        {
            if (around == body || (around.Kind >= ScopeKind.TypeParameters && around.Parent == body))
            {
                return inner;
            }
        }

        return null;
    }

    private static string? ThroughMethod(FunctionDefinition method, Scope scope, ClassDef definition, SemanticModel model)
    {
        var first = method.Args switch
        {
            { PosOnlyArgs: [var parameter, ..] } => parameter,
            { Args: [var parameter, ..] } => parameter,
            _ => null,
        };
        var hasOwner = KindOf(method, definition, model) is not (MethodKind.Static or MethodKind.Unknown);
        if (hasOwner && first != null && scope.Lookup(first.Name.Text) is { SoleBinding.Node: var binder } && binder == first)
        {
            return first.Name.Text;
        }

        return IsVisible(definition, scope) ? definition.Name.Text : null;
    }

    private static MethodKind KindOf(FunctionDefinition function, ClassDef definition, SemanticModel model)
    {
        foreach (var method in model.ClassOf(definition).Methods)
        {
            if (method.Node == function)
            {
                return method.Kind;
            }
        }

        return MethodKind.Unknown;
    }

    private static bool IsVisible(ClassDef definition, Scope scope) =>
        scope.Lookup(definition.Name.Text) is { SoleBinding.Node: var binder } && binder == definition;
}
