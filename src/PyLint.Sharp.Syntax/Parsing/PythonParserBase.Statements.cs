using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Syntax.Validation;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Statements.</summary>
internal abstract partial class PythonParserBase
{
    private WorkList<Branch> branches;

    /// <summary>Of a clause that may be missing.</summary>
    protected static ImmutableArray<Stmt> Statements(ImmutableArray<Stmt> nodes) => nodes.IsDefault ? [] : nodes;

    /// <summary>Of brackets that may be missing.</summary>
    protected static ImmutableArray<TypeParam> TypeParameters(ImmutableArray<TypeParam> nodes) => nodes.IsDefault ? [] : nodes;

    protected static Stmt For(TextSpan span, bool isAsync, Expr target, Expr iter, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orElse) =>
        isAsync ? new AsyncFor(span, target, iter, body, orElse) : new For(span, target, iter, body, orElse);

    protected static Stmt With(TextSpan span, bool isAsync, ImmutableArray<WithItem> items, ImmutableArray<Stmt> body) =>
        isAsync ? new AsyncWith(span, items, body) : new With(span, items, body);

    protected static Stmt Function(
        TextSpan span,
        Token header,
        bool isAsync,
        ImmutableArray<Expr> decorators,
        Identifier name,
        ImmutableArray<TypeParam> typeParams,
        Arguments args,
        Expr? returns,
        ImmutableArray<Stmt> body)
    {
        FunctionDefinition node = isAsync
            ? new AsyncFunctionDef(span, decorators, name, typeParams, args, returns, body)
            : new FunctionDef(span, decorators, name, typeParams, args, returns, body);
        node.HeaderStart = header.Start;
        return node;
    }

    protected static Stmt Class(
        TextSpan span,
        Token header,
        ImmutableArray<Expr> decorators,
        Identifier name,
        ImmutableArray<TypeParam> typeParams,
        CallArguments arguments,
        ImmutableArray<Stmt> body)
    {
        var bases = arguments.Positional.IsDefault ? [] : arguments.Positional;
        var keywords = arguments.Keywords.IsDefault ? [] : arguments.Keywords;
        return new ClassDef(span, decorators, name, typeParams, bases, keywords, body) { HeaderStart = header.Start };
    }

    protected Stmt Try(
        TextSpan span,
        bool isStar,
        ImmutableArray<Stmt> body,
        ImmutableArray<ExceptHandler> handlers,
        ImmutableArray<Stmt> orElse,
        ImmutableArray<Stmt> finalBody)
    {
        if (handlers.IsEmpty && finalBody.IsEmpty && !IsClauseBroken())
        {
            Error(new TextSpan(span.Start, span.Start + "try".Length), "this `try` has neither `except` nor `finally`; write one of them below its block");
        }

        return isStar ? new TryStar(span, body, handlers, orElse, finalBody) : new Try(span, body, handlers, orElse, finalBody);
    }

    /// <summary>True before a line that was meant as a clause: it is told there.</summary>
    private bool IsClauseBroken() => tokens.Current is { Type: PythonParser.STRAY_CLAUSE } or { Name: "catch" };

    /// <summary>An `if` or `elif` with its block.</summary>
    private readonly record struct Branch(int Start, Expr Test, ImmutableArray<Stmt> Body);

    protected int MarkBranches() => branches.Count;

    protected void AddBranch(Token start, Expr test, ImmutableArray<Stmt> body) => branches.Add(new Branch(start.Start, test, body));

    /// <summary>`elif` is an If in the `orelse` of the one before; all end where the whole chain ends.</summary>
    protected Stmt IfChain(int mark, ImmutableArray<Stmt> orElse)
    {
        var end = tokens.LastEnd;
        for (var i = branches.Count - 1; ; i--)
        {
            var (start, test, body) = branches[i];
            var node = new If(new TextSpan(start, end), test, body, orElse);
            if (i == mark)
            {
                branches.Truncate(mark);
                return node;
            }

            orElse = [node];
        }
    }

    protected void AddAssignment(Token start, int mark)
    {
        var value = (Expr)stack[--height].Node!;
        var targets = Take<Expr>(mark);
        foreach (var target in targets)
        {
            Store(target);
        }

        Add(new Assign(Span(start), targets, value));
    }

