using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow.Resources;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A file, archive, response or socket that nobody is sure to close.</summary>
/// <remarks>Where it is closed by hand on the way of success, finally-instead-of-with says what to write, and this rule yields to it.</remarks>
public sealed class OpenWithoutWith : Rule
{
    private const string Nameless = "nobody closes the {noun} that `{call}` opens: it has no name";
    private const string Never = "`{name}` is never closed";
    private const string Kept = "`{attribute}` is never closed: `{class}` has neither `close` nor `__exit__`";
    private const string Sometimes = "`{name}` stays open when something before `{name}.close()` raises";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS219",
        Name = "open-without-with",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["SIM115", "R1732", "consider-using-with", "WPS515"],
        Message = Nameless,
        OtherMessages = [Never, Kept, Sometimes],
        Why = "A file stays open until `close()`, or until Python destroys the object. CPython does that when the last reference goes, unless a traceback or a "
            + "cycle keeps one; other Pythons do it some time later. Until then what was written may still lie in a buffer, Windows lets nobody delete the "
            + "file, and a loop runs out of file descriptors. Python warns with a `ResourceWarning`, which is off by default.",
        Instead = "Write `with open(path) as file:`. It closes at the end of the block, also when the block raises. For one-liners `Path(path).read_text()` "
            + "opens and closes by itself; for a number of files that isn't known before there is `contextlib.ExitStack`.",
        Interview = new(
            "CPython closes a file when its last reference goes. Why use `with` all the same?",
            "Because that is a detail of one implementation, and a traceback, a cycle or a debugger that holds a reference puts it off even there. `with` "
            + "says in the source when the file is closed, and flushes it before the next line reads what was written. The trade-off: a resource that outlives "
            + "the function can't be in a `with`; then an object owns it, and has `close` and `__exit__` itself."),
        FineWhen = "When the function returns or yields the open file, when an object keeps it that can close it or lets others do so, or when it is passed to somebody who may: the rule is "
            + "silent there. A file that stays open as long as the program, such as a log, is fine too, and "
            + "in a test a variable may keep what it opened, and a line may only try to open.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                import json

                def load(path):
                    return json.load([|open(path, encoding="utf-8")|])
                """, fixedTo: """
                import json

                def load(path):
                    with open(path, encoding="utf-8") as file:
                        return json.load(file)
                """).Saying("nobody closes the file that `open(…)` opens: it has no name"),
            Example.Bad("""
                def count_lines(path):
                    source = [|open(path, encoding="utf-8")|]
                    lines = source.readlines()
                    return len(lines)
                """, fixedTo: """
                def count_lines(path):
                    with open(path, encoding="utf-8") as source:
                        lines = source.readlines()
                    return len(lines)
                """).Saying("`source` is never closed"),
            Example.Good("""
                def count_lines(path):
                    with open(path, encoding="utf-8") as source:
                        return len(source.readlines())
                """),
            Example.Good("""
                class Log:
                    def __init__(self, path):
                        self.file = open(path, "a", encoding="utf-8")

