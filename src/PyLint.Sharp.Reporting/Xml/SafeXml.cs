using System.Text;
using System.Xml;
using PyLint.Sharp.Reporting.Ci;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Xml;

/// <summary>XML whose text can come from anywhere: it stays text, and carries nothing into a terminal that a reader can't see.</summary>
internal static class SafeXml
{
    private const string Replacement = "\uFFFD";

    /// <summary>A writer of a UTF-8 document without byte order mark, with LF and two blanks for each level.</summary>
    public static XmlWriter Document(Stream output) => XmlWriter.Create(output, Settings(ConformanceLevel.Document));

    /// <summary>A writer of elements that a document will enclose.</summary>
    public static XmlWriter Fragment(StringBuilder output) => XmlWriter.Create(output, Settings(ConformanceLevel.Fragment));

    public static void WriteSafeAttribute(this XmlWriter writer, string name, string value)
    {
        writer.WriteStartAttribute(name);
        writer.WriteSafe(value);
        writer.WriteEndAttribute();
    }

    /// <summary>
    /// Writes text that a reader of the document gets back as it was, but for what XML 1.0 forbids even as a reference (controls,
    /// unpaired surrogates, U+FFFE, U+FFFF): that becomes U+FFFD.
    /// </summary>
    public static void WriteSafe(this XmlWriter writer, string text)
    {
        var order = text.IndexOf(WorkflowCommand.OldPrefix, StringComparison.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            if (start == order)
            {
                writer.WriteCharEntity(text[start++]);
                order = text.IndexOf(WorkflowCommand.OldPrefix, start, StringComparison.Ordinal);
                continue;
            }

            var piece = TerminalText.PieceAt(order < 0 ? text : text.AsSpan(0, order), start);
            WritePiece(writer, text.Substring(start, piece.Length), piece.IsPicture);
            start += piece.Length;
        }
    }

    /// <summary>A line feed is a reference too: no line of the document begins with what comes from outside.</summary>
    private static void WritePiece(XmlWriter writer, string text, bool isHidden)
    {
        if (!isHidden || text is "\t")
        {
            writer.WriteString(text);
        }
        else if (text.Length == 2)
        {
            writer.WriteSurrogateCharEntity(text[1], text[0]);
        }
        else if (XmlConvert.IsXmlChar(text[0]))
        {
            writer.WriteCharEntity(text[0]);
        }
        else
        {
            writer.WriteString(Replacement);
        }
    }

    private static XmlWriterSettings Settings(ConformanceLevel level) => new()
    {
        ConformanceLevel = level,
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = level == ConformanceLevel.Fragment,
    };
}
