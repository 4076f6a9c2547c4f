using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>Proves that a variable never holds anything that could be called.</summary>
internal static class NeverCallable
{
    private static readonly string[] Makers =
    [
        "abs", "ascii", "bin", "bool", "bytearray", "bytes", "chr", "complex", "dict", "dir", "divmod", "enumerate", "filter", "float",
        "format", "frozenset", "globals", "hash", "hex", "id", "input", "int", "isinstance", "issubclass", "len", "list", "locals", "map",
        "oct", "open", "ord", "range", "repr", "reversed", "set", "sorted", "str", "tuple", "vars", "zip",
    ];

    public static bool IsProven(Symbol symbol, SemanticModel model)
    {
        var isBound = false;
        foreach (var binding in symbol.Bindings)
        {
            // `name += x` keeps what the name was, as far as calling goes.
            if (binding.BindsValue && binding.Kind != BindingKind.AugmentedAssignment)
            {
                isBound = true;
                if (!IsProven(binding, model))
                {
                    return false;
                }
            }
        }

        return isBound;
    }

    private static bool IsProven(in NameBinding binding, SemanticModel model) => binding switch
    {
        { Kind: BindingKind.ExceptHandler } => true,
        { Value: { } value } => IsProven(value, model),
        { Node: ForStatement { Target: Name, Iter: var iterable } } => HoldsNoneCallable(iterable, model),
        { Node: Comprehension { Target: Name, Iter: var iterable } } => HoldsNoneCallable(iterable, model),
        _ => false,
    };

    private static bool IsProven(Expr value, SemanticModel model)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            Constant or JoinedStr or TemplateStr or List or Tuple or Dict or Set => true,
            ListComp or SetComp or DictComp or GeneratorExp => true,
            UnaryOp { Op: UnaryOperator.Not } => true,
            UnaryOp operation => IsProven(operation.Operand, model),
            BinOp operation => IsProven(operation.Left, model) && IsProven(operation.Right, model),
            IfExp choice => IsProven(choice.Body, model) && IsProven(choice.OrElse, model),
            BoolOp operation => AllProven(operation.Values, model),
            Call { Func: Name { Id: var maker } function } => Array.IndexOf(Makers, maker) >= 0 && model.IsBuiltin(function),
            _ => false,
        };
    }

    private static bool HoldsNoneCallable(Expr iterable, SemanticModel model) => iterable switch
    {
        Constant { Value: string } or JoinedStr => true,
        List { Elts: var elements } => AllProven(elements, model),
        Tuple { Elts: var elements } => AllProven(elements, model),
        Call { Func: var function } => model.IsBuiltin(function, "range") || model.IsBuiltin(function, "dir"),
        _ => false,
    };

    private static bool AllProven(ImmutableArray<Expr> values, SemanticModel model)
    {
        foreach (var value in values)
        {
            if (!IsProven(value, model))
            {
                return false;
            }
        }

        return true;
    }
}
