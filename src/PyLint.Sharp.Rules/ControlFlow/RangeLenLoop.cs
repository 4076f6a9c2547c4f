using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow.Indexing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A loop over indexes that needs the elements, and a counter that is kept by hand.</summary>
public sealed class RangeLenLoop : Rule
{
    private const string Direct = "`{index}` only serves to read `{element}`: iterate over `{sequence}` itself";
    private const string Enumerate = "this loop needs the index and `{element}`: `enumerate({sequence})` gives both";
    private const string Zip = "`{index}` only serves to read `{element}` and `{other}`: `zip` gives both";
    private const string Counter = "`{counter}` counts the turns by hand: `enumerate` does that";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS228",
        Name = "range-len-loop",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Info,
        Aliases = ["SIM113", "C0200", "consider-using-enumerate", "E9994", "WPS518", "use-foreach"],
        Message = Direct,
        OtherMessages = [Enumerate, Zip, Counter],
        Why = "`for` asks an object for its elements one after the other, whatever kind it is. A loop over `range(len(xs))` makes a number in each "
            + "turn only to look the element up again: it works for sequences alone, not for files, sets or generators, it is slower, and each "
            + "index is a place for a mistake.",
        Instead = "`for x in xs:` for the elements, `for i, x in enumerate(xs):` for elements and numbers, `for x, y in zip(xs, ys):` for two at once. "
            + "`zip` ends with the shorter one; `strict=True` (Python 3.10) raises ValueError instead.",
        Interview = new(
            "When do you need `range(len(xs))` in Python?",
            "When I assign `xs[i]`, or need neighbours, steps or several positions at once. Otherwise `for` gives me the element, `enumerate` adds the "
            + "number, `zip` walks over two in step: this says what I mean and works for any iterable. With `zip` I decide what shall happen when the "
            + "lengths differ; the index loop decides that by accident, with an IndexError or a silent rest."),
        FineWhen = "Where elements are replaced, or the index is used for neighbours (`xs[i + 1]`), slices or after the loop, and where something in the loop may replace the list that an attribute holds: the rule is silent there.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                names = input("names: ").split()
                for [|i in range(len(names))|]:
                    print(names[i])
                """, fixedTo: """
                names = input("names: ").split()
                for name in names:
                    print(name)
                """).Saying("`i` only serves to read `names[i]`: iterate over `names` itself"),
            Example.Bad("""
                def find(names, wanted):
                    for [|i in range(len(names))|]:
                        if names[i] == wanted:
                            return i
                    return -1
                """, fixedTo: """
                def find(names, wanted):
                    for i, name in enumerate(names):
                        if name == wanted:
                            return i
                    return -1
                """).Saying("this loop needs the index and `names[i]`: `enumerate(names)` gives both"),
            Example.Bad("""
                def total(prices, amounts):
                    result = 0
                    for [|i in range(len(prices))|]:
                        result += prices[i] * amounts[i]
                    return result
                """).Saying("`i` only serves to read `prices[i]` and `amounts[i]`: `zip` gives both"),
            Example.Bad("""
                number = 1
                for line in lines:
                    print(number, line)
                    [|number += 1|]
                """, fixedTo: """
                for number, line in enumerate(lines, start=1):
                    print(number, line)
                """).Saying("`number` counts the turns by hand: `enumerate` does that"),
            Example.Good("""
                for number, line in enumerate(lines, start=1):
                    print(number, line)
                """),
            Example.Good("""
                def double(xs):
                    for i in range(len(xs)):
                        xs[i] *= 2
                """),
            Example.Bad("xs = g()\nfor [|i in range(len(xs))|]:\n    print(xs[i], xs[i])", fixedTo: "xs = g()\nfor item in xs:\n    print(item, item)").Hidden(),
            Example.Bad("entries = g()\nfor [|i in range(len(entries))|]:\n    print(entries[i])", fixedTo: "entries = g()\nfor entry in entries:\n    print(entry)").Hidden(),
            Example.Bad("xs = g()\nitem = 3\nfor [|i in range(len(xs))|]:\n    print(xs[i])").Hidden(),
            Example.Bad("rows = g()\nfor [|i in range(len(rows))|]:\n    for [|j in range(len(rows))|]:\n        print(rows[i], rows[j])", fixedTo: "rows = g()\nfor row in rows:\n    for item in rows:\n        print(row, item)").Hidden(),
            Example.Bad("def f(xs):\n    ys = []\n    for [|i in range(len(xs))|]:\n        ys.append(xs[i])\n    for i in range(3):\n        print(i)\n    return ys",
                fixedTo: "def f(xs):\n    ys = []\n    for item in xs:\n        ys.append(item)\n    for i in range(3):\n        print(i)\n    return ys").Hidden(),
            Example.Bad("def f(xs, ys):\n    for [|i in range(len(xs))|]:\n        ys[i] = xs[i]", fixedTo: "def f(xs, ys):\n    for i, item in enumerate(xs):\n        ys[i] = item").Hidden(),
            Example.Bad("number = 0\nfor line in lines:\n    [|number += 1|]\n    if line:\n        continue\n    print(number, line)", fixedTo: "for number, line in enumerate(lines, start=1):\n    if line:\n        continue\n    print(number, line)").Hidden(),
            Example.Bad("def f(lines):\n    n = 4\n    for line in lines:\n        g(line)\n        [|n += 1|]\n        print(n)").Hidden(),
            Example.Good("n = 0\nfor line in lines:\n    n += 1\n    g(line)\nprint(n)").Hidden(),
            Example.Good("n = 0\nfor line in lines:\n    g(n)\n    n += 1\n    h(n)").Hidden(),
            Example.Good("n = 0\nfor line in lines:\n    if not line:\n        continue\n    n += 1\n    print(n, line)").Hidden(),
            Example.Good("n = 0\nfor line in lines:\n    n += 1\n    print(n, line)\n    n += 1").Hidden(),
            Example.Bad("i = 0\nfor a, b in pairs:\n    print(i, a, b)\n    [|i += 1|]", fixedTo: "for i, (a, b) in enumerate(pairs):\n    print(i, a, b)").Hidden(),
            Example.Bad("i = 0  # from the start\nfor x in xs:\n    print(i, x)\n    [|i += 1|]").Hidden(),
            Example.Bad("class A:\n    def show(self):\n        for [|i in range(len(self.items))|]:\n            print(self.items[i])", fixedTo: "class A:\n    def show(self):\n        for item in self.items:\n            print(item)")
                .Saying("`i` only serves to read `self.items[i]`: iterate over `self.items` itself").Hidden(),
            Example.Bad("class A:\n    def find(self, x):\n        for [|i in range(len(self.names))|]:\n            if self.names[i] == x:\n                self.last = i\n                return i", fixedTo: "class A:\n    def find(self, x):\n        for i, name in enumerate(self.names):\n            if name == x:\n                self.last = i\n                return i").Hidden(),
            Example.Bad("class A:\n    def total(self):\n        n = 0\n        for [|i in range(len(self.xs))|]:\n            n += self.xs[i] * self.ys[i]\n        return n").Saying("`i` only serves to read `self.xs[i]` and `self.ys[i]`: `zip` gives both").Hidden(),
            Example.Bad("class A:\n    def name(self, x):\n        return str(x)\n    def show(self):\n        for [|i in range(len(self.xs))|]:\n            print(self.name(self.xs[i]))").Hidden(),
            Example.Bad("def show(board):\n    for [|i in range(len(board.rows))|]:\n        print(board.rows[i], board.name)").Hidden(),
            Example.Bad("prices = [1, 2]\namounts = [3, 4]\nfor [|i in range(len(prices))|]:\n    print(prices[i] * amounts[i], amounts[i])", fixedTo: "prices = [1, 2]\namounts = [3, 4]\nfor price, amount in zip(prices, amounts):\n    print(price * amount, amount)").Hidden(),
            Example.Bad("def f(names):\n    words = g(names)\n    sizes = [len(word) for word in words]\n    for [|i in range(len(words))|]:\n        print(words[i], sizes[i])").Hidden(),
            Example.Bad("names = input().split()\ncounts = [0] * len(names)\nfor [|i in range(len(names))|]:\n    print(names[i], counts[i])", fixedTo: "names = input().split()\ncounts = [0] * len(names)\nfor name, count in zip(names, counts):\n    print(name, count)").Hidden(),
            Example.Bad("names = input().split()\ncodes = [hash(x) for x in names]\nfor [|i in range(len(names))|]:\n    print(names[i], codes[i])", fixedTo: "names = input().split()\ncodes = [hash(x) for x in names]\nfor name, code in zip(names, codes):\n    print(name, code)").Hidden(),
            Example.Good("class A:\n    def g(self):\n        for i in range(len(self.xs)):\n            self.xs = f(self.xs[i])").Hidden(),
            Example.Good("class A:\n    def g(self):\n        for i in range(len(self.xs)):\n            self.xs[i] = f(self.xs[i])").Hidden(),
            Example.Good("class A:\n    def g(self):\n        for i in range(len(self.xs)):\n            self.xs.append(self.xs[i])").Hidden(),
            Example.Good("class A:\n    def swap(self):\n        self.xs = self.ys\n    def g(self):\n        for i in range(len(self.xs)):\n            print(self.xs[i])\n            self.swap()").Hidden(),
            Example.Good("class A:\n    def step(self):\n        self.swap()\n    def g(self):\n        for i in range(len(self.xs)):\n            print(self.xs[i])\n            self.step()").Hidden(),
            Example.Good("class A(B):\n    def g(self):\n        for i in range(len(self.xs)):\n            self.h(self.xs[i])").Hidden(),
            Example.Good("class A:\n    def g(self):\n        for i in range(len(self.xs)):\n            f(self, self.xs[i])").Hidden(),
            Example.Good("def g(a, b):\n    for i in range(len(a.xs)):\n        print(a.xs[i])\n        a = b").Hidden(),
            Example.Good("class A:\n    def __init__(self):\n        self.names = {}\n    def g(self):\n        for i in range(len(self.names)):\n            print(self.names[i])").Hidden(),
            Example.Good("class A:\n    async def g(self):\n        for i in range(len(self.xs)):\n            await f(self.xs[i])").Hidden(),
            Example.Good("def g(a):\n    for i in range(len(a().xs)):\n        print(a().xs[i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    xs[i] = xs[i] + 1").Hidden(),
            Example.Good("rows = g()\nfor i in range(len(rows)):\n    rows[i][0] = rows[i][1]").Hidden(),
            Example.Good("rows = g()\nfor i in range(len(rows)):\n    rows[i].x = rows[i].y").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    del xs[i]").Hidden(),
            Example.Good("def f(xs, j):\n    for i in range(len(xs)):\n        xs[j] = xs[i]").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(xs[i], xs[i - 1])").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(xs[i], i + 1)").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(xs[i], xs[:i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(0, len(xs), 2):\n    print(xs[i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(1, len(xs) - 1):\n    print(xs[i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(xs[i])\nprint(i)").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(xs[i])\n    i += 1").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    xs.append(xs[i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    print(i)").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    later = wrap(lambda: xs[i])").Hidden(),
            Example.Good("names = {0: 'a'}\nfor i in range(len(names)):\n    print(names[i])").Hidden(),
            Example.Good("xs = g()\nfor i in range(len(xs)):\n    xs = g(xs[i])").Hidden(),
            Example.Good("i = 0\nfor x in xs:\n    print(i)\n    i += 1\nprint(i)").Hidden(),
            Example.Good("i = 0\nfor x in xs:\n    if x:\n        continue\n    print(i)\n    i += 1").Hidden(),
            Example.Good("i = 0\nfor x in xs:\n    if x:\n        print(i)\n        i += 1").Hidden(),
            Example.Good("i = 0\nfor x in xs:\n    print(x)\n    i += 1").Hidden(),
            Example.Good("i = 0\nfor xs in rows:\n    for x in xs:\n        print(i, x)\n        i += 1").Hidden(),
            Example.Good("i = 0\nif xs:\n    i = 3\nfor x in xs:\n    print(i, x)\n    i += 1").Hidden(),
            Example.Good("i = 0\nfor x in xs:\n    print(i, x)\n    i += 2").Hidden(),
            Example.Good("i = 0\nasync def f():\n    async for x in xs:\n        print(x)").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<For>(Check);

    private static void Check(For loop, RuleContext context)
    {
        if (HandCounter.Of(loop, context.Model) is { } counter)
        {
            ReportCounter(loop, counter, context);
        }

        if (IndexLoop.Of(loop, context.Model) is { } shape && LoopIndexUses.Of(shape, context.Model) is { } uses && !BrokenCode.Is(loop, context.Tree))
        {
            Report(shape, uses, context);
        }
    }

    private static void Report(in IndexLoop shape, LoopIndexUses uses, RuleContext context)
    {
        var header = new TextSpan(shape.Loop.Target.Span.Start, shape.Loop.Iter.Span.End);
        var (index, element, sequence) = (shape.Index.Name, context.TextOf(uses.Elements[0]), context.TextOf(shape.Sequence));
        if (uses is { Other: { } other, IsNumberUsed: false })
        {
            var both = context.Report(Zip, header, index, element, $"{context.TextOf(other)}[{index}]")
                .Help($"`for … in zip({sequence}, {context.TextOf(other)}):`; add `strict=True` where a difference in length is a mistake");
            OfferZip(both, header, shape, uses, other, context);
            return;
        }

        var isNumberUsed = uses.IsNumberUsed;
        var finding = isNumberUsed ? context.Report(Enumerate, header, element, sequence) : context.Report(header, index, element, sequence);
        if (IsInsideAnother(shape.Loop, context) || ElementName.For(HandedOver.NameOf(shape.Sequence), context.Tree) is not { } name)
        {
            return;
        }

        var edits = new TextEdit[uses.Elements.Count + 1];
        edits[0] = new TextEdit(header, isNumberUsed ? $"{index}, {name} in enumerate({sequence})" : $"{name} in {sequence}");
        for (var i = 0; i < uses.Elements.Count; i++)
        {
            edits[i + 1] = new TextEdit(uses.Elements[i].Span, name);
        }

        finding.Fix(FixSafety.Unsafe, isNumberUsed ? "iterate with `enumerate`" : "iterate over the elements", edits);
    }

    /// <summary>Where the lengths may differ, it is for the author to say what shall happen then.</summary>
    private static void OfferZip(DiagnosticBuilder found, TextSpan header, in IndexLoop shape, LoopIndexUses uses, Expr other, RuleContext context)
    {
        if (IsInsideAnother(shape.Loop, context) || !EqualLengths.AreProven(shape.Sequence, other, context.Model) || IsStoredInto((Name)other, shape.Loop, context)
            || ElementName.For(HandedOver.NameOf(shape.Sequence), context.Tree) is not { } one || ElementName.For(HandedOver.NameOf(other), context.Tree) is not { } second || one == second)
        {
            return;
        }

        var edits = new List<TextEdit> { new(header, $"{one}, {second} in zip({context.TextOf(shape.Sequence)}, {context.TextOf(other)})") };
        foreach (var element in uses.Elements)
        {
            edits.Add(new TextEdit(element.Span, one));
        }

        foreach (var element in uses.OtherElements)
        {
            edits.Add(new TextEdit(element.Span, second));
        }

        found.Fix(FixSafety.Unsafe, "iterate with `zip`", [.. edits]);
    }

    private static bool IsStoredInto(Name sequence, For loop, RuleContext context)
    {
        foreach (var item in context.Tree.All<Subscript>(loop))
        {
            if (item.Ctx != ExprContext.Load && SameObject.Are(item.Value, sequence, context.Model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two loops that are fixed at once could choose the same name, so the outer one comes first.</summary>
    private static bool IsInsideAnother(For loop, RuleContext context)
    {
        for (var around = loop.Ancestor<For>(); around is not null; around = around.Ancestor<For>())
        {
            if (IndexLoop.IsWritten(around, context.Model))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportCounter(For loop, in HandCounter counter, RuleContext context)
    {
        var name = counter.Variable.Id;
        var finding = context.Report(Counter, counter.Step.Span, name).Label(counter.Start.Span, "starts here");
        if (OwnLine.Of(counter.Start, context.Text) is not { } start || OwnLine.Of(counter.Step, context.Text) is not { } step)
        {
            return;
        }

        var target = context.TextOf(loop.Target);
        target = loop.Target is Tuple && !target.StartsWith('(') ? $"({target})" : target;
        var from = counter.First.IsZero ? "" : $", start={counter.First}";
        finding.Fix(
            FixSafety.Unsafe,
            "count with `enumerate`",
            new TextEdit(start, ""),
            new TextEdit(loop.Target.Span, $"{name}, {target}"),
            new TextEdit(loop.Iter.Span, $"enumerate({context.TextOf(loop.Iter)}{from})"),
            new TextEdit(step, ""));
    }
}
