using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// Finds the scopes and their names: CPython's <c>symtable_visit_…</c> as one loop over the nodes in preorder. A node stands in
/// its parent's scope unless the parent, met before, has put it into another one.
/// </summary>
internal sealed class Binder
{
    /// <summary>How many nodes go by at most between two looks at the cancellation token.</summary>
    private const int Stride = 4096;

    /// <summary>By kind, whether <see cref="Visit"/> does anything.</summary>
    private static readonly bool[] Speaks = FindSpeaking();

    private readonly SyntaxTree tree;
    private readonly BoundNames names;
    private readonly PendingUses uses = PendingUses.Rent();
    private readonly Scope module;
    private readonly ScopeWalk walk;
    private readonly bool annotationsAreText;

    private Binder(SyntaxTree tree)
    {
        this.tree = tree;
        names = new BoundNames(tree.Nodes.Length);
        annotationsAreText = ImportsFutureAnnotations(tree.Root);
        module = NewScope(ScopeKind.Module, tree.Root, null);
        walk = new ScopeWalk(names.Scopes, module, tree.Nodes.Length);
    }

    public static BoundNames Bind(SyntaxTree tree, CancellationToken cancellation)
    {
        var binder = new Binder(tree);
        binder.VisitAll(cancellation);
        NameResolver.Resolve(binder.names.AllScopes);
        binder.names.Link(binder.uses, tree.Nodes);
        binder.uses.Return();
        return binder.names;
    }

    private void VisitAll(CancellationToken cancellation)
    {
        var count = tree.Kinds.Length;
        for (var i = 1; i < count;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (i == walk.Next)
            {
                walk.Move();
            }

            i = VisitRun(i, Math.Min(walk.Next, i + Stride));
        }

        walk.End(count);
    }

    /// <summary>Visits nodes of one scope; gives the first behind them, which is the end unless one of them places another scope before.</summary>
    private int VisitRun(int start, int end)
    {
        var nodes = tree.Nodes.AsSpan();
        var kinds = tree.Kinds.AsSpan();
        var speaks = Speaks;
        var scope = walk.Scope;
        for (; start < end; start++)
        {
            var kind = kinds[start];
            if (!speaks[(int)kind])
            {
                continue;
            }

            if (kind == NodeKind.Name)
            {
                VisitName((Name)nodes[start], scope);
            }
            else
            {
                Visit(nodes[start], kind, scope);
                end = Math.Min(end, walk.Next);
            }
        }

        return start;
    }

    private static bool[] FindSpeaking()
    {
        var speaks = new bool[byte.MaxValue + 1];
        ReadOnlySpan<NodeKind> speaking =
        [
            NodeKind.Name, NodeKind.Arg, NodeKind.Alias, NodeKind.FunctionDef, NodeKind.AsyncFunctionDef, NodeKind.ClassDef, NodeKind.Lambda,
            NodeKind.ListComp, NodeKind.SetComp, NodeKind.DictComp, NodeKind.GeneratorExp, NodeKind.NamedExpr, NodeKind.Yield, NodeKind.YieldFrom,
            NodeKind.AnnAssign, NodeKind.TypeAlias, NodeKind.TypeVar, NodeKind.ParamSpec, NodeKind.TypeVarTuple, NodeKind.ExceptHandler,
            NodeKind.MatchAs, NodeKind.MatchStar, NodeKind.MatchMapping, NodeKind.Global, NodeKind.Nonlocal,
        ];
        foreach (var kind in speaking)
        {
            speaks[(int)kind] = true;
        }

        return speaks;
    }

    private void Visit(Node node, NodeKind kind, Scope scope)
    {
        switch (kind)
        {
            case NodeKind.FunctionDef or NodeKind.AsyncFunctionDef:
                VisitFunction((FunctionDefinition)node, scope);
                walk.EndNode();
                break;
            case NodeKind.ClassDef:
                VisitClass((ClassDef)node, scope);
                walk.EndNode();
                break;
            case NodeKind.Lambda:
                VisitLambda((Lambda)node, scope);
                walk.EndNode();
                break;
            case NodeKind.ListComp or NodeKind.SetComp or NodeKind.DictComp or NodeKind.GeneratorExp:
                VisitComprehension((Expr)node, scope);
                walk.EndNode();
                break;
            case NodeKind.NamedExpr:
                names.HasWalrus = true;
                break;
            case NodeKind.Yield or NodeKind.YieldFrom:
                scope.HasYield = true;
                break;
            case NodeKind.AnnAssign:
                VisitAnnotatedVariable((AnnAssign)node, scope);
                walk.EndNode();
                break;
            case NodeKind.TypeAlias:
                VisitTypeAlias((TypeAlias)node, scope);
                walk.EndNode();
                break;
            case NodeKind.TypeVar or NodeKind.ParamSpec or NodeKind.TypeVarTuple:
                VisitTypeParameter((TypeParam)node, scope);
                walk.EndNode();
                break;
            case NodeKind.Arg:
                Declare(scope, ((Arg)node).Name, NameUses.Parameter, BindingKind.Parameter, node);
                break;
            case NodeKind.ExceptHandler or NodeKind.MatchAs or NodeKind.MatchStar or NodeKind.MatchMapping:
                VisitCapture(node, scope);
                break;
            case NodeKind.Alias:
                VisitAlias((Alias)node, scope);
                break;
            case NodeKind.Global or NodeKind.Nonlocal:
                VisitDeclaration((Stmt)node, scope);
                break;
        }
    }

