using System.Globalization;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>Writes one finding: headline, place, source, explanation, fix.</summary>
internal sealed class FindingText(TerminalWriter output, TextOptions options)
{
    private const int MostDiffLines = 12;

    public void Write(SourceLines source, Diagnostic diagnostic, bool hasCode)
    {
        var style = Styles.Of(diagnostic);
        WriteHeadline(diagnostic, style);
        if (!hasCode)
        {
            // There is no code to explain; the page of the message is one command away.
            output.Write(" --> ", Style.Frame);
            output.WriteLine(source.Text.Path);
            return;
        }

        var frame = new CodeFrame(source, diagnostic, style, options.Width);
        WritePlace(source, diagnostic, frame.GutterWidth);
        frame.WriteTo(output);
        WriteProse(diagnostic);
        WriteFix(source, diagnostic.Fix);
    }

    private void WriteHeadline(Diagnostic diagnostic, Style style)
    {
        var level = $"{Words.Of(diagnostic.Severity)}[{diagnostic.Descriptor.Code}]";
        var rest = $" {diagnostic.Descriptor.Name}: {diagnostic.Message}";
        output.Write(level, style);
        output.Write(rest, Style.Strong);
        if (diagnostic.Fix is { } fix)
        {
            var tag = $"[fix: {Styles.SafetyOf(fix)}]";
            var free = options.ProseWidth - TerminalText.WidthOf(level + rest) - tag.Length;
            output.Write(new string(' ', Math.Max(2, free)) + tag);
        }

        output.EndLine();
    }

    private void WritePlace(SourceLines source, Diagnostic diagnostic, int gutterWidth)
    {
        output.Write(new string(' ', gutterWidth) + "--> ", Style.Frame);
        output.Write($"{source.Text.Path}:{source.PlaceOf(diagnostic.Span.Start)}");
        output.WriteLine(diagnostic.Symbol is { } symbol ? $"  in `{symbol}`" : "");
    }

    private void WriteProse(Diagnostic diagnostic)
    {
        if (options.Explain != ExplainLevel.None)
        {
            WriteField("why:  ", diagnostic.Why);
        }

        WriteField("help: ", diagnostic.Help);
        if (options.Explain != ExplainLevel.None)
        {
            WriteField("ask yourself: ", diagnostic.Descriptor.Interview.Question);
        }

        WriteField("docs: ", $"pylint-sharp explain {diagnostic.Descriptor.Code}");
    }

    private void WriteField(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var lead = " = " + name;
        output.Write(lead, Style.Frame);
        var isFirst = true;
        foreach (var line in ProseWrapper.Wrap(text, options.ProseWidth - lead.Length))
        {
            output.WriteLine(isFirst || line.Length == 0 ? line : new string(' ', lead.Length) + line);
            isFirst = false;
        }
    }

    private void WriteFix(SourceLines source, Fix? fix)
    {
        if (fix is null)
        {
            return;
        }

        WriteField($"fix ({Styles.SafetyOf(fix)}{HowToApply(fix)}): ", fix.Title);
        var lines = FixDiff.Of(source, fix);
        var numberWidth = lines.Count == 0 ? 0 : lines.Max(line => line.Number).ToString(CultureInfo.InvariantCulture).Length;
        foreach (var line in lines.Take(MostDiffLines))
        {
            WriteDiffLine(line, numberWidth);
        }

        if (lines.Count > MostDiffLines)
        {
            output.WriteLine($" … {Words.Count(lines.Count - MostDiffLines, "more line")}", Style.Frame);
        }
    }

    private static string HowToApply(Fix fix) => fix.Safety switch
    {
        FixSafety.Safe => ", run with --fix",
        FixSafety.Unsafe => ", run with --fix --unsafe-fixes",
        _ => "",
    };

    private void WriteDiffLine(DiffLine line, int numberWidth)
    {
        var lead = $" {line.Number.ToString(CultureInfo.InvariantCulture).PadLeft(numberWidth)} {line.Sign}";
        var style = line.Sign == '-' ? Style.Removed : Style.Added;
        output.Write(lead, style);
        if (line.Text.Length > 0)
        {
            output.Write(" ");
            SourceLine.Draw(line.Text, style).Window(0, Math.Max(20, options.Width - lead.Length - 1)).WriteTo(output);
        }

        output.EndLine();
    }
}
