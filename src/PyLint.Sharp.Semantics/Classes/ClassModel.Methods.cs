using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

public sealed partial class ClassModel
{
    private ImmutableArray<ClassMethod> methods;
    private AbstractMethods? abstractMethods;

    /// <summary>The functions that the class body defines, in source order, also those that a later one replaces.</summary>
    public ImmutableArray<ClassMethod> Methods => methods.IsDefault ? methods = FindMethods() : methods;

    /// <summary>The methods that stay abstract here, its own and inherited ones.</summary>
    public AbstractMethods AbstractMethods => abstractMethods ??= FindAbstractMethods();

    /// <summary>
    /// Whether calling the class can give an instance, as far as abstract methods and <c>Protocol</c> decide: No when Python raises
    /// <c>TypeError</c> whatever the arguments are.
    /// </summary>
    public Answer CanBeInstantiated
    {
        get
        {
            if (Linearization.Exists != Answer.Yes || !IsMadeByObject())
            {
                return Answer.Unknown;
            }

            return IsProtocol == Answer.Yes || AbstractMethods.Names.Count > 0 ? Answer.No : AbstractMethods.AreKnown;
        }
    }

    /// <summary>The last function of this name in the class body, when nothing else binds the name; null otherwise.</summary>
    public ClassMethod? Method(string name) => OwnAttribute(name)?.SoleFunction is { } function ? MethodOf(function) : null;

    /// <summary>The class's own property of this name; null when the name is none or something else binds it too.</summary>
    public ClassProperty? Property(string name) => OwnAttribute(name) is { } attribute ? PropertyOf(attribute) : null;

    internal ClassMethod MethodOf(FunctionDefinition function)
    {
        var isAbstract = false;
        foreach (var decorator in function.DecoratorList)
        {
            isAbstract |= Model.KnownName(decorator) is "abc.abstractmethod" or "abc.abstractproperty" or "abc.abstractclassmethod" or "abc.abstractstaticmethod";
        }

        return new ClassMethod(function, Scope?.Mangle(function.Name.Text) ?? function.Name.Text, MethodKinds.Of(Model, function), isAbstract);
    }

    /// <summary><c>object.__new__</c> is what refuses abstract classes: those of <c>int</c> or exceptions don't.</summary>
    private bool IsMadeByObject()
    {
        foreach (var one in Mro)
        {
            if (one.Source is { } source ? source.OpenedBy != null || source.OwnAttribute("__new__") != null : !KnownAttributes.IsEmpty(one.Known!))
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<ClassMethod> FindMethods()
    {
        var found = ImmutableArray.CreateBuilder<ClassMethod>();
        foreach (var node in Model.Tree.Subtree(Node))
        {
            if (node is FunctionDefinition function && Receivers.ClassAround(Model, function) == Node)
            {
                found.Add(MethodOf(function));
            }
        }

        return found.DrainToImmutable();
    }

    private ClassProperty? PropertyOf(ClassAttribute attribute)
    {
        ClassProperty? found = null;
        foreach (var binding in attribute.Bindings)
        {
            if (binding is { Kind: AttributeBindingKind.ClassBody, Node: FunctionDefinition function })
            {
                found = WithAccessor(found, attribute.Name, function);
            }
            else if (binding is { Kind: AttributeBindingKind.ClassBody, Node: Stmt statement, Value: Call call } && Model.IsBuiltin(call.Func, "property"))
            {
                found = new ClassProperty(attribute.Name, statement, HasArgument(call, 1, "fset"), HasArgument(call, 2, "fdel"));
            }
            else if (binding.Kind == AttributeBindingKind.ClassBody)
            {
                return null;
            }
        }

        return found;
    }

    private ClassProperty? WithAccessor(ClassProperty? found, string name, FunctionDefinition function) => MethodKinds.Of(Model, function) switch
    {
        MethodKind.Property => new ClassProperty(name, function, Answer.No, Answer.No),
        MethodKind.CachedProperty => new ClassProperty(name, function, Answer.Yes, Answer.Yes),
        MethodKind.Setter => found is { } property ? property with { HasSetter = Answer.Yes } : null,
        MethodKind.Deleter => found is { } property ? property with { HasDeleter = Answer.Yes } : null,
        _ => null,
    };

    private static Answer HasArgument(Call call, int position, string name)
    {
        if (call.Args.Length > position)
        {
            return call.Args[position] is Constant { IsNone: true } ? Answer.No : Answer.Yes;
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name?.Text == name)
            {
                return Answer.Yes;
            }
        }

        return Answer.No;
    }

    /// <summary>
    /// Python's <c>ABCMeta.__new__</c>: of the names that are abstract here or in a base, those whose first definition in the order is.
    /// </summary>
    private AbstractMethods FindAbstractMethods()
    {
        var names = new List<string>();
        if (Linearization.Exists != Answer.Yes)
        {
            return new AbstractMethods(Answer.Unknown, names);
        }

        if (Metaclass.IsSubclassOf(new ClassReference(null, KnownClasses.Find("abc.ABCMeta"))) is var checks and not Answer.Yes)
        {
            return new AbstractMethods(checks == Answer.No ? Answer.Yes : Answer.Unknown, names);
        }

        var areKnown = Answer.Yes;
        foreach (var reference in Mro)
        {
            if (reference.Source is not { } source)
            {
                areKnown = reference.Known!.Library.IsAbstract ? Answer.Unknown : areKnown;
                continue;
            }

            areKnown = source.OpenedBy != null ? Answer.Unknown : areKnown;
            foreach (var method in source.Methods)
            {
                if (method.IsAbstract && !names.Contains(method.Name) && IsFirstDefinition(method))
                {
                    names.Add(method.Name);
                }
            }
        }

        return areKnown == Answer.Yes ? new AbstractMethods(areKnown, names) : new AbstractMethods(areKnown, []);
    }

    private bool IsFirstDefinition(ClassMethod method) => Find(method.Name).Attribute is { Bindings: [{ Node: var first }] } && first == method.Node;
}
