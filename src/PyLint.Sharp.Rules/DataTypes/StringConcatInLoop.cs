using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A text that grows by <c>+=</c> in a loop and is read only afterwards.</summary>
public sealed class StringConcatInLoop : Rule
{
    /// <summary>So many steps cost nothing, and are often clearer written out.</summary>
    private const int FewSteps = 3;

    /// <summary>A variable that is bound more often is left alone: to look at all of them from each would take quadratic time.</summary>
    private const int MostBindings = 256;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS119",
        Name = "string-concat-in-loop",
        Area = SkillArea.DataTypes,
        Severity = Severity.Info,
        Aliases = ["R1713", "consider-using-join"],
        Message = "`{name}` grows by `+=` in a loop: collect the pieces, and join them once",
        Why = "A str never changes, so `+=` makes a new one and copies all that was there before: n pieces cost about n²/2 copies. CPython often avoids the copy when a local "
            + "variable is the only one that holds the text; no other Python promises that, and it ends as soon as a second name or an attribute holds it.",
        Instead = "`\"\".join(piece for x in xs)` measures all pieces first and copies each once. Where the loop does more, append the pieces to a list and join it behind "
            + "the loop. The separator belongs in front of `join`: `\", \".join(names)`.",
        Interview = new(
            "Why is building a string with `+=` in a loop considered slow, and is it?",
            "Strings are immutable, so each step copies the whole text: quadratic. CPython resizes in place when nobody else holds the string, so a benchmark often shows "
            + "linear time; I don't rely on it, because it is an implementation detail that an extra reference turns off. `join` is linear everywhere, states the separator "
            + "once and needs no special case for the first element. For a handful of pieces an f-string reads better; for very large texts `io.StringIO` or "
            + "writing to the file at once saves the memory of the list."),
        FineWhen = "When there are only a few pieces, or the loop looks at the text that it has so far, as one that wraps lines does: then the rule is silent. So it is for a "
            + "loop with `break`.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                text = ""
                for word in words:
                    [|text += word.title()|]
                print(text)
                """, fixedTo: """
                text = "".join(word.title() for word in words)
                print(text)
                """).Saying("`text` grows by `+=` in a loop: collect the pieces, and join them once"),
            Example.Bad("""
                page = "<ul>"
                for item in items:
                    if item.visible:
                        [|page += f"<li>{item}</li>"|]
                page += "</ul>"
                print(page)
                """, fixedTo: """
                parts = ["<ul>"]
                for item in items:
                    if item.visible:
                        parts.append(f"<li>{item}</li>")
                page = "".join(parts)
                page += "</ul>"
                print(page)
                """),
            Example.Good("""
                text = "".join(word.title() for word in words)
                print(text)
                """),
            Example.Good("""
                line = ""
                for word in words:
                    if len(line) + len(word) > 80:
                        print(line)
                        line = ""
                    line += word
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def f(m):\n    for row in m:\n        line = ''\n        for x in row:\n            [|line += str(x)|]\n        print(line)", fixedTo: "def f(m):\n    for row in m:\n        line = ''.join(str(x) for x in row)\n        print(line)").Hidden(),
        Example.Bad("s = 'a'\nwhile f():\n    [|s += g()|]\n    if h():\n        s += 'b'\nprint(s)", fixedTo: "parts = ['a']\nwhile f():\n    parts.append(g())\n    if h():\n        parts.append('b')\ns = ''.join(parts)\nprint(s)").Hidden(),
        Example.Bad("def f(parts):\n    s = ''\n    for x in parts:\n        # why\n        [|s += x|]\n    return s", fixedTo: "def f(parts):\n    s_parts = []\n    for x in parts:\n        # why\n        s_parts.append(x)\n    s = ''.join(s_parts)\n    return s").Hidden(),
        Example.Bad("def f(m):\n    s = ''\n    for row in m:\n        for x in row:\n            [|s += x|]\n        s += '\\n'\n    return s").Hidden(),
        Example.Bad("s = ''\nfor x in xs:\n    [|s += x|]\nprint(s, x)", fixedTo: "parts = []\nfor x in xs:\n    parts.append(x)\ns = ''.join(parts)\nprint(s, x)").Hidden(),
        Example.Bad("s = ''\nprint(s)\nfor x in xs:\n    [|s += x|]\nprint(s)").Hidden(),
        Example.Bad("def f(xs, ys):\n    if ys:\n        s = f'{ys}: '\n        for x in xs: [|s += x|]\n        return s").Hidden(),
        Example.Good("s = ''\nfor i in range(3):\n    s += f(i)\nfor c in 'abc':\n    s += c\nfor c in ('a', 'b'):\n    s += c\nends = ('a', 'b')\nfor c in ends:\n    s += c\nprint(s)").Hidden(),
        Example.Good("s = ''\nfor x in xs:\n    s += x\n    print(s)").Hidden(),
        Example.Good("n = 0\nxs = []\nt = ()\nfor x in ys:\n    n += x\n    xs += [x]\n    t += (x,)\nprint(n, xs, t)").Hidden(),
        Example.Good("s = ''\nfor x in xs:\n    if x:\n        break\n    s += x\nprint(s)").Hidden(),
        Example.Good("def f(xs, s):\n    for x in xs:\n        s += x\n    return s").Hidden(),
        Example.Good("s = ''\nfor x in xs:\n    s += x\n    if len(s) > 3:\n        s = ''").Hidden(),
        Example.Good("s = ''\nif x:\n    s += 'a'\nprint(s)").Hidden(),
        Example.Good("for x in xs:\n    s = f'{x}'\n    s += '.'\n    print(s)").Hidden(),
        Example.Good("def f(xs):\n    s = ''\n    def g():\n        return s\n    for x in xs:\n        s += x\n    return g").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<AugAssign>(Check);

