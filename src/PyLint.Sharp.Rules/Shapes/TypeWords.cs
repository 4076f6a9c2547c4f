using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>How messages speak of types and calls.</summary>
internal static class TypeWords
{
    private const int LongestQuote = 40;

    /// <summary>The name of a type behind its article: <c>a list</c>, <c>an int</c>, <c>None</c>.</summary>
    public static string WithArticle(PyType type) => type.Kind switch
    {
        PyTypeKind.None => "None",
        PyTypeKind.Int or PyTypeKind.Array or PyTypeKind.OrderedDict or PyTypeKind.Ellipsis or PyTypeKind.Iterator => $"an {NameOf(type)}",
        _ => $"a {NameOf(type)}",
    };

    /// <summary>The members of a union behind their articles: <c>a str or None</c>; what an annotation only implies is left out.</summary>
    public static string OfUnion(PyType union)
    {
        var words = WithArticle(union.Arguments[0]);
        for (var i = 1; i < union.Arguments.Length; i++)
        {
            if (!IsImplied(union.Arguments[i].Kind, union))
            {
                words += $" or {WithArticle(union.Arguments[i])}";
            }
        }

        return words;
    }

    /// <summary>An annotation with <c>int</c> allows a bool, and one with <c>float</c> an int: the reader wrote neither.</summary>
    private static bool IsImplied(PyTypeKind kind, PyType union)
    {
        foreach (var member in union.Arguments)
        {
            if (kind < member.Kind && member.IsNumber && kind is PyTypeKind.Bool or PyTypeKind.Int)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type's name as it reads in a sentence.</summary>
    public static string NameOf(PyType type) => type.Kind switch
    {
        PyTypeKind.Iterator => "iterator",
        PyTypeKind.Function => "function",
        _ => type.Name!,
    };

    /// <summary>A call without its arguments: <c>name.strip()</c>; of one behind something long only <c>.strip()</c>.</summary>
    public static string OfCall(Call call, RuleContext context) =>
        IsShort(call.Func, context) || call.Func is not Attribute method ? $"{context.TextOf(call.Func)}()" : $".{method.Attr.Text}()";

    /// <summary>The text of an expression; where it is too long to be quoted, what stands for it.</summary>
    public static string Quote(Expr expression, RuleContext context, string otherwise) =>
        IsShort(expression, context) ? $"`{context.TextOf(expression)}`" : otherwise;

    private static bool IsShort(Expr expression, RuleContext context) =>
        expression.Span.Length <= LongestQuote && context.Text.Slice(expression.Span).IndexOfAny('\n', '\r', '`') < 0;
}
