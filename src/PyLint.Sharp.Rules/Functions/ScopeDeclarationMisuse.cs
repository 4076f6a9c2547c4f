using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS311: a <c>global</c> or <c>nonlocal</c> that Python's compiler refuses.</summary>
public sealed class ScopeDeclarationMisuse : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS311",
        Name = "scope-declaration-misuse",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases =
        [
            "PLE0115", "PLE0117", "PLE0118", "E0115", "nonlocal-and-global", "E0117", "nonlocal-without-binding", "E0118", "used-prior-global-declaration",
        ],
        Message = "{problem}",
        Why = "Which scope a name belongs to is decided once for a whole function, when it is compiled. `global` and `nonlocal` decide it by word, and so they must agree with all else that the "
            + "function does with the name: it can't be a parameter, can't be used above its declaration, and can't be declared twice in different ways. `nonlocal` must find the name in a function "
            + "around, where the compiler can see it. Anything else is a SyntaxError, and nothing of the file runs.",
        Instead = "Put the declaration first in the function, keep one of two, or rename the parameter. For a variable of the module, `global` is the word; `nonlocal` reaches functions only.",
        Interview = new(
            "Why can `nonlocal x` be a SyntaxError while `global x` never fails for a missing `x`?",
            "Locals of functions get their places when the code is compiled, so `nonlocal` needs an enclosing function that binds `x` in the source. The namespace of a module is a dictionary that "
                + "grows at run time: `global x` may create the name with its first assignment. That is convenient, and it means that a misspelt `global` goes unnoticed."),
        FineWhen = "Never: Python refuses the file.",
        Explains = SyntaxErrorKind.Declaration,
        Examples =
        [
            Example.Bad(
                """
                count = 0

                def add():
                    print(count)
                    global [|count|]
                    count += 1
                """).Raising("SyntaxError").Saying("`count` is used before its `global`; put the declaration first"),
            Example.Bad(
                """
                def load(path):
                    nonlocal [|cache|]
                    cache = {}
                """).Raising("SyntaxError").Saying("no function around this one binds `cache`"),
            Example.Good(
                """
                def test_add():
                    global count
                    print(count)
                    count = 1
                """),
            Example.Good(
                """
                def counter():
                    count = 0

                    def step():
                        nonlocal count
                        count += 1
                        return count

                    return step
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("[|nonlocal|] x").OnlyAtModuleLevel("a function around it is what is missing").Hidden(),
        Example.Bad("x = 1\ndef f():\n    nonlocal [|x|]").OnlyAtModuleLevel("a function around it is what is missing").Hidden(),
        Example.Bad("class A:\n    x = 1\n    def f(self):\n        nonlocal [|x|]").Hidden(),
        Example.Bad("def f(x):\n    global [|x|]").Saying("`x` is a parameter and cannot be global too").Hidden(),
        Example.Bad("def f(x):\n    def g(x):\n        nonlocal [|x|]").Hidden(),
        Example.Bad("def f(x):\n    def g():\n        global x\n        nonlocal [|x|]").Saying("`x` is declared both `global` and `nonlocal`").Hidden(),
        Example.Bad("def f():\n    x = 1\n    global [|x|]").Saying("`x` is assigned before its `global`; put the declaration first").Hidden(),
        Example.Bad("def f():\n    global x\n    [|x|]: int = 3").Hidden(),
        Example.Bad("x = 1\nglobal [|x|]").Hidden(),
        Example.Good("def f():\n    import os\n    def g():\n        nonlocal os\n        os = 3\n    return g").Hidden(),
        Example.Good("class A:\n    def f(self):\n        nonlocal __class__\n        return __class__").Hidden(),
        Example.Good("def f[T](x: T):\n    y = 1\n    def g():\n        nonlocal y, x\n        y = x = 2\n    return g").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var error in context.Tree.Errors)
        {
            if (error.Kind == SyntaxErrorKind.Declaration)
            {
                var report = context.Report(error.Span, error.Message);
                var name = context.Text.ToString(error.Span);
                if (DeclarationAt(error.Span, context.Tree) is { } declaration)
                {
                    ResolutionLabels.AddLookup(report, error.Span, context.Model.ScopeOf(declaration), name, context.Model);
                    LabelContradiction(report, declaration, name, context);
                }
                else if (NameAt(error.Span, context.Tree) is { } annotated)
                {
                    ResolutionLabels.AddLookup(report, error.Span, context.Model.ScopeOf(annotated), name, context.Model);
                }
            }
        }
    }

    private static Stmt? DeclarationAt(TextSpan span, SyntaxTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            if (node is Global or Nonlocal && node.Span.Start < span.Start && span.End <= node.Span.End)
            {
                return (Stmt)node;
            }
        }

        return null;
    }

    /// <summary>The name that is annotated though it was declared; null for a <c>nonlocal</c> that stands at module level.</summary>
    private static Name? NameAt(TextSpan span, SyntaxTree tree)
    {
        foreach (var name in tree.All<Name>(tree.Root))
        {
            if (name.Span == span)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Shows the parameter, the earlier use, or the variable of the module that <c>nonlocal</c> doesn't reach.</summary>
    private static void LabelContradiction(DiagnosticBuilder report, Stmt declaration, string name, RuleContext context)
    {
        var scope = context.Model.ScopeOf(declaration);
        foreach (var node in context.Tree.Subtree(scope.Node))
        {
            if (node is Arg { Name: { } parameter } && parameter.Text == name && context.Model.ScopeOf(node) == scope)
            {
                report.Label(parameter.Span, "the parameter");
                return;
            }

            if (node is Name { Id: var id } && id == name && node.Index < declaration.Index && context.Model.ScopeOf(node) == scope)
            {
                report.Label(node.Span, "the name is in use already");
                return;
            }
        }

        if (declaration is Nonlocal && context.Model.Module.OwnSymbol(name) is { Bindings: [var binding, ..] } symbol)
        {
            report.Label(binding.Span, $"{ResolutionLabels.Describe(symbol)}: `global` reaches it, `nonlocal` stops at functions");
        }
    }
}