    private void VisitDeclaration(Stmt node, Scope scope)
    {
        if (node is Global global)
        {
            Mention(scope, scope, global.Names, NameUses.Global);
            Mention(module, scope, global.Names, NameUses.Global);
        }
        else
        {
            Mention(scope, scope, ((Nonlocal)node).Names, NameUses.Nonlocal);
        }
    }

    private void VisitName(Name node, Scope scope)
    {
        var name = scope.Mangle(node.Id);
        if (node.Ctx != ExprContext.Load)
        {
            TargetBinder.Bind(uses, module, scope, node, name);
            NoteNamespaces(node, name, scope);
            return;
        }

        var entry = scope.Mention(name, NameUses.Referenced);
        if (entry.ReferenceCount == 0)
        {
            NoteNamespaces(node, name, scope);
            if (name == ImplicitNames.Super && scope.Kind is not (ScopeKind.Module or ScopeKind.Class))
            {
                // super() without arguments reads __class__ behind the scenes.
                scope.Mention(ImplicitNames.Class, NameUses.Referenced);
            }
        }

        uses.Add(entry, node);
    }

    private void NoteNamespaces(Name node, string name, Scope scope)
    {
        if (ImplicitNames.IsOfNamespaces(name))
        {
            names.MentionNamespace(scope, node);
        }
    }

    private void VisitFunction(FunctionDefinition node, Scope outer)
    {
        Declare(outer, node.Name, NameUses.Assigned, BindingKind.Function, node);
        var around = TypeParameterScope(node, node.TypeParams, outer);
        PlaceAnnotations(node, around);
        var function = NewScope(ScopeKind.Function, node, around);
        PlaceArguments(node.Args, function, outer);
        walk.PutAll(node.Body, function);
    }

    private void VisitLambda(Lambda node, Scope outer)
    {
        var lambda = NewScope(ScopeKind.Lambda, node, outer);
        PlaceArguments(node.Args, lambda, outer);
        walk.Put(node.Body, lambda);
    }

    private void VisitClass(ClassDef node, Scope outer)
    {
        Declare(outer, node.Name, NameUses.Assigned, BindingKind.Class, node);
        var around = TypeParameterScope(node, node.TypeParams, outer);
        if (around != outer)
        {
            around.PrivateClass = node.Name.Text;
            around.MangledNames = new HashSet<string>(StringComparer.Ordinal);
            walk.PutEach(node.Bases, around);
            walk.PutEach(node.Keywords, around);
        }

        var body = NewScope(ScopeKind.Class, node, around);
        body.PrivateClass = node.Name.Text;
        body.MangledNames = null;
        walk.PutAll(node.Body, body);
    }

    /// <summary>The first iterable is evaluated outside, before the comprehension starts (Python reference, 6.2.4).</summary>
    private void VisitComprehension(Expr node, Scope outer)
    {
        var inner = NewScope(ScopeKind.Comprehension, node, outer);
        var (element, value, generators) = Shapes.Comprehension(node);
        walk.Put(element, inner);
        if (value != null)
        {
            walk.Put(value, inner);
        }

        walk.PutAll(generators, inner);
        if (generators.Length > 0)
        {
            walk.Put(generators[0].Iter, outer);
        }
    }

    private void VisitAnnotatedVariable(AnnAssign node, Scope scope)
    {
        if (scope.VariableAnnotations is null)
        {
            scope.VariableAnnotations = NewScope(ScopeKind.Annotation, scope.Node, scope);
            scope.VariableAnnotations.IsUnevaluated = scope.Kind is not (ScopeKind.Module or ScopeKind.Class);
            scope.VariableAnnotations.IsDetached |= annotationsAreText;
        }

        walk.Put(node.Annotation, scope.VariableAnnotations);
    }

