using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>
/// <c>global</c> and <c>nonlocal</c> (Language Reference §7.12 and §7.13). Needs a table of names for each scope, though only of those
/// that are declared anywhere in the file; most files have no such statement and are spared the pass.
/// </summary>
/// <param name="declared">What the names mean that a declaration of the file holds.</param>
/// <param name="errors">Where the errors go.</param>
/// <param name="isWhole">True when there is no parse error.</param>
internal sealed class DeclarationCheck(HashSet<string> declared, SyntaxErrorList errors, bool isWhole) : RegionWalker
{
    private WorkList<NonlocalName> nonlocals;
    private ScopeNames[] scopes = new ScopeNames[16];

    [Flags]
    private enum Uses
    {
        None = 0,
        Parameter = 1,
        Assigned = 2,
        Used = 4,
        Annotated = 8,
        Global = 16,
        Nonlocal = 32,
        TypeParameter = 64,

        // CPython lets a `global` follow the import of its name.
        Imported = 128,
    }

    private ScopeNames Current => scopes[Scope];

    public void Run(SyntaxTree tree)
    {
        Walk(tree, DeclaringParts(tree));
        for (var i = 0; i < nonlocals.Count; i++)
        {
            CheckBound(nonlocals[i].Scope, nonlocals[i].Name);
        }
    }

