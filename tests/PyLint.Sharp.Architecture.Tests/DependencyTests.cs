using System.Xml.Linq;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Architecture.Tests;

public class DependencyTests
{
    /// <summary>What each project may reference directly. Reporting doesn't see Rules: a rule's descriptor is all that a report needs.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["PyLint.Sharp.Syntax"] = [],
        ["PyLint.Sharp.Semantics"] = ["PyLint.Sharp.Syntax"],
        ["PyLint.Sharp.Analysis"] = ["PyLint.Sharp.Semantics"],
        ["PyLint.Sharp.Rules"] = ["PyLint.Sharp.Analysis"],
        ["PyLint.Sharp.Configuration"] = ["PyLint.Sharp.Analysis"],
        ["PyLint.Sharp.Reporting"] = ["PyLint.Sharp.Analysis"],
        ["PyLint.Sharp.Cli"] = ["PyLint.Sharp.Rules", "PyLint.Sharp.Configuration", "PyLint.Sharp.Reporting"],
        ["PyLint.Sharp.Dev"] = ["PyLint.Sharp.Rules", "PyLint.Sharp.Configuration"],
    };

    private static IEnumerable<string> Projects => Repository.Files("src", "*.csproj");

    [Test]
    public void Every_project_has_its_place_in_the_order() =>
        Projects.Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Allowed.Keys);

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_only_the_layer_below(string project) =>
        References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
            .Should().BeSubsetOf(Allowed[Path.GetFileNameWithoutExtension(project)]);

    [Test]
    public void Only_projects_with_a_grammar_know_antlr() =>
        Projects.Where(project => References(project, "PackageReference").Any(package => package.StartsWith("Antlr", StringComparison.Ordinal)))
            .Should().BeEquivalentTo(
                "src/PyLint.Sharp.Configuration/PyLint.Sharp.Configuration.csproj",
                "src/PyLint.Sharp.Syntax/PyLint.Sharp.Syntax.csproj");

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Repository.PathOf(project)).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
