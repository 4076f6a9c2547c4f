using PyLint.Sharp.Cli.Trees;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary><c>pylint-sharp ast</c></summary>
internal sealed class AstVerb() : TreeVerb("ast", TreeContent.Tree)
{
    public override string Help => Cli.Help.Ast;
}
