using System.Collections.Frozen;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary><c>from __future__</c> (Language Reference §7.11.1).</summary>
internal static class FutureImports
{
    public const string Late = "an import from `__future__` must stand at the beginning of the file";

    private static readonly FrozenSet<string> Features = FrozenSet.Create(
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
        "barry_as_FLUFL", "generator_stop", "annotations");

    public static bool IsFuture(ImportFrom node) => node is { Level: 0, Module.Text: "__future__" };

    /// <summary>What Python's <c>ast.parse</c> too refuses: a feature that does not exist.</summary>
    public static void CheckFeatures(Module module, SyntaxErrorList errors)
    {
        for (var i = 0; i < module.Body.Length && MayStandBefore(module.Body[i], i); i++)
        {
            if (module.Body[i] is not ImportFrom import)
            {
                continue;
            }

            foreach (var alias in import.Names)
            {
                if (!Features.Contains(alias.Name.Text))
                {
                    errors.Add(alias.Name.Span, $"`__future__` has no feature `{alias.Name}`");
                }
            }
        }
    }

    /// <summary>What the compiler refuses: an import behind other statements.</summary>
    public static void CheckPlaces(Module module, SyntaxErrorList errors)
    {
        var isLate = false;
        for (var i = 0; i < module.Body.Length; i++)
        {
            isLate |= !MayStandBefore(module.Body[i], i);
            if (isLate && module.Body[i] is ImportFrom import && IsFuture(import))
            {
                errors.Add(import.Span, Late);
            }
        }
    }

    private static bool MayStandBefore(Stmt statement, int index) => statement switch
    {
        ImportFrom import => IsFuture(import),
        ExprStmt { Value: Constant { Value: string } } => index == 0,
        _ => false,
    };
}
