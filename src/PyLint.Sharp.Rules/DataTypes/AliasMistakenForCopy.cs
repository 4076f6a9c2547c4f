using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A second name for a list, dict or set that is called a copy of it.</summary>
public sealed class AliasMistakenForCopy : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS111",
        Name = "alias-mistaken-for-copy",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Message = "`{copy}` is a second name for the {type} `{original}`, not a copy: what changes one changes both",
        Why = "Assignment never copies. `backup = data` makes a second name for the object that `data` names, as if two labels stuck on one box. `data.append(x)` changes the "
            + "object, and `backup` shows the change, so there is nothing to go back to. With numbers and strings nobody notices, because these are never changed, only "
            + "replaced: `data = data + [x]` makes a new object, and the two names part.",
        Instead = "Copy it: `backup = data.copy()`, `data[:]` or `list(data)`. If its elements are changed as well, `copy.deepcopy(data)` copies them too.",
        Interview = new(
            "What does `b = a` do when `a` is a list, and how do you get a copy?",
            "It binds a second name to the same list; `b is a` is True, and a change through either shows in both. `a.copy()`, `a[:]` and `list(a)` make a new outer list that holds the "
            + "same elements; `copy.deepcopy` copies these too and costs time and memory for the whole tree. Often I need neither: if I build new values instead of changing old "
            + "ones, sharing is harmless."),
        FineWhen = "When a second name is all that is meant: then call it something that doesn't promise a copy. The rule looks only at names such as `backup`, `old` or `new_list`, "
            + "and only where one of the two is changed and the other read afterwards.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                scores = [3, 1, 2]
                original = [|scores|]
                scores.sort()
                print(original)
                """, fixedTo: """
                scores = [3, 1, 2]
                original = scores.copy()
                scores.sort()
                print(original)
                """).Saying("`original` is a second name for the list `scores`, not a copy: what changes one changes both"),
            Example.Bad("""
                def with_default(options: dict):
                    new_options = [|options|]
                    new_options["depth"] = 3
                    return len(options), new_options
                """, fixedTo: """
                def with_default(options: dict):
                    new_options = options.copy()
                    new_options["depth"] = 3
                    return len(options), new_options
                """),
            Example.Good("""
                scores = [3, 1, 2]
                original = scores.copy()
                scores.sort()
                print(original)
                """),
            Example.Good("""
                row = [1]
                for _ in range(5):
                    prev = row
                    row = [1, *prev]
                    print(prev, row)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("d = {}\nbackup = [|d|]\nd[1] = 2\nprint(backup)", fixedTo: "d = {}\nbackup = d.copy()\nd[1] = 2\nprint(backup)").Hidden(),
        Example.Bad("xs = [1]\noldXs = [|xs|]\nxs += [2]\nprint(oldXs)").Hidden(),
        Example.Bad("s = {1}\ns_copy = [|s|]\ns_copy.discard(1)\nprint(s)").Hidden(),
        Example.Bad("grid = [[0], [1]]\nsnapshot = [|grid|]\ngrid[0][0] = 5\nprint(snapshot)").Hidden(),
        Example.Bad("xs = [1]\nold = [|xs|]\nfor i in range(3):\n    print(old)\n    xs.append(i)").Hidden(),
        Example.Bad("def f(n):\n    grid = [[0] * n for _ in range(n)]\n    new_grid = [|grid|]\n    for i in range(n):\n        new_grid[i][0] = grid[i - 1][0] + 1\n    return new_grid").Hidden(),
        Example.Good("xs = [1]\nold = xs\nold.append(len(xs))").Hidden(),
        Example.Bad("xs = [1]\nif xs:\n    previous = [|xs|]\n    del xs[0]\n    print(len(previous))").Hidden(),
        Example.Good("xs = [1]\nys = xs\nys.append(2)\nprint(xs)").Hidden(),
        Example.Good("xs = [1]\nold = xs\nxs = xs + [2]\nprint(old, xs)").Hidden(),
        Example.Good("xs = [1]\nold = xs\nxs = [3]\nxs.append(2)\nprint(old)").Hidden(),
        Example.Good("n = 1\nold = n\nn += 1\nprint(old)\ns = 'a'\ncopy = s\ns += 'b'\nprint(copy)\nt = (1,)\nprev = t\nt += (2,)\nprint(prev)").Hidden(),
        Example.Good("def f(xs):\n    old = xs\n    xs.append(1)\n    return old").Hidden(),
        Example.Good("xs = [1]\nold = xs\nprint(old)\nxs.append(2)").Hidden(),
        Example.Good("xs = [1]\nxs.append(2)\nnew = xs\nprint(new, xs)").Hidden(),
        Example.Good("def f(n):\n    prev = [0] * n\n    for i in range(n):\n        cur = [0] * n\n        for j in range(n):\n            cur[j] = prev[j] + i\n        prev = cur\n    return prev").Hidden(),
        Example.Good("xs = [1]\nold = xs[:]\nnew = list(xs)\nbackup = xs.copy()\nxs.append(2)\nprint(old, new, backup)").Hidden(),
        Example.Good("xs = [1]\nold = xs\nold.append(1)\nold.append(2)\nreturn_value = old").Hidden(),
        Example.Good("def f(flag):\n    xs = [1]\n    new = xs\n    if flag:\n        xs = []\n    xs.append(2)\n    return len(xs)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Assign>(Check);

    private static void Check(Assign assign, RuleContext context)
    {
        if (assign is not { Targets: [Name target], Value: Name source } || !PromisesCopy(target.Id))
        {
            return;
        }

        var model = context.Model;
        var kind = model.TypeOf(source).Kind;
        if (!InPlaceMethods.IsMutable(kind) || model.SymbolOf(target) is not { Scope.Kind: ScopeKind.Module or ScopeKind.Function } copy
            || model.SymbolOf(source) is not { } original || copy == original
            || (FindChange(copy, original, assign, kind, model) ?? FindChange(original, copy, assign, kind, model)) is not { } found)
        {
            return;
        }

        var report = context.Report(source.Span, target.Id, InPlaceMethods.NameOf(kind), source.Id)
            .Label(found.Change.Span, "changes both")
            .Label(found.Read.Span, "sees the change");
        if (found.IsInner)
        {
            report.Help($"The change is inside of an element, which a plain copy would share: `copy.deepcopy({source.Id})` copies the elements too.");
        }
        else if (kind != PyTypeKind.Array)
        {
            report.Fix(FixSafety.Unsafe, "make a copy", new TextEdit(new TextSpan(source.Span.End, source.Span.End), ".copy()"));
        }
    }

    /// <summary>A change through one name behind the assignment, and a read of the other behind the change, while both stand for the same object.</summary>
    private static (Node Change, Name Read, bool IsInner)? FindChange(Symbol changed, Symbol other, Assign assign, PyTypeKind kind, SemanticModel model)
    {
        foreach (var name in NamesOf(changed))
        {
            var direct = InPlaceChange.Of(name, kind);
            if ((direct ?? InPlaceChange.OfElement(name)) is not { } change || !IsIn(assign, name, model) || model.LeadsTo(assign, name, changed, other) != Answer.Yes)
            {
                continue;
            }

            var statement = change as Stmt ?? change.Ancestor<Stmt>()!;
            foreach (var read in other.References)
            {
                if (InPlaceChange.Of(read, kind) is null && IsIn(assign, read, model)
                    && model.LeadsTo(statement, read, changed, other) == Answer.Yes)
                {
                    return (change, read, direct is null);
                }
            }
        }

        return null;
    }

    /// <summary>The reads of a variable, and the targets of its <c>+=</c>, which read it too.</summary>
    private static IEnumerable<Name> NamesOf(Symbol symbol)
    {
        foreach (var reference in symbol.References)
        {
            yield return reference;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node is AugAssign { Target: Name target })
            {
                yield return target;
            }
        }
    }

    private static bool IsIn(Assign assign, Name name, SemanticModel model) => model.ScopeOf(name) == model.ScopeOf(assign);

    /// <summary>True for a name of which one word says that it keeps what was, or is something new.</summary>
    private static bool PromisesCopy(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '_' || char.IsAsciiDigit(name[i]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                if (IsPromise(name.AsSpan(start, i - start).Trim('_')))
                {
                    return true;
                }

                start = i;
            }
        }

        return false;
    }

    private static bool IsPromise(ReadOnlySpan<char> word)
    {
        foreach (var promise in (ReadOnlySpan<string>)["copy", "backup", "old", "orig", "original", "snapshot", "prev", "previous", "new"])
        {
            if (word.Equals(promise, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
