using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>What the list of files at the end says about one of them; the texts themselves are not kept until then.</summary>
internal sealed record FileLine(string Path, string? Sha256, int Lines, FileStatus Status, double? Milliseconds)
{
    public static FileLine Of(FileReport file) =>
        new(file.Path, file.Sha256, CountLines(file.Stored), file.Status, file.Milliseconds);

    /// <summary>The lines as people count them: an empty last line is none.</summary>
    private static int CountLines(SourceText text) =>
        text.LineStart(text.LineCount) == text.Length ? text.LineCount - 1 : text.LineCount;
}
