using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Which built-ins star imports replace. Of a module that isn't known to leave one alone, anything can come.</summary>
internal static class StarImports
{
    public static bool MayReplace(List<ImportFrom> imports, string builtin)
    {
        foreach (var import in imports)
        {
            if (import.Level > 0 || import.Module is not { } module || StandardLibrary.StarImportReplaces(module.Text, builtin) != Answer.No)
            {
                return true;
            }
        }

        return false;
    }
}
