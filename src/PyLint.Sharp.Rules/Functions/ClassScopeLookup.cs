using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Scopes;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS313: a bare name that only the class around binds, where the class's names aren't seen.</summary>
public sealed class ClassScopeLookup : Rule
{
    private const string Repairable = "{where} doesn't see the names of class `{class}`: bare `{name}` is a NameError, write `{better}`";

    private static readonly Remembered<SyntaxTree, bool> UnseenNames = new(BindsNamesUnseen);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS313",
        Name = "class-scope-lookup",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["F821", "E0602", "undefined-variable", "reportUndefinedVariable"],
        Message = "{where} doesn't see the names of class `{class}`: bare `{name}` is a NameError",
        OtherMessages = [Repairable],
        Why = "LEGB has no letter for classes. The body of a class runs once, with a namespace of its own that becomes the attributes of the class, "
            + "but what is defined in it, methods, lambdas and comprehensions, looks names up in the functions around, the module and the "
            + "built-ins, and passes the class over. Only the body itself sees its names, with the decorators, defaults and first iterables in it.",
        Instead = "Reach the attribute through an object: `self.size` in a method, `cls.size` in a class method, `Box.size` elsewhere. In a comprehension "
            + "of the class body, where the class doesn't exist yet, take what it needs from its first iterable, or build the value in a loop.",
        Interview = new(
            "A class body says `size = 2` and then `cells = [0 for _ in range(size)]`, which works. Why is `[size for _ in range(3)]` a NameError there?",
            "The first iterable is evaluated in the class body, which sees `size`. The rest of a comprehension is a scope of its own inside "
                + "the class, and scopes inside skip the class: they look in enclosing functions, the module and the built-ins. Methods are the same, which is why they "
                + "need `self.size`. I'd write `[size] * 3`, or move the constant to the module if several classes need it; that gives up the grouping."),
        FineWhen = "Never: the name is found nowhere, and the line fails as soon as it runs. A name that the module or a function around binds too "
            + "is not flagged, though it isn't the class's.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad(
                """
                class Box:
                    size = 2

                    def area(self):
                        return [|size|] * [|size|]

                Box().area()
                """,
                fixedTo: """
                class Box:
                    size = 2

                    def area(self):
                        return self.size * self.size

                Box().area()
                """).Saying("the method `area` doesn't see the names of class `Box`: bare `size` is a NameError, write `self.size`").Raising("NameError"),
            Example.Bad(
                """
                class Grid:
                    width = 3
                    rows = [[0] * [|width|] for _ in range(2)]
                """).Saying("this comprehension doesn't see the names of class `Grid`: bare `width` is a NameError").Raising("NameError"),
            Example.Good(
                """
                class Box:
                    size = 2

                    def area(self):
                        return self.size * self.size
                """),
            Example.Good(
                """
                class Grid:
                    width = 3
                    cells = [0 for _ in range(width)]

                    def resize(self, width=width):
                        self.width = width
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    def helper(self): return 1\n    def f(self): return [|helper|]()", fixedTo: "class A:\n    def helper(self): return 1\n    def f(self): return self.helper()").Hidden(),
        Example.Bad("class A:\n    x = 1\n    @classmethod\n    def f(cls): return [|x|]", fixedTo: "class A:\n    x = 1\n    @classmethod\n    def f(cls): return cls.x").Hidden(),
        Example.Bad("class A:\n    x = 1\n    @staticmethod\n    def f(y): return [|x|] + y", fixedTo: "class A:\n    x = 1\n    @staticmethod\n    def f(y): return A.x + y").Hidden(),
        Example.Bad("class A:\n    x = 1\n    @unknown\n    def f(y): return [|x|] + y", fixedTo: "class A:\n    x = 1\n    @unknown\n    def f(y): return A.x + y").Hidden(),
        Example.Bad("class A:\n    x = 1\n    f = lambda self: [|x|]", fixedTo: "class A:\n    x = 1\n    f = lambda self: A.x").Saying("the lambda doesn't see the names of class `A`: bare `x` is a NameError, write `A.x`").Hidden(),
        Example.Bad("class A:\n    x = 1\n    def f(this):\n        return [lambda: [|x|] for _ in range(3)]", fixedTo: "class A:\n    x = 1\n    def f(this):\n        return [lambda: this.x for _ in range(3)]").Hidden(),
        Example.Bad("class A:\n    x = 1\n    def f(self):\n        self = 3\n        return f'{[|x|]}'", fixedTo: "class A:\n    x = 1\n    def f(self):\n        self = 3\n        return f'{A.x}'").Hidden(),
        Example.Bad("class A:\n    x = 1\n    class B:\n        y = [|x|]").Saying("class `B` doesn't see the names of class `A`: bare `x` is a NameError").Hidden(),
        Example.Bad("class A:\n    class B:\n        x = 1\n        def f(): return [|x|]").Hidden(),
        Example.Bad("class A:\n    xs = [1]\n    ys = [(x, y) for x in xs for y in [|xs|]]").Hidden(),
        Example.Bad("class A:\n    x = 1\n    def f[T](self, y: T): return [|x|], y", fixedTo: "class A:\n    x = 1\n    def f[T](self, y: T): return self.x, y").Hidden(),
        Example.Bad("class A:\n    x = 1\n    def f(self):\n        return [|x|]\n    def g(self):\n        x = 2\n        return x").Hidden(),
        Example.Bad("class A:\n    __x = 1\n    def f(self): return [|__x|]", fixedTo: "class A:\n    __x = 1\n    def f(self): return self.__x").Hidden(),
        Example.Good("class A:\n    xs = [1]\n    ys = [x for x in xs]\n    def f(self, xs=xs): return xs\n    @property\n    def g(self): return 1\n    @g.setter\n    def g(self, value): pass").Hidden(),
        Example.Good("x = 2\nclass A:\n    x = 1\n    def f(self): return x").Hidden(),
        Example.Good("def make():\n    x = 2\n    class A:\n        x = 1\n        def f(self): return x\n    return A").Hidden(),
        Example.Good("class A:\n    T = int\n    def f(self, y: T) -> T:\n        z: T = y\n        return z\n    g: T = 3").Hidden(),
        Example.Good("class A:\n    id = 1\n    def f(self): return id(self)").Hidden(),
        Example.Good("class A:\n    x = 1\n    def f(self):\n        try:\n            return x\n        except NameError:\n            return 2").Hidden(),
        Example.Good("class A:\n    x = 1\n    def f(self):\n        return 1\n        return x").Hidden(),
        Example.Good("class A:\n    x = 1\n    def f(self): return x\nglobals()['x'] = 2").Hidden(),
        Example.Good("from settings import *\nclass A:\n    x = 1\n    def f(self): return x").Hidden(),
        Example.Good("class A:\n    def f(self): return missing\n    def g(self): return __class__, super().g()").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var name in context.Model.UnknownNames)
        {
            Check(name, context);
        }
    }

    private static void Check(Name name, RuleContext context)
    {
        var model = context.Model;
        if (name.Ctx != ExprContext.Load || Builtins.Contains(name.Id) || model.ScopeOf(name) is not { Parent: not null } scope
            || scope.Kind >= ScopeKind.TypeParameters || !IsInClass(scope) || SkippedBy(model.Resolve(name)) is not { } skipped
            || UnseenNames.Of(context.Tree) || IsExpectedOrDead(name, model))
        {
            return;
        }

        var definition = (ClassDef)skipped.Scope.Node;
        var where = WhereOf(ClassAccess.ScopeIn(definition, scope, model) ?? scope);
        var better = ClassAccess.To(name, definition, model);
        var report = better != null
            ? context.Report(Repairable, name.Span, where, definition.Name.Text, name.Id, better)
            : context.Report(name.Span, where, definition.Name.Text, name.Id);
        ResolutionLabels.Add(report, name, model);
        if (better != null)
        {
            report.Fix(FixSafety.Unsafe, $"reach it as `{better}`", new TextEdit(name.Span, better));
        }
    }

    private static bool IsInClass(Scope scope)
    {
        for (var around = scope.Parent; around != null; around = around.Parent)
        {
            if (around.Kind == ScopeKind.Class)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variable of the innermost class that the search passes over, where it ends without finding any.</summary>
    private static Symbol? SkippedBy(Resolution resolution)
    {
        if (resolution.Stop.Kind != LookupStepKind.Undefined)
        {
            return null;
        }

        foreach (var step in resolution.Steps)
        {
            if (step is { Kind: LookupStepKind.ClassSkipped, Symbol: { } symbol })
            {
                return symbol;
            }
        }

        return null;
    }

    /// <summary>True when code may give the module names that the file doesn't show.</summary>
    private static bool BindsNamesUnseen(SyntaxTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            if (node is Name { Id: "globals" or "exec" or "vars" or "__builtins__" or "builtins" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExpectedOrDead(Name name, SemanticModel model) =>
        ExpectedError.Covers(name, "NameError", model) || (name.Ancestor<Stmt>() is { } statement && model.IsReachable(statement) == Answer.No);

    private static string WhereOf(Scope scope) => scope switch
    {
        { Kind: ScopeKind.Function } => $"the method {ResolutionLabels.NameOf(scope)}",
        { Kind: ScopeKind.Class } => $"class {ResolutionLabels.NameOf(scope)}",
        { Kind: ScopeKind.Comprehension } => "this comprehension",
        _ => ResolutionLabels.NameOf(scope),
    };
}
