using System.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Rules.Tests.Fuzzing;

/// <summary>
/// From the bytes to the findings no input is an exception, and every tree keeps its invariants. It is tested here because here all of
/// the pipeline meets.
/// </summary>
[TestFixture]
public sealed class FuzzTests
{
    private const int SampleOfLibrary = 60;

    private static readonly Lazy<List<string>> OwnPrograms = new(() =>
        [.. new[] { "tests", "samples" }.SelectMany(folder => Repository.Files(folder, "*.py")).Select(path => Read(Repository.PathOf(path)))]);

    private static readonly Lazy<List<string>> OwnBytes = new(() =>
        [.. new[] { "tests", "samples" }.SelectMany(folder => Repository.Files(folder, "*.py")).Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(Repository.PathOf(path))))]);

    [Test]
    public void A_damaged_program_is_checked() => FuzzRun.OfText.Check(4000, random => DamagedPart(OwnPrograms.Value, random), Pipeline.ProblemOf);

    [Test]
    public void A_damaged_module_of_the_installed_library_is_checked()
    {
        var files = Python.Required().LibraryFiles();
        var sample = new Random(1).GetItems(files.ToArray(), SampleOfLibrary).Select(Read).ToList();

        FuzzRun.OfText.Check(1500, random => DamagedPart(sample, random), Pipeline.ProblemOf);
    }

    [Test]
    public void Random_text_is_checked() => FuzzRun.OfText.Check(4000, random => new Mutator(random).RandomText(), Pipeline.ProblemOf);

    [Test]
    public void Random_bytes_are_checked() => FuzzRun.OfBytes.Check(4000, random => new Mutator(random).RandomBytes(), Pipeline.ProblemOf);

    [Test]
    public void Damaged_bytes_are_checked() => FuzzRun.OfBytes.Check(
        1500,
        random => new Mutator(random) is var mutator ? mutator.Damage(mutator.PartOf(OwnBytes.Value[random.Next(OwnBytes.Value.Count)])) : "",
        Pipeline.ProblemOf);

    private static string DamagedPart(List<string> programs, Random random)
    {
        var mutator = new Mutator(random);
        return mutator.Mutate(mutator.PartOf(programs[random.Next(programs.Count)]));
    }

    private static string Read(string path) => Syntax.Text.SourceText.Decode(File.ReadAllBytes(path)).Content;
}
