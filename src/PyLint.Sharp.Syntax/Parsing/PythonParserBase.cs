using Antlr4.Runtime;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>What the generated parser inherits: the place for code that its rules share.</summary>
internal abstract class PythonParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
    : Parser(input, output, errorOutput);
