namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Decides for every entry of every scope which variable it means: CPython's <c>symtable_analyze</c>.</summary>
internal static class NameResolver
{
    /// <param name="scopes">All scopes, those around before those inside.</param>
    public static void Resolve(List<Scope> scopes)
    {
        foreach (var scope in scopes)
        {
            DeclareSymbols(scope, scopes[0]);
        }

        foreach (var scope in scopes)
        {
            foreach (var entry in scope.EntryValues)
            {
                ResolveEntry(entry, scopes[0]);
            }
        }
    }

    /// <summary>The variable that a name means which the scope itself doesn't bind.</summary>
    /// <param name="from">The scope that mentions the name.</param>
    /// <param name="name">The name, mangled.</param>
    /// <param name="trail">Who wants to know of the scopes that are asked, up to the module.</param>
    public static (Symbol? Symbol, NameResolution Resolution) Find(Scope from, string name, LookupTrail? trail = null)
    {
        var seesClass = from.SeesClassScope;
        var scope = from.Parent;
        for (; scope is { Kind: not ScopeKind.Module }; scope = scope.Parent)
        {
            var entry = scope.FindEntry(name);
            if (scope.Kind != ScopeKind.Class)
            {
                var symbol = entry is { IsOwn: true } ? scope.FindSymbol(name) : null;
                trail?.AddFunction(scope, symbol);
                if (symbol != null)
                {
                    return (symbol, NameResolution.Free);
                }

                if (entry != null && (entry.Uses & NameUses.Global) != 0)
                {
                    break;
                }

                seesClass &= scope.SeesClassScope;
            }
            else if (ImplicitNames.IsClassCell(name))
            {
                var cell = scope.ClassCell(name);
                trail?.Add(LookupStepKind.ClassCell, scope, cell);
                return (cell, NameResolution.Free);
            }
            else if (seesClass && entry != null && (entry.IsOwn || (entry.Uses & NameUses.Global) != 0))
            {
                return FindInClass(scope, entry, trail);
            }
            else
            {
                trail?.Add(seesClass ? LookupStepKind.Class : LookupStepKind.ClassSkipped, scope, seesClass ? null : scope.FindSymbol(name));
                seesClass = false;
            }
        }

        return (ModuleOf(from).FindSymbol(name), NameResolution.GlobalImplicit);
    }

    private static (Symbol? Symbol, NameResolution Resolution) FindInClass(Scope scope, ScopeEntry entry, LookupTrail? trail)
    {
        var symbol = entry.IsOwn ? scope.FindSymbol(entry.Name) : null;
        trail?.Add(LookupStepKind.Class, scope, symbol);
        return symbol != null ? (symbol, NameResolution.GlobalImplicit) : (ModuleOf(scope).FindSymbol(entry.Name), NameResolution.GlobalExplicit);
    }

    private static Scope ModuleOf(Scope scope)
    {
        while (scope.Parent is { } parent)
        {
            scope = parent;
        }

        return scope;
    }

    private static void DeclareSymbols(Scope scope, Scope module)
    {
        foreach (var entry in scope.EntryValues)
        {
            if (entry.IsOwn)
            {
                entry.Symbol = scope.DeclareSymbol(entry.Name);
            }
            else if ((entry.Uses & NameUses.Global) != 0 && (entry.Uses & NameUses.Bound) != 0)
            {
                module.DeclareSymbol(entry.Name);
            }
        }
    }

    private static void ResolveEntry(ScopeEntry entry, Scope module)
    {
        if ((entry.Uses & NameUses.Global) != 0)
        {
            entry.Resolution = NameResolution.GlobalExplicit;
            entry.Symbol = module.FindSymbol(entry.Name);
        }
        else if (!entry.IsOwn && entry.Symbol is null)
        {
            (entry.Symbol, entry.Resolution) = Find(entry.Scope, entry.Name);
            if (entry.Resolution == NameResolution.Free)
            {
                PassThrough(entry);
            }
            else if ((entry.Uses & NameUses.Nonlocal) != 0)
            {
                BindHere(entry);
            }
        }
    }

    /// <summary>A <c>nonlocal</c> that names no variable of a function around is an error; what it binds must belong somewhere all the same.</summary>
    private static void BindHere(ScopeEntry entry)
    {
        entry.Resolution = NameResolution.Local;
        entry.Symbol = (entry.Uses & NameUses.Bound) != 0 ? entry.Scope.DeclareSymbol(entry.Name) : null;
    }

    /// <summary>Every scope between a variable and its reader hands the variable on.</summary>
    private static void PassThrough(ScopeEntry entry)
    {
        if (entry.Scope.IsUnevaluated || entry.Scope.IsDetached)
        {
            return;
        }

        for (var scope = entry.Scope.Parent; scope != null && scope != entry.Symbol!.Scope; scope = scope.Parent)
        {
            if (scope.FindEntry(entry.Name) is { } existing && scope.Kind != ScopeKind.Class)
            {
                return;
            }

            if (scope.FindEntry(entry.Name) is null)
            {
                var passed = scope.Mention(entry.Name, NameUses.None);
                passed.Resolution = NameResolution.Free;
                passed.Symbol = entry.Symbol;
            }
        }
    }
}
