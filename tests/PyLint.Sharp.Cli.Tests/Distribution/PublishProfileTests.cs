using System.Xml.Linq;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>Not every feed has what each platform needs, so that the profiles are compared rather than run.</summary>
public class PublishProfileTests
{
    private static readonly string[] Platforms = ["linux-arm64", "linux-x64", "osx-arm64", "win-x64"];

    [Test]
    public void Each_platform_has_a_profile() =>
        Repository.Files("src/PyLint.Sharp.Cli/Properties/PublishProfiles").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo([.. Platforms, "native"]);

    [TestCaseSource(nameof(Platforms))]
    public void A_profile_makes_one_file_that_starts_fast_and_needs_no_dotnet(string platform)
    {
        var properties = XDocument.Parse(Repository.ReadText($"src/PyLint.Sharp.Cli/Properties/PublishProfiles/{platform}.pubxml"))
            .Root!.Elements("PropertyGroup").Elements().ToDictionary(property => property.Name.LocalName, property => property.Value);
        properties.Should().Equal(new Dictionary<string, string>
        {
            ["RuntimeIdentifier"] = platform,
            ["PublishDir"] = $"../../artifacts/{platform}/",
            ["SelfContained"] = "true",
            ["PublishSingleFile"] = "true",
            ["PublishReadyToRun"] = "true",
            ["PublishTrimmed"] = "true",
            ["TrimMode"] = "partial",
            ["NoWarn"] = "$(NoWarn);IL2104",
            ["PackAsTool"] = "false",
            ["DebugType"] = "none",
            ["PublishDocumentationFile"] = "false",
            ["AllowedReferenceRelatedFileExtensions"] = ".none",
        });
    }
}
