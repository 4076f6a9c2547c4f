using System.Text.Json.Nodes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Oracles;

/// <summary>
/// Our scopes in the words of CPython 3.14's <c>symtable</c> module: the shape that <c>record_symtable.py</c> records. CPython folds
/// list, set and dict comprehensions into the scope around (PEP 709) and adds names of its own; both are imitated here, because the
/// model has no use for them.
/// </summary>
internal sealed class CPythonSymbolTable(SemanticModel model)
{
    /// <summary>The name of the module's table; the <c>symtable</c> module knows it by that alone, so it takes a function of that name for one too.</summary>
    private const string Module = "top";

    /// <summary>Where a class keeps which of its annotations have been reached; a class inside sees it, as it sees <c>__class__</c>.</summary>
    private const string ConditionalAnnotations = "__conditional_annotations__";

    private readonly PythonVisitOrder order = new(model.Tree);

    public static JsonObject Describe(SemanticModel model) => new CPythonSymbolTable(model).Table(model.Module).ToJson();

    private Row Table(Scope scope)
    {
        var row = new Row(TypeOf(scope), NameOf(scope), LineOf(scope));
        foreach (var entry in scope.Entries)
        {
            if (entry.Uses != NameUses.None)
            {
                row.Symbols.Add(entry.Name, Flags(entry));
            }
        }

        AddImplicitNames(scope, row);
        AddChildren(scope, row);
        foreach (var entry in scope.Entries)
        {
            row.Symbols.TryAdd(entry.Name, Flags(entry));
        }

        return row;
    }

    private void AddChildren(Scope scope, Row row)
    {
        foreach (var child in scope.Children.OrderBy(PositionOf))
        {
            if (child.IsDetached)
            {
                continue;
            }

            if (IsInlined(child))
            {
                Inline(Table(child), row, scope.Kind);
            }
            else if (child.Kind >= ScopeKind.TypeParameters)
            {
                var passedThrough = new Row(string.Empty, string.Empty, 0);
                AddChildren(child, passedThrough);
                row.Children.AddRange(passedThrough.Children);
            }
            else
            {
                var table = Table(child);
                row.Children.Add(table);
                if (scope.Kind != ScopeKind.Class && table.Symbols.TryGetValue(ConditionalAnnotations, out var flags) && flags[0] == "free")
                {
                    row.Symbols.TryAdd(ConditionalAnnotations, ["free"]);
                }
            }
        }
    }

    /// <summary>A scope opens where CPython starts to visit what lies in it.</summary>
    private (int Rank, int Depth) PositionOf(Scope scope) => (order.RankOf(FirstInside(scope)), scope.Kind == ScopeKind.Annotation ? 0 : 1);

    private Node FirstInside(Scope scope)
    {
        return scope.Node switch
        {
            _ when scope.Kind == ScopeKind.Annotation => FirstAnnotation(scope),
            FunctionDefinition function => scope.Kind == ScopeKind.TypeParameters ? function.TypeParams[0] : function.Body[0],
            ClassDef definition => scope.Kind == ScopeKind.TypeParameters ? definition.TypeParams[0] : definition.Body[0],
            Lambda lambda => lambda.Body,
            ListComp comp => comp.Generators[0].Target,
            SetComp comp => comp.Generators[0].Target,
            GeneratorExp comp => comp.Generators[0].Target,
            DictComp comp => comp.Generators[0].Target,
            var node => node,
        };
    }

    private Node FirstAnnotation(Scope scope) => model.Tree.Nodes
        .Where(node => model.ScopeOf(node) == scope)
        .MinBy(order.RankOf)!;

    private static void Inline(Row comprehension, Row row, ScopeKind into)
    {
        foreach (var (name, flags) in comprehension.Symbols)
        {
            if (name != ".0")
            {
                row.Symbols.TryAdd(name, into switch
                {
                    ScopeKind.Class when name == "__class__" => [.. flags.Select(flag => flag == "free" ? "global_implicit" : flag)],
                    _ when row.Name == Module => [.. flags.Select(flag => flag == "local" ? "global_implicit" : flag).Order(StringComparer.Ordinal)],
                    _ => flags,
                });
            }
        }

        row.Children.AddRange(comprehension.Children);
    }

