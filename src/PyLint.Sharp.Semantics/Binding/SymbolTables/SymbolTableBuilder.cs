using System.Runtime.CompilerServices;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding.SymbolTables;

/// <summary>
/// Our scopes as CPython 3.14's symbol tables. CPython folds list, set and dict comprehensions into the scope around (PEP 709) and adds
/// names of its own; both are imitated here, because the model has no use for them.
/// </summary>
internal sealed class SymbolTableBuilder
{
    private readonly SemanticModel model;
    private readonly PythonVisitOrder order;
    private readonly Dictionary<Scope, int> annotationRanks = [];
    private readonly HashSet<Scope> conditionallyAnnotated = [];

    private SymbolTableBuilder(SemanticModel model)
    {
        this.model = model;
        order = new PythonVisitOrder(model.Tree);
        foreach (var node in model.Tree.Nodes)
        {
            NoteAnnotation(node, model.ScopeOf(node));
        }
    }

    /// <exception cref="InsufficientExecutionStackException">Scopes are nested too deeply for the stack of this thread.</exception>
    public static SymbolTable Build(SemanticModel model) => new SymbolTableBuilder(model).Table(model.Module);

    /// <summary>
    /// An annotation scope opens at the first of its annotations. Annotations are conditional that an <c>if</c>, a loop or an exception
    /// may leave out; in a module, which may stop anywhere, all.
    /// </summary>
    private void NoteAnnotation(Node node, Scope scope)
    {
        if (scope.Kind == ScopeKind.Annotation)
        {
            var rank = order.RankOf(node);
            annotationRanks[scope] = annotationRanks.TryGetValue(scope, out var first) ? Math.Min(first, rank) : rank;
        }
        else if (node is AnnAssign && (scope.Kind == ScopeKind.Module || (scope.Kind == ScopeKind.Class && node.Parent is not ClassDef)))
        {
            conditionallyAnnotated.Add(scope);
        }
    }

    private SymbolTable Table(Scope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var table = new SymbolTable(TypeOf(scope), NameOf(scope), LineOf(scope));
        foreach (var entry in scope.Entries)
        {
            if (entry.Uses != NameUses.None)
            {
                table.Symbols.Add(entry.Name, FlagsOf(entry));
            }
        }

        AddImplicitNames(scope, table);
        AddChildren(scope, table);
        foreach (var entry in scope.Entries)
        {
            table.Symbols.TryAdd(entry.Name, FlagsOf(entry));
        }

        return table;
    }

