using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary>
/// The specs beside this file: texts for people whose <c>```python</c> blocks are programs, and whose comments behind lines of code are
/// expectations about these lines. Several may stand in one comment; a comment on a line of its own is a comment.
/// </summary>
public class SpecTests
{
    private const string Folder = "tests/PyLint.Sharp.Semantics.Tests/Specs";

    private static IEnumerable<TestCaseData> Blocks => Repository.Files(Folder, "*.md")
        .SelectMany(file => SpecBlock.In(Path.GetFileName(file), Repository.ReadText(file)))
        .Select(block => new TestCaseData(block).SetName(block.Place.Replace('.', '_')));

    [TestCaseSource(nameof(Blocks))]
    public void The_model_says_what_the_spec_says(object block) => ((SpecBlock)block).Problems().Should().BeEmpty();

    [TestCase("x = 1", "nothing is expected of this program")]
    [TestCase("# resolves: global", "nothing is expected of this program")]
    [TestCase("x = (  # resolves: global", "no Python")]
    [TestCase("x  # resolved: global", "there is no such kind, only")]
    [TestCase("x + y  # resolves: global", "which of the names x, y?")]
    [TestCase("x  # resolves: local", "the model says global → built-in → undefined")]
    [TestCase("x  # resolves: global → built-in → undefined  # resolves: local", "the model says")]
    public void A_block_that_says_nothing_or_nothing_true_fails(string code, string problem) =>
        new SpecBlock("", 1, code).Problems().Should().ContainSingle().Which.Should().Contain(problem);

    [Test]
    public void Blocks_are_found_with_their_places() =>
        SpecBlock.In("A.md", "# One\n\n```python\nx\ny\n```\n\n```text\nz\n```\n## Two\n```python\nw\n```\n")
            .Should().Equal(new SpecBlock("A.md(4): One", 4, "x\ny"), new SpecBlock("A.md(13): Two", 13, "w"));
}
