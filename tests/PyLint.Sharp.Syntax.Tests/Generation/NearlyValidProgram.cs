using FsCheck;
using FsCheck.Fluent;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>A valid program in which one token was changed: it may still be valid.</summary>
internal sealed record NearlyValidProgram(string Text)
{
    /// <summary>Programs that a version of Python understands but for the change; they shrink by any part of their text.</summary>
    public static Arbitrary<NearlyValidProgram> For(PythonVersion version) => Arb.From(
        from program in GeneratedProgram.For(version).Generator
        from seed in Gen.Choose(0, int.MaxValue)
        select new NearlyValidProgram(new Mutator(new Random(seed)).MutateToken(program.Text)),
        program => program.Shrink());

    /// <summary>For the reports of FsCheck.</summary>
    public override string ToString() => Minimizer.Literal(Text) + "\n" + Text;

    private IEnumerable<NearlyValidProgram> Shrink()
    {
        for (var size = Text.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= Text.Length; at += size)
            {
                yield return new NearlyValidProgram(Text.Remove(at, size));
            }
        }
    }
}