    /// <summary>The functions and classes of the module that have declarations inside: only names in there matter to them. The module itself where it has some elsewhere.</summary>
    private static ReadOnlySpan<Node> DeclaringParts(SyntaxTree tree)
    {
        var parts = new WorkList<Node>();
        var kinds = tree.Kinds;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is NodeKind.Global or NodeKind.Nonlocal)
            {
                var part = tree.Nodes[i];
                while (part.Parent is { Parent: not null } around)
                {
                    part = around;
                }

                if (part is not (FunctionDefinition or ClassDef))
                {
                    return ImmutableArray.Create<Node>(tree.Root).AsSpan();
                }

                parts.Add(part);
                i = part.SubtreeEnd - 1;
            }
        }

        return parts.ToImmutable().AsSpan();
    }

    protected override void Opened(Region region)
    {
        if (Innermost >= scopes.Length)
        {
            Array.Resize(ref scopes, scopes.Length * 2);
        }

        if (!region.IsScope)
        {
            return;
        }

        var outer = ScopeAround(Innermost);
        var scope = scopes[Innermost] = new ScopeNames(region, outer < 0 ? null : scopes[outer], declared);
        AddParameters(scope, region);
    }

    protected override void Visit(Node node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Name:
                VisitName((Name)node);
                break;
            case NodeKind.FunctionDef or NodeKind.AsyncFunctionDef:
                Current.Add(((FunctionDefinition)node).Name.Text, Uses.Assigned);
                break;
            case NodeKind.ClassDef:
                Current.Add(((ClassDef)node).Name.Text, Uses.Assigned);
                break;
            case NodeKind.Alias when (Alias)node is var alias:
                Current.Add(alias.AsName?.Text ?? alias.Name.Text.Split('.')[0], Uses.Imported);
                break;
            case NodeKind.ExceptHandler when ((ExceptHandler)node).Name is { } name:
                Current.Add(name.Text, Uses.Assigned);
                break;
            case NodeKind.MatchAs or NodeKind.MatchStar or NodeKind.MatchMapping:
                VisitCapture(node);
                break;
            case NodeKind.AnnAssign when node is AnnAssign { Simple: true, Target: Name target } annotated:
                VisitAnnotated(annotated, target);
                break;
            case NodeKind.Global:
                Declare(((Global)node).Names, Uses.Global, "global");
                break;
            case NodeKind.Nonlocal when Current.Kind != RegionKind.Module:
                Declare(((Nonlocal)node).Names, Uses.Nonlocal, "nonlocal");
                break;
        }
    }

    private static void AddParameters(ScopeNames scope, Region region)
    {
        switch (region.Node)
        {
            case FunctionDefinition function when region.Kind is RegionKind.Function or RegionKind.AsyncFunction:
                Add(scope, function.Args);
                Add(scope, function.TypeParams);
                break;
            case Lambda lambda:
                Add(scope, lambda.Args);
                break;
            case ClassDef type when region.Kind == RegionKind.Class:
                Add(scope, type.TypeParams);
                break;
        }
    }

    private static void Add(ScopeNames scope, Arguments parameters)
    {
        foreach (var node in parameters.Tree.Subtree(parameters))
        {
            if (node is Arg parameter && node.Parent == parameters)
            {
                scope.Add(parameter.Name.Text, Uses.Parameter);
            }
        }
    }

    private static void Add(ScopeNames scope, ImmutableArray<TypeParam> parameters)
    {
        foreach (var parameter in parameters)
        {
            var name = parameter is TypeVar variable ? variable.Name : parameter is ParamSpec specification ? specification.Name : ((TypeVarTuple)parameter).Name;
            scope.Add(name.Text, Uses.TypeParameter);
        }
    }

    /// <summary>PEP 572: `:=` in a comprehension binds in the scope around it, in the module as `global` would. So does `type`, around the scope of what it means.</summary>
    private void VisitName(Name name)
    {
        var scope = Current;
        if (name.Ctx == ExprContext.Load)
        {
            scope.Add(name.Id, Uses.Used);
            return;
        }

        while ((scope.Kind == RegionKind.Comprehension && name.Parent is NamedExpr) || (scope.Kind == RegionKind.TypeScope && name.Parent is TypeAlias))
        {
            scope = scope.Outer!;
        }

        scope.Add(name.Id, scope.Kind == RegionKind.Module && scope != Current && name.Parent is NamedExpr ? Uses.Global : Uses.Assigned);
    }

    private void VisitCapture(Node node)
    {
        var name = node is MatchAs @as ? @as.Name : node is MatchStar star ? star.Name : ((MatchMapping)node).Rest;
        if (name is { } bound)
        {
            Current.Add(bound.Text, Uses.Assigned);
        }
    }

    private void VisitAnnotated(AnnAssign node, Name target)
    {
        var uses = Current.UsesOf(Current.Mangle(target.Id)) & (Uses.Global | Uses.Nonlocal);
        if (uses != Uses.None && Current.Kind != RegionKind.Module)
        {
            Report(target.Span, $"`{target.Id}` is {(uses == Uses.Global ? "global" : "nonlocal")} here and cannot be annotated");
        }

        Current.Add(target.Id, node.Value is null ? Uses.Annotated : Uses.Annotated | Uses.Assigned);
    }

    private void Declare(ImmutableArray<Identifier> names, Uses declaration, string keyword)
    {
        foreach (var name in names)
        {
            if (Conflict(Current.UsesOf(Current.Mangle(name.Text)), declaration, keyword) is { } conflict)
            {
                Report(name.Span, $"`{name}` {conflict}");
            }
            else if (declaration == Uses.Nonlocal)
            {
                nonlocals.Add(new NonlocalName(Current, name));
            }

            Current.Add(name.Text, declaration);
        }
    }

    private void Report(TextSpan span, string message) => errors.Add(span, message, SyntaxErrorKind.Declaration);

    private static string? Conflict(Uses uses, Uses declaration, string keyword)
    {
        if ((uses & Uses.Parameter) != 0)
        {
            return $"is a parameter and cannot be {keyword} too";
        }

        if ((uses & (Uses.Global | Uses.Nonlocal) & ~declaration) != 0)
        {
            return "is declared both `global` and `nonlocal`";
        }

        return (uses & Uses.Used) != 0 ? $"is used before its `{keyword}`; put the declaration first"
            : (uses & Uses.Annotated) != 0 ? $"has an annotation and cannot be {keyword}"
            : (uses & Uses.Assigned) != 0 ? $"is assigned before its `{keyword}`; put the declaration first"
            : null;
    }

    private void CheckBound(ScopeNames scope, Identifier name)
    {
        var meant = scope.Mangle(name.Text);
        if ((scope.UsesOf(meant) & Uses.TypeParameter) != 0)
        {
            Report(name.Span, $"`{name}` is a type parameter and cannot be nonlocal");
            return;
        }

        for (var outer = scope.Outer; outer != null; outer = outer.Outer)
        {
            // A function may bind the name of its own type parameter anew.
            var uses = outer.UsesOf(meant);
            if (outer.Binds(meant, uses))
            {
                return;
            }

            if ((uses & Uses.TypeParameter) != 0)
            {
                Report(name.Span, $"`{name}` is a type parameter and cannot be nonlocal");
                return;
            }
        }

        if (isWhole)
        {
            Report(name.Span, $"no function around this one binds `{name}`");
        }
    }

    private readonly record struct NonlocalName(ScopeNames Scope, Identifier Name);

    /// <summary>The names of one scope.</summary>
    private sealed class ScopeNames(Region region, ScopeNames? outer, HashSet<string> declared)
    {
        private readonly string? className = region is { Kind: RegionKind.Class, Node: ClassDef type } ? type.Name.Text : outer?.className;
        private Dictionary<string, Uses>? names;

        public RegionKind Kind => region.Kind;

        public ScopeNames? Outer => outer;

        /// <summary>What a name that is written here means.</summary>
        public string Mangle(string name) => NameMangling.Mangle(name, className);

        public void Add(string name, Uses uses)
        {
            name = Mangle(name);
            if (declared.Contains(name))
            {
                names ??= [];
                names[name] = names.GetValueOrDefault(name) | uses;
            }
        }

        public Uses UsesOf(string mangled) => names?.GetValueOrDefault(mangled) ?? Uses.None;

        /// <summary>True when a nonlocal name of a function inside may mean the one bound here.</summary>
        public bool Binds(string name, Uses uses) => Kind switch
        {
            // The compiler makes these cells: for zero-argument super(), and for annotations.
            RegionKind.Class => name is "__class__" or "__classdict__" or "__conditional_annotations__",
            RegionKind.Function or RegionKind.AsyncFunction or RegionKind.Lambda =>
                (uses & (Uses.Parameter | Uses.Assigned | Uses.Annotated | Uses.Imported)) != 0 && (uses & (Uses.Global | Uses.Nonlocal)) == 0,
            _ => false,
        };
    }
}
