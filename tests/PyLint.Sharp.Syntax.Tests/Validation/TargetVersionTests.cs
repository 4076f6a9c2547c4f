using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

[TestFixture]
public sealed class TargetVersionTests
{
    private const int Newest = 15;

    [TestCaseSource(typeof(SyntaxOfVersions), nameof(SyntaxOfVersions.NewerThanTheOldest))]
    public void Newer_syntax_is_an_error_for_an_older_target(int minor, string position, string source)
    {
        var tree = Parse(source, minor - 1);

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().MatchRegex($"needs? Python 3\\.{minor}; the target is 3\\.{minor - 1}$");
    }

    [TestCaseSource(typeof(SyntaxOfVersions), nameof(SyntaxOfVersions.NewerThanTheOldest))]
    public void It_is_none_for_a_target_that_has_it_nor_without_a_target(int minor, string position, string source)
    {
        for (var target = minor; target <= Newest; target++)
        {
            Parse(source, target).Errors.Should().BeEmpty("3.{0} has what 3.{1} added at {2}", target, minor, position);
        }

        SyntaxTree.Parse(SourceText.From(source)).Errors.Should().BeEmpty();
    }

    [TestCaseSource(typeof(SyntaxOfVersions), nameof(SyntaxOfVersions.OfTheOldest))]
    public void Every_target_reads_old_syntax(string source)
    {
        for (var target = SyntaxOfVersions.Oldest; target <= Newest; target++)
        {
            Parse(source, target).Errors.Should().BeEmpty();
        }
    }

    [Test]
    public void A_default_of_a_type_parameter_is_newer_than_the_parameter() =>
        Parse("class C[T=int]: pass\n", 12).Errors.Should().ContainSingle()
            .Which.Message.Should().Be("a default of a type parameter needs Python 3.13; the target is 3.12");

    private static SyntaxTree Parse(string source, int minor) =>
        SyntaxTree.Parse(SourceText.From(source), new ParseOptions { TargetVersion = new PythonVersion(3, minor) });
}
