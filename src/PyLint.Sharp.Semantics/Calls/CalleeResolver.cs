using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>Finds what a call reaches, if nothing else can stand in its place.</summary>
internal sealed class CalleeResolver(SemanticModel model)
{
    private readonly Dictionary<Node, Callee?> functions = [];

    /// <summary>Variables of functions and named tuples, and whether the file changes what a call of them takes.</summary>
    private readonly Dictionary<Symbol, bool> tampered = [];
    private readonly ConstructorResolver constructors = new(model);

    /// <summary>The names that class bodies bind: what any method of the file has.</summary>
    private HashSet<string>? namesOfClasses;

    /// <summary>The call that <see cref="ResolveOwn(Call)"/> was asked about last, by the rules in turn, and its answer.</summary>
    private (Call? Call, Callee? Callee) last;

    public Callee? Resolve(Call call) => Resolve(call.Func);

    public Callee? Resolve(Expr callee) =>
        ResolveOwn(callee) is { } own ? own
        : model.ClassNamedBy(callee).Source != null ? null
        : model.KnownName(callee) is { } known ? LibraryCallees.Named(model, known)
        : callee is Attribute method ? LibraryCallees.OfMethod(model, method)
        : null;

    /// <summary>What this file makes alone.</summary>
    public Callee? ResolveOwn(Call call)
    {
        if (last.Call != call)
        {
            last = (call, ResolveOwn(call.Func));
        }

        return last.Callee;
    }

    private Callee? ResolveOwn(Expr callee) => callee switch
    {
        Lambda lambda => OfLambda(lambda),
        Name name => model.SymbolOf(name) is { } symbol ? OfVariable(symbol) ?? OfClass(name) ?? OfNamedTuple(name, symbol) : null,
        Attribute attribute => IsNameOfClass(attribute) ? OfAttribute(attribute) ?? OfClass(attribute) : null,
        _ => OfClass(callee) ?? NamedTupleReader.Read(model, callee),
    };

    private Callee? OfClass(Expr callee) => model.ClassNamedBy(callee).Source is { } source ? constructors.Of(source) : null;

    private Callee? OfNamedTuple(Name name, Symbol symbol) =>
        NamedTupleReader.Read(model, name) is { } tuple && !IsTamperedWith(symbol) ? tuple : null;

    private static Callee OfLambda(Lambda lambda) => new("<lambda>", [Signature.Of(lambda.Args, name => name)], false, lambda);

    private Callee? OfVariable(Symbol symbol)
    {
        if (symbol.SoleValue is Lambda lambda && !model.MayMeanAnother(symbol))
        {
            return OfLambda(lambda);
        }

        return symbol.SoleBinder(BindingKind.Function) is FunctionDefinition function && !model.MayMeanAnother(symbol) && !IsTamperedWith(symbol)
            ? OfFunction(function, MethodKind.Static)
            : null;
    }

    /// <summary>
    /// <c>f.__defaults__ = …</c> and the like change what a function takes; <c>P.__new__.__defaults__ = …</c> is how the fields of a tuple
    /// were given defaults before 3.7.
    /// </summary>
    private bool IsTamperedWith(Symbol symbol)
    {
        if (tampered.TryGetValue(symbol, out var known))
        {
            return known;
        }

        foreach (var reference in symbol.References)
        {
            known |= symbol.SoleBinder(BindingKind.Function) != null
                ? reference.Parent is Attribute { Attr.Text: "__defaults__" or "__kwdefaults__" or "__code__", Ctx: ExprContext.Store }
                : reference.Parent is Attribute { Attr.Text: "__new__" or "__init__" };
        }

        return tampered[symbol] = known;
    }

    /// <param name="function">The function.</param>
    /// <param name="access">What is in front of it: nothing (static), an instance, or the class.</param>
    private Callee? OfFunction(FunctionDefinition function, MethodKind access)
    {
        if (access == MethodKind.Static && functions.TryGetValue(function, out var known))
        {
            return known;
        }

        var found = Make(function, access);
        if (access == MethodKind.Static)
        {
            functions[function] = found;
        }

        return found;
    }

    private Callee? Make(FunctionDefinition function, MethodKind access)
    {
        var owner = Receivers.ClassAround(model, function);
        var kind = owner is null ? MethodKind.Static : MethodKinds.Of(model, function);
        foreach (var decorator in function.DecoratorList)
        {
            if (owner is null && !KnownDecorators.KeepsSignature(model, decorator))
            {
                return null;
            }
        }

        if (kind is not (MethodKind.Static or MethodKind.Instance or MethodKind.Class))
        {
            return null;
        }

        // A name in the class body itself means the bare function, or an object that cannot be called before 3.10.
        if (access == MethodKind.Static && owner != null)
        {
            return function.DecoratorList.IsEmpty ? Plain(function, false) : null;
        }

        return Plain(function, kind == MethodKind.Class || (kind == MethodKind.Instance && access == MethodKind.Instance));
    }

