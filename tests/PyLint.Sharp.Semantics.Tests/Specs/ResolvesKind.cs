namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># resolves: enclosing f → global → built-in</c>: where Python looks for the name of the line, or for x in <c>x=…</c>.</summary>
internal sealed class ResolvesKind : ISpecKind
{
    public string Word => "resolves";

    public string Ask(SpecLine line, string expected)
    {
        var (names, rest) = line.NamesOf(expected);
        var answers = names.Select(name => line.Model.Resolve(name).ToString()).Distinct().ToList();
        return answers is [var one] && one == rest ? expected : string.Join(" and ", answers);
    }
}
