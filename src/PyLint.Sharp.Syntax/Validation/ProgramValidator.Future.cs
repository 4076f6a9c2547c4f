using System.Collections.Frozen;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary><c>from __future__</c> (Language Reference §7.11.1).</summary>
internal sealed partial class ProgramValidator
{
    private const string LateFuture = "an import from `__future__` must stand at the beginning of the file";

    private static readonly FrozenSet<string> Features = FrozenSet.Create(
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
        "barry_as_FLUFL", "generator_stop", "annotations");

    private static bool IsFuture(ImportFrom node) => node is { Level: 0, Module.Text: "__future__" };

    private void CheckFutureImports(Module module)
    {
        var isLate = false;
        for (var i = 0; i < module.Body.Length; i++)
        {
            if (module.Body[i] is ImportFrom import && IsFuture(import))
            {
                CheckFutureImport(import, isLate);
            }
            else
            {
                isLate |= i > 0 || module.Body[i] is not ExprStmt { Value: Constant { Value: string } };
            }
        }
    }

    private void CheckFutureImport(ImportFrom node, bool isLate)
    {
        if (isLate)
        {
            Error(node.Span, LateFuture);
            return;
        }

        foreach (var alias in node.Names)
        {
            if (!Features.Contains(alias.Name.Text))
            {
                Error(alias.Name.Span, $"`__future__` has no feature `{alias.Name}`");
            }
        }
    }
}
