using PyLint.Sharp.Cli.Trees;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp symbols</c></summary>
internal sealed class SymbolsVerb() : TreeVerb("symbols", TreeContent.Scope)
{
    public override string Help => Cli.Help.Symbols;
}
