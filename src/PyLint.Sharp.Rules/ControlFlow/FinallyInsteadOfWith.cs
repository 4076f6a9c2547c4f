using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow.Resources;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A resource that is closed, or a lock that is released, by hand where a <c>with</c> would do it.</summary>
public sealed class FinallyInsteadOfWith : Rule
{
    /// <summary>Nobody holds a lock over more nodes than this by a look; to go through a whole file from each lock would take quadratic time.</summary>
    private const int LongestHold = 2048;

    private const string Finally = "`{close}` in a `finally` is what `with {opening} as {name}:` does by itself";
    private const string Success = "`{close}` is skipped when something before it raises: `with {opening} as {name}:` closes always";
    private const string Transaction = "`{close}` is what `with contextlib.closing({opening}) as {name}:` does by itself";
    private const string LockSuccess = "`{close}` is skipped when something before it raises: `with {lock}:` releases always";
    private const string Lock = "`{close}` in a `finally` is what `with {lock}:` does by itself";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS218",
        Name = "finally-instead-of-with",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Info,
        Aliases = ["SIM115", "R1732", "consider-using-with"],
        Message = Finally,
        OtherMessages = [Success, Transaction, Lock, LockSuccess],
        Why = "A `with` calls `__enter__` before its block and `__exit__` behind it, whether the block ends, returns or raises. That is a `try`/`finally` which "
            + "nobody can forget or put in the wrong place: with the opening inside the `try`, for one, a failed `open` ends in a `NameError` from the `finally`.",
        Instead = "Write `with open(path) as file:` or `with lock:`. The `with` of a database connection ends a transaction and closes nothing; there "
            + "`contextlib.closing(connection)` closes.",
        Interview = new(
            "What does `with` guarantee, and what does it not?",
            "That `__exit__` runs when the block is left, by whichever way, once `__enter__` has succeeded. What `__exit__` does is the object's own affair: a file is "
            + "closed, a lock released, but a `sqlite3` connection commits or rolls back and stays open. So I look it up, and use `contextlib.closing` where "
            + "it isn't what I want. `finally` stays right for clean-up that belongs to no object."),
        FineWhen = "When several resources have lives of different length, when the object is kept or returned, and in methods that close or exit themselves: the rule is "
            + "silent there. In a test it leaves alone what a failure would leave open.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                def first_line(path):
                    file = [|open(path, encoding="utf-8")|]
                    try:
                        return file.readline()
                    finally:
                        file.close()
                """, fixedTo: """
                def first_line(path):
                    with open(path, encoding="utf-8") as file:
                        return file.readline()
                """).Saying("`file.close()` in a `finally` is what `with open(…) as file:` does by itself"),
            Example.Bad("""
                def save(path, text):
                    file = [|open(path, "w", encoding="utf-8")|]
                    file.write(text)
                    file.close()
                """, fixedTo: """
                def save(path, text):
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(text)
                """).Saying("`file.close()` is skipped when something before it raises: `with open(…) as file:` closes always"),
            Example.Good("""
                def first_line(path):
                    with open(path, encoding="utf-8") as file:
                        return file.readline()
                """),
            Example.Good("""
                import sqlite3
                from contextlib import closing

