using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Instances of the classes of the file. An instance that a call makes is exactly of its class. <c>self</c> may be of a class derived
/// elsewhere, so only what such a class isn't expected to replace counts there: attributes that methods assign (a derived class that
/// assigns another type breaks the methods it inherits), and names that Python mangles; neither methods, nor properties, nor values of the
/// class body. An attribute that only ever gets <c>None</c> waits for somebody who fills it.
/// </summary>
internal sealed class InstanceTypes(TypeInference inference)
{
    /// <summary><c>self.n = self.n + 1</c> and <c>self.n += …</c> settle in so many steps, or are given up.</summary>
    private const int AugmentedRounds = 3;

    /// <summary>An attribute that a file assigns more often has no type: to look at all of them for each class would take quadratic time.</summary>
    private const int MostStores = 256;

    private readonly SemanticModel model = inference.Model;
    private AttributeWrites? writes;

    public AttributeWrites Writes => writes ??= new AttributeWrites(model);

    /// <summary>What a call of the class gives.</summary>
    public PyType Made(ClassDef definition) => Of(definition).Exact;

    /// <summary>The first parameter of a method.</summary>
    public PyType Self(FunctionDefinition method, Arg parameter)
    {
        if (model.ScopeOf(method) is not { Kind: ScopeKind.Class, Node: ClassDef owner } || MethodKinds.FirstParameter(method) != parameter)
        {
            return PyType.Unknown;
        }

        return MethodKinds.Of(model, method) is MethodKind.Instance or MethodKind.Property or MethodKind.CachedProperty or MethodKind.Setter or MethodKind.Deleter
            ? Of(owner).AtLeast
            : PyType.Unknown;
    }

    /// <summary>The attribute of a value that may be an instance, or an enumeration.</summary>
    public PyType AttributeOf(PyType receiver, Attribute attribute)
    {
        if (receiver.Kind is not (PyTypeKind.Instance or PyTypeKind.Class or PyTypeKind.Union))
        {
            return receiver.Kind == PyTypeKind.Never ? receiver : PyType.Unknown;
        }

        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(receiver))
        {
            result = TypeJoin.Of(result, member switch
            {
                { Kind: PyTypeKind.Instance, Origin: ClassDef made } => OfInstance(made, member.IsExact, model.AttributeName(attribute)),
                { Kind: PyTypeKind.Class, Origin: ClassDef named } => EnumMember(named, attribute.Attr.Text),
                _ => PyType.Unknown,
            });
        }

