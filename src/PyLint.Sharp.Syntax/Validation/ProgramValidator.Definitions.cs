using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>Imports, declarations, parameters and exception handlers.</summary>
internal sealed partial class ProgramValidator
{
    private void VisitNames(Node node)
    {
        switch (node)
        {
            case Import { IsLazy: true }:
                CheckLazy(node);
                break;
            case ImportFrom import:
                CheckStarImport(import);
                break;
            case Alias alias:
                CheckAlias(alias);
                break;
            case Keyword keyword:
                CheckBinding(keyword.Name);
                break;
            case Global global:
                Declare(global.Names);
                break;
            case Nonlocal nonlocal:
                Declare(nonlocal.Names);
                if (RegionAt(Scope).Kind == RegionKind.Module && IsTrusted(node))
                {
                    ErrorAtKeyword(node, "nonlocal", "`nonlocal` cannot stand at module level; there is no function around it", SyntaxErrorKind.Declaration);
                }

                break;
        }
    }

    private void Declare(ImmutableArray<Identifier> names)
    {
        foreach (var name in names)
        {
            declared.Add(Mangle(name.Text));
        }
    }

    private void CheckAlias(Alias node)
    {
        var isDotted = node.AsName is null && node.Name.Text.StartsWith(Debug + ".", StringComparison.Ordinal);
        CheckBinding(isDotted ? node.Name with { Text = Debug } : node.AsName ?? node.Name);
    }

    /// <summary>PEP 810.</summary>
    private void CheckLazy(Node node)
    {
        var place = RegionAt(Scope).Kind switch
        {
            RegionKind.Function or RegionKind.AsyncFunction => "a function",
            RegionKind.Class => "a class body",
            _ => IsInTry() ? "a `try` statement" : null,
        };
        if (place != null)
        {
            ErrorAtKeyword(node, "lazy", $"a lazy import can stand only at module level, not in {place}");
        }
        else if (node is ImportFrom { Names: [{ Name.Text: "*" } star] })
        {
            Error(star.Span, "`import *` cannot be lazy; its names must be known at once");
        }
    }

    private bool IsInTry()
    {
        for (var i = Innermost; i > Scope; i--)
        {
            if (RegionAt(i).Node is TryStatement or ExceptHandler)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckStarImport(ImportFrom node)
    {
        if (node.IsLazy)
        {
            CheckLazy(node);
        }

        if (node.Names is [{ Name.Text: "*" } star] && RegionAt(Scope).Kind != RegionKind.Module && IsTrusted(node))
        {
            Error(star.Span, "`import *` can stand only at module level; name what is needed");
        }

        if (FutureImports.IsFuture(node) && node.Parent is not Module)
        {
            Error(node.Span, FutureImports.Late);
        }
    }

    private void VisitDefinition(Node node)
    {
        switch (node)
        {
            case FunctionDefinition function:
                CheckBinding(function.Name);
                CheckTypeParameters(function.TypeParams, className: null);
                break;
            case ClassDef type:
                CheckBinding(type.Name);
                CheckTypeParameters(type.TypeParams, type.Name.Text);
                CheckRepeated(type.Keywords);
                CheckBases(type.Bases);
                break;
            case TypeAlias alias:
                CheckTypeParameters(alias.TypeParams, className: null);
                break;
            case Arguments arguments:
                CheckParameters(arguments);
                break;
        }
    }

    private void CheckBases(ImmutableArray<Expr> bases)
    {
        if (bases is [GeneratorExp { IsBare: true } only])
        {
            Error(only.Span, "a generator expression as base class needs its own parentheses");
        }
    }

    private void CheckParameters(Arguments node)
    {
        seen.Clear();
        CheckParameters(node.PosOnlyArgs);
        CheckParameters(node.Args);
        CheckParameter(node.VarArg);
        CheckParameters(node.KwOnlyArgs);
        CheckParameter(node.KwArg);
    }

    private void CheckParameters(ImmutableArray<Arg> parameters)
    {
        foreach (var parameter in parameters)
        {
            CheckParameter(parameter);
        }
    }

    private void CheckParameter(Arg? parameter)
    {
        if (parameter is null)
        {
            return;
        }

        CheckBinding(parameter.Name);
        if (!seen.Add(Mangle(parameter.Name.Text)))
        {
            Error(parameter.Name.Span, $"the parameter `{parameter.Name}` stands here twice");
        }
    }

    /// <summary>PEP 695 and PEP 696. A class mangles its own type parameters.</summary>
    private void CheckTypeParameters(ImmutableArray<TypeParam> parameters, string? className)
    {
        seen.Clear();
        var hasDefault = false;
        foreach (var parameter in parameters)
        {
            var (name, fallback) = PartsOf(parameter);
            CheckBinding(name);
            if (!seen.Add(className is null ? Mangle(name.Text) : NameMangling.Mangle(name.Text, className)))
            {
                Error(name.Span, $"the type parameter `{name}` stands here twice");
            }
            else if (name.Text == "__classdict__")
            {
                Error(name.Span, "the compiler itself needs the name `__classdict__` beside type parameters");
            }
            else if (hasDefault && fallback is null)
            {
                Error(parameter.Span, $"type parameter `{name}` without a default follows one with a default");
            }

            hasDefault |= fallback != null;
        }
    }

    private static (Identifier Name, Expr? Default) PartsOf(TypeParam parameter) => parameter switch
    {
        TypeVar variable => (variable.Name, variable.DefaultValue),
        TypeVarTuple variable => (variable.Name, variable.DefaultValue),
        ParamSpec specification => (specification.Name, specification.DefaultValue),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Kind, "not a type parameter"),
    };

    private void CheckHandlers(TryStatement node)
    {
        var isStar = !node.Handlers.IsEmpty && SourceShapes.HasStar(source, node.Handlers[0]);
        for (var i = 0; i < node.Handlers.Length; i++)
        {
            CheckHandler(node.Handlers[i], isLast: i == node.Handlers.Length - 1);
            if (node is TryStar && SourceShapes.HasStar(source, node.Handlers[i]) != isStar)
            {
                ErrorAtKeyword(node.Handlers[i], "except", "`except` and `except*` cannot belong to the same `try`");
                return;
            }
        }
    }

    private void CheckHandler(ExceptHandler handler, bool isLast)
    {
        CheckBinding(handler.Name);
        if (handler.Type is null && SourceShapes.HasStar(source, handler))
        {
            ErrorAtKeyword(handler, "except", "`except*` needs an exception type");
        }
        else if (handler.Type is null && !isLast)
        {
            ErrorAtKeyword(handler, "except", "an `except` without a type must be the last one");
        }
        else if (handler is { Name: not null, Type: Nodes.Tuple types } && !SourceShapes.IsParenthesized(source, types))
        {
            Error(types.Span, "several exception types with `as` need parentheses");
        }
    }
}
