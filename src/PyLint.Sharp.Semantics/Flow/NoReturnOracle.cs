using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>The one place that knows which calls never come back. What it says of the functions of the file it asks their graphs.</summary>
internal sealed class NoReturnOracle(SemanticModel model)
{
    /// <summary>How far a chain of functions that call each other is followed.</summary>
    private const int DeepestChain = 32;

    private readonly Dictionary<FunctionDefinition, Completion> functions = [];
    private readonly HashSet<FunctionDefinition> unfinished = [];

    public SemanticModel Model { get; } = model;

    /// <summary>True when an answer since this was set to false would be another one later.</summary>
    public bool HasGuessed { get; set; }

    /// <summary>How a call ends the flow when it never comes back; null when it may come back.</summary>
    public Completion? CompletionOf(Call call) => call.Func switch
    {
        Name name => CompletionOfName(call, name),
        Attribute method => CompletionOfMethod(call, method),
        _ => null,
    };

    /// <summary>How a statement ends from which an edge for its exceptions leads; nothing for one that only might raise.</summary>
    public Completion CompletionOfRaising(Stmt statement) => statement switch
    {
        Raise raise => CompletionOfRaise(raise),
        Assert { Test: var test } => Constants.Truth(test) == Answer.No ? Completion.Raises : Completion.None,
        ExprStmt { Value: Call call } => CompletionOf(call),
        Assign { Value: Call call } => CompletionOf(call),
        AnnAssign { Value: Call call } => CompletionOf(call),
        Return { Value: Call call } => CompletionOf(call),
        _ => null,
    } ?? Completion.None;

    /// <summary><c>raise SystemExit(n)</c> is <c>sys.exit(n)</c>.</summary>
    private Completion CompletionOfRaise(Raise raise) => raise.Exc switch
    {
        Call { Func: var type } call when Model.IsBuiltin(type, "SystemExit") => ExitStatus.OfInterpreter(Model, call),
        Name type when Model.IsBuiltin(type, "SystemExit") => Completion.ExitsZero,
        _ => Completion.Raises,
    };

    private Completion? CompletionOfName(Call call, Name name)
    {
        if (Model.SymbolOf(name) is not { } symbol)
        {
            return name.Id is "exit" or "quit" && Model.IsBuiltin(name) ? ExitStatus.OfInterpreter(Model, call) : null;
        }

        return symbol.SoleBinder(BindingKind.Function) != null ? CompletionOfFunction(symbol)
            : symbol.Has(BindingKind.Import) || symbol.Has(BindingKind.ImportFrom) ? CompletionOfKnown(call)
            : null;
    }

    /// <summary>Only what has the last name of a function that is known is looked up.</summary>
    private Completion? CompletionOfMethod(Call call, Attribute method) => method.Attr.Text switch
    {
        "exit" or "error" => CompletionOfKnown(call) ?? CompletionOfParser(call, method),
        "fail" or "skipTest" => CompletionOfKnown(call) ?? CompletionOfTest(call),
        "quit" or "_exit" or "abort" or "assert_never" or "reraise" or "skip" or "xfail" => CompletionOfKnown(call),
        var name when name.StartsWith("exec", StringComparison.Ordinal) => CompletionOfKnown(call),
        _ => null,
    };

    private Completion? CompletionOfKnown(Call call) => Model.KnownName(call.Func) switch
    {
        "sys.exit" or "exit" or "quit" => ExitStatus.OfInterpreter(Model, call),
        "os._exit" => ExitStatus.OfProcess(Model, call),
        "os.abort" => Completion.ExitsNonZero,
        "typing.assert_never" or "typing_extensions.assert_never" => Completion.Raises,
        "six.reraise" => Completion.Raises,
        "pytest.fail" or "pytest.skip" or "pytest.xfail" or "pytest.exit" => Completion.Raises,
        "os.execl" or "os.execle" or "os.execlp" or "os.execlpe" or "os.execv" or "os.execve" or "os.execvp" or "os.execvpe"
            => Completion.ExitsUnknown,
        _ => null,
    };

    /// <summary><c>unittest.TestCase.fail</c> and <c>skipTest</c>, in classes that are tests by the names of their bases.</summary>
    private static Completion? CompletionOfTest(Call call)
    {
        if (call.Func is not Attribute { Value: Name { Id: "self" }, Attr.Text: "fail" or "skipTest" } || call.Ancestor<ClassDef>() is not { } test)
        {
            return null;
        }

        foreach (var baseClass in test.Bases)
        {
            var name = baseClass is Attribute attribute ? attribute.Attr.Text : (baseClass as Name)?.Id;
            if (name != null && name.EndsWith("TestCase", StringComparison.Ordinal))
            {
                return Completion.Raises;
            }
        }

        return null;
    }

    /// <summary><c>argparse.ArgumentParser.error</c> exits with status 2, <c>exit</c> with the one that it gets.</summary>
    private Completion? CompletionOfParser(Call call, Attribute method)
    {
        if (method.Value is not Name parser
            || Model.ValueOf(parser) is not Call { Func: var maker }
            || Model.QualifiedName(maker) != "argparse.ArgumentParser")
        {
            return null;
        }

        return method.Attr.Text == "error" ? Completion.ExitsNonZero : ExitStatus.OfProcess(Model, call);
    }

    private Completion? CompletionOfFunction(Symbol symbol)
    {
        if (symbol.SoleBinder(BindingKind.Function) is not FunctionDef function
            || !function.DecoratorList.IsEmpty
            || symbol.Scope.Kind == ScopeKind.Class)
        {
            return null;
        }

        if (!functions.TryGetValue(function, out var completion))
        {
            completion = Analyze(function);
        }

        return (completion & (Completion.FallsThrough | Completion.Returns)) == 0 ? completion : null;
    }

    /// <summary>Whoever asks again while the answer is being found is told that the function may return.</summary>
    private Completion Analyze(FunctionDef function)
    {
        if (Model.IsGenerator(function))
        {
            return Completion.Returns;
        }

        if (unfinished.Count == DeepestChain || !unfinished.Add(function))
        {
            HasGuessed = true;
            return Completion.Returns;
        }

        var completion = Model.CompletionOf(function.Body, ContextManagers.MaySwallow);
        unfinished.Remove(function);
        functions[function] = completion;
        return completion;
    }
}