        return result;
    }

    /// <summary>The function that a call of a method runs; null when it isn't known.</summary>
    public FunctionDefinition? MethodOf(PyType receiver, Attribute attribute, out bool isStatic)
    {
        isStatic = false;
        if (receiver is not { Kind: PyTypeKind.Instance, Origin: ClassDef made })
        {
            return null;
        }

        var name = model.AttributeName(attribute);
        if (OwnerOf(made, receiver.IsExact, name)?.SoleBinder(BindingKind.Function) is not FunctionDefinition function || Writes.Writes(name))
        {
            return null;
        }

        isStatic = function.DecoratorList is [var only] && model.IsBuiltin(only, "staticmethod");
        return function.DecoratorList.IsEmpty || isStatic ? function : null;
    }

    private (PyType Exact, PyType AtLeast) Of(ClassDef definition)
    {
        var made = model.ClassOf(definition);
        if (made.Instances is { } known)
        {
            return known;
        }

        var exact = ClassShape.MakesInstances(model, definition) && !Writes.ChangesClasses ? PyType.Definition(PyTypeKind.Instance, definition) : PyType.Unknown;
        var atLeast = exact.IsUnknown || made.IsEnum != Answer.No ? PyType.Unknown : PyType.AtLeast(definition);
        made.Instances = (exact, atLeast);
        return (exact, atLeast);
    }

    private PyType OfInstance(ClassDef definition, bool isExact, string name)
    {
        var made = model.ClassOf(definition);
        var types = isExact ? made.InstanceAttributes : made.SelfAttributes;
        if (types.TryGetValue(name, out var known))
        {
            return known;
        }

        // Whoever asks while it is being found gets no answer.
        types[name] = PyType.Unknown;
        var found = Find(made, isExact, name);
        types[name] = found;
        return found;
    }

    private PyType Find(ClassModel made, bool isExact, string name)
    {
        if (ClassShape.HasHooks(made) || Writes.AreHidden(name) || NameMangling.IsSpecial(name))
        {
            return PyType.Unknown;
        }

        var type = ClassShape.FieldsOf(made) is { } fields && OfField(fields, name) is { } field ? field : OfBody(made, isExact, name);
        if (type.IsUnknown || type.Kind == PyTypeKind.Function)
        {
            return type.Kind == PyTypeKind.Function ? OfProperty(type, name) : type;
        }

        type = OfStores(type, made, isExact, name);
        return type.Kind is PyTypeKind.Never or PyTypeKind.None ? PyType.Unknown : TypeJoin.WithoutElements(type);
    }

    private PyType OfField(ImmutableArray<DataclassField> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                return FieldTypes.Of(model, field);
            }
        }

        return null!;
    }

    /// <summary>What class bodies bind: Never for nothing, a function for the getter of a property.</summary>
    private PyType OfBody(ClassModel made, bool isExact, string name)
    {
        var result = PyType.Never;
        foreach (var reference in made.Mro)
        {
            if (reference.Source is not { } source)
            {
                if (reference.Known!.HasOwnAttribute(name) != Answer.No)
                {
                    return PyType.Unknown;
                }

                continue;
            }

            if (source.Scope?.FindSymbol(name) is not { Bindings.IsEmpty: false } symbol)
            {
                continue;
            }

            if (result.Kind == PyTypeKind.Never && symbol.SoleBinding is { Node: FunctionDefinition function } && (isExact || IsMangled(name)))
            {
                return MethodKinds.Of(model, function) == MethodKind.Property && function.DecoratorList.Length == 1 ? PyType.Definition(PyTypeKind.Function, function) : PyType.Unknown;
            }

            foreach (var binding in symbol.Bindings)
            {
                result = TypeJoin.Of(result, binding.BindsValue ? Plain(inference.OfBinding(binding)) : PyType.Never);
            }

            if (!result.IsUnknown && result.Kind != PyTypeKind.Never && !isExact && !IsMangled(name))
            {
                return PyType.Unknown;
            }
        }

        return result;
    }

    private PyType OfProperty(PyType getter, string name) => Writes.Writes(name) ? PyType.Unknown : inference.ReturnOf(getter.Origin!);

    /// <summary>What methods of the class and those related to it assign, and whoever assigns it from elsewhere.</summary>
    private PyType OfStores(PyType type, ClassModel made, bool isExact, string name)
    {
        var (hasAugmented, stores) = (false, Writes.Of(name));
        if (stores.Count > MostStores)
        {
            return PyType.Unknown;
        }

        foreach (var store in stores)
        {
            if (IsOfUnrelated(store, made, isExact))
            {
                continue;
            }

            hasAugmented |= store.Parent is AugAssign;
            type = store.Parent is AugAssign ? type : TypeJoin.Of(type, store.Parent switch
            {
                Assign { Value: var value } assign when assign.Targets.Contains(store) => inference.OfAnywhere(value),
                AnnAssign { Value: { } value } => inference.OfAnywhere(value),
                AnnAssign => PyType.Never,
                _ => PyType.Unknown,
            });
        }

        for (var round = 0; hasAugmented && !type.IsUnknown; round++)
        {
            var before = type;
            foreach (var store in stores)
            {
                if (store.Parent is AugAssign augmented && !IsOfUnrelated(store, made, isExact))
                {
                    type = TypeJoin.Of(type, OperatorTypes.Binary(augmented.Op, before, inference.OfAnywhere(augmented.Value)));
                }
            }

            if (type.Equals(before))
            {
                return type;
            }

            type = round == AugmentedRounds ? PyType.Unknown : type;
        }

        return type;
    }

    /// <summary>True for <c>self.x = …</c> in a method of a class that no instance of ours inherits from.</summary>
    private bool IsOfUnrelated(Attribute store, ClassModel made, bool isExact)
    {
        if (store.Value is not Name { Id: var id } name || model.SymbolOf(name) is not { } symbol || symbol.SoleBinder(BindingKind.Parameter) is not Arg parameter
            || symbol.Scope.Node is not FunctionDefinition method || MethodKinds.FirstParameter(method) != parameter || id.Length == 0
            || model.ScopeOf(method) is not { Kind: ScopeKind.Class, Node: ClassDef owner } || method.Name.Text == "__new__")
        {
            return false;
        }

        var other = ClassReference.Of(model.ClassOf(owner));
        if (made.Linearization.Contains(other) != Answer.No)
        {
            return false;
        }

        foreach (var subclass in isExact ? [] : made.Subclasses)
        {
            if (subclass.Linearization.Contains(other) != Answer.No)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The class body that a method is found in, when no derived class may have another.</summary>
    private Symbol? OwnerOf(ClassDef definition, bool isExact, string name)
    {
        var made = model.ClassOf(definition);
        if (!(isExact || IsMangled(name)) || ClassShape.HasHooks(made) || Writes.AreHidden(name))
        {
            return null;
        }

        foreach (var reference in made.Mro)
        {
            if (reference.Source?.Scope?.FindSymbol(name) is { Bindings.IsEmpty: false } symbol)
            {
                return symbol;
            }

            if (reference.Known is { } known && known.HasOwnAttribute(name) != Answer.No)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>Color.RED</c> (library reference, "enum"): the class body gives a value, the enumeration makes a member of it.</summary>
    private PyType EnumMember(ClassDef named, string name)
    {
        if (model.ClassOf(named) is not { IsEnum: Answer.Yes } enumeration || name.StartsWith('_') || name is "name" or "value" || Writes.Writes(name)
            || enumeration.Scope?.FindSymbol(name) is not { Bindings: [{ Kind: not BindingKind.Function and not BindingKind.Class, Value: { } value }] })
        {
            return PyType.Unknown;
        }

        var isValue = inference.OfAnywhere(value).Kind is > PyTypeKind.Unknown and <= PyTypeKind.OrderedDict || (value is Call call && model.KnownName(call.Func) == "enum.auto");
        return isValue ? Made(named) : PyType.Unknown;
    }

    /// <summary>Values that are no descriptors: reading them through an instance gives them as they are.</summary>
    private static PyType Plain(PyType type)
    {
        foreach (var member in TypeJoin.Members(type))
        {
            if (member.Kind is PyTypeKind.Unknown or > PyTypeKind.OrderedDict)
            {
                return PyType.Unknown;
            }
        }

        return type;
    }

    private static bool IsMangled(string name) => name is ['_', not '_', ..] && name.Contains("__", StringComparison.Ordinal) && !name.EndsWith("__", StringComparison.Ordinal);
}
