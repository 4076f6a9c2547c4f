using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A shallow copy of a container of containers, whose inner ones are then changed.</summary>
public sealed class ShallowCopyOfNested : Rule
{
    /// <summary>Each use is asked whether each other one comes behind it, which no variable with more of them is worth.</summary>
    private const int MostUses = 64;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS112",
        Name = "shallow-copy-of-nested",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Message = "`{copy}` is a shallow copy: its inner {types} are those of `{original}`, so a change inside shows in both",
        Why = "`x.copy()`, `x[:]`, `list(x)`, `dict(x)` and `copy.copy(x)` make a new outer container and put the same objects into it. `c[0] = row` then replaces an element of the copy "
            + "alone, but `c[0][1] = 5` changes a row that both hold.",
        Instead = "Copy the inner containers too: `[row[:] for row in grid]` for two levels, `copy.deepcopy(grid)` for any depth.",
        Interview = new(
            "What is the difference between a shallow and a deep copy?",
            "A shallow copy is a new container with the same elements; a deep copy copies the elements too, recursively. It matters as soon as an element is changed in place. "
            + "`copy.deepcopy` handles cycles and shared parts, but it is slow and copies what I may want to share, such as a connection; for a grid of numbers a "
            + "comprehension that copies each row is faster and says how deep it goes. Immutable elements need no deep copy."),
        FineWhen = "When the inner containers are meant to be shared, or the original isn't used any more: in the second case the rule is silent. So it is where elements of the "
            + "copy are replaced, which may give it rows of its own.",
        Examples =
        [
            Example.Bad("""
                board = [[0, 0], [0, 0]]
                attempt = [|board.copy()|]
                attempt[0][1] = 1
                print(board)
                """).Saying("`attempt` is a shallow copy: its inner lists are those of `board`, so a change inside shows in both"),
            Example.Bad("""
                def grouped(extra):
                    groups = {"a": [1], "b": [2]}
                    result = [|dict(groups)|]
                    result["a"].append(extra)
                    return groups, result
                """),
            Example.Good("""
                import copy

                board = [[0, 0], [0, 0]]
                attempt = copy.deepcopy(board)
                attempt[0][1] = 1
                print(board)
                """),
            Example.Good("""
                board = [[0, 0], [0, 0]]
                attempt = [row[:] for row in board]
                attempt[0][1] = 1
                print(board)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("x = [[1], [2]]\nc = [|x[:]|]\nc[0].append(3)\nprint(x)").Hidden(),
        Example.Bad("x = [[1], [2]]\nc = [|list(x)|]\nfor i in range(2):\n    c[i][0] += 1\nprint(x)").Hidden(),
        Example.Bad("import copy\nx = [{}, {}]\nc = [|copy.copy(x)|]\nc[0]['a'] = 1\nprint(x)").Saying("`c` is a shallow copy: its inner dicts are those of `x`, so a change inside shows in both").Hidden(),
        Example.Bad("x = [[0] * 3 for _ in range(3)]\nc = [|[*x]|]\ndel c[0][0]\nprint(x)").Hidden(),
        Example.Bad("x = {'a': {1}}\nc = [|{**x}|]\nc['a'].add(2)\nprint(x)").Hidden(),
        Example.Bad("def f(n):\n    x = [[0] * n for _ in range(n)]\n    c = [|x.copy()|]\n    for i in range(n):\n        c[i][0] = x[i][1] + 1\n    return c").Hidden(),
        Example.Bad("def f(grid: list[list[int]]):\n    c = [|grid[:]|]\n    c[0][0] = 1\n    return sum(grid[0]) + sum(c[0])").Hidden(),
        Example.Bad("def f(x: list[list[int]]):\n    c = [|x.copy()|]\n    c[0][0] = 1\n    return x, c").Hidden(),
        Example.Bad("import typing\ndef f(x: typing.Dict[str, set]):\n    c = [|dict(x)|]\n    c['a'].add(1)\n    return {'old': x, 'new': c}").Saying("`c` is a shallow copy: its inner sets are those of `x`, so a change inside shows in both").Hidden(),
        Example.Good("def f(x: list[tuple[int, int]], y: list[list[int]]):\n    c, d = x.copy(), y.copy()\n    c[0] += (1,)\n    e = y.copy()\n    e[0][0] = 1\n    return x, c, d, e").Hidden(),
        Example.Good("x = [[1], [2]]\nc = x.copy()\nc[0] = [3]\nc.append([4])\nprint(x)").Hidden(),
        Example.Good("x = [[1], [2]]\nc = x.copy()\nfor i in range(2):\n    c[i] = c[i][:]\nc[0][0] = 5\nprint(x)").Hidden(),
        Example.Good("x = [[1], [2]]\nc = x.copy()\nc[0][0] = 5\nprint(c)").Hidden(),
        Example.Good("x = [1, 2]\nc = x.copy()\nc[0] += 1\nprint(x)\ny = ['a']\nd = y[:]\nprint(d[0].upper(), y)").Hidden(),
        Example.Good("def f(x):\n    c = x.copy()\n    c[0][0] = 1\n    return x").Hidden(),
        Example.Good("x = [[1], [2]]\nc = x.copy()\nx = []\nc[0][0] = 5\nprint(x)").Hidden(),
        Example.Good("x = [[1], [2]]\nc = x.copy()\nc = [[9]]\nc[0][0] = 5\nprint(x)").Hidden(),
        Example.Good("x = [[1], [2]]\nprint(x)\nc = x[1:]\nc[0][0] = 5\nd = list(x[0])\nd.append(1)\nprint(x)").Hidden(),
        Example.Good("x = [(1,), (2,)]\nc = x.copy()\nc[0] += (1,)\nprint(x, c)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Assign>(Check);

    private static void Check(Assign assign, RuleContext context)
    {
        var model = context.Model;
        if (assign is not { Targets: [Name target] } || CopiedBy(assign.Value, model) is not { } source || (InnerKind(model.TypeOf(source)) ?? DeclaredInnerKind(source, model)) is not { } inner
            || model.SymbolOf(target) is not { Scope.Kind: ScopeKind.Module or ScopeKind.Function } copy || model.SymbolOf(source) is not { } original || copy == original
            || copy.References.Length > MostUses || original.References.Length > MostUses
            || FindChange(copy, original, assign, model) is not { } found)
        {
            return;
        }

        var each = inner is PyTypeKind.List ? $"[row[:] for row in {source.Id}]" : $"[part.copy() for part in {source.Id}]";
        var advice = model.TypeOf(source).IsDict ? $"{{key: value.copy() for key, value in {source.Id}.items()}}" : each;
        context.Report(assign.Value.Span, target.Id, $"{InPlaceMethods.NameOf(inner)}s", source.Id)
            .Label(found.Change.Span, "changes what both hold")
            .Label(found.Read.Span, "sees the change")
            .Help($"Copy the inner ones too: `{advice}`, or `copy.deepcopy({source.Id})` for any depth.");
    }

    /// <summary>The variable of which an expression makes a shallow copy.</summary>
    private static Name? CopiedBy(Expr value, SemanticModel model) => value switch
    {
        Call { Func: Attribute { Attr.Text: "copy", Value: Name source }, Args.IsEmpty: true } when model.KnownName(source) is null => source,
        Call { Func: var function, Args: [Name source], Keywords.IsEmpty: true } when model.KnownName(function) is "list" or "dict" or "copy.copy" => source,
        Subscript { Value: Name source, Slice: Slice { Lower: null, Upper: null, Step: null } } => source,
        List { Elts: [Starred { Value: Name source }] } => source,
        Dict { Keys: [null], Values: [Name source] } => source,
        _ => null,
    };

    /// <summary>The type of the elements of a container, when all of them are containers that can change.</summary>
    private static PyTypeKind? InnerKind(PyType type)
    {
        if (type.Kind is not (PyTypeKind.List or PyTypeKind.Tuple) && !type.IsDict)
        {
            return null;
        }

        return !type.Arguments.IsEmpty && InPlaceMethods.IsMutable(type.Arguments[^1].Kind) ? type.Arguments[^1].Kind : InnerKindOf(type.Origin);
    }

    /// <summary>The same by the display that made the container: its type doesn't tell of elements once it was passed on.</summary>
    private static PyTypeKind? InnerKindOf(Node? origin)
    {
        if (origin is ListComp comprehension)
        {
            return KindOf(comprehension.Elt);
        }

        PyTypeKind? common = null;
        foreach (var element in origin switch { List list => list.Elts, Dict dict => dict.Values, _ => [] })
        {
            var kind = KindOf(element);
            if (kind is null || (common ?? kind) != kind)
            {
                return null;
            }

            common = kind;
        }

        return common;
    }

    /// <summary>The same by the annotation of a parameter: its type doesn't tell of elements either once somebody else has it.</summary>
    private static PyTypeKind? DeclaredInnerKind(Name source, SemanticModel model) =>
        model.SymbolOf(source)?.SoleBinding is { Kind: BindingKind.Parameter, Node: Arg { Annotation: Subscript { Slice: var declared } outer } }
        && (model.TypeOf(source) is { Kind: PyTypeKind.List } or { IsDict: true })
            ? KindNamedBy(outer.Value, model) switch
            {
                PyTypeKind.List => DeclaredKind(declared, model),
                PyTypeKind.Dict when declared is Tuple { Elts: [_, var value] } => DeclaredKind(value, model),
                _ => null,
            }
            : null;

    private static PyTypeKind? DeclaredKind(Expr annotation, SemanticModel model) => KindNamedBy(annotation is Subscript generic ? generic.Value : annotation, model);

    private static PyTypeKind? KindNamedBy(Expr annotation, SemanticModel model) => model.KnownName(annotation) switch
    {
        "list" or "typing.List" => PyTypeKind.List,
        "dict" or "typing.Dict" => PyTypeKind.Dict,
        "set" or "typing.Set" => PyTypeKind.Set,
        _ => null,
    };

    private static PyTypeKind? KindOf(Expr? element) => element switch
    {
        List or ListComp or BinOp { Op: BinaryOperator.Mult, Left: List } => PyTypeKind.List,
        Dict or DictComp => PyTypeKind.Dict,
        Set or SetComp => PyTypeKind.Set,
        _ => null,
    };

    private static (Node Change, Name Read)? FindChange(Symbol copy, Symbol original, Assign assign, SemanticModel model)
    {
        var scope = model.ScopeOf(assign);
        (Node Change, Name Read)? found = null;
        foreach (var name in copy.References)
        {
            if (name.Parent is Subscript { Ctx: ExprContext.Store } item && item.Value == name)
            {
                // Elements of its own.
                return null;
            }

            if (found is null && InPlaceChange.OfElement(name) is { } change && model.ScopeOf(name) == scope && model.LeadsTo(assign, name, copy, original) == Answer.Yes
                && ReadBehind(change.Ancestor<Stmt>()!, original, model) is { } read)
            {
                found = (change, read);
            }
        }

        return found;
    }

    private static Name? ReadBehind(Stmt statement, Symbol original, SemanticModel model)
    {
        foreach (var read in original.References)
        {
            if (model.ScopeOf(read) == model.ScopeOf(statement) && model.LeadsTo(statement, read, original, original) == Answer.Yes)
            {
                return read;
            }
        }

        return null;
    }
}
