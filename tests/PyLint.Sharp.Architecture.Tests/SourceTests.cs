using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Architecture.Tests;

public partial class SourceTests
{
    private const int LongestFile = 500;

    private static IEnumerable<string> GeneratedFiles => Repository.Files("src", "*.cs").Where(IsGenerated);

    [Test]
    public void A_hand_written_file_fits_in_500_lines() =>
        Repository.Files("src", "*.cs")
            .Where(file => !IsGenerated(file) && File.ReadLines(Repository.PathOf(file)).Count() > LongestFile)
            .Should().BeEmpty();

    /// <summary>Whoever edits a source without generating again hears of it here, without the generator's own tools.</summary>
    [TestCaseSource(nameof(GeneratedFiles))]
    public void A_generated_file_is_made_of_its_source_as_it_is_now(string file)
    {
        var header = Header().Match(Repository.ReadText(file));
        header.Success.Should().BeTrue("a generated file says in its header from what it was made");

        var source = string.Concat(header.Groups["source"].Value.Split(" and ").Select(Repository.ReadText));
        header.Groups["hash"].Value.Should().Be(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source))),
            "grammars/regenerate.sh should have run after the last change of {0}", header.Groups["source"].Value);
    }

    /// <summary>Code and tests must work in any checkout, so they may name no folder of the machine that they were written on.</summary>
    [Test]
    public void Nothing_depends_on_the_folders_of_one_machine() =>
        new[] { "src", "tests", "grammars", ".ci" }.SelectMany(folder => Repository.Files(folder))
            .Where(file => FolderOfOneMachine().IsMatch(Repository.ReadText(file)))
            .Should().BeEmpty();

    /// <summary>A second summary is what a member left behind that is gone.</summary>
    [Test]
    public void A_declaration_has_one_summary() =>
        new[] { "src", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(file => SecondSummary().IsMatch(Repository.ReadText(file)))
            .Should().BeEmpty();

    private static bool IsGenerated(string file) =>
        file.Contains("/Generated/", StringComparison.Ordinal) || file.EndsWith(".g.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^// Generated from (?<source>\S+( and \S+)?) by .*\n// source-sha256: (?<hash>[0-9a-f]{64})$", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^ *///.*<(summary|inheritdoc).*\n( *///.*\n)*? *///.*<(summary|inheritdoc)", RegexOptions.Multiline)]
    private static partial Regex SecondSummary();

    [GeneratedRegex(@"(?<![\w.])/(root|work|mnt)/\w")]
    private static partial Regex FolderOfOneMachine();
}