                def users(path):
                    with closing(sqlite3.connect(path)) as connection:
                        return connection.execute("SELECT name FROM user").fetchall()
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("import threading\nlock = threading.Lock()\ndef g():\n    [|lock.acquire()|]\n    try:\n        f()  # in turn\n    finally:\n        lock.release()\n    h()",
            fixedTo: "import threading\nlock = threading.Lock()\ndef g():\n    with lock:\n        f()  # in turn\n    h()").Saying("`lock.release()` in a `finally` is what `with lock:` does by itself").Hidden(),
        Example.Bad("import threading\nclass A:\n    def __init__(self):\n        self._lock = threading.RLock()\n    def g(self):\n        [|self._lock.acquire()|]\n        try:\n            f()\n        finally:\n            self._lock.release()").Hidden(),
        Example.Bad("import threading\nlock = threading.Lock()\ndef g():\n    [|lock.acquire()|]\n    f()  # in turn\n    lock.release()\n    h()",
            fixedTo: "import threading\nlock = threading.Lock()\ndef g():\n    with lock:\n        f()  # in turn\n    h()").Saying("`lock.release()` is skipped when something before it raises: `with lock:` releases always").Hidden(),
        Example.Bad("import threading\nclass A:\n    def __init__(self):\n        self._lock = threading.RLock()\n    def g(self):\n        [|self._lock.acquire()|]\n        try:\n            f()\n        except OSError:\n            h()\n        self._lock.release()").Hidden(),
        Example.Bad("import multiprocessing\nclass A:\n    __gate = multiprocessing.Semaphore(3)\n    def g(self):\n        [|self.__gate.acquire()|]\n        try:\n            f()\n        finally:\n            self.__gate.release()").Hidden(),
        Example.Good("import threading\nclass A:\n    lock = threading.Lock()\n    def use(self, lock):\n        self.lock = lock\n    def g(self):\n        self.lock.acquire()\n        f()\n        self.lock.release()").Hidden(),
        Example.Good("import threading\nlock = threading.Lock()\ndef g():\n    lock.acquire()\n    x = 1\n    lock.release()\n    return x").Hidden(),
        Example.Good("import threading\nlock = threading.Lock()\ndef g():\n    lock.acquire()\n    if f():\n        lock.release()\n        return\n    h()\n    lock.release()").Hidden(),
        Example.Good("import threading\nlock = threading.Lock()\ndef g():\n    lock.release()\n    f()\n    lock.acquire()").Hidden(),
        Example.Good("import threading\na = threading.Lock()\nb = threading.Lock()\ndef g():\n    a.acquire()\n    f()\n    b.release()").Hidden(),
        Example.Good("import threading\nlock = threading.Lock()\ndef test_g():\n    lock.acquire()\n    f()\n    lock.release()").Hidden(),
        Example.Good("def g(door):\n    door.acquire()\n    f()\n    door.release()").Hidden(),
        Example.Bad("import sqlite3\nc = [|sqlite3.connect(p)|]\ntry:\n    f(c)\nfinally:\n    c.close()").Saying("`c.close()` is what `with contextlib.closing(sqlite3.connect(…)) as c:` does by itself").Hidden(),
        Example.Bad("import sqlite3\nc = [|sqlite3.connect(p)|]\nf(c)\nc.close()").Saying("`c.close()` is skipped when something before it raises: `with contextlib.closing(sqlite3.connect(…)) as c:` closes always").Hidden(),
        Example.Bad("f = None\ntry:\n    f = [|open(p)|]\n    g(f)\nfinally:\n    if f:\n        f.close()").Hidden(),
        Example.Bad("try:\n    f = [|open(p)|]\n    g(f)\nfinally:\n    f.close()").Hidden(),
        Example.Bad("f = [|open(p)|]\ntry:\n    g(f)\nexcept OSError:\n    h()\nfinally:\n    f.close()").Hidden(),
        Example.Bad("f = [|open(p)|]\ng(f)\nf.close()  # done\nh()", fixedTo: "with open(p) as f:\n    g(f)\nh()").Hidden(),
        Example.Bad("f = [|open(p)|]; g(f)\nf.close()").Hidden(),
        Example.Bad("import socket\ns = [|socket.socket()|]\ns.connect(a)\ns.close()", fixedTo: "import socket\nwith socket.socket() as s:\n    s.connect(a)").Hidden(),
        Example.Bad("def g(p, q):\n    f = [|open(p)|]\n    try:\n        h(f)\n    finally:\n        f.close()\n    f = [|open(q)|]\n    try:\n        h(f)\n    finally:\n        f.close()",
            fixedTo: "def g(p, q):\n    with open(p) as f:\n        h(f)\n    with open(q) as f:\n        h(f)").Hidden(),
        Example.Bad("class A:\n    def g(self, p):\n        f = [|open(p)|]\n        try:\n            self.f = f\n            h(self)\n        finally:\n            f.close()").Hidden(),
        Example.Good("def g(p):\n    f = open(p)\n    try:\n        h(f)\n        f = other()\n    finally:\n        f.close()").Hidden(),
        Example.Good("import socket\ns = socket.socket(fileno=n)\ntry:\n    g(s)\nfinally:\n    s.detach()").Hidden(),
        Example.Good("f = open(p)\nf.close()").Hidden(),
        Example.Good("a = open(p)\nb = open(q)\ntry:\n    g(a, b)\nfinally:\n    a.close()\n    b.close()").Hidden(),
        Example.Good("f = open(p)\ntry:\n    g(f)\nfinally:\n    f.close()\n    h()").Hidden(),
        Example.Good("def g(p):\n    f = open(p)\n    try:\n        h(f)\n    except OSError:\n        f.close()\n        raise\n    return f").Hidden(),
        Example.Good("import socket\ndef test_g():\n    s = socket.socket()\n    s.connect(a)\n    s.close()").Hidden(),
        Example.Good("class A:\n    def close(self):\n        f = open(self.p, 'w')\n        f.write('done')\n        f.close()").Hidden(),
        Example.Good("class A:\n    def g(self):\n        f = open(p)\n        self.f = f\n        h()\n        f.close()").Hidden(),
        Example.Good("c = connect(p)\ntry:\n    g(c)\nfinally:\n    c.close()").Hidden(),
        Example.Good("import http.client\nc = http.client.HTTPConnection(h)\ntry:\n    g(c)\nfinally:\n    c.close()").Hidden(),
        Example.Good("def g(door):\n    door.acquire()\n    try:\n        f()\n    finally:\n        door.release()").Hidden(),
        Example.Good("import threading\nlock = threading.Lock()\ndef g():\n    lock.acquire(timeout=3)\n    try:\n        f()\n    finally:\n        lock.release()").Hidden(),
        Example.Good("import threading\na = threading.Lock()\nb = threading.Lock()\ndef g():\n    a.acquire()\n    try:\n        f()\n    finally:\n        b.release()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.VisitCallsOf(Opener.Names.Items.AsSpan(), CheckOpening);
        on.Visit<Try>(CheckLock);
        on.VisitCallsOf(["acquire"], CheckHeldLock);
    }

