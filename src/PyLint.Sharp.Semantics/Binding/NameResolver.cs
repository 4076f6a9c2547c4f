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
            for (var entry = scope.FirstEntry; entry != null; entry = entry.Next)
            {
                ResolveEntry(entry, scopes[0]);
                entry.Symbol?.Expect(entry.BindingCount, entry.ReferenceCount);
            }
        }
    }

    /// <summary>The variable that a name means which the scope itself doesn't bind.</summary>
    /// <param name="from">The scope that mentions the name.</param>
    /// <param name="name">The name, mangled.</param>
    /// <param name="hash"><see cref="EntryTable.HashOf"/> the name.</param>
    /// <param name="trail">Who wants to know of the scopes that are asked, up to the module.</param>
    public static (Symbol? Symbol, NameResolution Resolution) Find(Scope from, string name, int hash, LookupTrail? trail = null)
    {
        var seesClass = from.SeesClassScope;
        var scope = trail != null || from.MayBeAround(name, hash) ? from.Parent : null;
        for (; scope is { Kind: not ScopeKind.Module }; scope = scope.Parent)
        {
            var entry = scope.FindEntry(name, hash);
            if (scope.Kind != ScopeKind.Class)
            {
                var symbol = entry is { IsOwn: true } ? entry.Symbol : null;
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
                trail?.Add(seesClass ? LookupStepKind.Class : LookupStepKind.ClassSkipped, scope, seesClass ? null : entry?.OwnSymbol);
                seesClass = false;
            }
        }

        return (from.Module.FindEntry(name, hash)?.OwnSymbol, NameResolution.GlobalImplicit);
    }

    private static (Symbol? Symbol, NameResolution Resolution) FindInClass(Scope scope, ScopeEntry entry, LookupTrail? trail)
    {
        var symbol = entry.IsOwn ? entry.Symbol : null;
        trail?.Add(LookupStepKind.Class, scope, symbol);
        return symbol != null ? (symbol, NameResolution.GlobalImplicit) : (scope.Module.FindSymbol(entry.Name), NameResolution.GlobalExplicit);
    }

    private static void DeclareSymbols(Scope scope, Scope module)
    {
        for (var entry = scope.FirstEntry; entry != null; entry = entry.Next)
        {
            var isOwn = entry.IsOwn;
            var isGlobal = (entry.Uses & NameUses.Global) != 0;
            if (scope != module && (isOwn || isGlobal))
            {
                scope.NoteInner(entry);
            }

            if (isOwn)
            {
                Declare(entry);
            }
            else if (isGlobal && (entry.Uses & NameUses.Bound) != 0)
            {
                Declare(module.Mention(entry.Name, NameUses.None));
            }
        }
    }

    private static void Declare(ScopeEntry entry) => entry.Symbol ??= new Symbol(entry.Name, entry.Scope);

    private static void ResolveEntry(ScopeEntry entry, Scope module)
    {
        if ((entry.Uses & NameUses.Global) != 0)
        {
            entry.Resolution = NameResolution.GlobalExplicit;
            entry.Symbol = module.FindEntry(entry.Name, entry.Hash)?.OwnSymbol;
        }
        else if (!entry.IsOwn && entry.Symbol is null)
        {
            (entry.Symbol, entry.Resolution) = Find(entry.Scope, entry.Name, entry.Hash);
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
        entry.Symbol = null;
        if ((entry.Uses & NameUses.Bound) != 0)
        {
            Declare(entry);
        }
    }

    /// <summary>Every scope between a variable and its reader hands the variable on, but for annotations that nobody evaluates.</summary>
    private static void PassThrough(ScopeEntry entry)
    {
        if (entry.Scope.IsUnevaluated || entry.Scope.IsDetached)
        {
            return;
        }

        for (var scope = entry.Scope.Parent; scope != null && scope != entry.Symbol!.Scope; scope = scope.Parent)
        {
            var known = scope.FindEntry(entry.Name, entry.Hash);
            if (known is null)
            {
                var passed = scope.Mention(entry.Name, NameUses.None);
                passed.Resolution = NameResolution.Free;
                passed.Symbol = entry.Symbol;
            }
            else if (scope.Kind != ScopeKind.Class && !scope.IsUnevaluated)
            {
                return;
            }
        }
    }
}
