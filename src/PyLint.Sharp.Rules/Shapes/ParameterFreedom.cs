using System.Buffers;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Whether the author of a function could leave out a parameter that it doesn't use.</summary>
internal static class ParameterFreedom
{
    /// <summary>Starts of names under which frameworks, dispatchers and the import system look functions up.</summary>
    private static readonly string[] LookedUp =
    [
        "visit", "leave_", "depart_", "generic_", "do_", "on_", "handle", "test", "pytest_", "setup", "setUp", "teardown", "tearDown", "cmd_", "complete_", "hook", "load_tests",
        "find_spec", "create_module", "exec_module", "load_module", "get_resource_reader", "is_package",
    ];

    private static readonly string[] StandIns = ["mock", "fake", "stub", "dummy"];

    /// <summary>What comments say of parameters that are kept on purpose.</summary>
    private static readonly SearchValues<string> Explanations = SearchValues.Create(["ignore", "unused", "not used", "compat"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Orders = SearchValues.Create(["noqa", "pylint", "pyright", "mypy", "type: ignore"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Parameters by whose names frameworks call: views, signal handlers, cloud functions, WSGI, codecs.</summary>
    private static readonly string[] OfFrameworks = ["request", "event", "context", "signum", "frame", "sender", "environ", "start_response", "info", "errors"];

    /// <summary>True when nothing in the file shows that somebody else needs the parameters.</summary>
    public static bool Of(FunctionDefinition function, SemanticModel model)
    {
        return !IsStub(function)
            && !HasPrefix(function.Name.Text)
            && !function.Name.Text.Contains("callback", StringComparison.OrdinalIgnoreCase)
            && function.Name.Text != "__new__"
            && !FixedSignature.IsOfProtocol(function.Name.Text)
            && !FixedSignature.MayHave(function, model)
            && !ReadsNamespace(function)
            && !IsExplained(function)
            && (model.ScopeOf(function) is { Kind: ScopeKind.Class, Node: ClassDef owner } ? IsFreeMethod(function, owner, model) : IsFreeFunction(function, model))
            && !IsCalledByOthers(function, model);
    }

    /// <summary>True when the file hands the function on as a value, names it in a text, calls it with <c>*arguments</c> or <c>**arguments</c>, or looks methods of its class up by name: others call it.</summary>
    public static bool IsCalledByOthers(FunctionDefinition function, SemanticModel model)
    {
        var names = FileNames.Of(model);
        return names.HasAsValue(function.Name.Text)
            || names.HasSpreadCallOf(function.Name.Text)
            || IsUsedAsValue(function, model)
            || (model.ScopeOf(function) is { Kind: ScopeKind.Class, Node: ClassDef owner } && names.LooksMethodsUp(owner));
    }

    /// <summary>
    /// True when a syntax error in the function or right behind it may have taken away what reads the parameter: its name stands in the text
    /// there, whatever it is.
    /// </summary>
    public static bool MayBeReadInDamage(FunctionDefinition function, string parameter)
    {
        var (nodes, text) = (function.Tree.Nodes, function.Tree.Text);
        var body = new TextSpan(function.Args.Span.End, function.SubtreeEnd < nodes.Length ? nodes[function.SubtreeEnd].Span.Start : text.Length);
        foreach (var error in function.Tree.Errors)
        {
            if (error.Span.End >= function.Span.Start && error.Span.Start <= body.End)
            {
                return HasWord(text.Slice(body), parameter);
            }
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsPartOfWord(text[at - 1])) && (end == text.Length || !IsPartOfWord(text[end])))
            {
                return true;
            }

            text = text[end..];
        }

        return false;
    }

    private static bool IsPartOfWord(char character) => character == '_' || char.IsLetterOrDigit(character);

    /// <summary>Nothing is done yet, or on purpose: a docstring, <c>pass</c>, <c>...</c>, <c>raise</c> or the return of a constant or variable.</summary>
    private static bool IsStub(FunctionDefinition function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is not (Pass or Raise or ExprStmt { Value: Constant } or Return { Value: null or Constant or Name }) && !ReturnsConstant(statement))
            {
                return function.Body[^1] is Raise && OnlyCalls(function);
            }
        }

        return true;
    }

