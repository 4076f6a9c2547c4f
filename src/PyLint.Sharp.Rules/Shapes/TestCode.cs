using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Code of tests, by the names that unittest and pytest go by.</summary>
internal static class TestCode
{
    private static readonly string[] Prefixes = ["test", "Test", "setUp", "tearDown", "setup", "teardown"];

    private static readonly Remembered<SyntaxTree, bool> Files = new(IsTestFile);

    /// <summary>True in a test or a fixture, in a class of tests, and anywhere in a file of tests.</summary>
    public static bool Contains(Node node) => Holds(node) || IsFile(node.Tree);

    /// <summary>True for a test, a fixture, what runs around tests and a class of tests, and inside of them.</summary>
    public static bool Holds(Node node)
    {
        for (var around = node; around is not null; around = around.Parent)
        {
            if ((around is FunctionDefinition function && IsTest(function)) || (around is ClassDef definition && IsOfTests(definition)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for a file with the name of a test, below a folder of tests, or one that is written for a test library and a third of whose
    /// functions and classes, or more, are tests: the others serve them.
    /// </summary>
    public static bool IsFile(SyntaxTree tree) => Files.Of(tree);

    private static bool IsTestFile(SyntaxTree tree)
    {
        if (IsTestPath(tree.Text.Path))
        {
            return true;
        }

        var (tests, others, isImported) = (0, 0, false);
        foreach (var statement in tree.Root.Body)
        {
            isImported |= statement is Import import ? IsLibrary(import.Names[0].Name.Text) : statement is ImportFrom { Module.Text: var module } && IsLibrary(module);
            var isTest = statement is ClassDef definition ? IsOfTests(definition) : statement is FunctionDefinition function && IsTest(function);
            tests += isTest ? 1 : 0;
            others += !isTest && statement is ClassDef or FunctionDefinition ? 1 : 0;
        }

        return isImported && tests > 0 && tests * 2 >= others;
    }

    /// <summary>True for a module of a test library, or of the tests of CPython.</summary>
    public static bool IsLibrary(string module) =>
        module is "unittest" or "pytest" or "test" || module.StartsWith("unittest.", StringComparison.Ordinal) || module.StartsWith("test.", StringComparison.Ordinal);

    /// <summary>True within a function inside of a test, which often is what is tested.</summary>
    public static bool IsInHelper(Node node) =>
        node.Ancestor<FunctionDefinition>() is { } function && !IsTest(function) && function.Ancestor<FunctionDefinition>() != null && Holds(function);

    private static bool IsTest(FunctionDefinition function)
    {
        foreach (var prefix in Prefixes)
        {
            if (function.Name.Text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var decorator in function.DecoratorList)
        {
            var callee = decorator is Call call ? call.Func : decorator;
            if (callee is Attribute { Attr.Text: "fixture" } or Name { Id: "fixture" })
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>True for <c>test_x.py</c>, <c>x_test.py</c>, <c>conftest.py</c> and all below a folder <c>test</c>, <c>tests</c> or <c>x_test</c>.</summary>
    private static bool IsTestPath(string path)
    {
        var rest = path.AsSpan();
        while (rest.IndexOfAny('/', '\\') is var end and >= 0)
        {
            if (rest[..end] is "test" or "tests" || rest[..end].EndsWith("_test") || rest[..end].EndsWith("_tests"))
            {
                return true;
            }

            rest = rest[(end + 1)..];
        }

        return rest.StartsWith("test_") || rest.EndsWith("_test.py") || rest is "conftest.py" or "tests.py" or "test.py";
    }
}
