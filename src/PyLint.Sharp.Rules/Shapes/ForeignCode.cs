using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// Code that comes from outside of the file: text that is evaluated, modules that are imported by a computed name, functions that somebody has put
/// into a variable, and what an object does when it is looked into. It may raise anything, so that there is no type to name.
/// </summary>
internal static class ForeignCode
{
    /// <summary>
    /// True for a body that starts with an import by name, that is one statement which runs such code, or that starts by looking into an
    /// object and goes on with what it found there.
    /// </summary>
    public static bool IsRunBy(TryStatement attempt, SemanticModel model)
    {
        foreach (var call in model.Tree.All<Call>(attempt.Body[0]))
        {
            if (IsImportByName(call, model)
                || (attempt.Body.Length == 1 && Runs(call, model))
                || (LooksInto(call, model) && (attempt.Body.Length == 1 || GoesOnWithIt(attempt, model))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsImportByName(Call call, SemanticModel model) =>
        HandedOver.NameOf(call.Func) is "import_module" or "__import__" && model.KnownName(call.Func) is "importlib.import_module" or "__import__";

    private static bool Runs(Call call, SemanticModel model) =>
        model.KnownName(call.Func) is "eval" or "exec" or "repr" or "inspect.signature" or "hasattr" or "runpy.run_path" or "runpy.run_module"
        || IsLineCache(call.Func)
        || IsCallback(call.Func, model);

    /// <summary>
    /// True for <c>linecache.getline</c>, which asks the loader of a module for its text. The name will do: who imports the module in a
    /// <c>try</c>, for the time when Python shuts down, binds it twice.
    /// </summary>
    private static bool IsLineCache(Expr callee) =>
        callee is Attribute { Attr.Text: "getline" or "getlines", Value: Name { Id: "linecache" } };

    /// <summary>True for a call that lists or reads attributes of an object, itself or in the function of the file that it calls.</summary>
    private static bool LooksInto(Call call, SemanticModel model) =>
        AsksObject(call, model) || (model.OwnCalleeOf(call)?.Node is FunctionDef { Body.IsEmpty: false } function && AsksParameter(function, model));

    private static bool AsksParameter(FunctionDef function, SemanticModel model)
    {
        foreach (var call in model.Tree.All<Call>(function))
        {
            if (AsksObject(call, model) && model.ScopeOf(call) == model.ScopeOf(function.Body[0]) && IsParameter(AskedBy(call), model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for <c>dir(x)</c>, for <c>getattr</c> with a computed name or a special one, and for a special method that is called by hand.</summary>
    private static bool AsksObject(Call call, SemanticModel model) => call switch
    {
        { Func: Attribute { Attr.Text: "__dir__" or "__getattr__" or "__getattribute__" or "__repr__" or "__str__", Value: Name } } => true,
        { Func: Name { Id: "dir" }, Args: [Name] } => model.IsBuiltin(call.Func),
        { Func: Name { Id: "getattr" }, Args: [Name, var name, ..] } => (name is not Constant { Value: string text } || NameMangling.IsSpecial(text)) && model.IsBuiltin(call.Func),
        _ => false,
    };

    private static Expr AskedBy(Call call) => call.Func is Attribute { Value: var owner } ? owner : call.Args[0];

    private static bool IsParameter(Expr expression, SemanticModel model) =>
        expression is Name name && model.SymbolOf(name) is { Bindings: [{ Kind: BindingKind.Parameter }] };

    /// <summary>True when the first statement binds a variable, and one behind it reads that.</summary>
    private static bool GoesOnWithIt(TryStatement attempt, SemanticModel model)
    {
        if (attempt.Body[0] is not Assign { Targets: [Name found] } || model.SymbolOf(found) is not { } symbol)
        {
            return false;
        }

        foreach (var reference in symbol.References)
        {
            if (reference.Index > attempt.Body[0].SubtreeEnd && reference.Index < attempt.Body[^1].SubtreeEnd)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for what is called a hook or callback, and for a variable: somebody else has put the function there.</summary>
    private static bool IsCallback(Expr callee, SemanticModel model)
    {
        var name = HandedOver.NameOf(callee);
        return name.Contains("hook", StringComparison.OrdinalIgnoreCase) || name.Contains("callback", StringComparison.OrdinalIgnoreCase)
            || (callee is Name variable && model.SymbolOf(variable) is { } symbol && HoldsValue(symbol));
    }

    private static bool HoldsValue(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind is not (BindingKind.Parameter or BindingKind.For or BindingKind.Assignment))
            {
                return false;
            }
        }

        return !symbol.Bindings.IsEmpty;
    }
}
