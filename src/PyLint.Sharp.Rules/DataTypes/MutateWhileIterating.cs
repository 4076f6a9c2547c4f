using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.DataTypes.Iteration;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A loop over a container whose body adds elements to it or takes some away.</summary>
public sealed class MutateWhileIterating : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS110",
        Name = "mutate-while-iterating",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases =
        [
            "B909", "PLE4703", "W4701", "modified-iterating-list", "E4702", "modified-iterating-dict", "E4703", "modified-iterating-set",
        ],
        Message = "`{change}` changes `{container}` while the loop walks over it, so {consequence}",
        Why = "`for` asks an iterator for one element after the other. That of a list counts positions: after `xs.remove(x)` all elements behind move one "
            + "place forward, and the one that took the freed place is never visited. Nothing is raised, and the result is wrong only for some inputs. "
            + "Those of dicts, sets and deques notice that the size has changed and raise `RuntimeError` at the next step.",
        Instead = "Build a new container: `xs = [x for x in xs if keep(x)]`, `d = {k: v for k, v in d.items() if keep(k)}`. If the object itself must change, walk over a copy: "
            + "`for x in list(xs)`. To work on a list that grows, take a `collections.deque` and `while queue: x = queue.popleft()`.",
        Interview = new(
            "What happens when you remove elements from a list while you loop over it, and what from a dict?",
            "The list's iterator is an index: removing shifts the rest to the left, so the next element is skipped, silently. A dict or set checks its size at each step "
            + "and raises `RuntimeError: dictionary changed size during iteration`; assigning to a key that is there already is fine. I build a new list with a "
            + "comprehension, in linear time, while `remove` in a loop is quadratic. Iterating a copy costs memory, and I do it when others "
            + "hold the same object; walking backwards by index is the third way."),
        FineWhen = "When the loop ends right after the change, by `break`, `return` or `raise` on every path, or walks over a copy: then the rule is silent. Appending to a list on "
            + "some condition works, as the loop goes on over what is added; there the rule only informs.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                numbers = [1, 2, 2, 3]
                for n in numbers:
                    if n % 2 == 0:
                        [|numbers.remove(n)|]
                """, fixedTo: """
                numbers = [1, 2, 2, 3]
                for n in list(numbers):
                    if n % 2 == 0:
                        numbers.remove(n)
                """).Saying("`numbers.remove()` changes `numbers` while the loop walks over it, so the element behind each removed one is skipped"),
            Example.Bad("""
                stock = {"tea": 0, "milk": 2}
                for item, count in stock.items():
                    if count == 0:
                        del [|stock[item]|]
                """, fixedTo: """
                stock = {"tea": 0, "milk": 2}
                for item, count in list(stock.items()):
                    if count == 0:
                        del stock[item]
                """).Saying("`del stock[item]` changes `stock` while the loop walks over it, so the next step raises RuntimeError"),
            Example.Good("""
                numbers = [1, 2, 2, 3]
                numbers = [n for n in numbers if n % 2]
                """),
            Example.Good("""
                stock = {"tea": 0, "milk": 2}
                for item in list(stock):
                    if stock[item] == 0:
                        del stock[item]
                """),
            Example.Good("""
                waiting = [3, 1, 2]
                for number in waiting:
                    if number == 1:
                        waiting.remove(number)
                        break
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("xs = [1]\nfor x in xs:\n    [|xs.append(x)|]").Saying("`xs.append()` changes `xs` while the loop walks over it, so the loop never ends").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    if x < 9:\n        [|xs.append(x + 1)|]").Saying("`xs.append()` changes `xs` while the loop walks over it, so the loop goes on over what is added").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    [|xs.insert(0, x)|]\n    if x:\n        break", fixedTo: "xs = [1]\nfor x in list(xs):\n    xs.insert(0, x)\n    if x:\n        break").Hidden(),
        Example.Bad("xs = [1]\nfor i, x in enumerate(xs):\n    if x:\n        del [|xs[i]|]", fixedTo: "xs = [1]\nfor i, x in enumerate(list(xs)):\n    if x:\n        del xs[i]").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    print([|xs.pop()|])").Saying("`xs.pop()` changes `xs` while the loop walks over it, so the last elements are never visited").Hidden(),
        Example.Bad("d = {'a': 1}\nfor k in d:\n    [|d[k + 'x']|] = 1\nfor k in d.keys():\n    [|d.pop(k)|]\nfor k, v in d.items():\n    [|d[f'{k}!']|] = v").Hidden(),
        Example.Bad("s = {1}\nfor x in s:\n    [|s.discard(x)|]\nfor x in s:\n    [|s.add(x + 1)|]\nfor x in s:\n    [|s -= {x}|]").Hidden(),
        Example.Bad("from collections import deque\nq = deque([1])\nfor x in q:\n    [|q.popleft()|]").Saying("`q.popleft()` changes `q` while the loop walks over it, so the next step raises RuntimeError").Hidden(),
        Example.Bad("def f(xs):\n    for x in xs:\n        if x:\n            [|xs.remove(x)|]").Saying("`xs.remove()` changes `xs` while the loop walks over it, so elements are skipped, or the next step raises RuntimeError").Hidden(),
        Example.Bad("class A:\n    def __init__(self):\n        self.xs = [1]\n    def f(self):\n        for x in self.xs:\n            [|self.xs.remove(x)|]").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    try:\n        [|xs.remove(x)|]\n    except ValueError:\n        break").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    for y in 'ab':\n        [|xs.remove(x)|]\n        break").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    [|xs.remove(x)|]\n    if x:\n        return_early = True\n        continue\n    break").From("ruff #18399").Hidden(),
        Example.Bad("xs = [1]\nfor x in xs:\n    [|xs += [x]|]").Saying("`xs += …` changes `xs` while the loop walks over it, so the loop never ends").Hidden(),
        Example.Bad("s = {1}\nfor x in s:\n    [|s &= {x}|]").Saying("`s &= …` changes `s` while the loop walks over it, so the next step raises RuntimeError if its size has changed").Hidden(),
        Example.Bad("xs = [1, 2]\nfor x in xs:\n    [|xs.clear()|]").Saying("`xs.clear()` changes `xs` while the loop walks over it, so the loop ends").Hidden(),
        Example.Good("def f(xs):\n    for x in xs:\n        if x:\n            xs.remove(x)\n            return x\n    for x in xs:\n        return xs.pop()\n    return None").From("ruff #12402, PR #24440").Hidden(),
        Example.Good("d = {'a': 1}\nfor k in d:\n    if k:\n        d.pop(k)\n        print(k)\n        break\n    else:\n        del d[k]\n        raise KeyError(k)").From("bugbear #455, #469").Hidden(),
        Example.Good("xs = [1]\nfor x in xs:\n    if x:\n        xs.remove(x)\n        if xs:\n            break\n        else:\n            raise ValueError").From("ruff #12640").Hidden(),
        Example.Good("xs = [1]\nfor x in xs:\n    with open(x) as file:\n        xs.remove(file)\n        break").From("pylint W4701").Hidden(),
        Example.Good("xs = [1]\nd = {1: 2}\nfor x in xs[:]:\n    xs.remove(x)\nfor x in xs.copy():\n    xs.remove(x)\nfor k in tuple(d):\n    d.pop(k)\nfor k in sorted(d):\n    del d[k]\nfor k, v in list(d.items()):\n    del d[k]").Hidden(),
        Example.Good("d = {'a': 1}\nfor k in d:\n    d[k] = 2\nfor k, v in d.items():\n    d[k] = v + 1\n    d['a'] = 3\n    d.setdefault(k, 1)\n    d.update({k: 1})").Hidden(),
        Example.Good("def f(xs):\n    for x in xs:\n        xs = list(xs)\n        xs.remove(x)").Hidden(),
        Example.Good("xs = [1]\nys = []\nfor x in xs:\n    ys.append(x)\n    xs[0] = x\n    xs.sort()\n    xs.index(x)").Hidden(),
        Example.Good("xs = [1]\ns = {1}\nfor x in s:\n    s.add(x)\nfor x in xs:\n    def later():\n        xs.remove(x)\n    calls.append(lambda: xs.pop(0))").Hidden(),
        Example.Good("def f(tree, group):\n    for x in tree.children:\n        tree.children.remove(x)\n    for y in group:\n        group.add(y)\n        group.append(y)").Hidden(),
        Example.Good("class A:\n    @property\n    def xs(self):\n        return list(self.all)\n    def f(self):\n        for x in self.xs:\n            self.xs.remove(x)").Hidden(),
        Example.Good("xs = [1]\nfor x in xs:\n    xs.append(x)\n    if solve(xs):\n        print(x)\n    xs.pop()\nfor x in xs:\n    xs.append(x)\n    del xs[-1]").Hidden(),
        Example.Good("d = {1: 2}\nwith self.assertRaises(RuntimeError):\n    for k in d:\n        del d[k]").Hidden(),
        Example.Good("import email\nclass A:\n    def __init__(self):\n        self.head = email.message.Message()\n    def f(self):\n        for k in self.head.keys():\n            del self.head[k]").Hidden(),
        Example.Good("xs = [[1]]\nfor x in xs:\n    x.append(1)\n    x.remove(1)\n    xs[0].append(2)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<For>(Check);

    private static void Check(For loop, RuleContext context)
    {
        if (loop.Body.IsEmpty || IteratedBy(loop.Iter, context.Model) is not { } walked || FindChange(loop, walked, context) is not { } change)
        {
            return;
        }

        var report = context.Report(change.Span, change.TextIn(context), context.TextOf(walked), change.Consequence)
            .Severity(change.Harm)
            .Label(loop.Iter.Span, $"the loop walks over `{context.TextOf(walked)}`");
        if (change.Harm != Severity.Info && !change.IsEndless && context.Model.ScopeOf(loop).Lookup("list") is null)
        {
            var copied = loop.Iter is Call { Args: [var argument, ..] } ? argument : loop.Iter;
            report.Fix(
                FixSafety.Unsafe,
                "walk over a copy",
                new TextEdit(new TextSpan(copied.Span.Start, copied.Span.Start), "list("),
                new TextEdit(new TextSpan(copied.Span.End, copied.Span.End), ")"));
        }
    }

    /// <summary>The object over which a loop walks itself: not a copy of it, nor what another call returns.</summary>
    private static Expr? IteratedBy(Expr iter, SemanticModel model) => iter switch
    {
        Name or Attribute => SameObject.RootOf(iter) != null ? iter : null,
        Call { Func: Attribute { Attr.Text: "keys" or "values" or "items", Value: var mapping }, Args.IsEmpty: true } => SameObject.RootOf(mapping) != null ? mapping : null,
        Call { Func: Name { Id: "enumerate" } function, Args: [not Call and var argument, ..] } when model.IsBuiltin(function) => IteratedBy(argument, model),
        _ => null,
    };

    /// <summary>The worst change of the object after which the loop may go on.</summary>
    private static ContainerChange? FindChange(For loop, Expr walked, RuleContext context)
    {
        ContainerChange? worst = null;
        ContainerChange? worstAtEnd = null;
        var (isPushed, isPopped) = (false, false);
        var end = loop.Body[^1].SubtreeEnd;
        for (var i = loop.Body[0].Index; i < end;)
        {
            var node = context.Tree.Nodes[i];
            i = node is FunctionDefinition or Lambda or ClassDef || (node is For inner && SameObject.Are(inner.Iter, walked, context.Model)) ? node.SubtreeEnd : i + 1;
            if (ContainerChange.Of(node, walked, loop, context.Model) is not { } change)
            {
                continue;
            }

            (isPushed, isPopped) = (isPushed || change.AtEnd > 0, isPopped || change.AtEnd < 0);
            ref var known = ref change.AtEnd == 0 ? ref worst : ref worstAtEnd;
            if ((known is null || change.Harm > known.Value.Harm) && context.Model.MayIterateAgain(node as Stmt ?? node.Ancestor<Stmt>()!, loop) == Answer.Yes)
            {
                known = change;
            }
        }

        // What is pushed and popped again, as in backtracking, leaves the list as it was.
        worst = worst is null && !(isPushed && isPopped) ? worstAtEnd : worst;
        return worst is null || SameObject.IsBoundIn(loop, walked, context.Model) || ExpectedError.Covers(loop, "RuntimeError", context.Model) ? null : worst;
    }
}
