using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>The one place that knows which calls never come back.</summary>
internal sealed class NoReturnOracle(SemanticModel model)
{
    /// <summary>How far a chain of functions that call each other is followed.</summary>
    private const int DeepestChain = 32;

    private readonly Dictionary<FunctionDefinition, Completion> functions = [];
    private int depth;

    public SemanticModel Model { get; } = model;

    /// <summary>How an expression ends the flow when it is a call that never comes back; null when it may come back.</summary>
    public Completion? CompletionOf(Expr expression)
    {
        if (expression is not Call call)
        {
            return null;
        }

        return CompletionOfKnown(call)
            ?? (call.Func is Name name ? CompletionOfFunction(name) : CompletionOfTest(call) ?? CompletionOfParser(call));
    }

    /// <summary><c>raise SystemExit(n)</c> is <c>sys.exit(n)</c>.</summary>
    public Completion CompletionOfRaise(Raise raise) => raise.Exc switch
    {
        Call { Func: var type } call when Model.IsBuiltin(type, "SystemExit") => ExitStatus.OfInterpreter(Model, call),
        Name type when Model.IsBuiltin(type, "SystemExit") => Completion.ExitsZero,
        _ => Completion.Raises,
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
    private Completion? CompletionOfParser(Call call)
    {
        if (call.Func is not Attribute { Value: Name parser, Attr.Text: "error" or "exit" } method
            || Model.ValueOf(parser) is not Call { Func: var maker }
            || Model.QualifiedName(maker) != "argparse.ArgumentParser")
        {
            return null;
        }

        return method.Attr.Text == "error" ? Completion.ExitsNonZero : ExitStatus.OfProcess(Model, call);
    }

    private Completion? CompletionOfFunction(Name name)
    {
        if (Model.SymbolOf(name)?.SoleBinding is not { Kind: BindingKind.Function, Node: FunctionDef function }
            || !function.DecoratorList.IsEmpty
            || Model.SymbolOf(name)!.Scope.Kind == ScopeKind.Class)
        {
            return null;
        }

        if (!functions.TryGetValue(function, out var completion))
        {
            completion = Analyze(function);
        }

        return (completion & (Completion.FallsThrough | Completion.Returns)) == 0 ? completion : null;
    }

    private Completion Analyze(FunctionDef function)
    {
        if (depth == DeepestChain || Model.IsGenerator(function))
        {
            return Completion.Returns;
        }

        // Whoever asks again while the answer is being found is told that the function may return.
        functions[function] = Completion.Returns;
        depth++;
        var completion = new CompletionAnalysis(this, ContextManagers.MaySwallow).Of(function.Body);
        depth--;
        functions[function] = completion;
        return completion;
    }
}
