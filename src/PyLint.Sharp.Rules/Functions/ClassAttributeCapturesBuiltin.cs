using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Shadowing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS303: a class binds the name of a built-in, and its body then means the built-in and gets the attribute.</summary>
public sealed class ClassAttributeCapturesBuiltin : Rule
{
    /// <summary>From here on annotations are evaluated when somebody asks for them (PEP 649), which mostly nobody does.</summary>
    private static readonly PythonVersion LazyAnnotations = new(3, 14);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS303",
        Name = "class-attribute-captures-builtin",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["A003"],
        Message = "`{name}` is {attribute} of class `{class}` here, not the built-in",
        Why = "The body of a class is a scope while it runs: it looks names up among its own first, and only then in the module and the built-ins. A method called `list` does no harm to anybody "
            + "outside, and none to the methods, which don't see the names of the class. But what the body itself evaluates below it, calls, defaults, decorators and (before Python "
            + "3.14) annotations, finds the method where the built-in is meant.",
        Instead = "Give the attribute another name; or move what needs the built-in above it; or write `builtins.list`.",
        Interview = new(
            "A class defines a method `list`, and the next method is annotated `-> list[int]`. Why does the import of the module fail on Python 3.13, and why does the body of the method have no problem with `list()`?",
            "Annotations were evaluated in the class body, where `list` is the method by then: 'function' object is not subscriptable. The body of the method is a scope of its own; it skips the class and "
                + "finds the built-in. I rename the method, unless its name is an interface, as in many API clients; then `builtins.list` in the annotation, or Python 3.14 with its lazy annotations."),
        FineWhen = "Attributes and methods with such names as long as nothing in the class body means the built-in: those are not flagged.",
        Examples =
        [
            Example.Bad(
                """
                class Page:
                    def list(self):
                        return self.rows

                    empty = [|list|]()
                """).Raising("TypeError").Saying("`list` is a method of class `Page` here, not the built-in"),
            Example.Bad(
                """
                class Field:
                    type = "text"

                    def convert(self, value, to=[|type|](0)):
                        return to(value)
                """).Raising("TypeError").Saying("`type` is a str of class `Field` here, not the built-in"),
            Example.Good(
                """
                class Page:
                    empty = list()

                    def list(self):
                        return list(self.rows)
                """),
            Example.Good(
                """
                class Report:
                    @property
                    def format(self):
                        return self._format

                    @format.setter
                    def format(self, value):
                        self._format = format(value, "s")
                """).From("ruff #23074"),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    def property(self): return 1\n    @[|property|]\n    def x(self): return 2").Hidden(),
        Example.Bad("class A:\n    property = 'house'\n    @[|property|]\n    def x(self): return 2").Saying("`property` is a str of class `A` here, not the built-in").Raising("TypeError").Hidden(),
        Example.Bad("class A:\n    def type(self): return 1\n    def f(self, kind=[|type|]): return kind").From("ruff #20171").Hidden(),
        Example.Bad("class A:\n    for id in (1, 2):\n        x = [|id|](3)").From("ruff #20179").Hidden(),
        Example.Bad("class A:\n    def map(self): return 1\n    xs = [x for x in [|map|](str, ys)]").Hidden(),
        Example.Bad("class A:\n    max = 3\n    if ready:\n        top = [|max|](1, 2)").Hidden(),
        Example.Good("class A:\n    id = 0\n    list = []\n    def format(self): return format(self.id)").From("ruff #315, #7806, PR #9462, flake8-builtins #75").Hidden(),
        Example.Good("class A:\n    def filter(fn): return fn\n    @filter\n    def f(self): return 1\n    g = filter(f)").Hidden(),
        Example.Good("class A:\n    id = 0\n    key = id\n    def f(self, x=id): return x").Hidden(),
        Example.Good("class A:\n    def list(self): return [1]\n    def f(self) -> list: return [1]\n    g: list = None").Hidden(),
        Example.Good("from __future__ import annotations\nclass A:\n    def list(self): return [1]\n    def f(self) -> list[int]: return [1]").Hidden(),
        Example.Good("class A:\n    def list(self): return [1]\n    xs = [list(x) for x in ys]\n    f = lambda self: list(self)").Hidden(),
        Example.Good("class A:\n    class type: pass\n    x = type()\n    def f(self, y: type): return y").Hidden(),
        Example.Good("class A:\n    x = max(1, 2)\n    def max(self): return 1").Hidden(),
        Example.Good("class A:\n    def all(self): return 1\n    everything = all").Hidden(),
        Example.Good("class A:\n    int = int\n    x = int(3)\n    from os import open\n    y = open('x', 0)").Hidden(),
        Example.Good("class A:\n    def get(self): return 1\n    def set(self, value): pass\n    value = property(get, set)").Hidden(),
        Example.Good("class A:\n    @staticmethod\n    def hash(x): return x\n    y = hash(3)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ClassDef>(Check);

    private static void Check(ClassDef definition, RuleContext context)
    {
        if (definition.Body.IsEmpty)
        {
            return;
        }

        foreach (var symbol in context.Model.ScopeOf(definition.Body[0]).Symbols)
        {
            if (symbol.References.IsEmpty || !Builtins.Contains(symbol.Name) || symbol.Name.StartsWith('_') || TitleOf(symbol, definition, context.Model) is not { } title)
            {
                continue;
            }

            foreach (var read in symbol.References)
            {
                if (MeansBuiltin(read, symbol, context))
                {
                    var report = context.Report(read.Span, symbol.Name, title, definition.Name.Text);
                    ResolutionLabels.Add(report, read, context.Model);
                }
            }
        }
    }

    /// <summary>What the attribute is, if it surely is nothing that stands in for the built-in.</summary>
    private static string? TitleOf(Symbol symbol, ClassDef definition, SemanticModel model)
    {
        if (symbol.SoleBinding is not { } binding)
        {
            return IsProperty(symbol, definition, model) ? "a property" : null;
        }

        if (binding.Node is FunctionDefinition function)
        {
            return MethodTitle(function, definition, model);
        }

        if (binding.Kind == BindingKind.For && NeverCallable.IsProven(symbol, model))
        {
            return "a loop variable";
        }

        return binding.Value is { } value && NeverCallable.IsProven(symbol, model) && model.TypeOf(value).Name is { } type ? WithArticle(type) : null;
    }

    private static string? MethodTitle(FunctionDefinition function, ClassDef definition, SemanticModel model)
    {
        foreach (var method in model.ClassOf(definition).Methods)
        {
            if (method.Node == function)
            {
                return method.Kind switch
                {
                    MethodKind.Instance when function.Args is { Args: [{ Name.Text: "self" }, ..] } or { PosOnlyArgs: [{ Name.Text: "self" }, ..] } => "a method",
                    MethodKind.Class => "a class method",
                    MethodKind.Property or MethodKind.CachedProperty => "a property",
                    _ => null,
                };
            }
        }

        return null;
    }

    private static bool IsProperty(Symbol symbol, ClassDef definition, SemanticModel model) => model.ClassOf(definition).Property(symbol.Name) != null;

    private static bool MeansBuiltin(Name read, Symbol symbol, RuleContext context)
    {
        if (IsOfAccessors(read))
        {
            return false;
        }

        if (context.Model.ScopeOf(read).Kind == ScopeKind.Annotation)
        {
            return IsEvaluatedAtOnce(context) && IsBehind(read, symbol, context.Model);
        }

        var isWanted = read.Parent switch
        {
            Call call => call.Func == read,
            FunctionDefinition => read.Id is "property" or "staticmethod" or "classmethod",
            Arguments => IsMethod(symbol),
            _ => false,
        };
        return isWanted && context.Model.ScopeOf(read) == symbol.Scope && BindingOrder.IsBehindAny(read, symbol, context.Model)
            && !ExpectedError.Covers(read, "TypeError", context.Model);
    }

    /// <summary>True for <c>@format.setter</c>, which means the property and nothing else.</summary>
    private static bool IsOfAccessors(Name read) => read.Parent is Attribute;

    private static bool IsMethod(Symbol symbol) => symbol.Has(BindingKind.Function);

    private static bool IsEvaluatedAtOnce(RuleContext context) => context.Tree.TargetVersion is { } target && target < LazyAnnotations && !IsFuture(context.Tree.Root);

    private static bool IsFuture(Module module)
    {
        foreach (var statement in module.Body)
        {
            if (statement is ImportFrom { Level: 0, Module.Text: "__future__" } import)
            {
                foreach (var alias in import.Names)
                {
                    if (alias.Name.Text == "annotations")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>An annotated assignment binds the name before it evaluates the annotation; a definition evaluates its annotations before it binds its name.</summary>
    private static bool IsBehind(Name read, Symbol symbol, SemanticModel model)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node is AnnAssign { Value: not null } assignment && assignment.Contains(read))
            {
                return true;
            }
        }

        return BindingOrder.IsBehindAny(read, symbol, model);
    }

    private static string WithArticle(string type) => type is "None" ? type : type[0] is 'a' or 'e' or 'i' or 'o' ? $"an {type}" : $"a {type}";
}
