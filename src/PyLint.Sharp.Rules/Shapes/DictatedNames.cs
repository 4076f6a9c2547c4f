using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Parameters whose names their function isn't free to choose, because it replaces one of a base class.</summary>
internal static class DictatedNames
{
    /// <summary>
    /// True when a base class has the parameter too, or may have it for all that the file shows; when the function says that it overrides
    /// or overloads another; in protocols; and for the fields of a route.
    /// </summary>
    public static bool IsDictated(FunctionDefinition function, string parameter, SemanticModel model)
    {
        if (IsMarked(function) || IsInRoute(function, parameter))
        {
            return true;
        }

        if (model.ScopeOf(function) is not { Kind: ScopeKind.Class, Node: ClassDef definition })
        {
            return false;
        }

        var method = function.Name.Text;
        if (method is "__init__" or "__new__")
        {
            return false;
        }

        // The documentation of Python itself calls it so, and Python passes it by its place.
        if (parameter == "type" && method is "__exit__" or "__aexit__" or "__get__")
        {
            return true;
        }

        var cls = model.ClassOf(definition);
        if (cls.IsProtocol != Answer.No)
        {
            return true;
        }

        var inherited = InheritedMethods.Find(cls, method, isNamed: true);
        return inherited.Exists switch
        {
            Answer.No => false,
            Answer.Yes when inherited.Attribute is { SoleFunction: { } original } => Has(original.Args, parameter),
            Answer.Yes when inherited.Attribute is null => MayHave($"{inherited.Owner.Name}.{method}", parameter),
            _ => true,
        };
    }

    private static bool IsMarked(FunctionDefinition function)
    {
        foreach (var decorator in function.DecoratorList)
        {
            var name = decorator switch
            {
                Name { Id: var id } => id,
                Attribute attribute => attribute.Attr.Text,
                _ => "",
            };
            if (name is "override" or "overload" or "overrides")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a decorator's text has the name as a field, as the routes of web frameworks do: <c>"/users/&lt;int:id&gt;"</c>, <c>"/users/{id}"</c>.</summary>
    private static bool IsInRoute(FunctionDefinition function, string parameter)
    {
        foreach (var decorator in function.DecoratorList)
        {
            if (decorator is Call { Args: [Constant { StringValue: { } route }, ..] }
                && (route.Contains($"{parameter}>", StringComparison.Ordinal) || route.Contains($"{{{parameter}", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(Arguments arguments, string parameter)
    {
        foreach (var node in arguments.Tree.All<Arg>(arguments))
        {
            if (node is { Name.Text: var name } && node.Parent == arguments && name == parameter)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHave(string qualifiedName, string parameter)
    {
        if (Semantics.Knowledge.StandardLibrary.Find(qualifiedName) is not { Signatures: { IsEmpty: false } signatures })
        {
            return true;
        }

        foreach (var signature in signatures)
        {
            foreach (var known in signature.Parameters)
            {
                if (known.Name == parameter)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
