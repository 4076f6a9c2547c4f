using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Shows where Python looks for a name (local, enclosing, global, built-in), where it stops and what it passes over.</summary>
internal static class ResolutionLabels
{
    /// <summary>Labels the name with all steps, the variable at which the search stops, and those of classes that it skips.</summary>
    public static void Add(DiagnosticBuilder finding, Name name, SemanticModel model)
    {
        var resolution = model.Resolve(name);
        finding.Label(name.Span, $"looked up: {WordsOf(resolution, model.ScopeOf(name))}");
        foreach (var step in resolution.Steps)
        {
            if (step.Symbol is not { Bindings: [var first, ..] } symbol)
            {
                continue;
            }

            if (step.Kind == LookupStepKind.ClassSkipped)
            {
                finding.Label(first.Span, $"class scope skipped here: only the body of `{Title(symbol.Scope)}` itself sees this name");
            }
            else
            {
                finding.Label(FirstBindingIn(symbol).Span, $"the search stops {PlaceOf(step, model.ScopeOf(name))}");
            }
        }
    }

    /// <summary>Labels a variable further out that the search never comes to.</summary>
    public static void AddUnreached(DiagnosticBuilder finding, Symbol outer) =>
        finding.Label(FirstBindingIn(outer).Span, $"never reached: the search stops before it comes to {Describe(outer)}");

    /// <summary>The steps in words; <c>not local</c> comes first where a function is asked that doesn't bind the name.</summary>
    public static string WordsAt(Name name, SemanticModel model) => WordsOf(model.Resolve(name), model.ScopeOf(name));

    private static string WordsOf(Resolution resolution, Scope scope)
    {
        var isAsked = scope.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension;
        var isFoundThere = resolution.Steps[0].Kind
            is LookupStepKind.Local or LookupStepKind.GlobalStatement or LookupStepKind.NonlocalStatement or LookupStepKind.Walrus;
        return isAsked && !isFoundThere ? $"not local → {resolution}" : resolution.ToString();
    }

    /// <summary>A variable by where it lives: <c>the global `x`</c>, <c>`x` of `f` around it</c>.</summary>
    public static string Describe(Symbol symbol) => symbol.Scope.Kind switch
    {
        ScopeKind.Module => $"the global `{symbol.Name}`",
        ScopeKind.Class => $"`{symbol.Name}` of the class `{Title(symbol.Scope)}`",
        _ => $"`{symbol.Name}` of {NameOf(symbol.Scope)} around it",
    };

    /// <summary>A scope as the author of the file would call it: <c>`area`</c>, <c>the lambda</c>.</summary>
    public static string NameOf(Scope scope) => scope.Node switch
    {
        FunctionDefinition or ClassDef => $"`{Title(scope)}`",
        Lambda => "the lambda",
        Module => "the module",
        _ => "the comprehension",
    };

    private static string Title(Scope scope) => scope.Node switch
    {
        FunctionDefinition function => function.Name.Text,
        ClassDef definition => definition.Name.Text,
        _ => "",
    };

    private static string PlaceOf(in LookupStep step, Scope scope) => step.Kind switch
    {
        LookupStepKind.Local when scope.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension
            => $"here: this makes `{step.Symbol!.Name}` local to {NameOf(scope)}",
        LookupStepKind.Enclosing => $"here, in {NameOf(step.Scope!)} around it",
        LookupStepKind.Global => "here, in the module",
        LookupStepKind.TypeParameters => "here, at a type parameter",
        _ => "here",
    };

    /// <summary>A binding in the scope that owns the variable tells more than one from inside another.</summary>
    private static NameBinding FirstBindingIn(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope == symbol.Scope)
            {
                return binding;
            }
        }

        return symbol.Bindings[0];
    }
}