    private static void Check(AugAssign assign, RuleContext context)
    {
        if (assign is not { Op: BinaryOperator.Add, Target: Name target }
            || context.Model.SymbolOf(target) is not { Scope.Kind: ScopeKind.Module or ScopeKind.Function, Bindings.Length: <= MostBindings } symbol
            || FindStart(symbol) is not { } start || LoopWithout(start, assign) is not { } loop || !IsFirstIn(loop, assign, symbol)
            || !IsReadOnlyBehind(loop, symbol) || IsShort(loop, context.Model) || HasBreak(loop, context)
            || context.Model.TypeOf(start.Value).Kind != PyTypeKind.Str
            || context.Model.TypeOf(assign.Value).Kind is not (PyTypeKind.Str or PyTypeKind.Unknown))
        {
            return;
        }

        var report = context.Report(assign.Span, symbol.Name).Label(target.Span, "makes a new text at each step");
        JoinFix.Add(start, loop, symbol, report, context);
    }

    /// <summary>The one statement that gives the variable its first text; null when others bind it too.</summary>
    private static Assign? FindStart(Symbol symbol)
    {
        Assign? start = null;
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind == BindingKind.AugmentedAssignment)
            {
                continue;
            }

            if (start != null || binding.Node is not Assign { Targets: [Name] } found)
            {
                return null;
            }

            start = found;
        }

        return start;
    }

    /// <summary>The outermost loop around a statement that runs behind the start.</summary>
    private static Stmt? LoopWithout(Assign start, AugAssign assign)
    {
        Stmt? loop = null;
        for (var around = assign.Parent; around is Stmt or ExceptHandler or MatchCase && around is not (FunctionDefinition or ClassDef); around = around.Parent)
        {
            if (around is For or While)
            {
                if (start.Index >= around.Index && start.Index < around.SubtreeEnd)
                {
                    break;
                }

                loop = (Stmt)around;
            }
        }

        return loop != null && start.Index < loop.Index ? loop : null;
    }

    /// <summary>One loop is reported once; all that extends the text in it does so by <c>+=</c>.</summary>
    private static bool IsFirstIn(Stmt loop, AugAssign assign, Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node.Index >= loop.Index && binding.Node.Index < loop.SubtreeEnd)
            {
                return binding.Node == assign;
            }
        }

        return false;
    }

    private static bool IsReadOnlyBehind(Stmt loop, Symbol symbol)
    {
        var isRead = false;
        foreach (var reference in symbol.References)
        {
            if ((reference.Index >= loop.Index && reference.Index < loop.SubtreeEnd) || reference.Ancestor<FunctionDefinition>() != loop.Ancestor<FunctionDefinition>())
            {
                return false;
            }

            isRead |= reference.Index > loop.Index;
        }

        return isRead;
    }

    private static bool IsShort(Stmt loop, SemanticModel model) => loop is For { Iter: var iter } && iter switch
    {
        Constant { Value: string text } => text.Length <= FewSteps,
        List list => list.Elts.Length <= FewSteps,
        Call { Args: [Constant { Value: BigInteger count }] } call => count <= FewSteps && model.IsBuiltin(call.Func, "range"),
        _ => model.TypeOf(iter) is { Kind: PyTypeKind.Tuple, IsVariadic: false, Arguments.Length: <= FewSteps },
    };

    private static bool HasBreak(Stmt loop, RuleContext context)
    {
        foreach (var node in context.Tree.Subtree(loop))
        {
            if (node is Break)
            {
                return true;
            }
        }

        return false;
    }
}
