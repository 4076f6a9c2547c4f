using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Markdown;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>
/// Messages of results. The message is the first sentence; links to the second places follow, <c>[label](1)</c> with the place's id.
/// What the checked program contributes can't make a link of its own.
/// </summary>
internal static class SarifText
{
    public static string Plain(Diagnostic diagnostic) =>
        Sentence(diagnostic.Message).Replace("](", @"\](", StringComparison.Ordinal) + Links(diagnostic.Labels, EscapeLabel);

    public static string Markdown(Diagnostic diagnostic) =>
        MarkdownText.Inline(Sentence(diagnostic.Message)) + Links(diagnostic.Labels, MarkdownText.Inline);

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + '.';

    private static string Links(ImmutableArray<DiagnosticLabel> labels, Func<string, string> escape)
    {
        var output = new StringBuilder();
        for (var i = 0; i < labels.Length; i++)
        {
            var text = string.IsNullOrWhiteSpace(labels[i].Text) ? "here" : escape(labels[i].Text);
            output.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? " See " : ", ")}[{text}]({i + 1})");
        }

        return output.Append(labels.IsEmpty ? "" : ".").ToString();
    }

    private static string EscapeLabel(string label) => label
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal)
        .Replace("]", @"\]", StringComparison.Ordinal);
}
