using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS310: a function binds a variable of its module, or a <c>global</c> statement does nothing.</summary>
public sealed class GlobalStatement : Rule
{
    private const string OnlyRead = "`global {name}` does nothing: {function} never binds `{name}`, and reading a global needs no declaration";
    private const string AtModuleLevel = "`global {name}` does nothing at module level: every name there is global already";

    /// <summary>A script so short is read at one glance, and so is who changes what.</summary>
    private const int FewLines = 40;

    private const int MostLabels = 3;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS310",
        Name = "global-statement",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["PLW0603", "PLW0602", "PLW0604", "W0603", "W0602", "global-variable-not-assigned", "W0604", "global-at-module-level", "E9997"],
        Message = "{function} rebinds the global `{name}`: calling it changes state that neither its parameters nor its result show",
        OtherMessages = [OnlyRead, AtModuleLevel],
        Why = "`global` sends the bindings of a name to the module, past the local scope. The function then depends on, and changes, something that its "
            + "signature doesn't mention: the order of calls matters, two tests share the variable, and two threads may lose updates of it. Reading a global "
            + "needs no declaration, and neither does changing the object that it holds (`cache[key] = value`).",
        Instead = "Take the value as a parameter and return the new one; state that several functions share belongs to an object whose methods they are. For a value "
            + "that is computed once, `@functools.cache` on a function without parameters does it.",
        Interview = new(
            "Why is a module-level variable that functions change through `global` hard to test, and what do you do instead?",
            "Each test finds what the one before has left, the function can't be called twice side by side, and nothing in its signature says so. I pass the state in and "
                + "return the new value, or make a class with it, so that each test and each thread has an object of its own. A constant, or a cache that nobody can tell "
                + "from a pure function, may stay global; the cost of the object is that somebody has to create it and hand it round."),
        FineWhen = "For a cache that is filled once, under a lock or when a test finds it empty, and in a script of less than 40 lines where one function alone writes the variable, the finding is an info. Tests that "
            + "replace a module's variable are not flagged.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad(
                """
                import json

                users = {}
                loaded = 0

                def load(path):
                    global [|loaded|]
                    with open(path, encoding="utf-8") as file:
                        loaded = loaded + 1
                        users.update(json.load(file))

                def reset():
                    global [|loaded|]
                    loaded = 0
                """)
                .Saying("`load` rebinds the global `loaded`: calling it changes state that neither its parameters nor its result show"),
            Example.Bad(
                """
                users = {}

                def add(user):
                    global [|users|]
                    users[user.name] = user
                """,
                fixedTo: """
                users = {}

                def add(user):
                    users[user.name] = user
                """).Saying("`global users` does nothing: `add` never binds `users`, and reading a global needs no declaration"),
            Example.Good(
                """
                users = {}

                def add(user):
                    users[user.name] = user
                """),
            Example.Good(
                """
                def count(words, total=0):
                    return total + len(words)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("global [|x|]\nx = 1", fixedTo: "x = 1").Saying("`global x` does nothing at module level: every name there is global already").Hidden(),
        Example.Bad("if ready:\n    global [|x|]\nx = 1", fixedTo: "if ready:\n    pass\nx = 1").Hidden(),
        Example.Bad("x, y = 1, 2\ndef f():\n    global [|x, y|]\n    return x + y", fixedTo: "x, y = 1, 2\ndef f():\n    return x + y").Hidden(),
        Example.Bad("def f():\n    global [|x|], [|y|]\n    x = 1\n    return y").Hidden(),
        Example.Bad("x = 1\ndef f():\n    global [|x|]; return x", fixedTo: "x = 1\ndef f():\n    pass; return x").Hidden(),
        Example.Bad("x = 1\ndef f():\n    global [|x|]  # the module's\n    return x", fixedTo: "x = 1\ndef f():\n    pass  # the module's\n    return x").Hidden(),
        Example.Bad("n = 0\ndef f():\n    global [|n|]\n    n += 1").Hidden(),
        Example.Bad("def f():\n    global [|n|]\n    for n in range(3): print(n)").Hidden(),
        Example.Bad("def f():\n    global [|os|]\n    import os").Hidden(),
        Example.Bad("def f():\n    global [|n|]\n    del n").Hidden(),
        Example.Bad("def f():\n    global [|g|]\n    def g(): pass").Hidden(),
        Example.Bad("def f(xs):\n    global [|last|]\n    return [last := x for x in xs]").Hidden(),
        Example.Bad("class A:\n    global [|n|]\n    n = 1").Saying("`A` rebinds the global `n`: calling it changes state that neither its parameters nor its result show").Hidden(),
        Example.Bad("import threading\nlock = threading.Lock()\nclient = None\ndef get():\n    global [|client|]\n    with lock:\n        if client is None:\n            client = connect()\n    return client").Hidden(),
        Example.Bad("best = 0\ndef setup():\n    global [|best|]\n    best = 3\ndef tests(n):\n    global [|best|]\n    best += n").Hidden(),
        Example.Good("import app\ndef test_it():\n    global limit\n    limit = 3\ndef setUpModule():\n    global server\n    server = start()").Hidden(),
        Example.Bad("version = None\ndef get():\n    global [|version|]\n    if version is None:\n        version = find()\n    return version").Hidden(),
        Example.Bad("x, y, z = 1, 2, 3\ndef f():\n    global [|x|], [|z|], [|y|]\n    z = x = 3\n    return y").Hidden(),
        Example.Good("def f():\n    global __doc__\n    __doc__ = 'x'").Hidden(),
        Example.Good("def outer():\n    x = 1\n    def inner():\n        global x\n        return x\n    return inner, x\nx = 2").Hidden(),
        Example.Good("def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    return g").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Global>(Check);

    private static void Check(Global statement, RuleContext context)
    {
        var scope = context.Model.ScopeOf(statement);
        var useless = new List<Identifier>();
        foreach (var name in statement.Names)
        {
            if (IsRefused(name, context))
            {
                continue;
            }

            if (scope == context.Model.Module)
            {
                useless.Add(name);
            }
            else if (scope.Entry(name.Text) is { } entry && (entry.Uses & NameUses.Bound) != 0)
            {
                if (!NameMangling.IsSpecial(name.Text) && !IsInTest(statement))
                {
                    ReportBinding(name, scope, context);
                }
            }
            else if (!IsHiddenAround(scope, name.Text))
            {
                useless.Add(name);
            }
        }

        if (useless.Count > 0)
        {
            ReportUseless(statement, useless, scope, context);
        }
    }

    /// <summary>True for a declaration that is a syntax error: that is all there is to say.</summary>
    private static bool IsRefused(Identifier name, RuleContext context)
    {
        foreach (var error in context.Tree.Errors)
        {
            if (error.Span == name.Span)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In a program, <c>setup()</c> and <c>test()</c> are no parts of tests.</summary>
    private static bool IsInTest(Global statement) => TestCode.Contains(statement)
        && (TestCode.IsFile(statement.Tree)
            || !(statement.Ancestor<FunctionDefinition>() is { Parent: Module, DecoratorList.IsEmpty: true, Name.Text: var name }
                && (name is "setup" or "teardown" || (name.StartsWith("test", StringComparison.Ordinal) && (name.Length == 4 || char.IsAsciiLetter(name[4]))))));

    /// <summary>True when a function around has a variable of the name, past which the declaration leads.</summary>
    private static bool IsHiddenAround(Scope scope, string name)
    {
        for (var around = scope.Parent; around is { Parent: not null }; around = around.Parent)
        {
            if (around.Kind != ScopeKind.Class && around.OwnSymbol(name) != null)
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportUseless(Global statement, List<Identifier> useless, Scope scope, RuleContext context)
    {
        var names = string.Join(", ", useless);
        var span = new TextSpan(useless[0].Span.Start, useless.Count == 1 ? useless[0].Span.End : statement.Span.End);
        var report = scope == context.Model.Module
            ? context.Report(AtModuleLevel, span, names)
            : context.Report(OnlyRead, span, names, ResolutionLabels.NameOf(scope));
        ResolutionLabels.AddLookup(report, useless[0].Span, scope, useless[0].Text, context.Model);
        report.Severity(Severity.Info).Help("Leave it out: without it the program does the same.").Fix(FixSafety.Safe, "remove what does nothing", Without(statement, useless, context.Text));
    }

    private static void ReportBinding(Identifier name, Scope scope, RuleContext context)
    {
        var symbol = context.Model.Module.OwnSymbol(name.Text);
        var isHarmless = symbol != null && ((IsOnlyWriter(symbol, scope, context.Model) && context.Text.LineCount < FewLines) || IsSetOnce(symbol, scope));
        var report = context.Report(name.Span, ResolutionLabels.NameOf(scope), name.Text).Severity(isHarmless ? Severity.Info : Severity.Warning);
        ResolutionLabels.AddLookup(report, name.Span, scope, name.Text, context.Model);
        if (symbol is null)
        {
            return;
        }

        var labels = 0;
        if (symbol.Bindings[0] is var first && first.Scope != scope)
        {
            report.Label(first.Span, $"the module's `{name}`");
            labels++;
        }

        foreach (var binding in BindingsIn(scope.Node, symbol))
        {
            if (labels < MostLabels && binding.Scope == scope)
            {
                report.Label(binding.Span, $"binds the module's `{name}`");
                labels++;
            }
        }
    }

    /// <summary>The bindings that stand in a node. They are in the order of the source, and a thousand functions may share the variable.</summary>
    private static ReadOnlySpan<NameBinding> BindingsIn(Node node, Symbol symbol)
    {
        var all = symbol.Bindings.AsSpan();
        return all[FirstFrom(node.Span.Start, all)..FirstFrom(node.Span.End, all)];
    }

    private static int FirstFrom(int offset, ReadOnlySpan<NameBinding> bindings)
    {
        var (low, high) = (0, bindings.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = bindings[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsOnlyWriter(Symbol symbol, Scope scope, SemanticModel model)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope != scope && binding.Scope != model.Module)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A cache: bound under a lock, or where a test has found that it has no value yet.</summary>
    private static bool IsSetOnce(Symbol symbol, Scope scope)
    {
        foreach (var binding in BindingsIn(scope.Node, symbol))
        {
            if (binding.Scope == scope && !IsUnderLock(binding.Node) && !IsUnderTest(binding.Node, symbol.Name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnderLock(Node node)
    {
        for (var with = node.Ancestor<WithStatement>(); with != null; with = with.Ancestor<WithStatement>())
        {
            foreach (var item in with.Items)
            {
                var name = item.ContextExpr switch
                {
                    Name { Id: var id } => id,
                    Attribute attribute => attribute.Attr.Text,
                    _ => "",
                };
                if (name.Contains("lock", StringComparison.OrdinalIgnoreCase) || name.Contains("mutex", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsUnderTest(Node node, string name)
    {
        for (var choice = node.Ancestor<If>(); choice != null; choice = choice.Ancestor<If>())
        {
            foreach (var part in choice.Tree.Subtree(choice.Test))
            {
                if (part is Name { Id: var id } && id == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static TextEdit Without(Global statement, List<Identifier> useless, SourceText text)
    {
        // Both are in source order.
        var (kept, next) = (new List<Identifier>(), 0);
        foreach (var name in statement.Names)
        {
            if (next < useless.Count && useless[next] == name)
            {
                next++;
            }
            else
            {
                kept.Add(name);
            }
        }

        return kept.Count == 0 ? StatementRemoval.EditFor(statement, text) : new TextEdit(statement.Span, $"global {string.Join(", ", kept)}");
    }
}
