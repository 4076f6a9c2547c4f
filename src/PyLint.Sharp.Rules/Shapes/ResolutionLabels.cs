using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Shows where Python looks for a name (local, enclosing, global, built-in), where it stops and what it passes over.</summary>
internal static class ResolutionLabels
{
    /// <summary>Labels the name with all steps, the variable at which the search stops, and those of classes that it skips.</summary>
    public static void Add(DiagnosticBuilder finding, Name name, SemanticModel model)
    {
        var scope = model.ScopeOf(name);
        var resolution = AddLookup(finding, name.Span, scope, name.Id, model);
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
            else if (FirstBindingIn(symbol) is { } binding)
            {
                finding.Label(binding.Span, $"the search stops {PlaceOf(step, scope)}");
            }
        }
    }

    /// <summary>Labels a place with the steps of a lookup, where other labels show its ends.</summary>
    /// <param name="finding">What gets the label, and the table.</param>
    /// <param name="span">The place.</param>
    /// <param name="scope">Where the name is looked up.</param>
    /// <param name="name">The name as it is written there.</param>
    /// <param name="model">The file.</param>
    public static Resolution AddLookup(DiagnosticBuilder finding, TextSpan span, Scope scope, string name, SemanticModel model)
    {
        var resolution = model.Resolve(scope, name);
        finding.Label(span, $"looked up: {WordsOf(resolution, scope)}").Resolution(ResolutionTables.Of(resolution, scope, model));
        return resolution;
    }

    /// <summary>Labels a binding, at which each lookup of the name from its scope stops, with what that keeps out of reach.</summary>
    /// <param name="finding">What gets the label, and the table.</param>
    /// <param name="span">The binding.</param>
    /// <param name="words">What it does.</param>
    /// <param name="symbol">What it binds.</param>
    /// <param name="model">The file.</param>
    public static void AddStop(DiagnosticBuilder finding, TextSpan span, string words, Symbol symbol, SemanticModel model)
    {
        var resolution = model.Resolve(symbol.Scope, symbol.Name);
        var table = ResolutionTables.Of(resolution, symbol.Scope, model);
        var hidden = "";
        foreach (var step in model.Beyond(resolution))
        {
            var isThere = step.Kind == LookupStepKind.Builtin ? Builtins.Contains(symbol.Name) : step is { Symbol: not null, Kind: not LookupStepKind.ClassSkipped };
            hidden += isThere ? $"{(hidden.Length == 0 ? ", before " : " → ")}{step}" : "";
        }

        finding.Label(span, $"{words}; looked up: {(resolution.Fallbacks.IsEmpty ? $"{resolution}{hidden}" : resolution)}").Resolution(table);
    }

    /// <summary>Labels a variable further out that the search never comes to.</summary>
    public static void AddUnreached(DiagnosticBuilder finding, Symbol outer) =>
        finding.Label((FirstBindingIn(outer) ?? outer.Bindings[0]).Span, $"never reached: the search stops before it comes to {Describe(outer)}");

    /// <summary>The steps in words; <c>not local</c> comes first where a function is asked that doesn't bind the name.</summary>
    public static string WordsAt(Name name, SemanticModel model) => WordsOf(model.Resolve(name), model.ScopeOf(name));

    private static string WordsOf(Resolution resolution, Scope scope)
    {
        var isAsked = scope.Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension;
        return isAsked && !ResolutionTables.IsInnermost(resolution.Steps[0]) ? $"not local → {resolution}" : resolution.ToString();
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

    /// <summary>A binding in the scope that owns the variable tells more than one from inside another; null where nothing of the file binds it.</summary>
    public static NameBinding? FirstBindingIn(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope == symbol.Scope)
            {
                return binding;
            }
        }

        return symbol.Bindings is [var first, ..] ? first : null;
    }
}
