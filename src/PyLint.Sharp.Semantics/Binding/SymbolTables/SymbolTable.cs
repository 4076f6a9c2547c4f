namespace PyLint.Sharp.Semantics.Binding.SymbolTables;

/// <summary>One of CPython's symbol tables.</summary>
/// <param name="Type"><c>module</c>, <c>function</c> or <c>class</c>.</param>
/// <param name="Name">The name of the table; see <see cref="Module"/>.</param>
/// <param name="Line">Where it starts, counted from 1; 0 for the module.</param>
internal sealed record SymbolTable(string Type, string Name, int Line)
{
    /// <summary>The name of the module's table; the <c>symtable</c> module knows it by that alone, so it takes a function of that name for one too.</summary>
    public const string Module = "top";

    public Dictionary<string, SymbolFlags> Symbols { get; } = new(StringComparer.Ordinal);

    public List<SymbolTable> Children { get; } = [];
}
