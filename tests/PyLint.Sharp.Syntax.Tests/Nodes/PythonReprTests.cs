using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

[TestFixture]
public sealed class PythonReprTests
{
    [TestCase(0.0, "0.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(1.0, "1.0")]
    [TestCase(100.0, "100.0")]
    [TestCase(0.1, "0.1")]
    [TestCase(1.5, "1.5")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(0.00001, "1e-05")]
    [TestCase(123456789.123, "123456789.123")]
    [TestCase(1e15, "1000000000000000.0")]
    [TestCase(1e16, "1e+16")]
    [TestCase(1e23, "1e+23")]
    [TestCase(1.5e300, "1.5e+300")]
    [TestCase(5e-324, "5e-324")]
    [TestCase(double.PositiveInfinity, "inf")]
    [TestCase(double.NegativeInfinity, "-inf")]
    [TestCase(double.NaN, "nan")]
    public void Floats_look_as_in_Python(double value, string expected) => PythonRepr.Float(value).Should().Be(expected);
}
