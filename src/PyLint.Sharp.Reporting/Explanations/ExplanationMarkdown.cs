using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>A rule's page in Markdown.</summary>
internal static class ExplanationMarkdown
{
    public static void Write(TerminalWriter output, RuleDescriptor rule)
    {
        var page = ExplanationPage.Of(rule);
        output.WriteLine($"# {page.Title}");
        output.EndLine();
        output.WriteLine(page.Facts);
        if (page.Summary.Length > 0)
        {
            output.EndLine();
            output.WriteLine(page.Summary);
        }

        foreach (var section in page.Sections)
        {
            output.EndLine();
            output.WriteLine($"## {section.Title}");
            foreach (var block in section.Blocks)
            {
                output.EndLine();
                WriteBlock(output, block);
            }
        }
    }

    private static void WriteBlock(TerminalWriter output, Block block)
    {
        switch (block)
        {
            case Block.Prose prose:
                WriteLines(output, prose.Text, "");
                break;
            case Block.Items items:
                foreach (var text in items.Texts)
                {
                    WriteLines(output, text, "- ");
                }

                break;
            case Block.Code code:
                var fence = new string('`', Math.Max(3, LongestTicks(code.Example.Code) + 1));
                output.WriteLine(fence + "python");
                WriteLines(output, code.Example.Code.TrimEnd().Replace("\t", "    ", StringComparison.Ordinal), "");
                output.WriteLine(fence);
                break;
        }
    }

    private static void WriteLines(TerminalWriter output, string text, string lead)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            output.WriteLine(lead + line);
        }
    }

    private static int LongestTicks(string code)
    {
        var (longest, current) = (0, 0);
        foreach (var character in code)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
