using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>Starred and named expressions, and what may not be assigned.</summary>
internal sealed partial class ProgramValidator
{
    private const string Debug = "__debug__";

    // CPython's UNPACK_EX has one byte for the targets before the star.
    private const int MostBeforeStar = 255;

    private int iterableEnd;

    private void VisitCommonExpression(Node node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Starred:
                CheckStarred((Starred)node);
                break;
            case NodeKind.NamedExpr:
                CheckNamed((NamedExpr)node);
                break;
            case NodeKind.Call:
                CheckRepeated(((Call)node).Keywords);
                break;
            case NodeKind.Tuple:
                CheckUnpacking(((Nodes.Tuple)node).Elts, ((Nodes.Tuple)node).Ctx);
                break;
            default:
                CheckUnpacking(((List)node).Elts, ((List)node).Ctx);
                break;
        }
    }

    private void CheckBinding(Identifier? name)
    {
        if (name is { Text: Debug } bound)
        {
            Error(bound.Span, "`__debug__` is a constant and cannot be assigned or deleted");
        }
    }

    private void CheckName(Name node)
    {
        if (node.Ctx != ExprContext.Load)
        {
            CheckBinding(new Identifier(node.Id, node.Span));
        }
    }

    private void CheckAttribute(Nodes.Attribute node)
    {
        if (node.Ctx != ExprContext.Load)
        {
            CheckBinding(node.Attr);
        }
    }

    private void CheckRepeated(ImmutableArray<Keyword> keywords)
    {
        if (keywords.Length < 2)
        {
            return;
        }

        seen.Clear();
        foreach (var keyword in keywords)
        {
            if (keyword.Name is { Text.Length: > 0 } name && !seen.Add(name.Text))
            {
                Error(name.Span, $"the argument `{name}` is given twice");
            }
        }
    }

    private void CheckUnpacking(ImmutableArray<Expr> targets, ExprContext context)
    {
        for (var i = MostBeforeStar + 1; i < targets.Length && context == ExprContext.Store; i++)
        {
            if (targets[i] is Starred)
            {
                Error(targets[i].Span, $"more than {MostBeforeStar} targets stand before this starred one");
            }
        }
    }

    /// <summary>Where a star is read but means nothing (Language Reference §6.15 and §7.2). `del` has its own message.</summary>
    private void CheckStarred(Starred node)
    {
        switch (node.Parent)
        {
            case Nodes.Tuple { Parent: Subscript { Parent: AnnAssign { Value: null } annotated } target } index when annotated.Target == target && target.Slice == index:
                // The compiler runs through the index for its effects alone.
                Error(node.Span, "a starred index cannot have an annotation without a value");
                break;
            case Nodes.Tuple or List or Set or Call or ClassDef or ListComp or SetComp or GeneratorExp or Arg or TypeVarTuple or Delete:
                break;
            case Assign or For or AsyncFor or Comprehension or WithItem when node.Ctx == ExprContext.Store:
                Error(node.Span, "a starred target needs a list or tuple around it; write a comma behind it");
                break;
            default:
                Error(node.Span, "a starred expression cannot stand alone; write a comma behind it to make a tuple");
                break;
        }
    }

    private void CheckNamed(NamedExpr node)
    {
        if (node.Index < iterableEnd)
        {
            Error(node.Target.Span, "`:=` cannot stand in what a comprehension iterates over");
            return;
        }

        var scope = Scope;
        var name = node.Target as Name;
        for (; PassesOn(scope); scope = ScopeAround(scope))
        {
            if (name != null && IsIterationVariable(RegionAt(scope).Node, name))
            {
                Error(name.Span, $"`{name.Id}` is the comprehension's own variable; `:=` needs another name");
                return;
            }

            // The type parameters lie between the annotations of a function and what is around it.
            if (RegionAt(scope) is { Kind: RegionKind.Annotation, Node: var annotated } && IsOfGenericFunction(annotated))
            {
                CheckNamedIn(RegionKind.TypeScope, node, isDirect: false);
                return;
            }
        }

        CheckNamedIn(RegionAt(scope).Kind, node, isDirect: scope == Scope);
    }

    /// <summary>True for a comprehension, and for the annotation around one: neither holds the name.</summary>
    private bool PassesOn(int scope) =>
        RegionAt(scope).Kind == RegionKind.Comprehension || (RegionAt(scope).Kind == RegionKind.Annotation && scope != Scope);

    /// <param name="annotated">A function for what it returns, else a parameter or a variable.</param>
    private static bool IsOfGenericFunction(Node annotated)
    {
        var function = annotated is Arg ? annotated.Parent!.Parent : annotated;
        return function is FunctionDefinition { TypeParams.IsEmpty: false };
    }

    /// <summary>PEP 572: in a comprehension `:=` binds in the scope around, and a class body is none that it could reach.</summary>
    private void CheckNamedIn(RegionKind kind, NamedExpr node, bool isDirect)
    {
        if (kind is RegionKind.Annotation or RegionKind.TypeScope)
        {
            Error(node.Target.Span, $"`:=` cannot stand in {(isDirect ? DescribeTypeScope() : "a comprehension here")}");
        }
        else if (kind == RegionKind.Class && !isDirect)
        {
            Error(node.Target.Span, "`:=` cannot stand in a comprehension in a class body");
        }
    }

    private bool IsIterationVariable(Node comprehension, Name name)
    {
        var meant = Mangle(name.Id);
        foreach (var generator in GeneratorsOf(comprehension))
        {
            foreach (var part in generator.Tree.Subtree(generator.Target))
            {
                if (part is Name { Ctx: ExprContext.Store } variable && Mangle(variable.Id) == meant)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
