using System.Xml.Linq;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>Licences of libraries that we pass on ask us to pass on their notices.</summary>
public class NoticeTests
{
    public const string File = "src/PyLint.Sharp.Cli/THIRD-PARTY-NOTICES.txt";

    private const string Program = "src/PyLint.Sharp.Cli/PyLint.Sharp.Cli.csproj";

    /// <summary>The packages that have a notice.</summary>
    public static IEnumerable<string> Named => Repository.ReadText(File).Split('\n')
        .SkipWhile(line => line.Length > 0)
        .TakeWhile(line => !line.StartsWith("===", StringComparison.Ordinal))
        .Where(line => line.StartsWith("  Packages: ", StringComparison.Ordinal) || line.StartsWith("             ", StringComparison.Ordinal))
        .Select(line => line[13..]);

    /// <summary>With the project that refers to each.</summary>
    private static IEnumerable<TestCaseData> Packages =>
        from project in Shipped(Program).Distinct()
        from reference in XDocument.Load(Repository.PathOf(project)).Descendants("PackageReference")
        where reference.Attribute("PrivateAssets")?.Value != "all"
        select new TestCaseData(project, reference.Attribute("Include")!.Value);

    [Test]
    public void Something_is_shipped() => Packages.Should().HaveCountGreaterThan(3);

    [TestCaseSource(nameof(Packages))]
    public void Each_package_that_is_shipped_has_a_notice(string project, string package) =>
        Named.Should().Contain(package, "{0} refers to it", project);

    [TestCase("BSD-3-Clause", "3. Neither the name of the copyright holder")]
    [TestCase("MIT", "The above copyright notice and this permission notice shall be included")]
    [TestCase("Apache-2.0", "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION")]
    public void Each_licence_stands_in_full_behind_the_list(string licence, string words)
    {
        var parts = Repository.ReadText(File).Split($"\n{new string('=', 100)}\n");
        parts[0].Should().Contain($"  Licence:   {licence}\n");
        parts[Array.IndexOf(parts, licence) + 1].Should().Contain(words);
    }

    [Test]
    public void No_licence_is_missing() =>
        Repository.ReadText(File).Split('\n').Where(line => line.StartsWith("  Licence: ", StringComparison.Ordinal)).Select(line => line[13..])
            .Should().BeSubsetOf(["BSD-3-Clause", "MIT", "Apache-2.0"]);

    private static IEnumerable<string> Shipped(string project) =>
        XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetRelativePath(Repository.Root, Repository.PathOf($"{Path.GetDirectoryName(project)}/{reference.Attribute("Include")!.Value}")).Replace('\\', '/'))
            .SelectMany(Shipped)
            .Prepend(project);
}
