using PyLint.Sharp.Reporting.Sarif;

namespace PyLint.Sharp.Reporting.Tests.Formats;

public class PathTests
{
    [TestCase("/repo/sub", "/repo", "a.py", "sub/a.py")]
    [TestCase("/repo/sub", "/repo/", "./x/../a.py", "sub/a.py")]
    [TestCase("/repo/sub", "/repo", "../b.py", "b.py")]
    [TestCase("/repo", null, "a/b.py", "a/b.py")]
    [TestCase("/repo", "", "/repo/a.py", "a.py")]
    [TestCase("/repo", "/repo", "/repository/a.py", "/repository/a.py")]
    [TestCase("/repo", "/other", "a.py", "/repo/a.py")]
    [TestCase("/repo", "/repo", "../../../a.py", "/a.py")]
    [TestCase("/", "/", "a.py", "a.py")]
    [TestCase("/repo", "/repo", "<stdin>", "<stdin>")]
    public void A_path_starts_at_the_root_of_the_repository(string folder, string? root, string path, string expected) =>
        new RepositoryPaths(folder, root).Of(path).Should().Be(expected);

    [TestCase("src/a b.py", "src/a%20b.py")]
    [TestCase("c:x/ä%.py", "c%3Ax/%C3%A4%25.py")]
    [TestCase("/x/a#b?.py", "file:///x/a%23b%3F.py")]
    [TestCase("C:/x/a.py", "file:///C:/x/a.py")]
    public void A_path_becomes_a_URI(string path, string uri) => SarifUri.Of(path).Should().Be(uri);

    /// <summary>Not a case above: attributes hold UTF-8, in which half a character is already lost.</summary>
    [Test]
    public void Half_a_character_becomes_the_replacement_character() => SarifUri.Of("\ud800").Should().Be("%EF%BF%BD");
}
