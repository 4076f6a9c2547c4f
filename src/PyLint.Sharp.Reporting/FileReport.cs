using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting;

/// <summary>What is to be said about one file.</summary>
/// <param name="Text">The text, with the path as it is shown; empty text for a file that could not be read.</param>
/// <param name="Status">How far the analysis came.</param>
/// <param name="Diagnostics">The findings, sorted by start, end and code.</param>
public sealed record FileReport(SourceText Text, FileStatus Status, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The notebook whose Python <see cref="Text"/> is; null for any other file.</summary>
    public Notebook? Notebook { get; init; }

    /// <summary>The text of the file itself: what an editor or a code host shows.</summary>
    public SourceText Stored => Notebook?.File ?? Text;

    /// <summary>The path as it is shown, with <c>/</c>.</summary>
    public string Path => Text.Path;

    /// <summary>The findings that a comment silences, in the same order.</summary>
    public ImmutableArray<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>The findings that the baseline knows, in the same order; null where the run has no baseline.</summary>
    public ImmutableArray<Diagnostic>? Known { get; init; }

    /// <summary>
    /// The findings that are listed nowhere, because they lie outside of what the run was asked about. They are kept because alike
    /// findings of a file are numbered, and one that is left out must not rename the next.
    /// </summary>
    public ImmutableArray<Diagnostic> LeftOut { get; init; } = [];

    /// <summary>The findings for which a bounded report has no room; they are counted, and keep their numbers as those above do.</summary>
    public ImmutableArray<Diagnostic> NotShown { get; init; } = [];

    /// <summary>The findings that were fixed, or that would be where fixes are only shown.</summary>
    public ImmutableArray<Diagnostic> Fixed { get; init; } = [];

    /// <summary>The text of the file itself before the fixes; null where nothing was fixed.</summary>
    public SourceText? Before { get; init; }

    /// <summary>Why the fixed text could not be written, a clause; null where it was, or nothing was to be written.</summary>
    public string? WriteProblem { get; init; }

    /// <summary>The names of the rules that crashed in this file.</summary>
    public ImmutableArray<string> CrashedRules { get; init; } = [];

    /// <summary>Number of comments that would have silenced a finding, had suppressions not been ignored.</summary>
    public int AttemptedSuppressions { get; init; }

    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal; null when nobody asked or nothing was read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How long the analysis took; null keeps the output the same from run to run.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>
    /// The same about the file itself: for formats whose places are looked up in the file, while the others count a notebook's lines
    /// cell by cell.
    /// </summary>
    public FileReport AsStored() => Notebook is null ? this : this with
    {
        Text = Stored,
        Notebook = null,
        Diagnostics = AsStored(Diagnostics),
        Suppressed = AsStored(Suppressed),
        Known = Known is { } known ? AsStored(known) : null,
        LeftOut = AsStored(LeftOut),
        NotShown = AsStored(NotShown),
    };

    /// <summary>A place in <see cref="Text"/> for people: <c>line:column</c>, in a notebook <c>cell 3:line:column</c>.</summary>
    public string PlaceOf(int offset) => Notebook?.PositionOf(offset)?.ToString() ?? Text.PositionOf(offset).ToString();

    private ImmutableArray<Diagnostic> AsStored(ImmutableArray<Diagnostic> findings) =>
        [.. findings.Select(Notebook!.InFile)];
}
