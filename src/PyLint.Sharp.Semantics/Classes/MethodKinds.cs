using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>What a function of a class body becomes when it is read through an instance.</summary>
public enum MethodKind
{
    /// <summary>A decorator that isn't known decides.</summary>
    Unknown,

    /// <summary>Bound to the instance.</summary>
    Instance,

    /// <summary>Bound to the class: <c>@classmethod</c>, <c>__init_subclass__</c>, <c>__class_getitem__</c>.</summary>
    Class,

    /// <summary>Bound to nothing: <c>@staticmethod</c>, <c>__new__</c>.</summary>
    Static,

    /// <summary>Called by reading the attribute: <c>@property</c>.</summary>
    Property,

    /// <summary>Called by the first reading of the attribute: <c>@functools.cached_property</c>.</summary>
    CachedProperty,

    /// <summary>The setter of a property: <c>@x.setter</c>.</summary>
    Setter,

    /// <summary>The deleter of a property: <c>@x.deleter</c>.</summary>
    Deleter,
}

/// <summary>Tells the kinds of methods apart.</summary>
internal static class MethodKinds
{
    /// <summary>The kind of a function that stands in the body of a class.</summary>
    public static MethodKind Of(SemanticModel model, FunctionDefinition function)
    {
        var kind = function.Name.Text switch
        {
            "__new__" => MethodKind.Static,
            "__init_subclass__" or "__class_getitem__" => MethodKind.Class,
            _ => MethodKind.Instance,
        };
        foreach (var decorator in function.DecoratorList)
        {
            var found = OfDecorator(model, decorator);
            if (found == MethodKind.Unknown)
            {
                return found;
            }

            kind = found == MethodKind.Instance ? kind : found;
        }

        return kind;
    }

    public static Arg? FirstParameter(FunctionDefinition function) => function.Args switch
    {
        { PosOnlyArgs: [var first, ..] } => first,
        { Args: [var first, ..] } => first,
        _ => null,
    };

    private static MethodKind OfDecorator(SemanticModel model, Expr decorator)
    {
        if (decorator is Attribute { Value: Name, Attr.Text: "setter" })
        {
            return MethodKind.Setter;
        }

        if (decorator is Attribute { Value: Name, Attr.Text: "deleter" })
        {
            return MethodKind.Deleter;
        }

        return model.KnownName(decorator) switch
        {
            "classmethod" or "abc.abstractclassmethod" => MethodKind.Class,
            "staticmethod" or "abc.abstractstaticmethod" => MethodKind.Static,
            "property" or "abc.abstractproperty" => MethodKind.Property,
            "functools.cached_property" => MethodKind.CachedProperty,
            "typing.overload" or "typing_extensions.overload" => MethodKind.Instance,
            _ => KnownDecorators.KeepsSignature(model, decorator) ? MethodKind.Instance : MethodKind.Unknown,
        };
    }
}
