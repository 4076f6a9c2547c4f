using PyLint.Sharp.Semantics.Escapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>
/// <c># escapes: no</c>, <c>yes (returned)</c> or <c>unknown (passed)</c>: of the function, lambda, generator or display that starts
/// first on the line, out of the innermost loop around it or else the function; of a parameter's argument with <c>x=…</c>.
/// </summary>
internal sealed class EscapesKind : ISpecKind
{
    public string Word => "escapes";

    public string Ask(SpecLine line, string expected)
    {
        var equals = expected.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            var name = expected[..equals];
            var parameter = line.Nodes.OfType<Arg>().Single(node => node.Name.Text == name);
            return $"{name}={Describe(line.Model.Escapes(parameter, parameter.Parent!.Parent!))}";
        }

        var made = line.Nodes.FirstOrDefault(node => node is FunctionDefinition or Lambda or GeneratorExp)
            ?? line.Nodes.FirstOrDefault(node => node is List or Dict or Set) ?? throw new SpecException("nothing on the line could escape");
        return Describe(line.Model.Escapes(made, Around(made)));
    }

    private static Node Around(Node made)
    {
        for (var node = made.Parent; node != null; node = node.Parent)
        {
            if (node is ForStatement or While or FunctionDefinition)
            {
                return node;
            }

            if (node is ListComp { Generators: [var first, ..] })
            {
                return first;
            }
        }

        throw new SpecException("neither a loop nor a function is around");
    }

    private static string Describe(Escape escape) => escape.Answer == Answer.No ? "no" : $"{escape.Answer} ({escape.Way})".ToLowerInvariant();
}