    private static bool IsInlined(Scope scope) =>
        scope.Kind == ScopeKind.Comprehension && scope.Node is not GeneratorExp && !scope.Parent!.SeesClassScope;

    private static void AddImplicitNames(Scope scope, Row row)
    {
        if (scope.Kind == ScopeKind.Comprehension)
        {
            row.Symbols.Add(".0", ["local", "parameter"]);
        }

        if (scope is { Kind: ScopeKind.Class, Parent.Kind: ScopeKind.TypeParameters })
        {
            row.Symbols.Add("__type_params__", ["assigned", "local"]);
            row.Symbols.Add(".type_params", ["free", "referenced"]);
        }

        if (HasConditionalAnnotations(scope))
        {
            row.Symbols.TryAdd(ConditionalAnnotations, [LiesInClass(scope) ? "free" : "global_implicit", "referenced"]);
        }
    }

    /// <summary>Annotations that an <c>if</c>, a loop or an exception may leave out; in a module, which may stop anywhere, all.</summary>
    private static bool HasConditionalAnnotations(Scope scope) => scope.Kind switch
    {
        ScopeKind.Module => scope.VariableAnnotations is not null,
        ScopeKind.Class => scope.VariableAnnotations is not null && scope.Node.Tree.Subtree(scope.Node).ToArray()
            .OfType<AnnAssign>()
            .Any(node => node.Parent is not ClassDef && Owner(node) == scope.Node),
        _ => false,
    };

    private static bool LiesInClass(Scope scope)
    {
        for (var around = scope.Parent; around is not null; around = around.Parent)
        {
            if (around.Kind == ScopeKind.Class)
            {
                return true;
            }
        }

        return false;
    }

    private static Node? Owner(Node node)
    {
        var owner = node.Parent;
        while (owner is not (ClassDef or FunctionDefinition or Syntax.Nodes.Module))
        {
            owner = owner!.Parent;
        }

        return owner;
    }

    private static string[] Flags(ScopeEntry entry)
    {
        var isModule = NameOf(entry.Scope) == Module;
        List<string> flags =
        [
            (entry.Uses & NameUses.Global) != 0 ? "global_explicit" : isModule && entry.Resolution == NameResolution.Local ? "global_implicit" : Name(entry.Resolution),
        ];
        Add(NameUses.Assigned | NameUses.TypeParameter | NameUses.ComprehensionTarget, "assigned");
        Add(NameUses.Referenced, "referenced");
        Add(NameUses.Parameter, "parameter");
        Add(NameUses.Imported, "imported");
        Add(NameUses.Annotated, "annotated");
        Add(NameUses.Nonlocal, "nonlocal");
        flags.Sort(StringComparer.Ordinal);
        return [.. flags];

        void Add(NameUses uses, string flag)
        {
            if ((entry.Uses & uses) != 0)
            {
                flags.Add(flag);
            }
        }
    }

    private static string Name(NameResolution resolution) => resolution switch
    {
        NameResolution.Local => "local",
        NameResolution.Free => "free",
        NameResolution.GlobalExplicit => "global_explicit",
        _ => "global_implicit",
    };

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
        _ => Module,
    };

    private int LineOf(Scope scope) => scope.Node switch
    {
        Syntax.Nodes.Module => 0,
        FunctionDefinition function => model.Tree.Text.LineOf(function.Name.Span.Start),
        ClassDef definition => model.Tree.Text.LineOf(definition.Name.Span.Start),
        var node => model.Tree.Text.LineOf(node.Span.Start),
    };

    private sealed record Row(string Type, string Name, int Line)
    {
        public Dictionary<string, string[]> Symbols { get; } = new(StringComparer.Ordinal);

        public List<Row> Children { get; } = [];

        public JsonObject ToJson()
        {
            var symbols = new JsonObject();
            foreach (var (name, flags) in Symbols.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                symbols.Add(name, new JsonArray([.. flags.Select(flag => JsonValue.Create(flag))]));
            }

            return new JsonObject
            {
                ["type"] = Type,
                ["name"] = Name,
                ["line"] = Line,
                ["symbols"] = symbols,
                ["children"] = new JsonArray([.. Children.Select(child => child.ToJson())]),
            };
        }
    }
}