    private void AddChildren(Scope scope, SymbolTable table)
    {
        foreach (var child in InVisitOrder(scope.Children))
        {
            if (child.IsDetached)
            {
                continue;
            }

            if (IsInlined(child))
            {
                Inline(Table(child), table, scope.Kind);
            }
            else if (child.Kind >= ScopeKind.TypeParameters)
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var passedThrough = new SymbolTable(string.Empty, string.Empty, 0);
                AddChildren(child, passedThrough);
                table.Children.AddRange(passedThrough.Children);
            }
            else
            {
                var inner = Table(child);
                table.Children.Add(inner);
                PassConditionalAnnotations(child, inner, scope, table);
            }
        }
    }

    /// <summary>A class that notes which annotations it has reached hands the note of the class around on to itself.</summary>
    private void PassConditionalAnnotations(Scope child, SymbolTable inner, Scope scope, SymbolTable table)
    {
        var isPassed = child.Kind != ScopeKind.Class || conditionallyAnnotated.Contains(child);
        if (isPassed && scope.Kind != ScopeKind.Class && (inner.Symbols.GetValueOrDefault(ImplicitNames.ConditionalAnnotations) & SymbolFlags.Free) != 0)
        {
            table.Symbols.TryAdd(ImplicitNames.ConditionalAnnotations, SymbolFlags.Free);
        }
    }

    /// <summary>A scope opens where CPython starts to visit what lies in it.</summary>
    private Scope[] InVisitOrder(IReadOnlyList<Scope> children)
    {
        var scopes = new Scope[children.Count];
        var keys = new (int Rank, int Depth, int Index)[scopes.Length];
        for (var i = 0; i < scopes.Length; i++)
        {
            scopes[i] = children[i];
            keys[i] = scopes[i].Kind == ScopeKind.Annotation
                ? (annotationRanks.GetValueOrDefault(scopes[i]), 0, i)
                : (order.RankOf(FirstInside(scopes[i])), 1, i);
        }

        Array.Sort(keys, scopes);
        return scopes;
    }

    private static Node FirstInside(Scope scope) => scope.Node switch
    {
        FunctionDefinition function when scope.Kind == ScopeKind.TypeParameters => function.TypeParams[0],
        FunctionDefinition { Body: [var first, ..] } => first,
        ClassDef definition when scope.Kind == ScopeKind.TypeParameters => definition.TypeParams[0],
        ClassDef { Body: [var first, ..] } => first,
        TypeAlias alias when scope.Kind == ScopeKind.TypeAlias => alias.Value,
        Lambda lambda => lambda.Body,
        ListComp { Generators: [var first, ..] } => first.Target,
        SetComp { Generators: [var first, ..] } => first.Target,
        GeneratorExp { Generators: [var first, ..] } => first.Target,
        DictComp { Generators: [var first, ..] } => first.Target,
        var node => node,
    };

    private static void Inline(SymbolTable comprehension, SymbolTable table, ScopeKind into)
    {
        foreach (var (name, flags) in comprehension.Symbols)
        {
            if (name != ".0")
            {
                table.Symbols.TryAdd(name, into switch
                {
                    ScopeKind.Class when name == ImplicitNames.Class => Replace(flags, SymbolFlags.Free, SymbolFlags.GlobalImplicit),
                    _ when table.Name == SymbolTable.Module => Replace(flags, SymbolFlags.Local, SymbolFlags.GlobalImplicit),
                    _ => flags,
                });
            }
        }

        table.Children.AddRange(comprehension.Children);
    }

    private static SymbolFlags Replace(SymbolFlags flags, SymbolFlags old, SymbolFlags replacement) =>
        (flags & old) != 0 ? (flags & ~old) | replacement : flags;

    private static bool IsInlined(Scope scope) =>
        scope.Kind == ScopeKind.Comprehension && scope.Node is not GeneratorExp && !scope.Parent!.SeesClassScope;

    private void AddImplicitNames(Scope scope, SymbolTable table)
    {
        if (scope.Kind == ScopeKind.Comprehension)
        {
            table.Symbols.Add(".0", SymbolFlags.Local | SymbolFlags.Parameter);
        }

        if (scope is { Kind: ScopeKind.Class, Parent.Kind: ScopeKind.TypeParameters })
        {
            table.Symbols.Add("__type_params__", SymbolFlags.Assigned | (table.Name == SymbolTable.Module ? SymbolFlags.GlobalImplicit : SymbolFlags.Local));
            table.Symbols.Add(".type_params", SymbolFlags.Free | SymbolFlags.Referenced);
        }

        if (conditionallyAnnotated.Contains(scope))
        {
            table.Symbols.TryAdd(ImplicitNames.ConditionalAnnotations, SymbolFlags.Referenced | (LiesInClass(scope) ? SymbolFlags.Free : SymbolFlags.GlobalImplicit));
        }
    }

    private static bool LiesInClass(Scope scope)
    {
        var around = scope.Parent;
        while (around is { Kind: not ScopeKind.Class })
        {
            around = around.Parent;
        }

        return around != null;
    }

    private static SymbolFlags FlagsOf(ScopeEntry entry)
    {
        var flags = entry.Resolution switch
        {
            _ when (entry.Uses & NameUses.Global) != 0 => SymbolFlags.GlobalExplicit,
            NameResolution.GlobalExplicit => SymbolFlags.GlobalExplicit,
            NameResolution.Free => SymbolFlags.Free,
            NameResolution.Local when NameOf(entry.Scope) != SymbolTable.Module => SymbolFlags.Local,
            _ => SymbolFlags.GlobalImplicit,
        };
        Add(NameUses.Assigned | NameUses.TypeParameter | NameUses.ComprehensionTarget, SymbolFlags.Assigned);
        Add(NameUses.Referenced, SymbolFlags.Referenced);
        Add(NameUses.Parameter, SymbolFlags.Parameter);
        Add(NameUses.Imported, SymbolFlags.Imported);
        Add(NameUses.Annotated, SymbolFlags.Annotated);
        Add(NameUses.Nonlocal, SymbolFlags.Nonlocal);
        return flags;

        void Add(NameUses uses, SymbolFlags flag) => flags |= (entry.Uses & uses) != 0 ? flag : SymbolFlags.None;
    }

    private static string TypeOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.Module => "module",
        ScopeKind.Class => "class",
        _ => "function",
    };

    private static string NameOf(Scope scope) => scope.Node switch
    {
        FunctionDefinition function => function.Name.Text,
        ClassDef definition => definition.Name.Text,
        Lambda => "lambda",
        ListComp => "listcomp",
        SetComp => "setcomp",
        DictComp => "dictcomp",
        GeneratorExp => "genexpr",
        _ => SymbolTable.Module,
    };

    private int LineOf(Scope scope) => scope.Node switch
    {
        Module => 0,
        FunctionDefinition function => model.Tree.Text.LineOf(function.HeaderStart),
        ClassDef definition => model.Tree.Text.LineOf(definition.HeaderStart),
        var node => model.Tree.Text.LineOf(node.Span.Start),
    };
}
