using System.Runtime.CompilerServices;
using System.Text.Json;
using PyLint.Sharp.Semantics.Binding.SymbolTables;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// Writes the scopes of a file as CPython 3.14's <c>symtable</c> module shows them:
/// <c>{"type", "name", "line", "symbols": {NAME: [FLAG, …]}, "children": [scope, …]}</c>. The scopes that CPython makes for annotations,
/// type parameters and type aliases are left out; what lies inside them stays. The flags are sorted: where the name is found (one of
/// <c>local</c>, <c>global_explicit</c>, <c>global_implicit</c>, <c>free</c>), and what happens to it there (<c>assigned</c>,
/// <c>referenced</c>, <c>parameter</c>, <c>imported</c>, <c>annotated</c>, <c>nonlocal</c>).
/// </summary>
public static class SymbolTableJsonWriter
{
    /// <summary>The words of <see cref="SymbolFlags"/>, by bit.</summary>
    private static readonly string[] Words =
        ["annotated", "assigned", "free", "global_explicit", "global_implicit", "imported", "local", "nonlocal", "parameter", "referenced"];

    /// <summary>Writes the scope of the module, with all inside, as one JSON object.</summary>
    /// <exception cref="InsufficientExecutionStackException">Scopes are nested too deeply for the stack of this thread.</exception>
    public static void Write(Utf8JsonWriter output, SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(model);
        Write(output, SymbolTableBuilder.Build(model));
    }

    private static void Write(Utf8JsonWriter output, SymbolTable table)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        output.WriteStartObject();
        output.WriteString("type", table.Type);
        output.WriteString("name", table.Name);
        output.WriteNumber("line", table.Line);
        WriteSymbols(output, table.Symbols);
        output.WriteStartArray("children");
        foreach (var child in table.Children)
        {
            Write(output, child);
        }

        output.WriteEndArray();
        output.WriteEndObject();
    }

    private static void WriteSymbols(Utf8JsonWriter output, Dictionary<string, SymbolFlags> symbols)
    {
        var names = new string[symbols.Count];
        symbols.Keys.CopyTo(names, 0);
        Array.Sort(names, StringComparer.Ordinal);
        output.WriteStartObject("symbols");
        foreach (var name in names)
        {
            output.WriteStartArray(name);
            for (var bit = 0; bit < Words.Length; bit++)
            {
                if (((int)symbols[name] & (1 << bit)) != 0)
                {
                    output.WriteStringValue(Words[bit]);
                }
            }

            output.WriteEndArray();
        }

        output.WriteEndObject();
    }
}
