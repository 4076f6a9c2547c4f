using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>A file and how it is to be read.</summary>
/// <param name="File">The file.</param>
/// <param name="Target">The Python that must understand it; null for any.</param>
/// <param name="MostBytes">The length from which on it is not read.</param>
internal sealed record TreePlan(SourceFile File, PythonVersion? Target, int MostBytes);
