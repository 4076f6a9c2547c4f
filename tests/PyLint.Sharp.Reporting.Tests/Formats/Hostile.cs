using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>Findings whose every text tries to be something else than text.</summary>
internal static class Hostile
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "it's \"quoted\" \\ and `ticked",
        "two\nlines\r\nand\rmore",
        "::error file=x.py,line=1::injected",
        "\n::add-mask::secret\n::set-output name=a::b",
        "##[error]old notation",
        "<script>alert(1)</script>&amp;<!-- --><![CDATA[ ]]> ?>",
        "\u001b[2J\u001b]8;;http://example.org\u001b\\x \u009b31m \u0007 \u0000 \u007f",
        "lone \ud800 high, lone \udc00 low",
        "100% %0A %25 %s {0} {{1}}",
        "a | b || c \\| d ](javascript:x) [a](1) ![i](u) *b* _c_ # h",
        "\u202e right \u2066 left \u200b zero \ufeff mark \ufffe \uffff \u2028 \u0085",
        "😀 é 漢字 𐐀",
        "tab\tand  blanks ",
        "``` fence ```` and ` one `` two",
        "]]>-->'\"/>",
        "##vso[task.complete result=Succeeded;]done",
        "a ##VSO[task.setvariable variable=a]b ###vso[build.addbuildtag]c",
        "##teamcity[buildStop] é",
    ];

    public static ImmutableArray<FileReport> Files { get; } = [.. Texts.Select(FileOf), Silenced("# noqa: PLS201 -- " + Texts[6], Texts[5]), Faulty];

    /// <summary>Many findings in one file, as in a generated one.</summary>
    public static FileReport Crowd(int count)
    {
        var source = Make.Source(string.Concat(Enumerable.Repeat("except_ = 1\n", count)), "src/crowd.py");
        return Make.Report(source, [.. Enumerable.Range(1, count).Select(line => Make.Finding(new TextSpan(source.LineStart(line), source.LineStart(line) + 7)) with
        {
            Severity = (Severity)(line % 3),
        })]);
    }

    public static FileReport Silenced(string comment, string reason)
    {
        var source = Make.Source($"except_ = 1  {comment}\n", "silenced.py");
        var suppression = new Suppression(SuppressionForm.Noqa, source.Find("#"), source.Find("#"), []) { Reason = reason };
        return Make.Report(source) with { Suppressed = [Make.Finding(source.Find("except_")) with { SuppressedBy = suppression, Message = reason }] };
    }

    private static FileReport Faulty
    {
        get
        {
            var source = Make.Source("", Texts[6]);
            return new FileReport(source, FileStatus.Unreadable, [EngineDiagnostics.CannotReadFile.At(default, Texts[2])]);
        }
    }

    private static FileReport FileOf(string text)
    {
        var source = Make.Source($"{text}\nexcept_ = '{text}'\n", text.Replace('/', '-') + ".py");
        return Make.Report(source, Make.Finding(source.Find("except_"), new DiagnosticLabel(new TextSpan(0, text.Length), text)) with
        {
            Message = text,
            Why = text,
            Help = text,
            Symbol = text,
            Resolution = Make.Table(source.Find("except_"), text),
            Fix = new Fix(text, FixSafety.Safe, [new TextEdit(new TextSpan(0, 1), text), new TextEdit(source.Find("except_"), text)]),
        });
    }
}
