using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions.Scopes;

/// <summary>Declares a local variable of a function <c>global</c> or <c>nonlocal</c>.</summary>
internal static class DeclarationFix
{
    /// <summary>The edit; null where Python would refuse the declaration, or no line fits in.</summary>
    /// <param name="local">A variable of the function.</param>
    /// <param name="outer">The variable that its name shall mean.</param>
    /// <param name="context">The file.</param>
    public static TextEdit? EditFor(Symbol local, Symbol outer, RuleContext context)
    {
        if (local.Scope.Node is not FunctionDefinition function || FirstStatement(function) is not { } first
            || local.Has(BindingKind.Parameter) || local.Has(BindingKind.Annotation) || local.Has(BindingKind.AnnotatedAssignment) || IsNonlocalInside(local))
        {
            return null;
        }

        var text = context.Text;
        var line = text.LineStart(text.LineOf(first.Span.Start));
        var indent = text.Slice(new TextSpan(line, first.Span.Start));
        return indent.IsEmpty || !indent.Trim(" \t").IsEmpty
            ? null
            : new TextEdit(new TextSpan(line, line), $"{indent}{KeywordFor(outer)} {local.Name}{ImportInsertion.LineBreak(text)}");
    }

    /// <summary>The statement that makes a name mean this variable.</summary>
    public static string KeywordFor(Symbol outer) => outer.Scope.Kind == ScopeKind.Module ? "global" : "nonlocal";

    /// <summary>The first statement behind the docstring, under the decorators of a definition.</summary>
    private static Stmt? FirstStatement(FunctionDefinition function) => function.Body switch
    {
        [ExprStmt { Value: Constant { Value: string } }, var second, ..] => NotDecorated(second),
        [ExprStmt { Value: Constant { Value: string } }] => null,
        [var first, ..] => NotDecorated(first),
        _ => null,
    };

    /// <summary>The span of a decorated definition may start behind its decorators, where no line can go.</summary>
    private static Stmt? NotDecorated(Stmt statement) =>
        statement is FunctionDefinition { DecoratorList.IsEmpty: false } or ClassDef { DecoratorList.IsEmpty: false } ? null : statement;

    private static bool IsNonlocalInside(Symbol local)
    {
        foreach (var child in local.Scope.Children)
        {
            if (Declares(child, local.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Declares(Scope scope, string name)
    {
        if (scope.Entry(name) is { } entry && (entry.Uses & NameUses.Nonlocal) != 0)
        {
            return true;
        }

        foreach (var child in scope.Children)
        {
            if (Declares(child, name))
            {
                return true;
            }
        }

        return false;
    }
}
