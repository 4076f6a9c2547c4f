using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Fuzzing;

/// <summary>All that happens to a text between its file and the reports.</summary>
internal static class Pipeline
{
    private static readonly Analyzer Analyzer = new(BuiltInRules.Catalog.Rules);
    private static readonly ParseOptions Oldest = new() { TargetVersion = new PythonVersion(3, 8) };

    /// <summary>What goes wrong, in words, or null.</summary>
    public static string? ProblemOf(SourceText text)
    {
        var tree = SyntaxTree.Parse(text);
        AskEverything(SemanticModel.Create(tree));
        Write(tree);
        return TreeInvariants.FirstBroken(tree)
            ?? TreeInvariants.FirstBroken(SyntaxTree.Parse(text, Oldest))
            ?? BrokenFinding(Analyzer.Run(tree));
    }

    private static string? BrokenFinding(AnalysisResult result)
    {
        if (result.Crashes is [var crash, ..])
        {
            return $"{crash.Rule} crashed: {crash.Exception}";
        }

        var all = new TextSpan(0, result.Tree.Text.Length);
        var findings = result.Diagnostics.Concat(result.Suppressed).ToList();
        if (findings.Find(finding => !SpansOf(finding).All(all.Contains)) is { } outside)
        {
            return $"{outside.Descriptor.Code} {outside.Span} lies outside the text {all}";
        }

        var errors = findings.Count(finding => finding.Descriptor.Code is "PLS000" or "PLS002" or "PLS004" || finding.Descriptor.Explains != null);
        return errors == result.Tree.Errors.Length + result.Tree.Text.EncodingErrors.Length ? null : "errors of the text are not among the findings";
    }

    private static IEnumerable<TextSpan> SpansOf(Diagnostic finding) =>
        [finding.Span, .. finding.Labels.Select(label => label.Span), .. (finding.Fix?.Edits ?? []).Select(edit => edit.Span)];

    /// <summary>Asks what no rule may have asked yet.</summary>
    private static void AskEverything(SemanticModel model)
    {
        foreach (var node in model.Tree.Nodes)
        {
            model.EnclosingQualname(node);
            if (node is Expr expression)
            {
                model.QualifiedName(expression);
                model.IsHashable(expression);
                model.HashOf(model.TypeOf(expression));
                model.CanRaise(expression);
                AskOfName(model, expression as Name);
                AskOfCall(model, expression as Call);
            }
            else if (node is Stmt statement)
            {
                model.CompletionOf(statement);
                model.CanRaise(statement);
                model.IsReachable(statement);
            }
        }

        foreach (var made in model.Classes)
        {
            _ = (made.Linearization, made.Slots, made.Dataclass, made.CanBeInstantiated);
        }
    }

    private static void AskOfName(SemanticModel model, Name? name)
    {
        if (name is null)
        {
            return;
        }

        model.Resolve(name);
        if (name.Ctx == ExprContext.Store)
        {
            model.IsEverRead(name);
        }
        else
        {
            model.BoundAt(name);
        }
    }

    private static void AskOfCall(SemanticModel model, Call? call)
    {
        if (call is not null)
        {
            model.BindingOf(call);
            model.Escapes(call, model.Tree.Root);
        }
    }

    private static void Write(SyntaxTree tree)
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        AstJsonWriter.Write(writer, tree);
    }
}
