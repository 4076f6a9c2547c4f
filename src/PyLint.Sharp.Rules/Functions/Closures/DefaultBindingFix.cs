using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions.Closures;

/// <summary>Gives a closure a parameter whose default is the variable: defaults are evaluated where the closure is made.</summary>
internal static class DefaultBindingFix
{
    private const string LambdaKeyword = "lambda";

    /// <summary>The edit; null where a parameter of that name exists, or no place for one is found.</summary>
    public static TextEdit? EditFor(Node closure, string name, RuleContext context)
    {
        var arguments = closure switch
        {
            Lambda lambda => lambda.Args,
            FunctionDefinition function => function.Args,
            _ => null,
        };
        if (arguments is null || Has(arguments, name))
        {
            return null;
        }

        var text = context.Text;
        if (arguments.KwArg is { } rest)
        {
            var before = text.Slice(new TextSpan(closure.Span.Start, rest.Span.Start)).TrimEnd();
            return before.EndsWith("**") ? Insert(closure.Span.Start + before.Length - 2, $"{name}={name}, ") : null;
        }

        if (arguments.SubtreeEnd > arguments.Index + 1)
        {
            var end = arguments.Span.End;
            return Insert(end, text[end - 1] == ',' ? $" {name}={name}" : $", {name}={name}");
        }

        if (closure is Lambda)
        {
            return Insert(closure.Span.Start + LambdaKeyword.Length, $" {name}={name}");
        }

        var open = ((FunctionDefinition)closure).Name.Span.End;
        return open < text.Length && text[open] == '(' ? Insert(open + 1, $"{name}={name}") : null;
    }

    private static TextEdit Insert(int offset, string text) => new(new TextSpan(offset, offset), text);

    private static bool Has(Arguments arguments, string name)
    {
        foreach (var parameter in arguments.Tree.All<Arg>(arguments))
        {
            if (parameter.Parent == arguments && parameter.Name.Text == name)
            {
                return true;
            }
        }

        return false;
    }
}