    private static void CheckOpening(Call call, RuleContext context)
    {
        if (call.Parent is not Assign { Targets: [Name variable] } opening || Opener.Of(call, context.Model) is not { Noun: not "folder" } opener
            || context.Model.SymbolOf(variable) is not { } symbol || symbol.Scope != context.Model.ScopeOf(opening))
        {
            return;
        }

        if ((HandClosing.RightBehind(opening, symbol) ?? ClosingOf(opening, symbol, context.Model)) is not { } closing || (!closing.IsSure && TestCode.Holds(opening)))
        {
            return;
        }

        var (close, shown) = (context.TextOf(closing.Statement), context.TextOf(call.Func) + "(…)");
        var message = closing.IsSure ? (opener.EndsTransaction ? Transaction : Finally) : Success;
        var found = context.Report(message, call.Span, close, opener.EndsTransaction && !closing.IsSure ? $"contextlib.closing({shown})" : shown, variable.Id)
            .Label(closing.Statement.Span, closing.IsSure ? "closes by hand" : "only success comes here");
        if (!closing.IsSure)
        {
            found.Severity(Severity.Warning);
        }

        if (!opener.EndsTransaction && EditsFor(opening, variable, closing, context) is { Length: > 0 } edits)
        {
            found.Fix(FixSafety.Unsafe, "write `with`", edits);
        }
    }

    private static HandClosing? ClosingOf(Assign opening, Symbol variable, SemanticModel model) =>
        ResourceUses.Of(variable, model) is { IsGone: false } uses ? HandClosing.Of(opening, uses) : null;

    private static TextEdit[] EditsFor(Assign opening, Name variable, HandClosing closing, RuleContext context)
    {
        if (closing.Attempt is { } attempt)
        {
            return StatementLists.Behind(opening) is [var next, ..] && next == attempt
                ? WithFix.InPlaceOf(opening, $"with {context.TextOf(opening.Value)} as {variable.Id}:", attempt, context)
                : [];
        }

        return WithFix.Around(opening, variable, closing.Statement, closing.Statement, context);
    }

