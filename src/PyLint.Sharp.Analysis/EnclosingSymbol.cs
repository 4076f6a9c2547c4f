using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>Names the function or class around a place as Python's <c>__qualname__</c> does.</summary>
internal static class EnclosingSymbol
{
    /// <summary>For example <c>Account.withdraw</c> or <c>retry.&lt;locals&gt;.wrapper</c>; null at module level.</summary>
    public static string? QualnameAt(SyntaxTree tree, TextSpan span)
    {
        Node? definition = null;
        var nodes = tree.Nodes.AsSpan();
        for (var index = 1; index < nodes.Length;)
        {
            var node = nodes[index];
            if (!node.Span.Contains(span))
            {
                index = node.SubtreeEnd;
                continue;
            }

            definition = IsInside(node, span) ? node : definition;
            index++;
        }

        return definition is null ? null : Qualname(definition);
    }

    /// <summary>Decorators belong to the span of what they decorate, but are evaluated outside of it.</summary>
    private static bool IsInside(Node node, TextSpan span) => node switch
    {
        FunctionDefinition function => span.Start >= function.HeaderStart,
        ClassDef type => span.Start >= type.HeaderStart,
        _ => false,
    };

    private static string Qualname(Node definition)
    {
        var name = NameOf(definition)!;
        for (var outer = definition.Parent; outer != null; outer = outer.Parent)
        {
            if (NameOf(outer) is { } outerName)
            {
                name = outer is ClassDef ? $"{outerName}.{name}" : $"{outerName}.<locals>.{name}";
            }
        }

        return name;
    }

    private static string? NameOf(Node node) => node switch
    {
        FunctionDefinition function => function.Name,
        ClassDef type => type.Name,
        _ => null,
    };
}
