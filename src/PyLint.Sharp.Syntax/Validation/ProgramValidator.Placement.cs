using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>What may stand only inside a function, a coroutine or a loop.</summary>
internal sealed partial class ProgramValidator
{
    // CPython's CO_MAXBLOCKS.
    private const int MostBlocks = 21;

    // What is known of each open region.
    private RegionState[] states = new RegionState[16];

    protected override void Opened(Region region)
    {
        if (Innermost >= states.Length)
        {
            Array.Resize(ref states, states.Length * 2);
        }

        states[Innermost] = default;
        CheckBlocks(region);
        if (region.Kind == RegionKind.Iterable)
        {
            iterableEnd = Math.Max(iterableEnd, region.End);
        }
    }

    /// <summary>A coroutine and a generator have a block around everything.</summary>
    private void CheckBlocks(Region region)
    {
        var outer = region.IsScope ? 0 : states[Innermost - 1].Blocks;
        var blocks = outer + (region.Kind == RegionKind.AsyncFunction ? 1 : region.Blocks);
        states[Innermost].Blocks = blocks;
        if (blocks > MostBlocks && outer <= MostBlocks)
        {
            TooManyBlocks(region.Node);
        }
        else if (blocks == MostBlocks && RegionAt(Scope).Kind == RegionKind.Function)
        {
            states[Scope].Fullest ??= region.Node;
            if (states[Scope].HasYield)
            {
                TooManyBlocks(region.Node);
            }
        }
    }

    private void TooManyBlocks(Node node) => Error(
        node.Span with { End = node.Span.Start + 1 }, "too many loops, `with` and `try` statements stand in one another; move the inner ones to a function");

    private void VisitJump(Stmt node)
    {
        switch (node)
        {
            case Return @return:
                CheckReturn(@return);
                break;
            case Break:
                CheckLoop(node, "break");
                break;
            case Continue:
                CheckLoop(node, "continue");
                break;
            default:
                CheckAsynchronous(node);
                break;
        }
    }

    private void VisitSuspension(Node node)
    {
        switch (node)
        {
            case Yield:
                CheckYield(node, "yield");
                break;
            case YieldFrom:
                CheckYieldFrom(node);
                break;
            case Await:
                CheckAwait(node, Scope, "await");
                break;
            case Comprehension { IsAsync: true }:
                CheckAwait(node, Scope, "async");
                break;
        }
    }

    private void CheckReturn(Return node)
    {
        var kind = RegionAt(Scope).Kind;
        if (kind is not (RegionKind.Function or RegionKind.AsyncFunction))
        {
            Misplaced(node, "return", "`return` stands outside a function");
            return;
        }

        if (IsInStarHandler())
        {
            ErrorAtKeyword(node, "return", "`return` cannot leave an `except*` block; assign the value and return behind the `try`");
        }

        if (kind == RegionKind.AsyncFunction && node.Value != null)
        {
            states[Scope].ValueReturn ??= node;
            CheckAsynchronousGenerator(node);
        }
    }

    private bool IsInStarHandler()
    {
        for (var i = Innermost; i > Scope; i--)
        {
            if (RegionAt(i).Kind == RegionKind.StarHandler)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>PEP 525.</summary>
    private void CheckAsynchronousGenerator(Return? node)
    {
        if (node != null && states[Scope].HasYield)
        {
            ErrorAtKeyword(node, "return", "an `async def` with `yield` is a generator, and its `return` cannot have a value");
        }
    }

    private void CheckLoop(Stmt node, string keyword)
    {
        for (var i = Innermost; i >= Scope; i--)
        {
            switch (RegionAt(i).Kind)
            {
                case RegionKind.Loop:
                    return;
                case RegionKind.StarHandler:
                    ErrorAtKeyword(node, keyword, $"`{keyword}` cannot leave an `except*` block; put it behind the `try`");
                    return;
            }
        }

        Misplaced(node, keyword, $"`{keyword}` stands outside a loop");
    }

    private void CheckAsynchronous(Stmt node)
    {
        if (!MayWait(RegionAt(Scope).Kind))
        {
            var statement = node is AsyncFor ? "async for" : "async with";
            Misplaced(node, "async", $"`{statement}` can stand only in an `async def`");
        }
    }

    private void CheckYield(Node node, string keyword)
    {
        switch (RegionAt(Scope).Kind)
        {
            case RegionKind.Lambda:
                break;
            case RegionKind.Function or RegionKind.AsyncFunction:
                VisitYield(ref states[Scope]);
                break;
            case RegionKind.Comprehension:
                ErrorAtKeyword(node, keyword, $"`{keyword}` cannot stand inside a comprehension");
                break;
            case RegionKind.Annotation or RegionKind.TypeScope:
                ErrorAtKeyword(node, keyword, $"`{keyword}` cannot stand in {DescribeTypeScope()}");
                break;
            default:
                Misplaced(node, keyword, $"`{keyword}` stands outside a function");
                break;
        }
    }

    private void VisitYield(ref RegionState function)
    {
        if (function.HasYield)
        {
            return;
        }

        function.HasYield = true;
        CheckAsynchronousGenerator(function.ValueReturn);
        if (function.Fullest is { } block)
        {
            TooManyBlocks(block);
        }
    }

    private void CheckYieldFrom(Node node)
    {
        CheckYield(node, "yield");
        if (RegionAt(Scope).Kind == RegionKind.AsyncFunction)
        {
            ErrorAtKeyword(node, "yield", "`yield from` cannot stand in an `async def`; write `async for` with `yield`");
        }
    }

    /// <summary>
    /// A generator expression may wait anywhere: it runs where it is awaited. Any other comprehension makes the scope around it wait.
    /// </summary>
    private void CheckAwait(Node node, int scope, string keyword)
    {
        var isDirect = true;
        while (RegionAt(scope).Kind == RegionKind.Comprehension)
        {
            if (RegionAt(scope).Node is GeneratorExp)
            {
                return;
            }

            isDirect = false;
            scope = ScopeAround(scope);
        }

        CheckAwaitIn(RegionAt(scope).Kind, node, keyword, isDirect);
    }

    private void CheckAwaitIn(RegionKind kind, Node node, string keyword, bool isDirect)
    {
        if (MayWait(kind))
        {
            return;
        }

        if (kind is RegionKind.Annotation or RegionKind.TypeScope && isDirect)
        {
            ErrorAtKeyword(node, keyword, $"`{keyword}` cannot stand in {DescribeTypeScope()}");
            return;
        }

        var shown = keyword == "async" ? "an asynchronous comprehension" : "`await`";
        Misplaced(node, keyword, $"{shown} can stand only in an `async def`");
    }

    private bool MayWait(RegionKind kind) => kind == RegionKind.AsyncFunction || (isInteractive && kind == RegionKind.Module);

    private string DescribeTypeScope() => RegionAt(Scope).Kind == RegionKind.Annotation
        ? "an annotation"
        : RegionAt(Scope).Node is TypeAlias ? "a type alias" : "the type parameters or bases of a generic definition";

    private void Misplaced(Node node, string keyword, string message)
    {
        if (IsTrusted(node))
        {
            ErrorAtKeyword(node, keyword, message);
        }
    }

    /// <param name="HasYield">A function has yielded.</param>
    /// <param name="ValueReturn">The first `return` with a value of an asynchronous function.</param>
    /// <param name="Blocks">How many blocks of the compiler are open in the scope.</param>
    /// <param name="Fullest">The first statement of a function beyond which only a generator's own block would be too many.</param>
    private record struct RegionState(bool HasYield, Return? ValueReturn, int Blocks, Node? Fullest);
}
