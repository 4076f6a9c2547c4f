using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A statement that calls a method which only returns something, and drops it.</summary>
public sealed class DiscardedImmutableResult : Rule
{
    private const string MakesNew = "`{call}` makes a new {type} and leaves {receiver} as it is; the new one is dropped";
    private const string OnlyTells = "`{call}` changes nothing, and what it returns is dropped";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS113",
        Name = "discarded-immutable-result",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Aliases = ["B018", "reportUnusedCallResult", "S2201"],
        Message = MakesNew,
        OtherMessages = [OnlyTells],
        Why = "A str, bytes, tuple, frozenset or int never changes. Its methods can't work in place, so they make a new object and return it; the name still "
            + "stands for the old one. `sorted`, `reversed` and `set.union` work the same way on purpose. Python raises nothing: the statement "
            + "runs, and its work is thrown away.",
        Instead = "Bind the result: `name = name.strip()`. For a list, `xs.sort()` and `xs.reverse()` do work in place; for a set, `update` does what `union` doesn't.",
        Interview = new(
            "What does `name.upper()` do to `name`, and why?",
            "Nothing: strings are immutable, so the method returns a new one and I have to bind it. Immutability lets strings be dict keys and be shared "
            + "between callers and threads without copies; the price is a new object for every change, so for many small changes I collect parts "
            + "in a list and join them once. Python's convention tells the two kinds apart: what changes its object in place returns `None`."),
        FineWhen = "When the call is made for the exception it may raise: `text.encode(\"ascii\")` and `xs.index(x)` are never flagged, and nothing is inside a `try` "
            + "with handlers, under `pytest.raises` or in a test function. The last line of a notebook's cell shows its value, so module-level statements of "
            + "notebooks are left alone.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def slug(title: str):
                    [|title.strip()|]
                    return title.lower()
                """, fixedTo: """
                def slug(title: str):
                    title = title.strip()
                    return title.lower()
                """).Saying("`title.strip()` makes a new str and leaves `title` as it is; the new one is dropped"),
            Example.Bad("""
                scores = [int(line) for line in lines]
                [|sorted(scores, reverse=True)|]
                print(scores[0])
                """, fixedTo: """
                scores = [int(line) for line in lines]
                scores.sort(reverse=True)
                print(scores[0])
                """).Saying("`sorted()` makes a new list and leaves `scores` as it is; the new one is dropped"),
            Example.Bad("""
                seen = set()
                for row in rows:
                    [|seen.union(row)|]
                print(len(seen))
                """, fixedTo: """
                seen = set()
                for row in rows:
                    seen = seen.union(row)
                print(len(seen))
                """).Saying("`seen.union()` makes a new set and leaves `seen` as it is; the new one is dropped"),
            Example.Good("""
                def slug(title: str):
                    title = title.strip()
                    return title.lower()
                """),
            Example.Good("""
                scores = [int(line) for line in lines]
                scores.sort(reverse=True)
                print(scores[0])
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("s = 'a b'\n[|s.startswith('a')|]").Saying("`s.startswith()` changes nothing, and what it returns is dropped").Hidden(),
        Example.Bad("s = 'a b'\n[|s.split()|]\nprint(s)").Saying("`s.split()` makes a new list and leaves `s` as it is; the new one is dropped").Hidden(),
        Example.Bad("s = 'a'\nif s:\n    [|s.replace('a', 'b')|]; print(s)", fixedTo: "s = 'a'\nif s:\n    s = s.replace('a', 'b'); print(s)").Hidden(),
        Example.Bad("s = 'a'\n[|s.upper()|]").Hidden(),
        Example.Bad("b = b'a'\n[|b.strip()|]\nprint(b)", fixedTo: "b = b'a'\nb = b.strip()\nprint(b)").Hidden(),
        Example.Bad("t = (1, 2)\n[|t.count(1)|]\nf = frozenset(t)\n[|f.union(t)|]\nn = 5\n[|n.bit_length()|]").Hidden(),
        Example.Bad("def f(n: int):\n    [|n.bit_length()|]").Hidden(),
        Example.Bad("def f(xs):\n    [|reversed(xs)|]\n    return xs").Saying("`reversed()` makes a new iterator and leaves `xs` as it is; the new one is dropped").Hidden(),
        Example.Bad("xs = [2, 1]\n[|reversed(xs)|]\nprint(xs)", fixedTo: "xs = [2, 1]\nxs.reverse()\nprint(xs)").Hidden(),
        Example.Bad("def f(xs):\n    [|sorted(xs, key=len)|]\n    return xs").Hidden(),
        Example.Bad("s = {1}\n[|s.intersection([2])|]\n[|s.issubset([1])|]").Hidden(),
        Example.Bad("[|'a b'.split()|]").Saying("`'a b'.split()` makes a new list and leaves `'a b'` as it is; the new one is dropped").Hidden(),
        Example.Bad("s = 'x'\ndef f():\n    [|s.upper()|]\n    print(s)").OnlyAtModuleLevel("in a function it is the variable of another one just the same").Hidden(),
        Example.Bad("x = str(1)\n[|', '.join(['a', x])|]").Hidden(),
        Example.Good("def f(df):\n    df.replace(1, 2)\n    df.upper()\n    df.union(1)").Hidden(),
        Example.Good("s = 'a'\ntry:\n    s.encode('ascii')\n    s.index('b')\nexcept ValueError:\n    print('no')").Hidden(),
        Example.Good("import logging\nlog = logging.getLogger()\nlog.format('x')\nfrom unittest import mock\nm = mock.Mock()\nm.upper()").Hidden(),
        Example.Good("import pytest\ns = 'a'\nwith pytest.raises(TypeError):\n    s.strip(1)\nwith self.assertRaises(TypeError):\n    sorted(1)").Hidden(),
        Example.Good("xs = [1]\nxs.append(2)\nxs.pop()\ns = {1}\ns.add(2)\ns.pop()\ns.update([3])").Hidden(),
        Example.Good("def f(gen):\n    ','.join(gen)\n    ','.join(str(x) for x in gen)\n    sorted(g() for g in gen)").Hidden(),
        Example.Good("import tasks\ntasks.sorted([1])\ntasks.reversed(xs)").Hidden(),
        Example.Good("class Text(str):\n    def upper(self):\n        print(self)\nText('a').upper()").Hidden(),
        Example.Good("s = 'a' if input() else Builder()\ns.upper()").Hidden(),
        Example.Good("def check(s: str):\n    s.encode('ascii')\n    s.index('a')\ndef test_lower():\n    'ABC'.lower()").Hidden(),
        Example.Good("s = 'a'\nprint(s.upper())\nt = s.lower()\nassert s.isalpha()").Hidden(),
    ];

    /// <summary>What the types below call their methods: most calls go to others.</summary>
    private static readonly HashSet<string> Methods = FindMethods();

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitCallsOf([.. Methods, "sorted", "reversed"], Check);

    private static void Check(Call call, RuleContext context)
    {
        if (call.Parent is not ExprStmt statement)
        {
            return;
        }

        var receiver = call.Func switch
        {
            Attribute { Attr.Text: var method } function when IsPure(method, function.Value, call, context.Model) => function.Value,
            Name { Id: "sorted" or "reversed" } function when call.Args is [not Starred and var argument] && IsOnlyRead(argument) && context.Model.IsBuiltin(function) => argument,
            _ => null,
        };
        if (receiver is null || ExpectedError.IsAwaited(statement) || ShowsItsValue(statement, context) || TestCode.Holds(statement) || context.Model.IsReachable(statement) == Answer.No)
        {
            return;
        }

        var made = context.Model.TypeOf(call);
        var report = IsContent(made.Kind)
            ? context.Report(MakesNew, call.Span, TypeWords.OfCall(call, context), TypeWords.NameOf(made), TypeWords.Quote(receiver, context, "the old one"))
            : context.Report(OnlyTells, call.Span, TypeWords.OfCall(call, context));
        if (receiver is Name name && IsReadBehind(name, statement, context.Model))
        {
            AddFix(statement, call, name, made, report, context);
        }
    }

    private static bool IsPure(string method, Expr receiver, Call call, SemanticModel model)
    {
        var type = model.TypeOf(receiver);
        if (type.Kind == PyTypeKind.Union)
        {
            return type.Arguments is [{ Kind: PyTypeKind.Int }, { Kind: PyTypeKind.Bool }] && IsOf("int", method);
        }

        return type.Kind switch
        {
            // Joining runs a generator to its end, which may be what the call is for.
            PyTypeKind.Str or PyTypeKind.Bytes when method == "join" => call.Args is [var parts] && InPlaceMethods.KindOf(parts, model)
                is PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Set or PyTypeKind.Dict,
            PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.Tuple or PyTypeKind.FrozenSet or PyTypeKind.Int => IsOf(type.Name!, method),
            PyTypeKind.Set => IsOf("set", method) && !InPlaceMethods.Change(PyTypeKind.Set, method),
            _ => false,
        };
    }

    private static HashSet<string> FindMethods()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in (ReadOnlySpan<string>)["str", "bytes", "tuple", "frozenset", "int", "set"])
        {
            foreach (var member in Semantics.Knowledge.StandardLibrary.FindClass(type)?.OwnMembers ?? [])
            {
                var method = member.QualifiedName[(member.QualifiedName.LastIndexOf('.') + 1)..];
                if (!method.StartsWith('_') && method is not ("encode" or "decode" or "index" or "rindex"))
                {
                    found.Add(method);
                }
            }
        }

        return found;
    }

    private static bool IsOf(string type, string method) => Semantics.Knowledge.StandardLibrary.FindClass(type)?.FindMember(method) != null;

    /// <summary>False for what runs other code when it is iterated.</summary>
    private static bool IsOnlyRead(Expr argument) => argument is Name or Attribute or Subscript;

    private static bool IsContent(PyTypeKind kind) => kind
        is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Set or PyTypeKind.FrozenSet or PyTypeKind.Iterator;

    /// <summary>Where the cells of a notebook end the text doesn't tell, and the last line of each shows its value.</summary>
    private static bool ShowsItsValue(ExprStmt statement, RuleContext context) =>
        statement.Parent is Module && context.Text.Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody reads the variable later and expects it to have changed; and binding it here would bind the same variable.</summary>
    private static bool IsReadBehind(Name name, ExprStmt statement, SemanticModel model)
    {
        if (model.SymbolOf(name) is not { } symbol || symbol.Scope != model.ScopeOf(statement) || symbol.Scope.Kind is not (ScopeKind.Module or ScopeKind.Function))
        {
            return false;
        }

        return symbol.References[^1].Index >= statement.SubtreeEnd;
    }

    private static void AddFix(ExprStmt statement, Call call, Name name, PyType made, DiagnosticBuilder report, RuleContext context)
    {
        if (call.Func is Attribute && context.Model.TypeOf(name).Kind == made.Kind)
        {
            report.Fix(FixSafety.Unsafe, $"bind the result to `{name.Id}`", new TextEdit(new TextSpan(statement.Span.Start, statement.Span.Start), $"{name.Id} = "));
        }
        else if (call.Func is Name function && context.Model.TypeOf(name).Kind == PyTypeKind.List)
        {
            // Between the name and what follows it stands a comma or nothing.
            var rest = call.Keywords.IsEmpty ? ")" : context.Text.ToString(new TextSpan(call.Keywords[0].Span.Start, call.Span.End));
            var method = function.Id == "sorted" ? "sort" : "reverse";
            report.Fix(FixSafety.Unsafe, $"change `{name.Id}` in place", new TextEdit(call.Span, $"{name.Id}.{method}({rest}"));
        }
    }
}