    private static void CheckLock(Try attempt, RuleContext context)
    {
        if (attempt is not { FinalBody: [ExprStmt { Value: Call { Func: Attribute { Attr.Text: "release", Value: var released }, Args: [], Keywords: [] } } close] }
            || Before(attempt) is not ExprStmt { Value: Call { Func: Attribute { Attr.Text: "acquire", Value: var acquired }, Args: [], Keywords: [] } call } opening)
        {
            return;
        }

        var name = context.TextOf(acquired);
        if (name != context.TextOf(released) || !HasEnter(acquired, context.Model))
        {
            return;
        }

        var found = context.Report(Lock, call.Span, context.TextOf(close), name).Label(close.Span, "releases by hand");
        if (WithFix.InPlaceOf(opening, $"with {name}:", attempt, context) is { Length: > 0 } edits)
        {
            found.Fix(FixSafety.Unsafe, "write `with`", edits);
        }
    }

    /// <summary>A lock that is taken and released in one block, without <c>try</c>.</summary>
    private static void CheckHeldLock(Call call, RuleContext context)
    {
        if (call.Parent is not ExprStmt opening || !IsCallOf("acquire", opening, out var acquired) || FindRelease(opening, context.TextOf(acquired), context) is not { } close || !HasEnter(acquired, context.Model)
            || TestCode.Holds(opening))
        {
            return;
        }

        var name = context.TextOf(acquired);
        var found = context.Report(LockSuccess, opening.Value.Span, context.TextOf(close), name).Severity(Severity.Warning).Label(close.Span, "only success comes here");
        if (WithFix.Around(opening, $"with {name}:", close, close, context) is { Length: > 0 } edits)
        {
            found.Fix(FixSafety.Unsafe, "write `with`", edits);
        }
    }

    /// <summary>
    /// The one statement behind, in the same block, that releases the lock, with something between that may raise; null where another place of that
    /// block takes or releases it too.
    /// </summary>
    private static ExprStmt? FindRelease(ExprStmt opening, string name, RuleContext context)
    {
        var mayRaise = false;
        foreach (var statement in StatementLists.Behind(opening))
        {
            if (statement.SubtreeEnd - opening.Index > LongestHold)
            {
                return null;
            }

            if (IsCallOf("release", statement, out var released) && context.TextOf(released) == name)
            {
                return mayRaise ? (ExprStmt)statement : null;
            }

            foreach (var attribute in context.Tree.All<Attribute>(statement))
            {
                if (attribute.Attr.Text is "acquire" or "release" && context.TextOf(attribute.Value) == name)
                {
                    return null;
                }
            }

            mayRaise |= context.Model.CanRaise(statement) != Answer.No;
        }

        return null;
    }

    /// <summary>True for <c>lock.acquire()</c> as a statement.</summary>
    private static bool IsCallOf(string method, Stmt statement, [NotNullWhen(true)] out Expr? owner)
    {
        owner = statement is ExprStmt { Value: Call { Func: Attribute called, Args.IsEmpty: true, Keywords.IsEmpty: true } } && called.Attr.Text == method ? called.Value : null;
        return owner != null;
    }

    private static Stmt? Before(Stmt statement)
    {
        var block = StatementLists.Of(statement);
        var at = StatementLists.IndexIn(block, statement);
        return at > 0 ? block[at - 1] : null;
    }

    /// <summary>True for an object of the standard library that is proven to have <c>__enter__</c>.</summary>
    private static bool HasEnter(Expr acquired, SemanticModel model) =>
        model.TypeOf(acquired) is { Kind: PyTypeKind.Library, Library: { } library } && library.IsContextManager
        || (acquired is Attribute { Value: Name { Id: "self" } } attribute && acquired.Ancestor<ClassDef>() is { } owner && IsLock(owner, model.AttributeName(attribute), model));

    /// <summary>True when every place that binds the attribute, in the class body or through its instances, makes a lock.</summary>
    private static bool IsLock(ClassDef owner, string name, SemanticModel model)
    {
        if (model.ClassOf(owner).OwnAttribute(name) is not { Bindings: { IsEmpty: false } bindings })
        {
            return false;
        }

        foreach (var binding in bindings)
        {
            if (binding.Value is not Call made || !IsLockMaker(made, model))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLockMaker(Call made, SemanticModel model) =>
        model.KnownName(made.Func) is "threading.Lock" or "threading.RLock" or "threading.Condition" or "threading.Semaphore" or "threading.BoundedSemaphore"
            or "multiprocessing.Lock" or "multiprocessing.RLock" or "multiprocessing.Condition" or "multiprocessing.Semaphore" or "multiprocessing.BoundedSemaphore";
}
