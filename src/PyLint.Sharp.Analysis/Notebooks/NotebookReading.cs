using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>What reading the bytes of a notebook came to.</summary>
/// <param name="File">The file as text.</param>
/// <param name="Notebook">The notebook; null where there is a problem.</param>
/// <param name="Problem">Why there is no notebook, with its place in the file; else null.</param>
public sealed record NotebookReading(SourceText File, Notebook? Notebook, Diagnostic? Problem);
