using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Code of tests, told by the names that test runners look for.</summary>
internal static class TestCode
{
    private static readonly string[] Prefixes = ["test", "setUp", "tearDown", "setup", "teardown"];

    /// <summary>True for nodes of a test file, and of a function with the name of a test, a fixture or what runs around tests.</summary>
    public static bool Contains(Node node, RuleContext context)
    {
        for (var function = node as FunctionDefinition ?? node.Ancestor<FunctionDefinition>(); function != null; function = function.Ancestor<FunctionDefinition>())
        {
            if (IsTest(function))
            {
                return true;
            }
        }

        return IsTestFile(context.Text.Path);
    }

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

    private static bool IsTestFile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path.AsSpan());
        return name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test", StringComparison.Ordinal) || name is "conftest";
    }
}