    private Callee Plain(FunctionDefinition function, bool getsReceiver)
    {
        var scope = function.Body.IsEmpty ? model.ScopeOf(function) : model.ScopeOf(function.Body[0]);
        var around = model.EnclosingQualname(function);
        return new Callee(
            around is null ? function.Name.Text : $"{around}.{function.Name.Text}", [Signature.Of(function.Args, scope.Mangle)], getsReceiver, function);
    }

    private Callee? OfAttribute(Attribute attribute)
    {
        if (attribute.Value is Call { Func: Name super, Args.IsEmpty: true } && model.IsBuiltin(super, "super"))
        {
            return OfSuper(attribute);
        }

        var receiver = Receivers.Of(model, attribute.Value);
        return receiver.Class is null ? null : OfMember(model.ClassOf(receiver.Class), model.AttributeName(attribute), receiver.IsClass, isExact: receiver.Method is null);
    }

    private bool IsNameOfClass(Attribute attribute) => (namesOfClasses ??= NamesOfClasses()).Contains(model.AttributeName(attribute));

    private HashSet<string> NamesOfClasses()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in model.Scopes)
        {
            if (scope.Kind == ScopeKind.Class)
            {
                foreach (var symbol in scope.Symbols)
                {
                    names.Add(symbol.Name);
                }
            }
        }

        return names;
    }

    /// <summary>
    /// Another class between may come first where a class of the file has several bases: then a base's order isn't its only one.
    /// </summary>
    private Callee? OfSuper(Attribute attribute)
    {
        if (attribute.Ancestor<FunctionDefinition>() is not { } method || Receivers.ClassAround(model, method) is not { } owner)
        {
            return null;
        }

        var made = model.ClassOf(owner);
        foreach (var subclass in made.Subclasses)
        {
            if (subclass.Node.Bases.Length > 1 || subclass.Linearization.Exists != Answer.Yes)
            {
                return null;
            }
        }

        var isClass = MethodKinds.Of(model, method) is MethodKind.Class or MethodKind.Static;
        return made.FindInherited(model.AttributeName(attribute)) is { Exists: Answer.Yes, Owner.Source: { } found, Attribute.SoleFunction: { } function }
            && found.Model == model && found.OpenedBy is null
            ? OfFunction(function, isClass ? MethodKind.Class : MethodKind.Instance)
            : null;
    }

    /// <param name="made">The class of the instance, or the class itself.</param>
    /// <param name="name">The method.</param>
    /// <param name="isClass">True when the class itself stands before the dot.</param>
    /// <param name="isExact">False for the <c>self</c> of a method, which may be an instance of a class derived from it.</param>
    private Callee? OfMember(ClassModel made, string name, bool isClass, bool isExact)
    {
        if (made.Find(name) is not { Exists: Answer.Yes, Owner.Source: { } owner, Attribute.SoleFunction: { } function } || owner.Model != model)
        {
            return null;
        }

        foreach (var one in made.Mro)
        {
            // An inherited attribute that the instance gets, or anything that a hook gives, comes first.
            if (one.Source is { } source && (source.OpenedBy != null || source.OwnAttribute("__getattribute__") != null))
            {
                return null;
            }
        }

        if (made.Linearization.Exists != Answer.Yes || (!isExact && IsOverridden(made, name, function)) || IsReplaced(made, name, function))
        {
            return null;
        }

        return OfFunction(function, isClass ? MethodKind.Class : MethodKind.Instance);
    }

    /// <summary>By a class of the file, or surely somewhere: a method that does nothing but raise <c>NotImplementedError</c> waits for that.</summary>
    private static bool IsOverridden(ClassModel made, string name, FunctionDefinition function)
    {
        if (function.Body is [.., Raise { Exc: { } raised }] && (raised is Call call ? call.Func : raised) is Name { Id: "NotImplementedError" })
        {
            return true;
        }

        foreach (var subclass in made.Subclasses)
        {
            if (subclass.Find(name).Attribute?.SoleFunction != function)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An instance's own value hides the method, whichever class of the order assigns it.</summary>
    private static bool IsReplaced(ClassModel made, string name, FunctionDefinition function)
    {
        foreach (var one in made.Mro)
        {
            if (one.Source is { } source && ((source.OwnAttribute(name) is { SoleFunction: null }) || source.Model.Members.MayBind(name)))
            {
                return true;
            }
        }

        foreach (var subclass in made.Subclasses)
        {
            if (subclass.OwnAttribute(name) is { } other && other.SoleFunction != function && !other.Has(AttributeBindingKind.ClassBody))
            {
                return true;
            }
        }

        return false;
    }
}
