using System.Runtime.CompilerServices;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>
/// Renames a variable that hides a built-in, in all places of the file that mean the variable. Reads that want the built-in keep the
/// name, and so get the built-in again.
/// </summary>
internal static class RenameFix
{
    /// <summary>Each finding of a variable carries all edits, so that the fixes of one with thousands would hold millions.</summary>
    private const int MostPlaces = 256;

    /// <summary>The edits; null when some place is not sure, or the new name would mean something else somewhere.</summary>
    public static TextEdit[]? EditsFor(Symbol symbol, ShadowedUses uses, RuleContext context)
    {
        var newName = symbol.Name + "_";
        var edits = new List<TextEdit>();
        return symbol.References.Length + symbol.Bindings.Length <= MostPlaces
            && IsFree(symbol.Scope, symbol.Name, newName)
            && AddNodes(symbol, newName, context, edits)
            && AddBindings(symbol, newName, context.Model, edits)
            && AddReferences(uses, newName, edits)
            ? [.. edits]
            : null;
    }

    /// <summary>
    /// False when a scope that sees the variable knows the new name already, or a class binds the old one: the body of a class reads
    /// the variable around it until then.
    /// </summary>
    private static bool IsFree(Scope scope, string oldName, string newName)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (scope.Entry(newName) != null || (scope.Kind == ScopeKind.Class && scope.OwnSymbol(oldName) != null))
        {
            return false;
        }

        foreach (var child in scope.Children)
        {
            if (!IsFree(child, oldName, newName))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>global</c> and <c>nonlocal</c> statements are renamed; code that looks names up as text ends the attempt.</summary>
    private static bool AddNodes(Symbol symbol, string newName, RuleContext context, List<TextEdit> edits)
    {
        foreach (var node in context.Tree.Subtree(symbol.Scope.Node))
        {
            switch (node)
            {
                case Name { Id: "locals" or "globals" or "vars" or "eval" or "exec" } name when context.Model.IsBuiltin(name):
                case Constant { StringValue: { } text } when text == symbol.Name && symbol.Scope.Kind == ScopeKind.Module:
                    return false;
                case Global or Nonlocal when context.Model.ScopeOf(node).Lookup(symbol.Name) == symbol:
                    AddDeclarations((node is Global global ? global.Names : ((Nonlocal)node).Names).AsSpan(), symbol.Name, newName, edits);
                    break;
            }
        }

        return true;
    }

    private static void AddDeclarations(ReadOnlySpan<Identifier> names, string oldName, string newName, List<TextEdit> edits)
    {
        foreach (var name in names)
        {
            if (name.Text == oldName)
            {
                edits.Add(new TextEdit(name.Span, newName));
            }
        }
    }

    private static bool AddBindings(Symbol symbol, string newName, SemanticModel model, List<TextEdit> edits)
    {
        foreach (var binding in symbol.Bindings)
        {
            var isGivenBack = binding.Kind == BindingKind.Delete && symbol.Scope.Kind == ScopeKind.Module;
            if (isGivenBack || BackPorts.IsOne(binding, symbol.Name, model) || TextFor(binding, newName) is not { } text)
            {
                return false;
            }

            edits.Add(new TextEdit(binding.Span, text));
        }

        return true;
    }

    /// <summary>An import needs the old name to find what it imports; <c>import a.b</c> cannot be given another first name.</summary>
    private static string? TextFor(in NameBinding binding, string newName) => binding.Node switch
    {
        Alias { AsName: null } alias => alias.Name.Span == binding.Span ? $"{alias.Name.Text} as {newName}" : null,
        _ => newName,
    };

    private static bool AddReferences(ShadowedUses uses, string newName, List<TextEdit> edits)
    {
        foreach (var (name, use) in uses.All)
        {
            if (use == NameUse.Unknown)
            {
                return false;
            }

            if (use is NameUse.Variable or NameUse.CalledUnknown)
            {
                edits.Add(new TextEdit(name.Span, newName));
            }
        }

        return true;
    }
}
