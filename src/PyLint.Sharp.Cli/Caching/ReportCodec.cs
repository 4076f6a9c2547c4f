using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>Turns what was found in a file into bytes and back. The text itself is not among them: it has just been read.</summary>
internal static class ReportCodec
{
    public static void Write(CacheWriter to, FileReport report)
    {
        to.Int((int)report.Status);
        to.Int(report.AttemptedSuppressions);
        WriteAll(to, report.Diagnostics);
        WriteAll(to, report.Suppressed);
    }

    /// <exception cref="InvalidDataException">The bytes are no report of this text.</exception>
    public static FileReport Read(ReadOnlySpan<byte> bytes, SourceText text, RuleCatalog catalog)
    {
        var from = new CacheReader(bytes, text.Length);
        var (status, attempted) = (from.Enum<FileStatus>(), from.Int());
        var report = new FileReport(text, status, ReadAll(ref from, catalog))
        {
            Suppressed = ReadAll(ref from, catalog),
            AttemptedSuppressions = attempted,
        };
        return from.Left == 0 ? report : throw new InvalidDataException("there is more than a report");
    }

    private static void WriteAll(CacheWriter to, ImmutableArray<Diagnostic> findings)
    {
        to.Int(findings.Length);
        foreach (var finding in findings)
        {
            Write(to, finding);
        }
    }

    private static ImmutableArray<Diagnostic> ReadAll(ref CacheReader from, RuleCatalog catalog)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>(from.Count());
        for (var i = findings.Capacity; i > 0; i--)
        {
            findings.Add(ReadFinding(ref from, catalog));
        }

        return findings.DrainToImmutable();
    }

    private static void Write(CacheWriter to, Diagnostic finding)
    {
        to.Text(finding.Descriptor.Code);
        to.Int((int)finding.Severity);
        to.Span(finding.Span);
        to.Text(finding.Message);
        to.OptionalText(finding.Why == finding.Descriptor.Why ? null : finding.Why);
        to.OptionalText(finding.Help == finding.Descriptor.Instead ? null : finding.Help);
        to.Int(finding.Labels.Length);
        foreach (var label in finding.Labels)
        {
            to.Span(label.Span);
            to.Text(label.Text);
        }

        ResolutionCodec.Write(to, finding.Resolution);
        WriteFix(to, finding.Fix);
        to.OptionalText(finding.Symbol);
        to.Int(finding.SuppressLine ?? 0);
        WriteSuppression(to, finding.SuppressedBy);
    }

    private static Diagnostic ReadFinding(ref CacheReader from, RuleCatalog catalog)
    {
        var code = from.Text();
        var descriptor = catalog.Find(code) is [var known, ..] && known.Code == code ? known : throw new InvalidDataException("no such rule");
        return new Diagnostic
        {
            Descriptor = descriptor,
            Severity = from.Enum<Severity>(),
            Span = from.Span(),
            Message = from.Text(),
            Why = from.OptionalText() ?? descriptor.Why,
            Help = from.OptionalText() ?? descriptor.Instead,
            Labels = ReadLabels(ref from),
            Resolution = ResolutionCodec.Read(ref from),
            Fix = ReadFix(ref from),
            Symbol = from.OptionalText(),
            SuppressLine = from.Int() is var line and > 0 ? line : null,
            SuppressedBy = ReadSuppression(ref from),
        };
    }

    private static ImmutableArray<DiagnosticLabel> ReadLabels(ref CacheReader from)
    {
        var labels = ImmutableArray.CreateBuilder<DiagnosticLabel>(from.Count());
        for (var i = labels.Capacity; i > 0; i--)
        {
            labels.Add(new DiagnosticLabel(from.Span(), from.Text()));
        }

        return labels.DrainToImmutable();
    }

    private static void WriteFix(CacheWriter to, Fix? fix)
    {
        to.Bool(fix is not null);
        if (fix is null)
        {
            return;
        }

        to.Text(fix.Title);
        to.Int((int)fix.Safety);
        to.Int(fix.Edits.Length);
        foreach (var edit in fix.Edits)
        {
            to.Span(edit.Span);
            to.Text(edit.NewText);
        }
    }

    private static Fix? ReadFix(ref CacheReader from)
    {
        if (!from.Bool())
        {
            return null;
        }

        var (title, safety) = (from.Text(), from.Enum<FixSafety>());
        var edits = ImmutableArray.CreateBuilder<TextEdit>(from.Count());
        for (var i = edits.Capacity; i > 0; i--)
        {
            edits.Add(new TextEdit(from.Span(), from.Text()));
        }

        return new Fix(title, safety, edits.DrainToImmutable());
    }

    private static void WriteSuppression(CacheWriter to, Suppression? comment)
    {
        to.Bool(comment is not null);
        if (comment is null)
        {
            return;
        }

        to.Int((int)comment.Form);
        to.Span(comment.Span);
        to.Span(comment.Comment);
        to.Int(comment.Codes.Length);
        foreach (var code in comment.Codes)
        {
            to.Text(code.Text);
            to.Span(code.Span);
            to.Bool(code.IsUsed);
        }

        to.Bool(comment.IsBlanket);
        to.Int(comment.FirstLine);
        to.Int(comment.LastLine);
        to.Bool(comment.IsUsed);
        to.OptionalText(comment.Reason);
        to.Bool(comment.IsMisplaced);
        to.Bool(comment.IsCommentedOut);
        to.Bool(comment.EndsWithBlock);
    }

    private static Suppression? ReadSuppression(ref CacheReader from)
    {
        if (!from.Bool())
        {
            return null;
        }

        var (form, span, comment) = (from.Enum<SuppressionForm>(), from.Span(), from.Span());
        var codes = ImmutableArray.CreateBuilder<SuppressionCode>(from.Count());
        for (var i = codes.Capacity; i > 0; i--)
        {
            codes.Add(new SuppressionCode(from.Text(), from.Span(), from.Bool()));
        }

        return new Suppression(form, span, comment, codes.DrainToImmutable())
        {
            IsBlanket = from.Bool(),
            FirstLine = from.Int(),
            LastLine = from.Int(),
            IsUsed = from.Bool(),
            Reason = from.OptionalText(),
            IsMisplaced = from.Bool(),
            IsCommentedOut = from.Bool(),
            EndsWithBlock = from.Bool(),
        };
    }
}
