using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Code of tests, by the names that unittest and pytest go by.</summary>
internal static class CodeOfTests
{
    /// <summary>True in a test function or in a class of tests.</summary>
    public static bool Holds(Node node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if ((around is FunctionDefinition function && function.Name.Text.StartsWith("test", StringComparison.OrdinalIgnoreCase))
                || (around is ClassDef definition && IsOfTests(definition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True in a file that is written for a test library and a third of whose functions and classes, or more, are tests: the others serve them.</summary>
    public static bool IsFile(SyntaxTree tree)
    {
        var (tests, others, isImported) = (0, 0, false);
        foreach (var statement in tree.Root.Body)
        {
            isImported |= statement is Import import ? IsLibrary(import.Names[0].Name.Text) : statement is ImportFrom { Module.Text: var module } && IsLibrary(module);
            var isTest = statement is ClassDef definition ? IsOfTests(definition)
                : statement is FunctionDefinition function && function.Name.Text.StartsWith("test", StringComparison.OrdinalIgnoreCase);
            tests += isTest ? 1 : 0;
            others += !isTest && statement is ClassDef or FunctionDefinition ? 1 : 0;
        }

        return isImported && tests > 0 && tests * 2 >= others;
    }

    private static bool IsLibrary(string module) => module is "unittest" or "pytest" or "test" || module.StartsWith("unittest.", StringComparison.Ordinal) || module.StartsWith("test.", StringComparison.Ordinal);

    private static bool IsOfTests(ClassDef definition)
    {
        foreach (var parent in definition.Bases)
        {
            if (HandedOver.NameOf(parent).EndsWith("TestCase", StringComparison.Ordinal))
            {
                return true;
            }
        }

        var name = definition.Name.Text;
        return name.StartsWith("Test", StringComparison.Ordinal) || name.EndsWith("Test", StringComparison.Ordinal)
            || name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("TestCase", StringComparison.Ordinal);
    }
}
