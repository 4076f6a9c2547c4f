using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Xml;

/// <summary>
/// JUnit's report format as Jenkins' <c>junit-10.xsd</c> defines it: a suite for each file, a case for each rule in it, so that a
/// dashboard shows what is right too. What the engine says is an error rather than a failure.
/// </summary>
public sealed class JUnitReporter : IReporter, IDisposable
{
    private readonly Stream output;
    private readonly StringBuilder suites = new();
    private readonly XmlWriter writer;
    private ImmutableArray<RuleDescriptor> rules = [];
    private JUnitCounts total;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public JUnitReporter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        writer = SafeXml.Fragment(suites);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        rules = run.Rules;
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        var found = file.Diagnostics.ToLookup(diagnostic => diagnostic.Descriptor);
        var others = found.Select(group => group.Key).Except(rules).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal);
        RuleDescriptor[] cases = [.. others, .. rules];
        var isChecked = file.Status is FileStatus.Ok or FileStatus.SyntaxError;
        var notShown = file.NotShown.Select(diagnostic => diagnostic.Descriptor).ToHashSet();
        var counts = new JUnitCounts(
            cases.Length,
            cases.Count(rule => !IsError(rule) && found.Contains(rule)),
            cases.Count(rule => IsError(rule) && found.Contains(rule)),
            cases.Count(rule => SkipReasonOf(rule) is not null));
        total = total.Plus(counts);

        writer.WriteStartElement("testsuite");
        writer.WriteSafeAttribute("name", file.Path);
        counts.WriteTo(writer);
        writer.WriteAttributeString("skipped", counts.Skipped.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("package", "pylint-sharp");
        foreach (var rule in cases)
        {
            WriteCase(file, rule, found[rule], SkipReasonOf(rule));
        }

        writer.WriteEndElement();

        // A rule that saw no text has not passed, nor has one whose findings have no room.
        string? SkipReasonOf(RuleDescriptor rule) => found.Contains(rule) ? null
            : !isChecked ? "the file was not checked completely"
            : notShown.Contains(rule) ? "its findings are not shown: --max-diagnostics"
            : null;
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        // The sums stand in front of what they count, so nothing can be sent earlier.
        writer.Flush();
        using var document = SafeXml.Document(output);
        document.WriteStartDocument();
        document.WriteStartElement("testsuites");
        document.WriteAttributeString("name", "pylint-sharp");
        total.WriteTo(document);
        if (suites.Length > 0)
        {
            document.WriteRaw($"\n{suites}\n");
        }

        document.WriteEndDocument();
        document.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static bool IsError(RuleDescriptor rule) => rule.Area == SkillArea.Engine;

    private void WriteCase(FileReport file, RuleDescriptor rule, IEnumerable<Diagnostic> diagnostics, string? skipReason)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", $"{rule.Code} {rule.Name}");
        writer.WriteSafeAttribute("classname", file.Path);
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartElement(IsError(rule) ? "error" : "failure");
            writer.WriteSafeAttribute("message", diagnostic.Message);
            writer.WriteAttributeString("type", Words.Of(diagnostic.Severity));
            writer.WriteSafe($"{file.Path}:{file.Text.PositionOf(diagnostic.Span.Start)}: {diagnostic.Message}\n\nwhy: {diagnostic.Why}\nhelp: {diagnostic.Help}\n");
            writer.WriteEndElement();
        }

        if (skipReason is not null)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", skipReason);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
