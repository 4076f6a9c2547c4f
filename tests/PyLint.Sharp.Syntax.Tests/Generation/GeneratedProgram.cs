using FsCheck;
using FsCheck.Fluent;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>A valid program.</summary>
/// <param name="Lines">Its statements.</param>
/// <param name="Start">What stands before them.</param>
/// <param name="LineEnd">What ends its lines.</param>
internal sealed record GeneratedProgram(Phrase Lines, string Start, string LineEnd)
{
    private const int Deepest = 4;

    public string Text => (Start + Lines.ToProgram()[1..]).Replace("\n", LineEnd, StringComparison.Ordinal);

    /// <summary>Programs that a version of Python understands; they shrink to programs that are valid too.</summary>
    public static Arbitrary<GeneratedProgram> For(PythonVersion version) => Arb.From(
        Gen.Sized(size =>
            from lines in StatementGenerator.File(Place.Module(version, 1 + (size * Deepest / 101)))
            from start in Gen.Elements("", "", "", "# note\n", "\n \f\n", "'''doc'''\n", "from __future__ import annotations\n")
            from lineEnd in Gen.Elements("\n", "\n", "\n", "\r\n", "\r")
            select new GeneratedProgram(lines, start, lineEnd)),
        program => program.Shrink());

    /// <summary>For the reports of FsCheck.</summary>
    public override string ToString() => Minimizer.Literal(Text) + "\n" + Text;

    private IEnumerable<GeneratedProgram> Shrink()
    {
        if (Start.Length > 0 || LineEnd != "\n")
        {
            yield return new GeneratedProgram(Lines, "", "\n");
        }

        foreach (var lines in Lines.Shrink())
        {
            yield return this with { Lines = lines };
        }
    }
}
