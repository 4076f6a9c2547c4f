using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Shadowing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS302: a parameter has the name of a built-in.</summary>
public sealed class ShadowedBuiltinParameter : Rule
{
    private const string Calls = "{function} calls its parameter `{name}` where the built-in `{name}` may be meant";

    private const int MostLabels = 4;

    private static readonly RuleOption<ImmutableArray<string>> Allow = RuleOption.Words(
        "allow",
        "Built-ins whose names parameters may have, such as `id`.");

    private static readonly string[] Common = ["dict", "input", "len", "list", "max", "min", "set", "str", "sum"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS302",
        Name = "shadowed-builtin-parameter",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["A002", "A006", "W0622", "redefined-builtin"],
        Message = "the parameter `{name}` hides the built-in `{name}` in {function}",
        OtherMessages = [Calls],
        Why = "A parameter is a local variable, and the local scope is the first in which Python looks. In the whole function the name means "
            + "the argument: whoever adds a line that needs the built-in `list` or `max` there calls the argument and gets a TypeError.",
        Instead = "Say what the argument is: `names` for `list`, `text` for `str`. Where nothing better comes to mind, a trailing underscore "
            + "keeps the two apart (PEP 8): `id_`.",
        Interview = new(
            "You review `def find(list, id):`. What do you say, and would you rename the parameters of a published function?",
            "Inside it neither `list()` nor `id()` can be called, since local names win over built-ins, and readers have to remember that. I would "
                + "rename both. In a published function the names are part of the interface, because callers may pass `id=3`, so there I leave it, "
                + "or make the parameter positional-only first; an API that mirrors a schema with a field `id` may have it keyword-only on purpose."),
        FineWhen = "Where a base class or protocol fixes the name (`log_message(self, format, *args)`), or the route of a web framework does (`/users/<id>`): those are not flagged. For keyword-only parameters that "
            + "mirror the field of a schema, and rare built-ins, the finding is an info.",
        Fix = FixSafety.Unsafe,
        Options = [Allow],
        Examples =
        [
            Example.Bad(
                """
                def longest([|list|]):
                    return max(list, key=len)

                print(longest(list=["a", "bb"]))
                """,
                fixedTo: """
                def longest(list_):
                    return max(list_, key=len)

                print(longest(list_=["a", "bb"]))
                """).Saying("the parameter `list` hides the built-in `list` in `longest`"),
            Example.Bad(
                """
                def describe([|str|]):
                    return str(len(str))

                describe("abc")
                """,
                fixedTo: """
                def describe(str_):
                    return str(len(str_))

                describe("abc")
                """).Saying("`describe` calls its parameter `str` where the built-in `str` may be meant").Raising("TypeError"),
            Example.Good(
                """
                def longest(words):
                    return max(words, key=len)
                """),
            Example.Good(
                """
                from http.server import BaseHTTPRequestHandler

                class Quiet(BaseHTTPRequestHandler):
                    def log_message(self, format, *args):
                        pass
                """).From("ruff #12415, pylint #11438"),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("f = lambda [|id|], *[|map|]: (id, map)").Hidden(),
        Example.Bad("rows.sort(key=lambda [|input|]: input[1])", fixedTo: "rows.sort(key=lambda input_: input_[1])").Hidden(),
        Example.Bad("def f([|id|], /, [|max|]=1, *[|zip|], [|type|]=None, **[|vars|]): pass").Hidden(),
        Example.Bad("async def f([|list|]): return list").Hidden(),
        Example.Bad("class A:\n    def f(self, [|list|]): return list\nA().f(list=1)", fixedTo: "class A:\n    def f(self, list_): return list_\nA().f(list_=1)").Hidden(),
        Example.Bad("class A:\n    def f(self, [|list|]): return list\nx.f(list=1)").Hidden(),
        Example.Bad("class A:\n    def __init__(self, [|id|]): self.id = id\nA(id=1)", fixedTo: "class A:\n    def __init__(self, id_): self.id = id_\nA(id_=1)").Hidden(),
        Example.Bad("class A(Base):\n    def __init__(self, [|id|]): self.id = id").Hidden(),
        Example.Bad("class A:\n    def f(self, x): return x\nclass B(A):\n    def f(self, [|set|]): return set").Hidden(),
        Example.Bad("class A:\n    def f(self, [|set|]): return set\nclass B(A):\n    def f(self, set): return set").Hidden(),
        Example.Bad("class A:\n    def fill(self, [|vars|]):\n        for name in vars:\n            setattr(self, name, vars[name])").Hidden(),
        Example.Bad("import unittest\nclass Checks(unittest.TestCase):\n    def check(self, [|input|], expected):\n        self.assertEqual(run(input), expected)").Hidden(),
        Example.Good("import unittest\nclass Checks(unittest.TestCase):\n    def _check(self, input, expected):\n        self.assertEqual(run(input), expected)").Hidden(),
        Example.Bad("def f([|id|]):\n    return locals()").Hidden(),
        Example.Bad("def f([|id|]):\n    id_ = 3\n    return id, id_").Hidden(),
        Example.Bad("def f([|id|]):\n    def g(): return id\n    return g", fixedTo: "def f(id_):\n    def g(): return id_\n    return g").Hidden(),
        Example.Bad("def f([|sum|]):\n    sum += 1\n    return sum", fixedTo: "def f(sum_):\n    sum_ += 1\n    return sum_").Hidden(),
        Example.Bad("from functools import partial\ndef f([|id|]): return id\ng = partial(f, id=3)").Hidden(),
        Example.Bad("def f(*, [|id|], x): return id, x").Hidden(),
        Example.Good("from typing import override, overload, Protocol\n@overload\ndef f(id: int): ...\nclass A(B):\n    @override\n    def g(self, type): ...\nclass P(Protocol):\n    def h(self, id): ...").Hidden(),
        Example.Good("class A(Base):\n    def f(self, list): return list").Hidden(),
        Example.Good("import logging\nclass H(logging.Formatter):\n    def __init__(self, fmt): super().__init__(fmt)\nimport json\nclass E(json.JSONEncoder):\n    def default(self, o): return o").Hidden(),
        Example.Good("class A:\n    def __exit__(self, type, value, traceback): return False\n    def __get__(self, obj, type=None): return obj").Hidden(),
        Example.Good("def f(id_, kind, _, license): pass\ndef g(__doc__, copyright): pass").Hidden(),
        Example.Good("def f(xs, len=len, *, hash=hash): return hash(len(xs))").Hidden(),
        Example.Good("from fast import *\ndef f(xs, len=len): return len(xs)").Hidden(),
        Example.Good("@app.route('/users/<int:id>')\ndef show(id): return id\n@api.get('/users/{id}')\ndef get(id): return id").Hidden(),
        Example.Bad("def f(xs, [|filter|]=None):\n    return filter(xs) if filter else xs", fixedTo: "def f(xs, filter_=None):\n    return filter_(xs) if filter_ else xs")
            .Saying("the parameter `filter` hides the built-in `filter` in `f`").Hidden(),
        Example.Good("def f(x=id, *, y=list): return x, y").Hidden(),
        Example.Good("f(id=3)\nclass A:\n    id = 3\n    def type(self): pass").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Arg>(Check);

    private static void Check(Arg parameter, RuleContext context)
    {
        var name = parameter.Name.Text;
        if (!Builtins.Contains(name) || name.StartsWith('_') || ShadowedBuiltin.IsNoise(name) || parameter.Parent is not Arguments { Parent: { } function } arguments
            || context.Option(Allow).Contains(name) || context.Text.Path.EndsWith(".pyi", StringComparison.OrdinalIgnoreCase)
            || IsBuiltinItself(parameter, arguments, context) || (function is FunctionDefinition definition && DictatedNames.IsDictated(definition, name, context.Model)))
        {
            return;
        }

        if (Parameters.SymbolOf(function, parameter, context.Model) is { } symbol)
        {
            Report(parameter, function, symbol, arguments.KwOnlyArgs.Contains(parameter), context);
        }
    }

    private static void Report(Arg parameter, Node function, Symbol symbol, bool isKeywordOnly, RuleContext context)
    {
        var name = parameter.Name;
        var title = function is FunctionDefinition { Name: var called } ? $"`{called}`" : "this lambda";
        var uses = ShadowedUses.Of(symbol, context.Model);
        var isCalled = uses.Worst == NameUse.CalledUnknown && parameter.Annotation is null && IsData(uses, context.Model);
        var finding = isCalled ? context.Report(Calls, name.Span, title, name.Text) : context.Report(name.Span, name.Text, title);
        finding.Severity(isCalled || (!isKeywordOnly && function is FunctionDefinition && Array.IndexOf(Common, name.Text) >= 0) ? Severity.Warning : Severity.Info);
        ResolutionLabels.AddStop(finding, name.Span, $"local to {title}", symbol, context.Model);
        LabelUses(finding, name.Text, uses, isCalled);
        uses.LeaveToCalls(finding);
        if (BetterNames.For(name.Text) is { } better)
        {
            finding.Help($"say what the argument is: {better}; where nothing better comes to mind, `{name}_` keeps the two apart");
        }

        if (RenameFix.EditsFor(symbol, uses, context) is { } edits)
        {
            var all = new List<TextEdit>(edits);
            if (isCalled)
            {
                KeepCalls(all, uses);
            }

            if (KeywordCallers.AddEdits(function, parameter, name.Text + "_", context, all))
            {
                finding.Fix(FixSafety.Unsafe, $"rename `{name}` to `{name}_`, also where this file passes it by name", [.. all]);
            }
        }
    }

    /// <summary>Who calls a number or a text means the built-in, which is there again once the parameter has another name.</summary>
    private static void KeepCalls(List<TextEdit> edits, ShadowedUses uses)
    {
        foreach (var (read, use) in uses.All)
        {
            for (var i = edits.Count - 1; use == NameUse.CalledUnknown && i >= 0; i--)
            {
                if (edits[i].Span == read.Span)
                {
                    edits.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>True when the argument is used as no function is: iterated, indexed, measured, calculated with.</summary>
    private static bool IsData(ShadowedUses uses, SemanticModel model)
    {
        foreach (var (read, _) in uses.All)
        {
            var isData = read.Parent switch
            {
                ForStatement loop => loop.Iter == read,
                Comprehension clause => clause.Iter == read,
                Subscript subscript => subscript.Value == read,
                BinOp => true,
                Call call => call.Func != read && (model.IsBuiltin(call.Func, "len") || model.IsBuiltin(call.Func, "sum") || model.IsBuiltin(call.Func, "enumerate")
                    || model.IsBuiltin(call.Func, "sorted")),
                _ => false,
            };
            if (isData)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the idiom <c>def f(x, len=len)</c>, which makes the built-in, or what replaces it in the module, a local variable on purpose.</summary>
    private static bool IsBuiltinItself(Arg parameter, Arguments arguments, RuleContext context)
    {
        foreach (var node in context.Tree.All<Name>(arguments))
        {
            if (node is { Id: var id } && node.Parent == arguments && id == parameter.Name.Text)
            {
                return true;
            }
        }

        return false;
    }

    private static void LabelUses(DiagnosticBuilder finding, string name, ShadowedUses uses, bool isCalled)
    {
        var labels = 0;
        foreach (var (read, use) in uses.All)
        {
            if (labels < MostLabels && (!isCalled || use == NameUse.CalledUnknown))
            {
                finding.Label(read.Span, use == NameUse.CalledUnknown ? $"calls the argument, not the built-in `{name}`" : "the argument, not the built-in");
                labels++;
            }
        }
    }
}
