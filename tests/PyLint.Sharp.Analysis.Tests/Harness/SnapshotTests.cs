using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Harness;

public class SnapshotTests
{
    [TestCase("a\nb\n", "a\nb\n", null)]
    [TestCase("a\r\nb\r\n", "a\nb\n", null)]
    [TestCase("a\nb\n", "a\nc\n", "line 2 differs\n  expected: b\n  actual:   c")]
    [TestCase("a\n", "a\nb\n", "line 2 differs\n  expected: \n  actual:   b")]
    [TestCase("a\nb", "a", "line 2 differs\n  expected: b\n  actual:   (end of file)")]
    [TestCase(null, "a", "there is no such file yet")]
    public void The_first_line_that_differs_is_told(string? expected, string actual, string? difference) =>
        Snapshot.Difference(expected, actual).Should().Be(difference);
}
