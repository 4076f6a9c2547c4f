using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Configuration.Tests.Settings;

/// <summary>Paths are those of a project in <c>/p</c>.</summary>
public class PathPatternTests
{
    [TestCase("a.py", "/p/a.py", true)]
    [TestCase("a.py", "/p/sub/a.py", true)]
    [TestCase("a.py", "/p/ba.py", false)]
    [TestCase("build", "/p/sub/build", true)]
    [TestCase("build/", "/p/build", true)]
    [TestCase("sub/a.py", "/p/sub/a.py", true)]
    [TestCase("sub/a.py", "/p/x/sub/a.py", false)]
    [TestCase("/q/a.py", "/q/a.py", true)]
    [TestCase("/q/a.py", "/p/q/a.py", false)]
    [TestCase("*.py", "/q/other/a.py", true)]
    [TestCase("*.py", "/p/a.pyi", false)]
    [TestCase("test_*", "/p/x/test_a.py", true)]
    [TestCase("tests/*", "/p/tests/a.py", true)]
    [TestCase("tests/*", "/p/tests/deep/a.py", true)]
    [TestCase("tests/*", "/p/x/tests/a.py", false)]
    [TestCase("tests/**", "/p/tests/deep/a.py", true)]
    [TestCase("tests/**", "/p/tests", false)]
    [TestCase("**/tests/*", "/p/x/y/tests/a.py", true)]
    [TestCase("**/tests/*", "/p/tests/a.py", true)]
    [TestCase("**/tests/*", "/p/mytests/a.py", false)]
    [TestCase("a/**/b.py", "/p/a/b.py", true)]
    [TestCase("a/**/b.py", "/p/a/x/y/b.py", true)]
    [TestCase("a/**/b.py", "/p/a/xb.py", false)]
    [TestCase("?.py", "/p/a.py", true)]
    [TestCase("?.py", "/p/ab.py", false)]
    [TestCase("[ab].py", "/p/b.py", true)]
    [TestCase("[ab].py", "/p/c.py", false)]
    [TestCase("[!ab].py", "/p/c.py", true)]
    [TestCase("[a-c].py", "/p/b.py", true)]
    [TestCase("[]].py", "/p/].py", true)]
    [TestCase("*.{py,pyi}", "/p/a.pyi", true)]
    [TestCase("*.{py,pyi}", "/p/a.pyw", false)]
    [TestCase("\\*.py", "/p/*.py", true)]
    [TestCase("\\*.py", "/p/a.py", false)]
    [TestCase("a.b", "/p/axb", false)]
    [TestCase("a+(b", "/p/a+(b", true)]
    [TestCase("///", "/", true)]
    public void A_pattern_means_what_it_does_for_ruff(string pattern, string path, bool isMatch) =>
        PathPattern.Parse(pattern, "/p", out _)!.Matches(path).Should().Be(isMatch);

    [TestCase("/p/a.py", false)]
    [TestCase("/p/tests/a.py", true)]
    public void An_exclamation_mark_means_all_others(string path, bool isTest) =>
        PathPattern.ParseNegatable("!tests/*", "/p", out _)!.Matches(path).Should().Be(!isTest);

    [Test]
    public void The_folder_is_no_pattern()
    {
        var pattern = PathPattern.Parse("a*/b.py", "/p[1]*", out _)!;
        pattern.Matches("/p[1]*/ax/b.py").Should().BeTrue();
        pattern.Matches("/p1x/ax/b.py").Should().BeFalse();
    }

    [TestCase("", "an empty pattern matches nothing")]
    [TestCase("[ab", "`[` is not closed")]
    [TestCase("{a,b", "`{` is not closed")]
    [TestCase("[b-a]", "the range `b-a` is empty")]
    public void A_pattern_that_means_nothing_has_a_reason(string pattern, string expected)
    {
        PathPattern.Parse(pattern, "/p", out var problem).Should().BeNull();
        problem.Should().Be(expected);
    }

    [Test]
    public void A_pattern_has_a_longest_length()
    {
        PathPattern.Parse(new string('a', 501), "/p", out var problem).Should().BeNull();
        problem.Should().Be("it has more than 500 characters");
    }

    /// <summary>The longest patterns of each kind: none may be too much for what matches them.</summary>
    [TestCase("**/")]
    [TestCase("*a")]
    [TestCase("?*")]
    [TestCase("[!a]")]
    [TestCase("{a,b}")]
    [TestCase("{")]
    public void No_pattern_is_too_much(string part)
    {
        var count = 498 / part.Length;
        var text = part == "{" ? new string('{', 249) + "a" + new string('}', 249) : string.Concat(Enumerable.Repeat(part, count)) + "x";
        CpuTime.Of(() => PathPattern.Parse(text, "/p", out _)!.Matches("/p/" + new string('c', 300)).Should().BeFalse()).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    /// <summary>Matching with backtracking would take longer than anyone lives.</summary>
    [TestCase("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [TestCase("{*a,*a*a}{*a,*a*a}{*a,*a*a}{*a,*a*a}{*a,*a*a}{*a,*a*a}b")]
    public void No_pattern_is_slow(string pattern)
    {
        CpuTime.Of(() => PathPattern.Parse(pattern, "/p", out _)!.Matches("/p/" + new string('a', 2_000)).Should().BeFalse()).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }
}
