using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Reporting.Tests.Validation;

/// <summary>Reads XML strictly and checks it against an XSD.</summary>
internal static class XmlValidator
{
    public static (XDocument Document, IReadOnlyList<string> Errors) Read(string xml, string schemaPath)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        settings.Schemas.Add(null, Repository.PathOf(schemaPath));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => errors.Add(problem.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        return (XDocument.Load(reader, LoadOptions.PreserveWhitespace), errors);
    }
}
