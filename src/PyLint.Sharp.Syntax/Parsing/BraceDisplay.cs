using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects what stands between braces: only its items tell whether it is a dict or a set.</summary>
internal sealed class BraceDisplay(PythonParserBase parser)
{
    private WorkList<Expr?> keys;
    private WorkList<Expr> values;
    private bool? isDict;
    private bool isMixed;

    public void AddElement(Token start, Expr element)
    {
        Decide(start, dict: false);
        values.Add(element);
    }

    public void AddPair(Token start, Expr key, Expr value)
    {
        Decide(start, dict: true);
        if (key is Starred || (key is NamedExpr && start.Type == PythonParser.NAME))
        {
            parser.Error(key, key is Starred ? "a starred expression cannot be a key; a mapping is unpacked with `**`" : "`:=` in a key needs parentheses");
        }

        keys.Add(key);
        values.Add(value);
    }

    public void AddUnpacked(Token start, Expr mapping)
    {
        Decide(start, dict: true);
        keys.Add(null);
        values.Add(mapping);
    }

    public Expr Build(TextSpan span) => isDict == false
        ? new Set(span, values.ToImmutable())
        : new Dict(span, keys.ToImmutable(), values.ToImmutable());

    public Expr Build(TextSpan span, ImmutableArray<Comprehension> generators)
    {
        if (isDict == false)
        {
            return new SetComp(span, values[0], generators);
        }

        if (keys[0] is { } key)
        {
            return new DictComp(span, key, values[0], generators);
        }

        // PEP 798: what is unpacked stands in the place of the key, and there is no value.
        return new DictComp(span, values[0], null, generators);
    }

    private void Decide(Token start, bool dict)
    {
        if (isDict is { } decided && decided != dict && !isMixed)
        {
            isMixed = true;
            parser.Error(start.Span, dict ? "a key with a value stands in a set; give each element a value, or none" : "a value is missing for this key; write `: value` behind it");
        }

        isDict ??= dict;
    }
}