    protected Stmt AugmentedAssignment(TextSpan span, Token start, Expr target, Token op, Expr value)
    {
        if (target is not (Name or Attribute or Subscript))
        {
            Error(target, $"{Describe(target)} cannot be the target of an augmented assignment; a target is a name, an attribute or an item");
            return new ExprStmt(span, value);
        }

        return new AugAssign(span, Store(target), OperatorStack.BinaryOf(Source, op), value);
    }

    /// <summary>What a target starts with, or what the parentheses hold that it starts with.</summary>
    private static Expr InnermostOwner(Expr target)
    {
        var owner = target;
        while (owner.Span.Start == target.Span.Start && OwnerOf(owner) is { } next)
        {
            owner = next;
        }

        return owner;
    }

    private static Expr? OwnerOf(Expr node) => node switch
    {
        Attribute attribute => attribute.Value,
        Subscript subscript => subscript.Value,
        Call call => call.Func,
        _ => null,
    };

    /// <summary>A bare name is declared for its scope; a name in parentheses is only annotated.</summary>
    protected Stmt AnnotatedAssignment(TextSpan span, Token start, Expr target, Expr annotation, Expr? value)
    {
        if (target is not (Name or Attribute or Subscript))
        {
            Error(target, $"{Describe(target)} cannot have an annotation");
            return new ExprStmt(span, target);
        }

        if (target.Span.Start == start.Start && InnermostOwner(target) is (Name or Attribute or Subscript) and var owner && owner.Span.Start > target.Span.Start)
        {
            // CPython's parser takes the parentheses for those around the whole target, and never turns back.
            Error(owner, "a target that has an annotation cannot start with a name in parentheses; leave the parentheses out");
        }

        var isSimple = target is Name && start.Type == PythonParser.NAME;
        return new AnnAssign(span, Store(target), annotation, value, isSimple);
    }

    protected ImmutableArray<Expr> DeleteTargets(Expr node, bool isTuple)
    {
        var targets = isTuple ? ((Tuple)node).Elts : [node];
        foreach (var target in targets)
        {
            Delete(target);
        }

        return targets;
    }

    protected ImportFrom ImportFrom(TextSpan span, Identifier? module, ImmutableArray<Alias> names, int level)
    {
        if (module is null && level == 0)
        {
            throw CannotStand(tokens.Current);
        }

        return new ImportFrom(span, module, names, level);
    }

    /// <summary>PEP 810.</summary>
    protected ImportFrom Lazy(TextSpan span, ImportFrom import)
    {
        if (FutureImports.IsFuture(import))
        {
            errors.Add(span, "an import from `__future__` cannot be lazy; it changes how the file is read");
        }

        import.IsLazy = true;
        import.Span = span;
        return import;
    }

    protected Node ParenthesizedWithItem(TextSpan span, Token open, Token @as, Expr context, Expr target)
    {
        var before = open.TokenIndex - 1;
        if (before < 0 || tokens[before].Type != PythonParser.WITH)
        {
            throw CannotStand(@as);
        }

        return new WithItem(span, CheckContext(context, open.Start), Store(target));
    }

    /// <summary>The items of a `with`. One parenthesis around all of them is not a tuple (Language Reference §8.5).</summary>
    protected ImmutableArray<WithItem> WithItems(int mark)
    {
        var items = Take<WithItem>(mark);
        if (items is not [{ OptionalVars: null } only])
        {
            return items;
        }

        if (only.ContextExpr is WithItemGroup group)
        {
            return group.Items;
        }

        return only.ContextExpr is Tuple { Elts.IsEmpty: false } tuple && tuple.Span == only.Span && HoldsOnlyItems(tuple)
            ? ToItems(tuple.Elts)
            : items;
    }

    private static ImmutableArray<WithItem> ToItems(ImmutableArray<Expr> contexts)
    {
        var items = ImmutableArray.CreateBuilder<WithItem>(contexts.Length);
        foreach (var context in contexts)
        {
            items.Add(new WithItem(context.Span, context, null));
        }

        return items.MoveToImmutable();
    }

    private bool HoldsOnlyItems(Tuple tuple)
    {
        if (Source[tuple.Span.Start] != '(')
        {
            return false;
        }

        foreach (var element in tuple.Elts)
        {
            if (element is Starred || (element is NamedExpr && !IsParenthesized(element, tuple.Span.Start)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a parenthesis other than the one at <paramref name="outer"/> opens directly before a node.</summary>
    private bool IsParenthesized(Expr node, int outer)
    {
        var before = tokens[tokens.IndexAt(node.Span.Start) - 1];
        return before.Type == PythonParser.LEFT_PARENTHESIS && before.Start > outer;
    }
}
