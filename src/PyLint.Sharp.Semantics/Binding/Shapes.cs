using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Kinds of nodes that the binder treats alike, taken apart.</summary>
internal static class Shapes
{
    /// <summary>What a comprehension collects (two expressions for a dict) and from where.</summary>
    public static (Expr Element, Expr? Value, ImmutableArray<Comprehension> Generators) Comprehension(Expr node) => node switch
    {
        ListComp comp => (comp.Elt, null, comp.Generators),
        SetComp comp => (comp.Elt, null, comp.Generators),
        GeneratorExp comp => (comp.Elt, null, comp.Generators),
        DictComp comp => (comp.Key, comp.Value, comp.Generators),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    public static (Identifier Name, Expr? Bound, Expr? Default) TypeParameter(TypeParam node) => node switch
    {
        TypeVar variable => (variable.Name, variable.Bound, variable.DefaultValue),
        ParamSpec specification => (specification.Name, null, specification.DefaultValue),
        TypeVarTuple variables => (variables.Name, null, variables.DefaultValue),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The name that <c>import a.b.c</c> binds.</summary>
    public static Identifier FirstComponent(Identifier dotted, SourceText text)
    {
        var dot = dotted.Text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return dotted;
        }

        var length = text.Slice(dotted.Span).IndexOfAny(". \t\f\\");
        var end = length < 0 ? dotted.Span.End : dotted.Span.Start + length;
        return new Identifier(dotted.Text[..dot], new TextSpan(dotted.Span.Start, end));
    }

    public static bool Imports(ImportFrom node, string name)
    {
        foreach (var alias in node.Names)
        {
            if (alias.Name.Text == name)
            {
                return true;
            }
        }

        return false;
    }
}
