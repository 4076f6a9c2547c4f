using System.Text.RegularExpressions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>A program of a spec, and what is expected of it.</summary>
/// <param name="Place">The file, the heading above and the line of the file: the name of a test.</param>
/// <param name="FirstLine">The line of the file that the program's first line is.</param>
/// <param name="Code">The program.</param>
internal sealed partial record SpecBlock(string Place, int FirstLine, string Code)
{
    private static readonly Dictionary<string, ISpecKind> Kinds = typeof(ISpecKind).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ISpecKind)) && !type.IsInterface)
        .Select(type => (ISpecKind)Activator.CreateInstance(type)!)
        .ToDictionary(kind => kind.Word);

    /// <summary>The <c>```python</c> blocks of a text.</summary>
    public static IEnumerable<SpecBlock> In(string file, string markdown)
    {
        var lines = markdown.Split('\n');
        var heading = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                heading = lines[i].TrimStart('#', ' ');
            }
            else if (lines[i] == "```python")
            {
                var end = Array.IndexOf(lines, "```", i);
                yield return new SpecBlock($"{file}({i + 2}): {heading}", i + 2, string.Join('\n', lines[(i + 1)..(end < 0 ? lines.Length : end)]));
                i = end < 0 ? lines.Length : end;
            }
        }
    }

    /// <summary>What is wrong with the block or with the model, a line each; empty when all holds.</summary>
    public IEnumerable<string> Problems()
    {
        var tree = SyntaxTree.Parse(SourceText.From(Code));
        if (tree.HasParseErrors)
        {
            return [$"line {FirstLine}: no Python: {tree.Errors[0].Message}"];
        }

        var model = SemanticModel.Create(tree);
        var asked = tree.Comments
            .Where(comment => !tree.Text.Slice(new TextSpan(tree.Text.LineStart(tree.Text.LineOf(comment.Start)), comment.Start)).IsWhiteSpace())
            .SelectMany(comment => Expectation().Matches(tree.Text.ToString(comment)).Select(match => (Line: tree.Text.LineOf(comment.Start), match)))
            .ToList();
        return asked.Count == 0
            ? [$"line {FirstLine}: nothing is expected of this program"]
            : asked.Select(one => Problem(new SpecLine(model, one.Line), one.match.Groups["word"].Value, one.match.Groups["expected"].Value.Trim())).OfType<string>();
    }

    public override string ToString() => Place;

    private string? Problem(SpecLine line, string word, string expected)
    {
        var place = $"line {FirstLine + line.Number - 1}: # {word}: {expected}";
        if (!Kinds.TryGetValue(word, out var kind))
        {
            return $"{place}: there is no such kind, only {string.Join(", ", Kinds.Keys.Order())}";
        }

        try
        {
            var answer = kind.Ask(line, expected);
            return answer == expected ? null : $"{place}: the model says {answer}";
        }
        catch (SpecException mistake)
        {
            return $"{place}: {mistake.Message}";
        }
    }

    [GeneratedRegex(@"#\s*(?<word>[a-z-]+):(?<expected>.*?)(?=\s#\s*[a-z-]+:|$)")]
    private static partial Regex Expectation();
}