    /// <summary>True for <c>return self.ACCEPT</c>, the answer of those who don't look.</summary>
    private static bool ReturnsConstant(Stmt statement) =>
        statement is Return { Value: Attribute { Attr.Text: var name } } && name.Equals(name.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>True for a body without a branch, which with a <c>raise</c> at its end only refuses.</summary>
    private static bool OnlyCalls(FunctionDefinition function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is not (Raise or ExprStmt or Import or ImportFrom))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a comment in the function says that something is ignored, or kept for old callers. One for a linter says nothing.</summary>
    private static bool IsExplained(FunctionDefinition function)
    {
        foreach (var comment in function.Tree.CommentsIn(function.Span))
        {
            if (function.Tree.Text.Slice(comment) is var text && text.ContainsAny(Explanations) && !text.ContainsAny(Orders))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPrefix(string name)
    {
        foreach (var prefix in LookedUp)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadsNamespace(FunctionDefinition function)
    {
        foreach (var name in function.Tree.All<Name>(function))
        {
            if (name.Id is "locals" or "vars" or "eval" or "exec" or "dir")
            {
                return true;
            }
        }

        foreach (var attribute in function.Tree.All<Attribute>(function))
        {
            if (attribute.Attr.Text is "_getframe" or "currentframe")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The only one of its name, and none that a class elsewhere takes as its method.</summary>
    private static bool IsFreeFunction(FunctionDefinition function, SemanticModel model) =>
        Decoration.SymbolOf(function, model) is { } symbol
        && function.Args is not { Args: [{ Name.Text: "self" or "cls" }, ..] }
        && (!symbol.References.IsEmpty || !TakesFrameworksArguments(function));

    private static bool IsUsedAsValue(FunctionDefinition function, SemanticModel model)
    {
        foreach (var reference in model.ScopeOf(function).OwnSymbol(function.Name.Text)?.References ?? [])
        {
            if (reference.Parent is not Call call || call.Func != reference)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakesFrameworksArguments(FunctionDefinition function)
    {
        foreach (var parameter in function.Args.Args)
        {
            if (Array.IndexOf(OfFrameworks, parameter.Name.Text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No other class of the file has a method of that name, which callers may use alike, and the class isn't special itself.</summary>
    private static bool IsFreeMethod(FunctionDefinition function, ClassDef owner, SemanticModel model)
    {
        if (IsStandIn(owner))
        {
            return false;
        }

        if (function.Name.Text == "__init__" && IsHandedOn(owner, model))
        {
            return false;
        }

        var made = model.ClassOf(owner);
        var name = model.ScopeOf(function).Lookup(function.Name.Text)?.Name ?? function.Name.Text;
        if (made.OwnAttribute(name)?.SoleFunction != function || made.IsProtocol != Answer.No || made.IsException != Answer.No || made.IsEnum != Answer.No)
        {
            return false;
        }

        if (name == "__init__")
        {
            return made.OwnAttribute("__new__") is null && made.Subclasses.IsEmpty && !IsSkeleton(function);
        }

        foreach (var method in made.Methods)
        {
            // A class that leaves methods empty for others to fill offers the rest to be overridden, too.
            if (method.IsAbstract || (method.Node.Body[^1] is not Return && IsStub(method.Node)))
            {
                return false;
            }
        }

        foreach (var other in model.Classes)
        {
            if (other != made && other.OwnAttribute(name) != null)
            {
                return false;
            }
        }

        return !TakesFrameworksArguments(function);
    }

    /// <summary>True when the class itself is given away as a value: somebody else makes its objects.</summary>
    private static bool IsHandedOn(ClassDef owner, SemanticModel model)
    {
        foreach (var reference in model.ScopeOf(owner).OwnSymbol(owner.Name.Text)?.References ?? [])
        {
            if (reference.Parent is Assign or Dict or Return or Keyword { Parent: Call }
                || (reference.Parent is Call call && call.Func != reference && !model.IsBuiltin(call.Func, "isinstance") && !model.IsBuiltin(call.Func, "issubclass") && !model.IsBuiltin(call.Func, "super")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a file, or one right in a folder, that by its name stands in for another: <c>mock_socket.py</c>, <c>dummy/pool.py</c>.</summary>
    public static bool IsFileOfStandIns(string path)
    {
        var end = path.Length;
        for (var i = 0; i < 2 && end > 0; i++)
        {
            end = path.LastIndexOfAny(['/', '\\'], end - 1);
        }

        return path.Length > 0 && Mentions(path.AsSpan(end + 1), StandIns);
    }

    /// <summary>A class that plays the part of another one, by its name, or because it stands among tests and has no bases.</summary>
    private static bool IsStandIn(ClassDef owner) =>
        Mentions(owner.Name.Text, StandIns) || (owner.Bases is [] or [Name { Id: "object" }] && IsAmongTests(owner.Tree.Root));

    private static bool IsAmongTests(Module module)
    {
        foreach (var statement in module.Body)
        {
            var name = statement switch
            {
                Import { Names: [{ Name.Text: var first }, ..] } => first,
                ImportFrom { Module.Text: var source } => source,
                FunctionDefinition function => function.Name.Text,
                _ => "",
            };
            if (TestCode.IsLibrary(name) || name.StartsWith("test_", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a constructor that isn't written yet: it reads none of its parameters, and other functions of the file are empty.</summary>
    private static bool IsSkeleton(FunctionDefinition constructor)
    {
        foreach (var node in constructor.Tree.All<Name>(constructor))
        {
            if (node is { Ctx: ExprContext.Load, Id: var read } && IsParameter(read, constructor.Args))
            {
                return false;
            }
        }

        foreach (var node in constructor.Tree.Nodes)
        {
            if (node is FunctionDefinition { Body: [.., Pass] } other && IsStub(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a parameter behind <c>self</c>.</summary>
    private static bool IsParameter(string name, Arguments arguments)
    {
        for (var i = 1; i < arguments.Args.Length; i++)
        {
            if (arguments.Args[i].Name.Text == name)
            {
                return true;
            }
        }

        return false;
    }
}
