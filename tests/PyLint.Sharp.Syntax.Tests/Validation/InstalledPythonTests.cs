using System.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>The data of our tests against each CPython that is installed here.</summary>
[TestFixture]
public sealed class InstalledPythonTests
{
    [Test]
    public void Each_version_compiles_what_it_has_and_nothing_newer()
    {
        var rows = SyntaxOfVersions.All().ToList();

        foreach (var python in InstalledPython.FindOrIgnore(SyntaxOfVersions.Oldest, 15))
        {
            var verdicts = python.Compiles(rows.Select(row => Encoding.UTF8.GetBytes(row.Source)));
            rows.Where((row, i) => verdicts[i] != row.Minor <= python.Minor).Should().BeEmpty("{0} decides", python);
        }
    }
}