                    def close(self):
                        self.file.close()
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("text = [|open(p)|].read()  # all\n", fixedTo: "with open(p) as file:\n    text = file.read()  # all\n").Hidden(),
        Example.Bad("for line in [|open(p)|]:\n    # each\n    f(line)\n\n    g()\nh()", fixedTo: "with open(p) as file:\n    for line in file:\n        # each\n        f(line)\n\n        g()\nh()").Hidden(),
        Example.Bad("xs = [f(line) for line in [|open(p)|]]", fixedTo: "with open(p) as file:\n    xs = [f(line) for line in file]").Hidden(),
        Example.Bad("file = 1\ntext = [|open(p)|].read()").Hidden(),
        Example.Bad("[|open(p, 'w')|]").Hidden(),
        Example.Bad("if x: text = [|open(p)|].read()").Hidden(),
        Example.Bad("[|open(p)|].write('''a\nb''')").OnlyAtModuleLevel("a text over two lines changes with its indentation").Hidden(),
        Example.Bad("from urllib.request import urlopen\nurls = map(str.strip, [|urlopen(u)|])").Saying("nobody closes the response that `urlopen(…)` opens: it has no name").Hidden(),
        Example.Bad("import zipfile\nnames = [|zipfile.ZipFile(p)|].namelist()", fixedTo: "import zipfile\nwith zipfile.ZipFile(p) as archive:\n    names = archive.namelist()").Hidden(),
        Example.Bad("from pathlib import Path\ntext = [|Path(p).open()|].read()", fixedTo: "from pathlib import Path\nwith Path(p).open() as file:\n    text = file.read()").Hidden(),
        Example.Bad("import tempfile\nname = [|tempfile.NamedTemporaryFile(delete=False)|].name").Hidden(),
        Example.Bad("import tempfile\nfolder = [|tempfile.TemporaryDirectory()|]\nprint(folder.name)").Saying("`folder` is never closed").Hidden(),
        Example.Bad("import csv\nf = [|open(p)|]\nfor row in csv.reader(f):\n    g(row)", fixedTo: "import csv\nwith open(p) as f:\n    for row in csv.reader(f):\n        g(row)").Hidden(),
        Example.Bad("f = [|open(p)|]\nprint('a', file=f)\n\nprint('b')", fixedTo: "with open(p) as f:\n    print('a', file=f)\n\nprint('b')").Hidden(),
        Example.Bad("f = [|open(p)|]\ntext = f.read()\nf.close()").Saying("`f` stays open when something before `f.close()` raises").Hidden(),
        Example.Bad("import socket\ndef g():\n    s = [|socket.socket()|]\n    s.connect(('a', 1))\n    s.sendall(b'')").Hidden(),
        Example.Bad("def g(a):\n    f = [|open(a)|]\n    if f:\n        return f.read()").Hidden(),
        Example.Bad("class Log:\n    def __init__(self, p):\n        self.file = [|open(p, 'a')|]\n\n    def add(self, line):\n        self.file.write(line)").Saying("`self.file` is never closed: `Log` has neither `close` nor `__exit__`").Hidden(),
        Example.Bad("import socket\nclass Line:\n    pass\nclass Phone(Line):\n    def __init__(self):\n        self._s = None\n    def call(self, a):\n        self._s = [|socket.create_connection(a)|]\n        if self._s:\n            self._s.sendall(b'')").Hidden(),
        Example.Bad("import json\nclass A:\n    def g(self, p):\n        self.f: object = [|open(p)|]\n        self.rows = [row for row in self.f]\n        return json.load(self.f)").Hidden(),
        Example.Good("class A(Base):\n    def g(self, p):\n        self.f = open(p)").Hidden(),
        Example.Good("class A:\n    def __del__(self):\n        h()\nclass B(A):\n    def g(self, p):\n        self.f = open(p)").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\nclass B(A):\n    def close(self):\n        self.f.close()").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n    def stop(self):\n        self.f.close()").Hidden(),
        Example.Good("import socket\nclass A:\n    def g(self):\n        self.s = socket.socket()\n    def stop(self):\n        self.s.shutdown(2)").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n        h(self.f)").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n        return self.f").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n        with self.f:\n            h()").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\na = A()\na.g(p)\na.f.close()").Hidden(),
        Example.Good("import atexit\nclass A:\n    def g(self, p):\n        self.f = open(p)\n        atexit.register(self.f.close)").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n    def drop(self):\n        self.f = None").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n    def stop(self):\n        for kept in vars(self).values():\n            kept.close()").Hidden(),
        Example.Good("class A:\n    def g(self, p):\n        self.f = open(p)\n    def __getattr__(self, name):\n        return h(name)").Hidden(),
        Example.Good("import tempfile\nclass A:\n    def g(self):\n        self.d = tempfile.TemporaryDirectory()").Hidden(),
        Example.Good("class A:\n    def setUp(self):\n        self.f = open(p)").Hidden(),
        // Somebody else closes it, or may.
        Example.Good("def g(p):\n    return open(p)").Hidden(),
        Example.Good("def g(p):\n    f = open(p)\n    f.readline()\n    return f").Hidden(),
        Example.Good("from contextlib import ExitStack\nwith ExitStack() as stack:\n    fs = [stack.enter_context(open(p)) for p in ps]").From("pylint #5337, ruff #1945").Hidden(),
        Example.Good("async def g(stack):\n    f = stack.enter_context(open(p))\n    h = await stack.enter_async_context(open(p))\n    return f, h").From("pylint #4430, #9162").Hidden(),
        Example.Good("class A:\n    def setUp(self):\n        f = open(p)\n        self.addCleanup(f.close)").Hidden(),
        Example.Good("from contextlib import closing\nfrom urllib.request import urlopen\nwith closing(urlopen(u)) as r:\n    f(r)").Hidden(),
        Example.Good("f = open(p)\nwith f:\n    g(f.read())").Hidden(),
        Example.Good("f = open(p)\ntry:\n    g(f.read())\nfinally:\n    f.close()\n    h()").Hidden(),
        Example.Good("import subprocess\nsubprocess.Popen(['a'], stdout=open(p, 'w'))").Hidden(),
        Example.Good("import pytest\n@pytest.fixture\ndef g():\n    f = open(p)\n    yield f").Hidden(),
        Example.Good("class A:\n    def __enter__(self):\n        self.f = open(p)\n        return self").Hidden(),
        Example.Good("def g(p, keep):\n    f = open(p)\n    keep(f)").Hidden(),
        Example.Good("def g(p, xs):\n    xs.append(open(p))").Hidden(),
        Example.Good("log = open(p, 'a')\ndef g(x):\n    log.write(x)").Hidden(),
        Example.Good("f = open(p)\ndef g():\n    return f.read()").OnlyAtModuleLevel("the name is one of the module").Hidden(),
        Example.Good("import sys\nf = open(p) if p else sys.stdin\nf.read()").Hidden(),
        Example.Good("open(p, 'w').close()").Hidden(),
        Example.Good("def g(fd):\n    return open(fd, closefd=False).read()").Hidden(),
        Example.Good("import tempfile\nf = tempfile.NamedTemporaryFile(delete=False)\nf.close()").Hidden(),
        Example.Good("import pytest\ndef g():\n    with pytest.raises(OSError):\n        open('missing')").Hidden(),
        Example.Good("try:\n    open(p)\nexcept FileNotFoundError:\n    g()").Hidden(),
        Example.Good("import socket\ns = socket.socket()\ns.connect(a)\ns = None").Hidden(),
        Example.Good("import socket\ndef test_g():\n    s = socket.socket()\n    s.connect(a)").Hidden(),
        Example.Good("import tempfile\ndef test_g():\n    tempfile.TemporaryFile()").Hidden(),
        Example.Good("def test_g(self):\n    def attempt():\n        open(p, 'w').write('a')\n    self.assertRaises(OSError, attempt)").Hidden(),
        Example.Bad("def test_g():\n    assert [|open(p)|].read() == 'a'").Hidden(),
        Example.Good("from urllib.request import urlopen\nkind = urlopen('data:,').info()").Hidden(),
        Example.Good("from archive import *\ndef g():\n    return open(p).read()").Hidden(),
        Example.Good("import webbrowser\nwebbrowser.open(p)").Hidden(),
        Example.Good("def g(door):\n    door.open()\n    door.open().read()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitCallsOf(Opener.Names.Items.AsSpan(), Check);

    private static void Check(Call call, RuleContext context)
    {
        if (Opener.Of(call, context.Model) is not { EndsTransaction: false } opener || IsInEnter(call) || IsTried(call))
        {
            return;
        }

        if (call.Parent is Assign { Targets: [Name variable] } opening)
        {
            CheckVariable(call, opening, variable, context);
        }
        else if (KeptByObject.Of(call, context.Model) is { } kept)
        {
            if (!TestCode.Holds(call) && !BrokenCode.Is(kept.Owner, context.Tree))
            {
                context.Report(Kept, call.Span, context.TextOf(kept.Target), kept.Owner.Name.Text)
                    .Label(kept.Owner.Name.Span, "can't close what it keeps")
                    .Help($"Give `{kept.Owner.Name.Text}` a `close` that closes it, and `__enter__` and `__exit__` for `with`; or open it, in a `with`, where it is needed.");
            }
        }
        else if (IsDropped(call, context.Model))
        {
            var found = context.Report(Nameless, call.Span, opener.Noun, Shown(call, context));
            var edits = opener.Variable is { } name && StatementOf(call) is { } statement ? WithFix.Around(statement, call, name, context) : [];
            if (edits.Length > 0)
            {
                found.Fix(FixSafety.Unsafe, "write `with`", edits);
            }
        }
    }

    /// <summary>What an <c>__enter__</c> opens its <c>__exit__</c> closes.</summary>
    private static bool IsInEnter(Call call) => call.Ancestor<FunctionDefinition>() is { Name.Text: "__enter__" or "__aenter__" };

    /// <summary>True where it is to fail, or isn't the real thing: right below a <c>with</c> that says so, or alone in a <c>try</c>.</summary>
    private static bool IsTried(Call call)
    {
        for (var around = call.Parent; around is not (null or FunctionDefinition or ClassDef); around = around.Parent)
        {
            if (around is WithStatement with)
            {
                foreach (var item in with.Items)
                {
                    var name = item.ContextExpr is Call maker ? HandedOver.NameOf(maker.Func) : "";
                    if (name.Contains("raises", StringComparison.OrdinalIgnoreCase) || name is "patch" or "object" or "mock_open")
                    {
                        return true;
                    }
                }
            }
        }

        return IsInline(call) || call.Parent is ExprStmt { Parent: TryStatement { Body.Length: 1 } } || TestCode.IsInHelper(call) || (call.Parent is ExprStmt && TestCode.Holds(call));
    }

    /// <summary>True for an address that holds the data itself, so that there is nothing to close.</summary>
    private static bool IsInline(Call call) => call.Args is [Constant { Value: string address }, ..] && address.StartsWith("data:", StringComparison.Ordinal);

    /// <summary>True for a call whose result only the expression around has, and that doesn't keep it.</summary>
    private static bool IsDropped(Call call, SemanticModel model) => call.Parent switch
    {
        Attribute { Parent: Call } method => !Opener.IsCloser(method.Attr.Text) && method.Attr.Text is not ("__enter__" or "fileno"),
        Attribute { Ctx: ExprContext.Load } attribute => !Opener.IsCloser(attribute.Attr.Text),
        ForStatement or Comprehension or ExprStmt => true,
        _ => ResourceUses.IsReader(call, model),
    };

    /// <summary>The statement that a <c>with</c> could stand around; null where it does more with the call than once.</summary>
    private static Stmt? StatementOf(Call call)
    {
        Node around = call;
        while (around.Parent is Expr or Keyword or Comprehension)
        {
            around = around.Parent;
            if (around is Lambda or GeneratorExp || (around is BoolOp or IfExp))
            {
                return null;
            }
        }

        return around.Parent is Assign or Return or ExprStmt || (around.Parent is For loop && loop.Iter == around) ? (Stmt)around.Parent
            : around is Stmt simple and (Assign or Return or ExprStmt) ? simple
            : null;
    }

    private static void CheckVariable(Call call, Assign opening, Name variable, RuleContext context)
    {
        if (context.Model.SymbolOf(variable) is not { } symbol || symbol.Scope != context.Model.ScopeOf(opening))
        {
            return;
        }

        var uses = ResourceUses.Of(symbol, context.Model);
        if (uses.IsGone || uses.IsShared || TestCode.Holds(call) || (symbol.Scope.Node is Stmt body ? BrokenCode.Is(body, context.Tree) : context.Tree.HasParseErrors))
        {
            return;
        }

        if (uses.Closes.Count == 0)
        {
            var found = context.Report(Never, call.Span, variable.Id);
            if (symbol.Bindings.Length == 1 && LastUse(opening, symbol) is { } last && WithFix.Around(opening, variable, last, null, context) is { Length: > 0 } edits)
            {
                found.Fix(FixSafety.Unsafe, "write `with`", edits);
            }
        }
        else if (HandClosing.Of(opening, uses) is { IsSure: false } closing)
        {
            context.Report(Sometimes, call.Span, variable.Id)
                .Label(closing.Statement.Span, "is skipped then")
                .YieldTo("PLS218", call.Span.Start);
        }
    }

    /// <summary>The last statement of the block that uses it; null where a use stands elsewhere.</summary>
    private static Stmt? LastUse(Assign opening, Symbol symbol)
    {
        Stmt? last = null;
        var behind = StatementLists.Behind(opening);
        foreach (var use in symbol.References)
        {
            var at = StatementLists.IndexIn(behind, use);
            if (at < 0)
            {
                return null;
            }

            last = last is null || behind[at].Index > last.Index ? behind[at] : last;
        }

        return last;
    }

    private static string Shown(Call call, RuleContext context) =>
        (call.Func is Attribute { Value: not (Name or Attribute) } method ? $"….{method.Attr.Text}" : context.TextOf(call.Func)) + "(…)";
}
