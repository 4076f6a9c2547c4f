using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Values that the file only looks at: neither they nor what they hold is changed, kept or passed on.</summary>
internal static class OnlyRead
{
    private const int Deepest = 6;

    /// <summary>Each use is followed to its end; what is used more often is taken for changed.</summary>
    private const int MostUses = 128;

    /// <summary>What looks at its argument and gives nothing of it back.</summary>
    private static readonly string[] Lookers = ["print", "len", "str", "repr", "bool", "any", "all", "isinstance", "type", "id", "hash", "format"];

    /// <summary>True where every use is followed to its end, and none changes the value.</summary>
    public static bool Is(Expr value, SemanticModel model)
    {
        var left = MostUses;
        return Is(value, model, Deepest, ref left);
    }

    private static bool Is(Expr value, SemanticModel model, int depth, ref int left)
    {
        if (depth == 0 || left-- <= 0)
        {
            return false;
        }

        return value.Parent switch
        {
            Assign { Targets: [Name target] } => IsVariable(target, model, depth, ref left),
            Subscript { Ctx: ExprContext.Load } part => part.Value != value || IsImmutable(part, model) || Is(part, model, depth - 1, ref left),
            Attribute { Parent: Call method } attribute => method.Func == attribute && IsLook(attribute.Attr.Text, method, model, depth, ref left),
            ForStatement loop => loop.Iter == value && loop.Target is Name target && IsVariable(target, model, depth, ref left),
            Comprehension part => part.Iter == value && part.Target is Name target && IsVariable(target, model, depth, ref left),
            Call call => call.Func != value && model.KnownName(call.Func) is { } name && Array.IndexOf(Lookers, name) >= 0,
            Compare or FormattedValue or ExprStmt or If or While or Assert or UnaryOp { Op: UnaryOperator.Not } => true,
            _ => false,
        };
    }

    /// <summary>Numbers, texts and None can't change, whatever is done with them.</summary>
    private static bool IsImmutable(Expr value, SemanticModel model) => model.TypeOf(value).Kind is > PyTypeKind.Unknown and <= PyTypeKind.Bytes;

    private static bool IsLook(string method, Call call, SemanticModel model, int depth, ref int left) => method switch
    {
        "index" or "count" or "keys" => true,
        "values" or "get" => Is(call, model, depth - 1, ref left),
        _ => false,
    };

    /// <summary>True when all that reads the variable does, wherever it stands. A class's variables are reached through the class too.</summary>
    private static bool IsVariable(Name target, SemanticModel model, int depth, ref int left)
    {
        if (model.SymbolOf(target) is not { Scope.Kind: not ScopeKind.Class } symbol || symbol.References.Length > left || IsPublished(symbol, model))
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            // `row += [1]` changes the list itself, and is no read.
            if (left-- <= 0 || binding.Node is AugAssign)
            {
                return false;
            }
        }

        foreach (var reference in symbol.References)
        {
            if (!IsImmutable(reference, model) && !Is(reference, model, depth - 1, ref left))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a name of a module that says what it offers to others, unless it starts with an underscore.</summary>
    private static bool IsPublished(Symbol symbol, SemanticModel model) =>
        symbol.Scope.Kind == ScopeKind.Module && !symbol.Name.StartsWith('_') && model.Module.OwnSymbol("__all__") != null;
}
