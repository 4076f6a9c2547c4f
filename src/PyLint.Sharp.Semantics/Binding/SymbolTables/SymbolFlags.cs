namespace PyLint.Sharp.Semantics.Binding.SymbolTables;

/// <summary>What CPython's <c>symtable</c> module says of a name, in the order of the words.</summary>
[Flags]
internal enum SymbolFlags
{
    None = 0,
    Annotated = 1,
    Assigned = 2,
    Free = 4,
    GlobalExplicit = 8,
    GlobalImplicit = 16,
    Imported = 32,
    Local = 64,
    Nonlocal = 128,
    Parameter = 256,
    Referenced = 512,
}
