using System.Globalization;
using System.Xml;

namespace PyLint.Sharp.Reporting.Xml;

/// <summary>How many cases there are and what became of them.</summary>
internal readonly record struct JUnitCounts(int Tests, int Failures, int Errors, int Skipped)
{
    public JUnitCounts Plus(JUnitCounts other) =>
        new(Tests + other.Tests, Failures + other.Failures, Errors + other.Errors, Skipped + other.Skipped);

    /// <summary>Writes the attributes that a suite and the whole report have in common.</summary>
    public void WriteTo(XmlWriter writer)
    {
        writer.WriteAttributeString("tests", Tests.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", Failures.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("errors", Errors.ToString(CultureInfo.InvariantCulture));
    }
}
