using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Writes down the steps of one lookup.</summary>
internal sealed class LookupTrail
{
    private readonly List<ImportFrom> starImports;
    private readonly Scope module;
    private readonly ImmutableArray<LookupStep>.Builder steps = ImmutableArray.CreateBuilder<LookupStep>();

    private LookupTrail(BoundNames names) => (starImports, module) = (names.StarImports, names.AllScopes[0]);

    /// <param name="names">The names of the file.</param>
    /// <param name="scope">Where the name stands.</param>
    /// <param name="written">The name as it stands there.</param>
    public static Resolution Follow(BoundNames names, Scope scope, string written)
    {
        var name = scope.Mangle(written);
        var trail = new LookupTrail(names);
        trail.Search(scope, name);
        var steps = trail.steps.DrainToImmutable();
        trail.LookFurther(steps[^1], name);
        return new Resolution(name, steps, trail.steps.DrainToImmutable()) { IsMangled = name != written };
    }

    /// <summary>What the search would come to if it didn't stop.</summary>
    public static ImmutableArray<LookupStep> Beyond(BoundNames names, Resolution resolution)
    {
        var trail = new LookupTrail(names);
        var stop = resolution.Stop;
        while (stop is { Kind: LookupStepKind.Local or LookupStepKind.Enclosing or LookupStepKind.TypeParameters or LookupStepKind.ClassCell, Scope: { Parent: not null } scope }
            && scope.Kind != ScopeKind.Class)
        {
            var known = trail.steps.Count;
            NameResolver.Find(scope, resolution.Name, scope.HashOf(resolution.Name), trail);
            stop = trail.steps.Count > known && IsFound(trail.steps[^1]) ? trail.steps[^1] : new LookupStep(LookupStepKind.Undefined);
        }

        if (resolution.Stop is { Kind: LookupStepKind.Global, Symbol: not null } or { Kind: LookupStepKind.StarImport })
        {
            trail.AddBuiltin(resolution.Name);
        }
        else if (resolution.Stop.Kind is not (LookupStepKind.Global or LookupStepKind.Builtin or LookupStepKind.Undefined))
        {
            trail.AddModule(resolution.Name);
            if (trail.steps is [.., { Kind: LookupStepKind.Global, Symbol: not null } or { Kind: LookupStepKind.StarImport }])
            {
                trail.AddBuiltin(resolution.Name);
            }
        }

        return trail.steps.DrainToImmutable();
    }

    public void Add(LookupStepKind kind, Scope scope, Symbol? symbol = null) => steps.Add(new LookupStep(kind, scope, symbol));

    /// <summary>Of the scopes that work like functions, those of annotations bind nothing in any valid program: no step is made of them.</summary>
    public void AddFunction(Scope scope, Symbol? symbol)
    {
        if (scope.Kind == ScopeKind.TypeParameters)
        {
            Add(LookupStepKind.TypeParameters, scope, symbol);
        }
        else if (scope.Kind < ScopeKind.TypeParameters || symbol != null)
        {
            Add(LookupStepKind.Enclosing, scope, symbol);
        }
    }

    private void Search(Scope scope, string name)
    {
        var uses = scope.FindEntry(name)?.Uses ?? NameUses.None;
        if (scope == module)
        {
            AddModule(name);
        }
        else if ((uses & NameUses.Global) != 0)
        {
            Add(scope.Kind == ScopeKind.Comprehension ? LookupStepKind.Walrus : LookupStepKind.GlobalStatement, scope);
            AddModule(name);
        }
        else if ((uses & NameUses.Nonlocal) != 0 && scope.Kind != ScopeKind.Comprehension)
        {
            Add(LookupStepKind.NonlocalStatement, scope);
            NameResolver.Find(scope, name, scope.HashOf(name), this);
            if (!IsFound(steps[^1]))
            {
                // The module is none of its business: the compiler refuses the program. What is bound here all the same belongs here.
                steps.Add(new LookupStep(LookupStepKind.Undefined, Symbol: scope.FindSymbol(name)));
            }
        }
        else if (scope.FindSymbol(name) is { } own)
        {
            Add(scope.Kind == ScopeKind.TypeParameters ? LookupStepKind.TypeParameters : LookupStepKind.Local, scope, own);
        }
        else if (scope.Kind == ScopeKind.Class && ImplicitNames.IsOfClass(name))
        {
            Add(LookupStepKind.Local, scope);
        }
        else
        {
            if ((uses & NameUses.Nonlocal) != 0)
            {
                Add(LookupStepKind.Walrus, scope);
            }

            NameResolver.Find(scope, name, scope.HashOf(name), this);
            if (steps.Count == 0 || !IsFound(steps[^1]))
            {
                AddModule(name);
            }
        }
    }

    private static bool IsFound(in LookupStep step) => step is { Symbol: not null, Kind: not LookupStepKind.ClassSkipped };

    /// <summary>A class's names and the module's are looked up when they are read, and may have no value then.</summary>
    private void LookFurther(in LookupStep stop, string name)
    {
        if (stop is { Kind: LookupStepKind.Local or LookupStepKind.Class, Scope.Kind: ScopeKind.Class })
        {
            AddModule(name);
        }
        else if (stop is { Kind: LookupStepKind.Global, Symbol: not null } or { Kind: LookupStepKind.StarImport })
        {
            AddBuiltin(name);
        }

        if (steps is [.., { Kind: LookupStepKind.Undefined }])
        {
            steps.Clear();
        }
    }

    private void AddModule(string name)
    {
        var symbol = module.FindSymbol(name);
        Add(LookupStepKind.Global, module, symbol);
        if (symbol != null || ImplicitNames.IsOfModule(name))
        {
            return;
        }

        var isBuiltin = Builtins.Contains(name);
        if (isBuiltin ? StarImports.MayReplace(starImports, name) : starImports.Count > 0)
        {
            steps.Add(new LookupStep(LookupStepKind.StarImport));
        }
        else
        {
            AddBuiltin(name);
        }
    }

    private void AddBuiltin(string name)
    {
        steps.Add(new LookupStep(LookupStepKind.Builtin));
        if (!Builtins.Contains(name))
        {
            steps.Add(new LookupStep(LookupStepKind.Undefined));
        }
    }
}
