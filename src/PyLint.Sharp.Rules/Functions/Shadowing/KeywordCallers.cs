using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>The calls of the file that pass an argument by the name of a parameter, which a new name of the parameter must follow.</summary>
internal static class KeywordCallers
{
    /// <summary>Each of them is asked about for each parameter of the name.</summary>
    private const int MostCalls = 256;

    private static readonly Remembered<SyntaxTree, Dictionary<string, List<Keyword>>> Keywords = new(KeywordsIn);

    /// <summary>Adds an edit for each; false when some call may be one that the file doesn't prove.</summary>
    public static bool AddEdits(Node function, Arg parameter, string newName, RuleContext context, List<TextEdit> edits)
    {
        var (called, owner) = NamesOf(function, context);
        if (!Keywords.Of(context.Tree).TryGetValue(parameter.Name.Text, out var keywords))
        {
            return true;
        }

        if (keywords.Count > MostCalls)
        {
            return false;
        }

        foreach (var keyword in keywords)
        {
            var (name, call) = (keyword.Name!.Value, (Call)keyword.Parent!);
            var binding = context.Model.BindingOf(call);
            if (binding.ParameterOf(keyword.Value)?.Node == parameter)
            {
                edits.Add(new TextEdit(name.Span, newName));
            }
            else if (binding.Callee is null && (called is null || Mentions(call, called) || (owner != null && Mentions(call, owner))))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, List<Keyword>> KeywordsIn(SyntaxTree tree)
    {
        var found = new Dictionary<string, List<Keyword>>(StringComparer.Ordinal);
        foreach (var node in tree.Nodes)
        {
            if (node is Keyword { Name: { } name, Parent: Call } keyword)
            {
                if (!found.TryGetValue(name.Text, out var same))
                {
                    found.Add(name.Text, same = []);
                }

                same.Add(keyword);
            }
        }

        return found;
    }

    private static (string? Called, string? Owner) NamesOf(Node function, RuleContext context)
    {
        var definition = function as FunctionDefinition;
        var owner = definition is { Name.Text: "__init__" or "__new__" or "__call__" } ? context.Model.ScopeOf(definition).Node as ClassDef : null;
        return (definition?.Name.Text, owner?.Name.Text);
    }

    private static bool Mentions(Call call, string word)
    {
        foreach (var part in call.Tree.Subtree(call))
        {
            if (part is Name { Id: var id } ? id == word : part is Attribute attribute && attribute.Attr.Text == word)
            {
                return true;
            }
        }

        return false;
    }
}
