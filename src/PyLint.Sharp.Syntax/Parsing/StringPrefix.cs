namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The letters before a string's quote.</summary>
[Flags]
internal enum StringPrefix
{
    None = 0,
    Raw = 1,
    Bytes = 2,
    Format = 4,
    Template = 8,
    Unicode = 16,
    Invalid = 32,
}