    private void VisitTypeAlias(TypeAlias node, Scope outer) =>
        walk.Put(node.Value, NewScope(ScopeKind.TypeAlias, node, TypeParameterScope(node, node.TypeParams, outer)));

    private void VisitTypeParameter(TypeParam node, Scope scope)
    {
        var (name, bound, defaultValue) = Shapes.TypeParameter(node);
        scope.MangledNames?.Add(name);
        Declare(scope, name, NameUses.TypeParameter, BindingKind.TypeParameter, node);
        if (bound != null)
        {
            walk.Put(bound, NewScope(ScopeKind.TypeVariable, node, scope));
        }

        if (defaultValue != null)
        {
            walk.Put(defaultValue, NewScope(ScopeKind.TypeVariable, node, scope));
        }
    }

    private void VisitAlias(Alias node, Scope scope)
    {
        if (node.Name.Text == "*")
        {
            scope.HasStarImport = true;
            names.StarImports.Add((ImportFrom)node.Parent!);
            return;
        }

        var kind = node.Parent is ImportFrom ? BindingKind.ImportFrom : BindingKind.Import;
        Declare(scope, node.AsName ?? Shapes.FirstComponent(node.Name, tree.Text), NameUses.Imported, kind, node);
    }

    private void VisitCapture(Node node, Scope scope)
    {
        var captured = node switch
        {
            ExceptHandler { Name: { } name } => name,
            MatchAs { Name: { } name } => name,
            MatchStar { Name: { } name } => name,
            MatchMapping { Rest: { } name } => name,
            _ => (Identifier?)null,
        };
        if (captured is { } capture)
        {
            Declare(scope, capture, NameUses.Assigned, node is ExceptHandler ? BindingKind.ExceptHandler : BindingKind.MatchCapture, node);
        }
    }

    private void Declare(Scope scope, Identifier name, NameUses use, BindingKind kind, Node node) =>
        uses.Add(scope.Mention(scope.Mangle(name), use), node, kind, name.Span, node, null, scope);

    /// <param name="scope">Where the names are mentioned.</param>
    /// <param name="writer">Where they are written, which decides how they are mangled.</param>
    /// <param name="identifiers">The names.</param>
    /// <param name="use">What is said about them.</param>
    private static void Mention(Scope scope, Scope writer, ImmutableArray<Identifier> identifiers, NameUses use)
    {
        foreach (var identifier in identifiers)
        {
            scope.Mention(writer.Mangle(identifier), use);
        }
    }

    private Scope TypeParameterScope(Node node, ImmutableArray<TypeParam> parameters, Scope outer)
    {
        if (parameters.IsEmpty)
        {
            return outer;
        }

        var scope = NewScope(ScopeKind.TypeParameters, node, outer);
        walk.PutAll(parameters, scope);
        return scope;
    }

    private void PlaceArguments(Arguments node, Scope inner, Scope outer)
    {
        walk.Put(node, inner);
        walk.PutEach(node.Defaults, outer);
        walk.PutEach(node.KwDefaults, outer);
    }

    private void PlaceAnnotations(FunctionDefinition node, Scope around)
    {
        Scope? scope = null;
        Place(node.Returns);
        Place(node.Args.VarArg?.Annotation);
        Place(node.Args.KwArg?.Annotation);
        PlaceAll(node.Args.PosOnlyArgs);
        PlaceAll(node.Args.Args);
        PlaceAll(node.Args.KwOnlyArgs);

        void PlaceAll(ImmutableArray<Arg> args)
        {
            foreach (var arg in args)
            {
                Place(arg.Annotation);
            }
        }

        void Place(Expr? annotation)
        {
            if (annotation != null)
            {
                walk.Put(annotation, scope ??= NewAnnotationScope(node, around));
            }
        }
    }

    private Scope NewAnnotationScope(Node node, Scope around)
    {
        var scope = NewScope(ScopeKind.Annotation, node, around);
        scope.IsDetached |= annotationsAreText;
        return scope;
    }

    private Scope NewScope(ScopeKind kind, Node node, Scope? parent) => new(kind, node, parent, names);

    /// <summary>Future statements stand before all others but the docstring (Python reference, 7.11.1).</summary>
    private static bool ImportsFutureAnnotations(Module module)
    {
        foreach (var statement in module.Body)
        {
            if (statement is ImportFrom { Level: 0, Module: { Text: "__future__" } } import)
            {
                if (Shapes.Imports(import, "annotations"))
                {
                    return true;
                }
            }
            else if (statement is not ExprStmt { Value: Constant { Value: string } })
            {
                return false;
            }
        }

        return false;
    }
}
