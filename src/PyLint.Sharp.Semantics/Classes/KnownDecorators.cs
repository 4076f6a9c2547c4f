using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>What decorators of Python itself do to what they stand above.</summary>
internal static class KnownDecorators
{
    /// <summary>True for a decorator that gives back the class, or one like it (<c>dataclass(slots=True)</c>).</summary>
    public static bool KeepsClass(SemanticModel model, Expr decorator) => NameOf(model, decorator) is
        "dataclasses.dataclass" or "functools.total_ordering" or "typing.final" or "typing.runtime_checkable" or "enum.unique"
        or "typing_extensions.final" or "typing_extensions.runtime_checkable" or "typing.runtime" or "enum.verify";

    /// <summary>True for a decorator of which a call takes what a call of the function itself takes.</summary>
    public static bool KeepsSignature(SemanticModel model, Expr decorator) => NameOf(model, decorator) switch
    {
        "functools.lru_cache" or "functools.cache" or "abc.abstractmethod" or "typing.override" or "typing.final"
            or "typing_extensions.override" or "typing_extensions.final" or "contextlib.contextmanager" or "contextlib.asynccontextmanager" => true,
        // The function gets another's name and docstring and takes what it took; without its call, `wraps` would give a partial of itself.
        "functools.wraps" => decorator is Call,
        _ => false,
    };

    /// <summary>The decorator's own name, whether it is called there or not.</summary>
    public static string? NameOf(SemanticModel model, Expr decorator) => model.KnownName(decorator is Call call ? call.Func : decorator);
}
