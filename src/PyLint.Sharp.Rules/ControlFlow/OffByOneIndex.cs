using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow.Indexing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An index that runs one element beyond the end of its sequence, or leaves out the first.</summary>
public sealed class OffByOneIndex : Rule
{
    private const string BeyondLast = "`{subscript}` is beyond the end in the last turn, when `{index}` is {last}: IndexError";
    private const string Length = "`{subscript}` is always beyond the end: the last element is `{sequence}[-1]`";
    private const string First = "the loop starts at index 1, and nothing reads `{sequence}[0]`";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS225",
        Name = "off-by-one-index",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["PLE0643", "E0643", "potential-index-error"],
        Message = BeyondLast,
        OtherMessages = [Length, First],
        Why = "A sequence of n elements has the indexes 0 to n - 1, and `range(n)` gives just these. Whoever reads the neighbour `xs[i + 1]` as well "
            + "needs one turn less. Negative indexes count from the end, so `xs[i - 1]` doesn't fail at 0: it silently reads the last element.",
        Instead = "Stop the loop where the largest index is still inside, `range(len(xs) - 1)`, or have no index at all: "
            + "`for left, right in zip(xs, xs[1:])`, and `itertools.pairwise(xs)` since Python 3.10.",
        Interview = new(
            "How do you walk over neighbouring pairs of a list, and which tests do you write for it?",
            "`for left, right in itertools.pairwise(xs)`: there is no index that could be wrong, and it works for any iterable. With indexes I "
            + "run to `len(xs) - 1`, because the pair at i needs i + 1. I test the empty list, one element and two: these find an index that is "
            + "off by one. `zip(xs, xs[1:])` copies the list, which matters only when it is large."),
        FineWhen = "Where a condition before the access keeps the index inside, or an `except IndexError` is meant to end the loop, the rule is silent.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def is_sorted(xs):
                    for i in range(len(xs)):
                        if xs[i] > [|xs[i + 1]|]:
                            return False
                    return True
                """, fixedTo: """
                def is_sorted(xs):
                    for i in range(len(xs) - 1):
                        if xs[i] > xs[i + 1]:
                            return False
                    return True
                """).Saying("`xs[i + 1]` is beyond the end in the last turn, when `i` is `len(xs) - 1`: IndexError"),
            Example.Bad("""
                def total(prices):
                    result = 0
                    for i in range(len(prices) + 1):
                        result += [|prices[i]|]
                    return result
                """, fixedTo: """
                def total(prices):
                    result = 0
                    for i in range(len(prices)):
                        result += prices[i]
                    return result
                """).Saying("`prices[i]` is beyond the end in the last turn, when `i` is `len(prices)`: IndexError"),
            Example.Bad("""
                scores = [3, 1, 2]
                last = [|scores[len(scores)]|]
                """).Saying("`scores[len(scores)]` is always beyond the end: the last element is `scores[-1]`"),
            Example.Bad("""
                def total(prices):
                    result = 0
                    for i in range([|1|], len(prices)):
                        result += prices[i]
                    return result
                """).Saying("the loop starts at index 1, and nothing reads `prices[0]`"),
            Example.Good("""
                def is_sorted(xs):
                    for i in range(len(xs) - 1):
                        if xs[i] > xs[i + 1]:
                            return False
                    return True
                """),
            Example.Good("""
                def gaps(xs):
                    for i in range(len(xs)):
                        if i + 1 < len(xs):
                            yield xs[i + 1] - xs[i]
                """),
            Example.Bad("def f(xs):\n    for i in range(len(xs)):\n        print([|xs[2 + i]|])", fixedTo: "def f(xs):\n    for i in range(len(xs) - 2):\n        print(xs[2 + i])").Hidden(),
            Example.Bad("def f(xs):\n    for i in range(1, len(xs) + 1):\n        xs[i - 1] = [|xs[i]|]", fixedTo: "def f(xs):\n    for i in range(1, len(xs)):\n        xs[i - 1] = xs[i]").Hidden(),
            Example.Bad("def f(xs):\n    n = len(xs)\n    for i in range(n):\n        print([|xs[i + 1]|])", fixedTo: "def f(xs):\n    n = len(xs)\n    for i in range(n - 1):\n        print(xs[i + 1])").Hidden(),
            Example.Bad("def f(xs):\n    for i in range(len(xs)):\n        [|xs[i + 1]|] = 3\n        print(xs[i + 1])", fixedTo: "def f(xs):\n    for i in range(len(xs) - 1):\n        xs[i + 1] = 3\n        print(xs[i + 1])").Hidden(),
            Example.Bad("def f(xs, x):\n    if x:\n        for i in range(len(xs)):\n            print(x and [|xs[i + 1]|])", fixedTo: "def f(xs, x):\n    if x:\n        for i in range(len(xs) - 1):\n            print(x and xs[i + 1])").Hidden(),
            Example.Bad("def f(xs):\n    for i in range(len(xs) - 1):\n        print([|xs[i + 2]|])", fixedTo: "def f(xs):\n    for i in range(len(xs) - 2):\n        print(xs[i + 2])").Hidden(),
            Example.Bad("xs = [1]\n[|xs[len(xs)]|] = 3").Hidden(),
            Example.Bad("text = 'abc'\nprint([|text[len(text)]|])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        if i < len(xs) - 1:\n            print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        if i + 1 < len(xs) and xs[i + 1]:\n            print(i)").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        if i == len(xs) - 1:\n            break\n        print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        print(xs[i + 1] if i + 1 < len(xs) else None)").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        while i < len(xs) - 1 and xs[i + 1]:\n            break").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        print(xs[i - 1])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        print(xs[i:i + 1], xs[i + 1:])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        try:\n            print(xs[i + 1])\n        except IndexError:\n            break").Hidden(),
            Example.Good("def f(xs):\n    try:\n        for i in range(len(xs)):\n            print(xs[i + 1])\n    except LookupError:\n        return None").Hidden(),
            Example.Good("def f(xs):\n    best = [0] * (len(xs) + 1)\n    for i in range(len(xs)):\n        best[i + 1] = best[i] + xs[i]\n    for i in range(len(xs) + 1):\n        print(best[i])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        xs.append(0)\n        print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    n = len(xs)\n    xs.append(0)\n    for i in range(n):\n        print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    n = len(xs)\n    xs = xs + [0]\n    for i in range(n):\n        print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        i -= 1\n        print(xs[i + 1])").Hidden(),
            Example.Good("def f(xs):\n    for i in range(len(xs)):\n        def g(i):\n            return xs[i + 1]").Hidden(),
            Example.Good("names = {1: 'a', 2: 'b'}\nfor i in range(len(names)):\n    print(names[i + 1])").Hidden(),
            Example.Good("def f(ids):\n    for i in range(len(ids)):\n        print(ids[i + 1])\n    return ids.items()").Hidden(),
            Example.Good("def number(ids, x):\n    ids[len(ids)] = x").Hidden(),
            Example.Good("ids = {}\nids[len(ids)] = 1\nprint(ids[len(ids)])").Hidden(),
            Example.Good("def f(xs):\n    try:\n        return xs[len(xs)]\n    except IndexError:\n        return None").Hidden(),
            Example.Good("class T:\n    def test(self):\n        xs = [1]\n        with self.assertRaises(IndexError):\n            xs[len(xs)]").Hidden(),
            Example.Good("def f(xs):\n    best = xs[0]\n    for i in range(1, len(xs)):\n        best = max(best, xs[i])\n    return best").Hidden(),
            Example.Good("def f(xs):\n    for i in range(1, len(xs)):\n        print(xs[i] - xs[i - 1])").Hidden(),
            Example.Good("import sys\nfor i in range(1, len(sys.argv)):\n    print(sys.argv[i])").Hidden(),
            Example.Good("from sys import argv\nfor i in range(1, len(argv)):\n    print(argv[i])").Hidden(),
            Example.Good("def f(xs):\n    show(xs)\n    for i in range(1, len(xs)):\n        print(xs[i])").Hidden(),
            Example.Good("def f(rows):\n    # the first row is the header\n    for i in range(1, len(rows)):\n        print(rows[i])").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<For>(CheckLoop);
        on.Visit<Subscript>(CheckLength);
    }

    private static void CheckLoop(For loop, RuleContext context)
    {
        if (LengthLoop.Of(loop, context.Model) is not { } shape || LengthChanges.IsOtherThanSequence(shape.SequenceSymbol, shape.Sequence, context.Model)
            || IsReboundIn(shape) || MayChange(shape, context))
        {
            return;
        }

        var last = FirstBeyond(shape, context, out var offset);
        if (last != null)
        {
            Report(shape, last, offset, context);
        }
        else if (shape is { Start: 1, Beyond: 0 } && OmitsFirst(shape, context))
        {
            context.Report(First, ((Call)loop.Iter).Args[0].Span, shape.Sequence.Id).Severity(Severity.Info)
                .Help($"start at 0, or write `for item in {shape.Sequence.Id}[1:]` to say that the first element is left out on purpose");
        }
    }

    private static bool IsReboundIn(in LengthLoop shape)
    {
        foreach (var binding in shape.Index.Bindings)
        {
            if (shape.Loop.Contains(binding.Node) && binding.Node != shape.Loop)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the length was taken before the loop, nothing may change it in between either.</summary>
    private static bool MayChange(in LengthLoop shape, RuleContext context) => shape.Loop.Contains(shape.Length)
        ? LengthChanges.MayHappen(shape.SequenceSymbol, shape.Loop, context.Model)
        : LengthChanges.MayHappenAnywhere(shape.SequenceSymbol, context.Model);

    private static Subscript? FirstBeyond(in LengthLoop shape, RuleContext context, out int offset)
    {
        offset = 0;
        foreach (var node in context.Tree.Subtree(shape.Loop))
        {
            if (node is Subscript { Ctx: not ExprContext.Del } subscript && shape.IsOfSequence(subscript, context.Model) && shape.OffsetOf(subscript, context.Model) is { } found
                && found + shape.Beyond > 0 && !IndexGuards.Guard(subscript, shape.Index, shape.Loop, context.Model)
                && !IndexGuards.Expect(subscript, context.Model))
            {
                offset = found;
                return subscript;
            }
        }

        return null;
    }

    private static void Report(in LengthLoop shape, Subscript subscript, int offset, RuleContext context)
    {
        var stop = ((Call)shape.Loop.Iter).Args[^1];
        var length = stop is BinOp sum ? sum.Left : stop;
        var last = Plus(context.TextOf(shape.Length), shape.Beyond - 1);
        context.Report(subscript.Span, context.TextOf(subscript), shape.Index.Name, $"`{last}`")
            .Label(stop.Span, $"the last `{shape.Index.Name}` is `{last}`")
            .Fix(FixSafety.Unsafe, "stop the loop where the index is still inside", new TextEdit(stop.Span, Plus(context.TextOf(length), -offset)));
    }

    private static string Plus(string text, int number) => number switch
    {
        0 => text,
        > 0 => $"{text} + {number}",
        _ => $"{text} - {-number}",
    };

    /// <summary>True when the loop goes over all elements but the first, and nothing else reads the sequence or speaks of it.</summary>
    private static bool OmitsFirst(in LengthLoop shape, RuleContext context)
    {
        if (shape.SequenceSymbol.Scope != context.Model.ScopeOf(shape.Loop) || shape.SequenceSymbol.Has(BindingKind.ImportFrom) || IsExplained(shape.Loop, context))
        {
            return false;
        }

        var reads = 0;
        foreach (var reference in shape.SequenceSymbol.References)
        {
            var isElement = reference.Parent is Subscript { Ctx: ExprContext.Load } subscript && shape.OffsetOf(subscript, context.Model) == 0;
            reads += isElement ? 1 : 0;
            if (!isElement && !shape.Length.Contains(reference))
            {
                return false;
            }
        }

        return reads > 0 && IsOnlyIndex(shape, context);
    }

    /// <summary>True when the loop variable serves to read elements and nothing else.</summary>
    private static bool IsOnlyIndex(in LengthLoop shape, RuleContext context)
    {
        foreach (var reference in shape.Index.References)
        {
            if (shape.Loop.Contains(reference) && (reference.Parent is not Subscript subscript || !shape.IsOfSequence(subscript, context.Model)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A comment on the loop or above it may say why the first element is another thing.</summary>
    private static bool IsExplained(For loop, RuleContext context)
    {
        foreach (var comment in CommentsBeside.Of(loop))
        {
            if (ExplainedHandler.Explains(context.Text.Slice(comment)))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckLength(Subscript subscript, RuleContext context)
    {
        if (subscript is { Ctx: not ExprContext.Del, Slice: Call { Args: [var measured], Keywords.IsEmpty: true } length, Value: Name or Attribute { Value: Name } }
            && context.TextOf(measured) == context.TextOf(subscript.Value)
            && context.Model.IsBuiltin(length.Func, "len")
            && LengthChanges.IsSequence(context.Model.TypeOf(subscript.Value).Kind)
            && !IndexGuards.Expect(subscript, context.Model))
        {
            context.Report(Length, subscript.Span, context.TextOf(subscript), context.TextOf(measured));
        }
    }
}
