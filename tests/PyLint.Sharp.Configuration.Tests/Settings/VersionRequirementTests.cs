using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Configuration.Tests.Settings;

public class VersionRequirementTests
{
    [TestCase(">=1.2,<2", "1.2", true)]
    [TestCase(">=1.2,<2", "1.10.3", true)]
    [TestCase(">=1.2,<2", "2.0", false)]
    [TestCase(">=1.2,<2", "1.1.9", false)]
    [TestCase(">1.2", "1.2.0", false)]
    [TestCase("<=1.2", "1.2.0", true)]
    [TestCase("==1.2", "1.2.0", true)]
    [TestCase("==1.2.*", "1.2.7", true)]
    [TestCase("==1.2.*", "1.3", false)]
    [TestCase("!=1.2.*", "1.2.7", false)]
    [TestCase("!= 1.2", "1.3", true)]
    [TestCase("~=1.2", "1.9", true)]
    [TestCase("~=1.2", "2.0", false)]
    [TestCase("~=1.2.3", "1.3.0", false)]
    [TestCase("1.2", "1.2", true)]
    public void Versions_are_compared_number_by_number(string requirement, string version, bool isAccepted) =>
        VersionRequirement.Parse(requirement)!.Accepts(version).Should().Be(isAccepted);

    [TestCase("")]
    [TestCase(">=")]
    [TestCase("=>1")]
    [TestCase(">=1.*")]
    [TestCase("~=1")]
    [TestCase("1.2beta")]
    [TestCase(">=1,,<2")]
    [TestCase(">=99999999999")]
    public void Anything_else_is_no_requirement(string text) => VersionRequirement.Parse(text).Should().BeNull();

    [TestCase(">=3.9", 3, 9)]
    [TestCase(">=3.9,<4", 3, 9)]
    [TestCase("~=3.10", 3, 10)]
    [TestCase("==3.11.*", 3, 11)]
    [TestCase(">3", 3, 0)]
    [TestCase(">=3.8,>=3.10.1", 3, 10)]
    public void The_lower_bound_is_the_oldest_accepted(string text, int major, int minor) =>
        VersionRequirement.Parse(text)!.LowerBound.Should().Be((major, minor));

    [Test]
    public void Without_a_lower_bound_there_is_none() => VersionRequirement.Parse("<4,!=3.9")!.LowerBound.Should().BeNull();
}
