using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>The attributes that the body of a class binds, and what in it may bind more than can be seen.</summary>
internal static class ClassBodyReader
{
    public static void Read(SemanticModel model, ClassDef definition, ClassMembers members)
    {
        foreach (var decorator in definition.DecoratorList)
        {
            if (!KnownDecorators.KeepsClass(model, decorator))
            {
                members.Open(decorator);
            }
        }

        if (definition.Body.IsEmpty)
        {
            members.Open(definition);
            return;
        }

        var scope = model.ScopeOf(definition.Body[0]);
        foreach (var symbol in scope.Symbols)
        {
            ReadSymbol(symbol, scope, members);
        }

        ReadSlots(scope, members);
        FindOpenings(model, scope, definition, members);
    }

    private static void ReadSymbol(Symbol symbol, Scope scope, ClassMembers members)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope == scope && binding.Kind != BindingKind.Delete)
            {
                var kind = binding.Kind == BindingKind.Annotation ? AttributeBindingKind.Annotation : AttributeBindingKind.ClassBody;
                members.Add(symbol.Name, new AttributeBinding(kind, binding.Span, binding.Node, null, binding.Value));
            }
        }
    }

    private static void ReadSlots(Scope scope, ClassMembers members)
    {
        if (scope.OwnSymbol("__slots__")?.SoleBinding is not { Value: { } value } binding)
        {
            return;
        }

        foreach (var node in value.Tree.All<Constant>(value))
        {
            if (node is { StringValue: { } name })
            {
                members.Add(scope.Mangle(name), new AttributeBinding(AttributeBindingKind.Slot, node.Span, binding.Node, null, null));
            }
        }
    }

    private static void FindOpenings(SemanticModel model, Scope scope, ClassDef definition, ClassMembers members)
    {
        if ((members.Find("__getattr__") ?? members.Find("__getattribute__")) is { } hook)
        {
            members.Open(hook.Bindings[0].Node);
        }

        if (!scope.MentionsNamespaces)
        {
            return;
        }

        foreach (var call in model.Tree.All<Call>(definition))
        {
            if (call.Func is Name { Id: "locals" or "vars" or "exec" or "globals" } && model.ScopeOf(call) == scope)
            {
                members.Open(call);
            }
        }
    }
}
