using PyLint.Sharp.Semantics.Flow;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># bound: possibly</c>: whether the name of the line, or x in <c>x=…</c>, has a value there.</summary>
internal sealed class BoundKind : ISpecKind
{
    public string Word => "bound";

    public string Ask(SpecLine line, string expected)
    {
        var (names, rest) = line.NamesOf(expected);
        var answers = names.Select(line.Model.BoundAt).Distinct().ToList();
        return answers is [var one] && Text(one) == rest ? expected : string.Join(" and ", answers.Select(Text));
    }

    private static string Text(Bound answer) => answer.ToString().ToLowerInvariant();
}
