using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>What keeps a notebook from being read. The engine's own findings, with what is different about notebooks.</summary>
internal static class NotebookProblems
{
    private const string WhyWhole = "A notebook is one JSON document. Where that is broken nobody can say what its cells are, so nothing in it was checked.";
    private const string HelpWhole = "Repair the place that is shown (a merge conflict often leaves such things behind), or save the notebook again with Jupyter.";

    public static Diagnostic Malformed(SourceText file, int offset, string problem) =>
        EngineDiagnostics.SyntaxError.At(CharacterAt(file, offset), problem) with { Why = WhyWhole, Help = HelpWhole };

    public static Diagnostic OtherFormat(TextSpan place, int format) =>
        EngineDiagnostics.CannotReadFile.At(place, $"it is a notebook of format {(format < 0 ? "unknown" : format)}, and only format 4 is known") with
        {
            Why = "Formats before 4 keep their cells in another place under other names. Nothing in it was checked, and a report that left it out would look better than the code is.",
            Help = "Convert it with `jupyter nbconvert --to notebook --nbformat 4`, or leave it out.",
        };

    public static Diagnostic Undecodable(SyntaxError error) =>
        EngineDiagnostics.EncodingProblem.At(error.Span, "a notebook is JSON, JSON is UTF-8, and the bytes here are not") with { Why = WhyWhole, Help = "Save the notebook again with Jupyter." };

    private static TextSpan CharacterAt(SourceText file, int offset)
    {
        var start = Math.Clamp(offset, 0, file.Length);
        var length = start == file.Length || file[start] is '\n' or '\r' ? 0 : char.IsHighSurrogate(file[start]) && start + 1 < file.Length ? 2 : 1;
        return new TextSpan(start, start + length);
    }
}
