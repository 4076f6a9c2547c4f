using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Which class of the file an expression is an instance of, or names, so that its attributes are the class's.</summary>
internal static class Receivers
{
    /// <summary>What an expression before a dot stands for.</summary>
    /// <param name="Class">The class; null when unproven.</param>
    /// <param name="Kind">How a binding through the expression counts.</param>
    /// <param name="Method">The method around whose instance or class it is.</param>
    public readonly record struct Receiver(ClassDef? Class, AttributeBindingKind Kind, FunctionDefinition? Method)
    {
        /// <summary>True for the class itself rather than an instance of it.</summary>
        public bool IsClass { get; init; }
    }

    public static Receiver Of(SemanticModel model, Expr expression)
    {
        if (expression is Name name && OfName(model, name) is { Class: not null } own)
        {
            return own;
        }

        if (OfOwnClass(model, expression) is { Class: not null } type)
        {
            return type;
        }

        if (ClassResolver.Resolve(model, expression).Source is { } named)
        {
            return named.Model == model ? new Receiver(named.Node, AttributeBindingKind.Outside, null) { IsClass = true } : default;
        }

        return InstanceOf(model, expression) is { } made ? new Receiver(made, AttributeBindingKind.Outside, null) : default;
    }

    /// <summary>Calling a class gives an instance whatever is known of the types around.</summary>
    private static ClassDef? InstanceOf(SemanticModel model, Expr expression)
    {
        if (expression is Call call && ClassResolver.Resolve(model, call.Func).Source is { } called)
        {
            return called.Model == model && model.HasOrdinaryConstruction(called.Node) ? called.Node : null;
        }

        return KindAtSight(model, expression) is null && model.TypeOf(expression) is { Kind: PyTypeKind.Instance, Origin: ClassDef made } ? made : null;
    }

    /// <summary>
    /// What needs no look at the body around: Module for one, Unknown for what is neither that nor an instance nor a function; null for
    /// all whose type must be asked for.
    /// </summary>
    public static PyTypeKind? KindAtSight(SemanticModel model, Expr expression)
    {
        if (expression is not Name name)
        {
            return expression is Constant || model.ImportedAs(expression) != null ? PyTypeKind.Unknown : null;
        }

        if (model.SymbolOf(name) is not { } symbol)
        {
            return PyTypeKind.Unknown;
        }

        if (symbol.Has(BindingKind.Import))
        {
            return symbol.SoleBinding?.Scope == symbol.Scope && model.NamespaceNames is null && !model.MayMeanAnother(symbol) ? PyTypeKind.Module : null;
        }

        return model.ImportedAs(name) != null || (symbol.SoleBinder(BindingKind.Parameter) is Arg { Annotation: null } parameter && !IsReceiver(parameter)) ? PyTypeKind.Unknown : null;
    }

    private static bool IsReceiver(Arg parameter) => parameter.Parent?.Parent is FunctionDefinition method && MethodKinds.FirstParameter(method) == parameter;

    /// <summary>The class whose body a function stands in, also when it has type parameters.</summary>
    public static ClassDef? ClassAround(SemanticModel model, FunctionDefinition function) => model.ScopeOf(function) is { Kind: ScopeKind.Class, Node: ClassDef owner } ? owner : null;

    /// <summary>The first parameter of a method, unless the method binds it again.</summary>
    private static Receiver OfName(SemanticModel model, Name name)
    {
        if (model.SymbolOf(name) is not { SoleBinding: { } binding } symbol || symbol.Scope.Node is not FunctionDefinition method)
        {
            return default;
        }

        if (ClassAround(model, method) is not { } owner)
        {
            return default;
        }

        if (binding.Kind != BindingKind.Parameter)
        {
            return method.Name.Text == "__new__" && binding.Value is Call made && CallsNew(made)
                ? new Receiver(owner, AttributeBindingKind.Self, method)
                : default;
        }

        if (MethodKinds.FirstParameter(method) != binding.Node)
        {
            return default;
        }

        return MethodKinds.Of(model, method) switch
        {
            MethodKind.Static when method.Name.Text != "__new__" => default,
            MethodKind.Static or MethodKind.Class => new Receiver(owner, AttributeBindingKind.Class, method) { IsClass = true },
            _ => new Receiver(owner, AttributeBindingKind.Self, method),
        };
    }

    /// <summary><c>super().__new__(cls)</c>, <c>object.__new__(cls)</c></summary>
    private static bool CallsNew(Call call) => call.Func is Attribute { Attr.Text: "__new__" };

    /// <summary><c>type(self)</c>, <c>self.__class__</c>, <c>__class__</c></summary>
    private static Receiver OfOwnClass(SemanticModel model, Expr expression)
    {
        if (expression is Name { Id: ImplicitNames.Class } cell && model.SymbolOf(cell) is { Scope: { Kind: ScopeKind.Class, Node: ClassDef around } } symbol
            && symbol.Has(BindingKind.ClassCell))
        {
            return new Receiver(around, AttributeBindingKind.Class, expression.Ancestor<FunctionDefinition>()) { IsClass = true };
        }

        var instance = expression switch
        {
            Attribute { Attr.Text: ImplicitNames.Class, Value: Name name } => name,
            Call { Func: var type, Args: [Name name], Keywords.IsEmpty: true } when model.IsBuiltin(type, "type") => name,
            _ => null,
        };
        return instance != null && OfName(model, instance) is { Class: not null, IsClass: false } found
            ? found with { Kind = AttributeBindingKind.Class, IsClass = true }
            : default;
    }
}
