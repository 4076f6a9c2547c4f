using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>Bindings of a built-in's name that supply the built-in where a version of Python lacks it, or bring it back.</summary>
internal static class BackPorts
{
    private static readonly string[] Compatibility =
        ["__builtin__", "__builtins__", "builtins", "exceptiongroup", "future.builtins", "future_builtins", "past.builtins", "six.moves"];

    public static bool IsOne(in NameBinding binding, string name, SemanticModel model)
    {
        if (IsReExport(binding, name) || IsBuiltinAgain(binding, name))
        {
            return true;
        }

        for (var node = binding.Node; node.Parent is { } parent and not (FunctionDefinition or ClassDef); node = parent)
        {
            if (parent is TryStatement attempt ? IsAttempt(attempt, binding) : parent is If { Test: var test } && AsksForVersion(test, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>from m import x as x</c> says that the name is there for others (PEP 484).</summary>
    private static bool IsReExport(in NameBinding binding, string name) =>
        binding.Node is Alias { AsName: { } asName } alias && alias.Name.Text == name && asName.Text == name;

    private static bool IsBuiltinAgain(in NameBinding binding, string name) => binding switch
    {
        { Node: Alias { Parent: ImportFrom { Module: { } module } from } alias } => alias.Name.Text == name && ((from.Level == 0 && IsCompatibility(module.Text)) || IsOwnCompatibility(module.Text)),
        { Value: Name { Id: var id }, Scope.Kind: ScopeKind.Module } => id == name,
        { Value: Attribute { Value: Name { Id: var module } } value } => value.Attr.Text == name && IsCompatibility(module),
        _ => false,
    };

    private static bool IsCompatibility(string module) =>
        Array.IndexOf(Compatibility, module) >= 0 || module.EndsWith(".six.moves", StringComparison.Ordinal);

    /// <summary>True for a project's module of back-ports, by its name, from which the built-in comes as it is where Python has it.</summary>
    private static bool IsOwnCompatibility(string module) => module[(module.LastIndexOf('.') + 1)..] is "compat" or "_compat" or "py3k";

    /// <summary>
    /// A <c>try</c> that survives the missing name: <c>NameError</c> for a name that only some Pythons have, <c>ImportError</c> for an
    /// import of it.
    /// </summary>
    private static bool IsAttempt(TryStatement attempt, in NameBinding binding)
    {
        var imports = binding.Node is Alias || Imports(attempt.Body);
        foreach (var handler in attempt.Handlers)
        {
            if (Catches(handler.Type, "NameError") || (imports && (Catches(handler.Type, "ImportError") || Catches(handler.Type, "ModuleNotFoundError"))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Imports(ImmutableArray<Stmt> body)
    {
        foreach (var statement in body)
        {
            if (statement is not (Import or ImportFrom))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Catches(Expr? type, string exception)
    {
        if (type is not Tuple several)
        {
            return type is Name { Id: var name } && name == exception;
        }

        foreach (var element in several.Elts)
        {
            if (element is Name { Id: var name } && name == exception)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for conditions such as <c>sys.version_info &gt;= (3, 11)</c>, <c>six.PY2</c>, <c>hasattr(builtins, "aiter")</c>.</summary>
    private static bool AsksForVersion(Expr test, SemanticModel model)
    {
        foreach (var node in test.Tree.Subtree(test))
        {
            var asks = node switch
            {
                Name { Id: "PY2" or "PY3" or "builtins" or "__builtin__" or "__builtins__" } => true,
                Attribute { Attr.Text: "PY2" or "PY3" } => true,
                Expr expression and (Name or Attribute) => model.QualifiedName(expression) is "sys.version_info" or "sys.hexversion" or "sys.version",
                _ => false,
            };
            if (asks)
            {
                return true;
            }
        }

        return false;
    }
}
