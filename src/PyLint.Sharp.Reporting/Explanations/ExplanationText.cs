using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>A rule's page for a terminal.</summary>
internal sealed class ExplanationText(TerminalWriter output, TextOptions options)
{
    private const string Indent = "    ";

    public static void Write(TerminalWriter output, RuleDescriptor rule, TextOptions options) =>
        new ExplanationText(output, options).Write(ExplanationPage.Of(rule));

    private void Write(ExplanationPage page)
    {
        output.WriteLine(page.Title, Style.Strong);
        output.WriteLine(page.Facts);
        if (page.Summary.Length > 0)
        {
            output.EndLine();
            WriteProse(page.Summary, "", "");
        }

        foreach (var section in page.Sections)
        {
            output.EndLine();
            output.WriteLine(section.Title, Style.Strong);
            WriteBlocks(section);
        }
    }

    private void WriteBlocks(Section section)
    {
        Block? previous = null;
        foreach (var block in section.Blocks)
        {
            if (previous is not null)
            {
                output.EndLine();
            }

            WriteBlock(block);
            previous = block;
        }
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case Block.Prose prose:
                WriteProse(prose.Text, Indent, Indent);
                break;
            case Block.Items items:
                foreach (var text in items.Texts)
                {
                    WriteProse(text, Indent + "- ", Indent + "  ");
                }

                break;
            case Block.Code code:
                WriteCode(code.Example);
                break;
        }
    }

    private void WriteProse(string text, string firstLead, string lead)
    {
        var isFirst = true;
        foreach (var line in ProseWrapper.Wrap(text, options.ProseWidth - lead.Length))
        {
            output.WriteLine(line.Length == 0 ? "" : (isFirst ? firstLead : lead) + line);
            isFirst = false;
        }
    }

    private void WriteCode(ExampleMarkup example)
    {
        var text = SourceText.From(example.Code.TrimEnd());
        for (var line = 1; line <= text.LineCount; line++)
        {
            var drawn = new SourceLine(text, line);
            output.Write(drawn.Row.Width > 0 ? Indent : "");
            drawn.Row.WriteTo(output);
            output.EndLine();
            WriteUnderlines(text, line, drawn, example);
        }
    }

    private void WriteUnderlines(SourceText text, int line, SourceLine drawn, ExampleMarkup example)
    {
        var row = new CellRow();
        foreach (var span in example.Spans)
        {
            if (text.LineOf(span.Start) == line)
            {
                var start = drawn.ColumnOf(span.Start);
                row.Fill(start, Math.Max(start + 1, drawn.ColumnOf(span.End)), '^', Style.Warning);
            }
        }

        if (row.Width > 0)
        {
            output.Write(Indent);
            row.WriteTo(output);
            output.EndLine();
        }
    }
}
