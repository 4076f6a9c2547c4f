using System.Globalization;
using System.Xml;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Xml;

/// <summary>
/// The report format of Checkstyle, which build servers read for any language. Its columns count from 1, in code points here; the last
/// two parts of a <c>source</c> are shown there as category and type.
/// </summary>
public sealed class CheckstyleReporter : IReporter, IDisposable
{
    private const string FormatVersion = "4.3";

    private readonly XmlWriter writer;
    private readonly Stream output;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public CheckstyleReporter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        writer = SafeXml.Document(output);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("checkstyle");
        writer.WriteAttributeString("version", FormatVersion);
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        writer.WriteStartElement("file");
        writer.WriteSafeAttribute("name", file.Path);
        foreach (var diagnostic in file.Diagnostics)
        {
            WriteError(file, diagnostic);
        }

        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        writer.WriteEndDocument();
        writer.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void WriteError(FileReport file, Diagnostic diagnostic)
    {
        var place = file.Text.PositionOf(diagnostic.Span.Start);
        writer.WriteStartElement("error");
        writer.WriteAttributeString("line", place.Line.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("column", place.Column.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("severity", Words.Of(diagnostic.Severity));
        writer.WriteSafeAttribute("message", diagnostic.Message);
        writer.WriteAttributeString("source", $"pylint-sharp.{Words.Of(diagnostic.Descriptor.Area)}.{diagnostic.Descriptor.Code}");
        writer.WriteEndElement();
    }
}
