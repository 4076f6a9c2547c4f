using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Makes of a lookup the table that goes with a finding.</summary>
internal static class ResolutionTables
{
    /// <param name="resolution">The lookup.</param>
    /// <param name="from">The scope in which the name stands.</param>
    /// <param name="model">The file.</param>
    public static ResolutionTable Of(Resolution resolution, Scope from, SemanticModel model)
    {
        var table = ImmutableArray.CreateBuilder<ResolutionStep>();
        if (from.Kind != ScopeKind.Module && !IsInnermost(resolution.Steps[0]))
        {
            table.Add(new ResolutionStep(ResolutionPlace.Local, NameOf(from), ResolutionOutcome.NotBound, true, null));
        }

        foreach (var step in resolution.Steps)
        {
            // What no code binds and where the search stops all the same, Python binds: `__name__`.
            Add(table, step, resolution.Name, isReached: true, isBound: step == resolution.Stop);
        }

        foreach (var step in model.Beyond(resolution))
        {
            Add(table, step, resolution.Name, isReached: false, isBound: false);
        }

        return new ResolutionTable(resolution.Name, table.ToImmutable());
    }

    /// <summary>True for what the scope itself says of the name.</summary>
    public static bool IsInnermost(in LookupStep step) =>
        step.Kind is LookupStepKind.Local or LookupStepKind.GlobalStatement or LookupStepKind.NonlocalStatement or LookupStepKind.Walrus;

    private static void Add(ImmutableArray<ResolutionStep>.Builder table, in LookupStep step, string name, bool isReached, bool isBound)
    {
        if (step.Kind == LookupStepKind.Undefined)
        {
            return;
        }

        var place = step.Kind switch
        {
            LookupStepKind.Enclosing or LookupStepKind.TypeParameters => ResolutionPlace.Enclosing,
            LookupStepKind.Class or LookupStepKind.ClassSkipped or LookupStepKind.ClassCell => ResolutionPlace.Class,
            LookupStepKind.Global or LookupStepKind.StarImport => ResolutionPlace.Global,
            LookupStepKind.Builtin => ResolutionPlace.BuiltIn,
            _ => ResolutionPlace.Local,
        };
        var outcome = step.Kind switch
        {
            LookupStepKind.GlobalStatement => ResolutionOutcome.DeclaredGlobal,
            LookupStepKind.NonlocalStatement => ResolutionOutcome.DeclaredNonlocal,
            LookupStepKind.Walrus => ResolutionOutcome.BoundOutside,
            LookupStepKind.ClassSkipped => ResolutionOutcome.Skipped,
            LookupStepKind.StarImport => ResolutionOutcome.PossiblyBound,
            LookupStepKind.Builtin => Builtins.Contains(name) ? ResolutionOutcome.Bound : ResolutionOutcome.NotBound,
            _ => step.Symbol != null || isBound ? ResolutionOutcome.Bound : ResolutionOutcome.NotBound,
        };
        table.Add(new ResolutionStep(place, NameOf(step.Scope, step.Kind), outcome, isReached, step.Symbol is { } symbol ? ResolutionLabels.FirstBindingIn(symbol)?.Span : null));
    }

    private static string NameOf(Scope? scope, LookupStepKind kind) =>
        scope != null ? NameOf(scope) : kind == LookupStepKind.StarImport ? "<module>" : "builtins";

    /// <summary>What Python calls the scope in tracebacks and code objects.</summary>
    private static string NameOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.Module => "<module>",
        ScopeKind.TypeParameters => $"<generic parameters of {TitleOf(scope)}>",
        ScopeKind.Annotation => "__annotate__",
        _ => TitleOf(scope),
    };

    private static string TitleOf(Scope scope) => scope.Node switch
    {
        FunctionDefinition function => function.Name.Text,
        ClassDef definition => definition.Name.Text,
        TypeAlias { Name: Name name } => name.Id,
        TypeParam parameter => parameter is TypeVar variable ? variable.Name.Text : "type parameter",
        Lambda => "<lambda>",
        ListComp => "<listcomp>",
        SetComp => "<setcomp>",
        DictComp => "<dictcomp>",
        _ => "<genexpr>",
    };
}
